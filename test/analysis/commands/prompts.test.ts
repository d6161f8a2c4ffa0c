import { expect, test } from 'vitest';
import { withoutPrompts } from '../../../server/src/analysis/commands/prompts.ts';

test.each([
  ['$ a\nanswer\n$ b', '  a\n      \n  b'],
  ['user@host:~/x% a\n100 $ b', '               a\n       '],
  ['PS C:\\srv> a', '           a'],
  ['# why\n$ a\n  # too', '# why\n  a\n  # too'],
  ['$ a # x\nanswer #2', '  a # x\n         '],
  ['$ a \\\n> b\n> c', '  a \\\n  b\n   '],
  ['$ a \\\r\n> b\r\nanswer', '  a \\\r\n  b\r\n      '],
  ['$ a \\\n  b\nanswer', '  a \\\n  b\n      '],
  ['$ a\\b\nanswer', '  a\\b\n      '],
  ['answer \\\nanswer\n$ a', '        \n      \n  a'],
])('a session: %j', (text, commands) => expect(withoutPrompts(text)).toBe(commands));

test.each(['a\nb', 'a > b\nc', 'a $HOME/x\nb', '$HOME/bin/a\nb', 'echo "$ x"\nb', '$ \nb'])('no session: %j', (text) =>
  expect(withoutPrompts(text)).toBe(text),
);
