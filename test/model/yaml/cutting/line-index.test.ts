import { expect, test } from 'vitest';
import { indexLines, updateLines } from '../../../../server/src/model/yaml/cutting/line-index.ts';
import { textDelta } from '../../../../server/src/util/text-change.ts';

test.each([
  ['the first words', '', 'a: 1\n  b'],
  ['the last words go', 'a: 1\n', ''],
  ['a line comes', 'a:\n  b: 1\n', 'a:\n  # c\n  b: 1\n'],
  ['a line goes', 'a:\n  # c\n  b: 1\n', 'a:\n  b: 1\n'],
  ['a line moves', 'a:\n  b: 1\nc: 2\n', 'a:\n    b: 1\nc: 2\n'],
])('an index after an edit is that of the text: %s', (_, before, after) => {
  expect(updateLines(indexLines(before, 0), after, textDelta(before, after))).toEqual(indexLines(after, 0));
});
