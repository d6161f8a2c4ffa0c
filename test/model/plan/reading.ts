import { newPlanCaches, type Plan, type PlanCaches, readPlans } from '../../../server/src/model/plan/plan.ts';

/** The plan of a text. With the caches of another reading it is the next one of the same text. */
export function planOf(text: string, caches: PlanCaches = newPlanCaches()): Plan {
  return readPlans({ uri: 'file:///rollout-plan.yaml', syntax: 'yaml', text }, 'plan', caches)[0];
}
