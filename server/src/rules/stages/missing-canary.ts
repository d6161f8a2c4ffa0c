import { addStages, listed } from '../../lint/new-stages.ts';
import { between, isOutOfOrder, placeOfWeight, sharesOf } from '../../lint/ramp.ts';
import { defineRule, type Fix, finding } from '../../lint/rule.ts';
import { isProduction, nameOfStage, stagesOf, weightOf } from '../../lint/stages.ts';
import type { StageView } from '../../lint/views.ts';
import { formatPercent } from '../../model/notation.ts';
import type { Plan } from '../../model/plan/plan.ts';

const LARGEST = 5;
/** Of these there are few, and one may be more than five percent of them. */
const LARGE_UNITS = new Set(['hosts', 'regions', 'clusters', 'shards', 'stores']);

/** Production meets the change in a share that is small enough to lose. */
export const missingCanary = defineRule({
  id: 'missing-canary',
  group: 'stages',
  severity: 'warning',
  fixable: true,
  *check({ plan }) {
    const shares = sharesOf(plan);
    const [first] = shares;
    if (!first || first.weight <= LARGEST || isOutOfOrder(shares)) return;
    const { stage, weight } = first;
    if (stage !== firstInProduction(plan) || LARGE_UNITS.has(stage.unit?.value ?? '')) return;
    const message = `Stage "${nameOfStage(stage)}" is the first in production and takes ${formatPercent(weight)} at once. A fault that staging does not have then hits that many: start with ${LARGEST}% or less.`;
    yield finding(placeOfWeight(stage), message, startSmaller(stage, weight, plan));
  },
});

function firstInProduction(plan: Plan): StageView | undefined {
  return stagesOf(plan).find((stage) => isProduction(stage) && weightOf(stage) !== 0);
}

function startSmaller(stage: StageView, weight: number, plan: Plan): Fix[] {
  const weights = [1, ...between(1, weight)];
  const edits = addStages(weights, stage, stage, plan);
  return edits.length > 0 ? [{ title: `Start with ${listed(weights)}`, edits, preferred: true }] : [];
}
