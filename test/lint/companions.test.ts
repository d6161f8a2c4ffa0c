/** What a value that is to be inserted refers to. */
import { expect, test } from 'vitest';
import { namesIn } from '../../server/src/lint/companions.ts';
import { planSchema } from '../../server/src/lint/missing.ts';
import { slot } from '../../server/src/model/edit.ts';

const STAGE = planSchema(['rollout', 'stages', 0]);

test('metrics by their ids and in criteria, and nothing of keys that the schema does not know', () => {
  const value = {
    metrics: [slot('error-rate')],
    abortCriteria: ['p99-latency > 400ms for 5m -> pause'],
    soak: ['error-rate'],
    metrix: ['traffic'],
  };
  expect([...namesIn(value, STAGE)]).toEqual([
    { kind: 'metric', id: 'error-rate' },
    { kind: 'metric', id: 'p99-latency' },
  ]);
});
