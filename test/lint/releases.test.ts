/** What the text of a release tells: which comes next, which came before, and which of two is the earlier. */
import { expect, test } from 'vitest';
import { isBefore, nextRelease, previousRelease, sameRelease } from '../../server/src/lint/releases.ts';

test.each([
  ['5.0.3', '5.1.0', '5.0.2'],
  ['5.0.0', '5.1.0', '4.0.0'],
  ['V112', 'V113', 'V111'],
  ['release-2026.1', 'release-2026.2', 'release-2026.0'],
  ['0.0', '0.1', undefined],
  ['next', undefined, undefined],
  ['a release of the whole platform 5', undefined, undefined],
])('%s is followed by %s and follows %s', (release, next, previous) => {
  expect(nextRelease(release)).toBe(next);
  expect(previousRelease(release)).toBe(previous);
});

test.each([
  ['5.0', '5.0.1', true],
  ['5.0.1', '5.0', false],
  ['5.0', '5.0.0', false],
  ['v5.0', '5.1', true],
  ['5.9', '5.10', true],
  ['V112', 'R113', undefined],
  ['next', '5.0', undefined],
  ['5.0', 'next', undefined],
])('%s is before %s: %s', (one, other, before) => expect(isBefore(one, other)).toBe(before));

test('a release is the same in another spelling', () => {
  expect(sameRelease(' V5.0 ', 'v5.0')).toBe(true);
  expect(sameRelease('5.0', '5.0.0')).toBe(false);
});
