import { expect, test } from 'vitest';
import { saidByNeighbours } from '../../server/src/features/code-lenses.ts';
import { asking } from '../support/asking.ts';

test('how often other files say what is declared here, and nothing of what is not', async () => {
  const { context } = await asking({
    'rollout-plan.yaml':
      'rolloutPlan: 1\nmetrics:\n  - id: latency\n  - id: error-rate\n  - id: unused\nrollout:\n  metrics: [latency]\n',
    'ROLLOUT_PLAN.md':
      '# Rollout plan\n\nAn error-rate of half-a-percent.\n\n## Stages\n\n### canary (1%)\n\n**Metrics**: latency, other\n',
  });
  expect(JSON.parse(saidByNeighbours(context))).toEqual([
    ['error-rate', 1],
    ['latency', 1],
  ]);
});
