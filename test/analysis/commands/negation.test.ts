import { expect, test } from 'vitest';
import { isNegated } from '../../../server/src/analysis/commands/index.ts';

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
