import { expect, test } from 'vitest';
import { isNegated } from '../../../server/src/analysis/commands/index.ts';
import { isForbiddenAfter } from '../../../server/src/analysis/commands/negation.ts';

test.each([
  'Never run this:',
  'Do not run',
  "Don't use",
  'This must not be done by hand:',
  'Avoid',
  'Use the dry run instead of',
  'Rather than',
  'We page the owner. Never run',
])('forbids: %s', (prose) => expect(isNegated(prose)).toBe(true));

test.each([
  'Run this:',
  'When the soak is over, run',
  'Never on a Friday. Run',
  'If that does not help, ask the owner. Then run',
  'nothing is lost by',
])('says so: %s', (prose) => expect(isNegated(prose)).toBe(false));

test('what was said long before forbids nothing', () => {
  expect(isNegated(`Never run this${' and that'.repeat(200)}`)).toBe(false);
  expect(isNegated(`${'and that '.repeat(200)} never run`)).toBe(true);
});

test.each([
  ['  Never run this. ', true],
  ['Never here. \n Run', false],
  ['Run this. Not: ', true],
])('sentences are told apart: %j is %s', (prose, forbids) => expect(isNegated(prose)).toBe(forbids));

test.each([
  [' must never be run', true],
  [', is forbidden', true],
  [' shouldn’t be used', true],
  [' brings it back; it must never be run twice', false],
])('behind a command: %j is %s', (prose, forbids) => expect(isForbiddenAfter(prose)).toBe(forbids));

test('what is said long after a command forbids nothing', () => {
  expect(isForbiddenAfter(`${' '.repeat(200)} must never be run`)).toBe(false);
});
