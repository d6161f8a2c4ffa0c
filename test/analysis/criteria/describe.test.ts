import { expect, it } from 'vitest';
import { describeCriterion, describeLength, parseCriterion } from '../../../server/src/analysis/criteria/index.ts';

const ABORT = { told: 'when', named: 'on' };

it.each([
  ['error-rate > 1% for 5m -> rollback', 'when error-rate stays above 1 % for five minutes'],
  ['error-rate > 1%', 'when error-rate is above 1 %'],
  ['p99 >= 400ms for 90m', 'when p99 stays at or above 400 ms for one hour and 30 minutes'],
  ['amount-mismatch = 0 for 24h', 'when amount-mismatch stays at 0 for one day'],
  ['amount-mismatch = 0', 'when amount-mismatch is 0'],
  ['errors != 0', 'when errors is anything but 0'],
  ['requests < 100/s', 'when requests is below 100/s'],
  ['lag > 1h30m', 'when lag is above one hour and 30 minutes'],
  ['error rate > 1% of requests for 5m', 'when error rate stays above 1 % of requests for five minutes'],
  ['p99 > 2x baseline for 10m', 'when p99 stays above 2 times its baseline for ten minutes'],
  ['p99 > baseline +10%', 'when p99 is above 10 % above its baseline'],
  ['p99 > baseline - 50ms', 'when p99 is above 50 ms below its baseline'],
  ['p99 > baseline', 'when p99 is above its baseline'],
  ['p99 > 1.2x the stable version', 'when p99 is above 1.2x the stable version'],
  ['throughput drops by more than 20%', 'when throughput drops by more than 20 %'],
  ['latency increases by 50ms for 5m', 'when latency rises by at least 50 ms for five minutes'],
  ['error rate does not increase by more than 10%', 'when error rate rises by at most 10 %'],
  ['error rate rises by less than 10%', 'when error rate rises by less than 10 %'],
  ['throughput drops by at least 20%', 'when throughput drops by at least 20 %'],
  ['throughput drops by at most 20%', 'when throughput drops by at most 20 %'],
  ['throughput drops by less than 20%', 'when throughput drops by less than 20 %'],
  ['latency rises by at least 10%', 'when latency rises by at least 10 %'],
  ['p99 > baseline +0%', 'when p99 is above 0 % above its baseline'],
  ['p99 > 3x the baseline', 'when p99 is above 3 times its baseline'],
  ['lag > 60000ms', 'when lag is above one minute'],
  ['lag > 59999ms', 'when lag is above 59999 ms'],
  ['lag > 5 widgets', 'when lag is above 5 widgets'],
  ['error-rate > 1% for several minutes', 'when error-rate stays above 1 % for several minutes'],
  ['error-rate > 1% or p99 > 400ms', 'when error-rate is above 1 % or p99 is above 400 ms'],
  ['error-rate > 1%; any data loss', 'when error-rate is above 1 %; on any data loss'],
  ['if smoke test fails, roll back', 'when smoke test fails'],
  ['if there are issues', 'when there are issues'],
  ['if needed', 'when if needed'],
])('%s', (text, expected) => {
  expect(describeCriterion(parseCriterion(text), ABORT)).toBe(expected);
});

it.each([
  ['any data loss report', 'on any data loss report'],
  ['two customer reports of a wrong amount', 'on two customer reports of a wrong amount'],
  ['any alert from the ledger', 'on any alert from the ledger'],
  ['a single 5xx error on checkout', 'on a single 5xx error on checkout'],
  ['an unhandled exception in the worker', 'on an unhandled exception in the worker'],
  ['pod restarts', 'on pod restarts'],
  ['any pod crashes', 'when any pod crashes'],
  ['a customer reports a wrong amount', 'when a customer reports a wrong amount'],
  ['an alert of the ledger fires', 'when an alert of the ledger fires'],
  ['the incident is not closed', 'when the incident is not closed'],
  ['replication slot gone', 'when replication slot gone'],
  ['severe errors', 'on severe errors'],
  ['the error rate is too high', 'when the error rate is too high'],
  ['any data loss or error-rate > 1% for 5m', 'on any data loss or when error-rate stays above 1 % for five minutes'],
])('an event is named or told: %s', (text, expected) => {
  expect(describeCriterion(parseCriterion(text), ABORT)).toBe(expected);
});

it.each([
  [0, 'no time'],
  [1, 'one millisecond'],
  [30_000, '30 seconds'],
  [60_000, 'one minute'],
  [1_209_600_000, 'two weeks'],
  [4 * 604_800_000, 'four weeks'],
  [5 * 604_800_000, '35 days'],
  [10 * 86_400_000, 'ten days'],
  [604_800_001, 'seven days and one millisecond'],
  [60_001.5, 'one minute and 1.5 milliseconds'],
  [90 * 86_400_000, '90 days'],
  [93_784_000, 'one day, two hours, three minutes and four seconds'],
])('%d ms', (ms, expected) => {
  expect(describeLength(ms)).toBe(expected);
});
