/** Several comparisons in one sentence. Each text beside its summary; `../summary.ts` says how to read one. */
import type { Case } from './index.ts';

export const COMPOUNDS: readonly Case[] = [
  ['error rate > 1% OR p95 > 2x baseline', '(error-rate > 1% or p95 > baseline x2)'],
  ['error rate > 1% || p99 > 400ms', '(error-rate > 1% or p99 > 400ms)'],
  ['error rate > 1% and p99 > 400ms for 5m', '(error-rate > 1% for 300s and p99 > 400ms for 300s)'],
  ['error rate > 1% for 5m and p99 > 400ms for 10m', '(error-rate > 1% for 300s and p99 > 400ms for 600s)'],
  ['error-rate < 0.5% && p99 < 300ms', '(error-rate < 0.5% and p99 < 300ms)'],
  ['error rate > 1%, p99 > 400ms, or any data loss', '(error-rate > 1% or p99 > 400ms or event)'],
  ['error rate > 1%; p99 > 400ms', '(error-rate > 1% list p99 > 400ms)'],
  ['p50 < 100 ms, p95 < 250 ms, p99 < 1 s', '(p50 < 100ms list p95 < 250ms list p99 < 1s)'],
  ['error rate > 1% and p99 > 400ms or lag > 30s', '((error-rate > 1% and p99 > 400ms) or lag > 30s)'],
  ['(error rate > 1% or p99 > 400ms) and traffic > 100 rps', '((error-rate > 1% or p99 > 400ms) and traffic > 100rps)'],
  [
    '(error rate > 1% and p99 > 400ms) for 5m or any data loss',
    '((error-rate > 1% for 300s and p99 > 400ms for 300s) or event)',
  ],
  ['error rate > 1% or p99 > 400ms -> rollback', '(error-rate > 1% or p99 > 400ms) -> rollback'],
  ['latency above 400 ms or more than 2x baseline', '(latency > 400ms or latency > baseline x2)'],
  ['error rate > 1% or > 5%', '(error-rate > 1% or error-rate > 5%)'],
  ['p99 > 400ms or more than 10 failed payments', '(p99 > 400ms or failed-payments > 10)'],
  ['error rate > 1% or more than 5 minutes', '(error-rate > 1% or unknown)'],
  ['errors or timeouts > 1%', 'errors-or-timeouts > 1%'],
  ['p95 and p99 latency > 400ms', 'p95-and-p99-latency > 400ms'],
  ['error rate > 1% and on-call is paged', '(error-rate > 1% and event)'],
  ['smoke test fails or error rate > 1%', '(event or error-rate > 1%)'],
  ['something looks wrong or error rate > 1%', '(vague: looks wrong, something or error-rate > 1%)'],
  ['error rate > 1% and rising', '(error-rate > 1% and unknown)'],
  ['any data loss, error rate > 1%', '(event list error-rate > 1%)'],
  ['error rate < 1% and smoke tests pass for 1h', '(error-rate < 1% and event for 3600s)'],
  [
    'error rate is at least 1%, p95 exceeds the release SLO for ten minutes, or any acknowledged message is lost',
    '(error-rate >= 1% or unknown or event)',
  ],
  ['(error-rate > 1% and any data loss) for 5m', '(error-rate > 1% for 300s and event)'],
  ['error rate > 1% or, p99 > 1s', '(error-rate > 1% or p99 > 1s)'],
];
