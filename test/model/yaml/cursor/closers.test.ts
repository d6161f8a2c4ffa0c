import { expect, test } from 'vitest';
import { closersOf } from '../../../../server/src/model/yaml/cursor/closers.ts';

test.each([
  ['a: 1', ''],
  ['a: [b', ']'],
  ['a: [{ b: c', '}]'],
  ['a: [b, { c: d }', ']'],
  ['a: { b: [c }', ''],
  ['a: ]', ''],
  ['a: "b', '"'],
  ["a: [b, 'c", "']"],
  ["a: ['it''s', b", ']'],
  ["a: ['it''s", "']"],
  ["a: ['b', c", ']'],
  ['a: ["say \\"b\\"", c', ']'],
  ['a: [b # ]', ''],
])('%j is closed by %j', (line, closers) => expect(closersOf(line)).toBe(closers));
