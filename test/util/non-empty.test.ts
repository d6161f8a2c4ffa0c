import { expect, test } from 'vitest';
import { mapped, type NonEmpty } from '../../server/src/util/non-empty.ts';

test('what is made of each item comes in the same order, and is at least one', () => {
  const made: NonEmpty<string> = mapped([1, 2, 3], (item) => `${item}`);
  expect(made).toEqual(['1', '2', '3']);
  expect(mapped(['a'], (item) => item)[0]).toBe('a');
});
