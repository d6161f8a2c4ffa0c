import { expect, test } from 'vitest';
import { meets } from '../../server/src/lint/said-below.ts';

test('sets meet where they have a member in common, whichever is larger', () => {
  const many = new Set(['a', 'b', 'c']);
  expect(meets(many, new Set(['c']))).toBe(true);
  expect(meets(new Set(['c']), many)).toBe(true);
  expect(meets(many, new Set(['d']))).toBe(false);
  expect(meets(many, new Set())).toBe(false);
});
