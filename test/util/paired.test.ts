import { expect, test } from 'vitest';
import { paired } from '../../server/src/util/paired.ts';

test.each([
  [
    'of the same length',
    ['a', 'b'],
    [1, 2],
    [
      ['a', 1],
      ['b', 2],
    ],
  ],
  ['the first one longer', ['a', 'b'], [1], [['a', 1]]],
  ['the second one longer', ['a'], [1, 2], [['a', 1]]],
  [
    'with what is not set',
    ['a', undefined],
    [undefined, 2],
    [
      ['a', undefined],
      [undefined, 2],
    ],
  ],
  ['empty', [], [1], []],
])('lists %s', (_, one, other, pairs) => {
  expect([...paired<unknown, unknown>(one, other)]).toEqual(pairs);
});
