import { describe, expect, test } from 'vitest';
import { commandsIn } from '../../../server/src/analysis/commands/index.ts';

const wordsIn = (text: string): string[] =>
  commandsIn(text).map(({ words }) => words.map((word) => word.text).join(' '));

describe('commands', () => {
  test.each([
    ['a; b && c || d | e |& f & g', ['a', 'b', 'c', 'd', 'e', 'f', 'g']],
    ['(a; b)', ['a', 'b']],
    ['echo $(inner x) last', ['echo $(inner x) last', 'inner x']],
    ['a > $(mk t) b', ['a b', 'mk t']],
    ['bash -c "rm x"; b', ['bash -c rm x', 'rm x', 'b']],
    ['if test; then rm x; fi; ! a; "if" b', ['test', 'rm x', 'a', 'if b']],
    ['echo if', ['echo if']],
    ['a 2>err 3 >out 4', ['a 3 4']],
    ['a x2>out', ['a x2']],
    ['', []],
  ])('%s', (text, words) => expect(wordsIn(text)).toEqual(words));

  test('stand where they begin', () => {
    const text = 'echo $(inner x)\nlast y';
    expect(commandsIn(text).map(({ from, to }) => text.slice(from, to))).toEqual([
      'echo $(inner x)',
      'inner x',
      'last y',
    ]);
  });

  test('are read in one another five times', () => {
    expect(wordsIn('a $(b $(c $(d $(e $(f)))))').map((words) => words.charAt(0))).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  test('of a whole script are those of its beginning', () => {
    expect(wordsIn(`${'a\n'.repeat(5_000)}b`)).toHaveLength(5_000);
    expect(wordsIn(`${'a\n'.repeat(4_999)}b`)).toHaveLength(5_000);
  });
});

test.each([
  ['/usr/bin/Foo.SH a', 'foo'],
  ['./deploy.sh', 'deploy'],
  ["'C:\\tools\\psql.EXE'", 'psql'],
  ['a.sh.x', 'a.sh.x'],
  ['a.batch', 'a.batch'],
])('%s runs %s', (text, name) => expect(commandsIn(text)[0]?.name).toBe(name));

describe('comments belong to the command', () => {
  test.each([
    ['# why\na\nb', [['why'], []]],
    ['# one\n# two\n\na # beside\nb', [['one', 'two', 'beside'], []]],
    ['a # x\n# y\nb', [['x'], ['y']]],
    ['# why\na; b', [['why'], ['why']]],
    ['# why\na\n\nb', [['why'], []]],
    ['a\nb', [[], []]],
  ])('%j', (text, comments) => expect(commandsIn(text).map((command) => command.comments)).toEqual(comments));
});

test.each([
  ['a | b', 'a'],
  ['a |& b', 'a'],
  ['a || b', undefined],
  ['a; b', undefined],
  ['a\nb', undefined],
])('what is piped into the second of %j', (text, name) => expect(commandsIn(text)[1]?.pipedFrom?.name).toBe(name));

test('redirects name their targets', () => {
  const [command] = commandsIn('a 2>err >> $(mk t) < in');
  expect(command?.redirects.map(({ sign, target }) => sign + target.text)).toEqual(['>err', '>>$(mk t)', '<in']);
});

test('a folder that was gone to is the folder of what follows', () => {
  expect(commandsIn('a; cd /srv && b; cd y\nc; cd').map(({ folder }) => folder)).toEqual([
    undefined,
    undefined,
    '/srv',
    '/srv',
    'y',
    'y',
  ]);
});

describe('prose', () => {
  test('is the line around backticks', () => {
    const text = 'Before.\nRun `kubectl get x` and look.\nAfter.';
    const found = commandsIn(text).find(({ name }) => name === 'kubectl');
    expect(found?.prose).toEqual({ before: 'Run ', after: ' and look.' });
  });

  test('ends with the text', () => {
    expect(commandsIn('`kubectl get x` now').at(-1)?.prose).toEqual({ before: '', after: ' now' });
  });

  test('is around what stands in a command of it, too', () => {
    expect(commandsIn('Run `echo $(kubectl get x)` now').at(-1)?.prose).toEqual({ before: 'Run ', after: ' now' });
  });

  test('is nothing around what a shell runs in another way', () => {
    expect(commandsIn('echo $(kubectl get x)').at(-1)?.prose).toBeUndefined();
  });
});
