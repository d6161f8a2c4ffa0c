import { expect, it } from 'vitest';
import { describeCriterion, describeLength, parseCriterion } from '../../../server/src/analysis/criteria/index.ts';

it.each([
  ['error-rate > 1% for 5m -> rollback', 'error-rate stays above 1 % for five minutes'],
  ['error-rate > 1%', 'error-rate is above 1 %'],
  ['p99 >= 400ms for 90m', 'p99 stays at or above 400 ms for one hour and 30 minutes'],
  ['amount-mismatch = 0 for 24h', 'amount-mismatch stays at 0 for one day'],
  ['amount-mismatch = 0', 'amount-mismatch is 0'],
  ['errors != 0', 'errors is anything but 0'],
  ['requests < 100/s', 'requests is below 100/s'],
  ['lag > 1h30m', 'lag is above one hour and 30 minutes'],
  ['error rate > 1% of requests for 5m', 'error rate stays above 1 % of requests for five minutes'],
  ['p99 > 2x baseline for 10m', 'p99 stays above 2 times its baseline for ten minutes'],
  ['p99 > baseline +10%', 'p99 is above 10 % above its baseline'],
  ['p99 > baseline - 50ms', 'p99 is above 50 ms below its baseline'],
  ['p99 > baseline', 'p99 is above its baseline'],
  ['p99 > 1.2x the stable version', 'p99 is above 1.2x the stable version'],
  ['throughput drops by more than 20%', 'throughput drops by more than 20 %'],
  ['latency increases by 50ms for 5m', 'latency rises by at least 50 ms for five minutes'],
  ['error rate does not increase by more than 10%', 'error rate rises by at most 10 %'],
  ['error-rate > 1% for several minutes', 'error-rate stays above 1 % for several minutes'],
  ['error-rate > 1% or p99 > 400ms', 'error-rate is above 1 % or p99 is above 400 ms'],
  ['error-rate > 1%; any data loss', 'error-rate is above 1 %; any data loss'],
  ['if smoke test fails, roll back', 'smoke test fails'],
  ['if there are issues', 'there are issues'],
  ['if needed', 'if needed'],
])('%s', (text, expected) => {
  expect(describeCriterion(parseCriterion(text))).toBe(expected);
});

it.each([
  [0, 'no time'],
  [1, 'one millisecond'],
  [30_000, '30 seconds'],
  [60_000, 'one minute'],
  [1_209_600_000, 'two weeks'],
  [90 * 86_400_000, '90 days'],
  [93_784_000, 'one day, two hours, three minutes and four seconds'],
])('%d ms', (ms, expected) => {
  expect(describeLength(ms)).toBe(expected);
});
