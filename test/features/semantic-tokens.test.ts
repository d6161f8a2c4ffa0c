import { expect, test } from 'vitest';
import { irreversibleByNeighbours } from '../../server/src/features/semantic-tokens.ts';
import { asking } from '../support/asking.ts';

test('steps that cannot be undone are known by their id, if they have one', async () => {
  const { context } = await asking({
    'rollout-plan.yaml':
      'rolloutPlan: 1\nmigration:\n  steps:\n    - title: Drop it\n      reversible: false\n    - id: drop\n      reversible: false\n',
  });
  expect(JSON.parse(irreversibleByNeighbours(context))).toEqual([['drop']]);
});
