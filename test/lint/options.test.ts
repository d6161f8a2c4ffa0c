/** What a policy may say of a limit is read by the kind of the limit. */
import { expect, test } from 'vitest';
import { readOption } from '../../server/src/lint/options.ts';

test.each([
  ['number', '5', 5],
  ['number', '2.5', 2.5],
  ['number', 'many', undefined],
  ['boolean', 'true', true],
  ['boolean', 'false', false],
  ['boolean', 'yes', undefined],
  ['percent', '5%', 5],
  ['duration', '2m', 120_000],
  ['duration', 'long', undefined],
] as const)('%s: %s', (kind, words, value) => {
  const option = { name: 'limit', kind, default: 1, description: 'A limit.' } as unknown as Parameters<
    typeof readOption
  >[0];
  expect(readOption(option, words)).toBe(value);
});
