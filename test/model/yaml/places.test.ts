import { expect, test } from 'vitest';
import { columnOf } from '../../../server/src/model/yaml/edits/places.ts';

test.each([
  ['a: 1', 0, 0],
  ['a: 1', 3, 3],
  ['a:\n  b: 1', 5, 2],
  ['\uFEFFa: 1', 1, 0],
  ['\uFEFFa: 1', 4, 3],
  // What begins with the mark itself stands in the first column, too.
  ['\uFEFFa: 1', 0, 0],
])('columns before a place in %j', (text, at, columns) => expect(columnOf(text, at)).toBe(columns));
