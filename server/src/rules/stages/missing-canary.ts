import * as l10n from '@vscode/l10n';
import { LARGEST_CANARY, LARGEST_JUMP } from '../../lint/limits.ts';
import { addStages } from '../../lint/new-stages.ts';
import { optionOf } from '../../lint/options.ts';
import { between, isOutOfOrder, placeOfWeight, sharesOf } from '../../lint/ramp.ts';
import { defineRule, type Fix, finding, type RuleContext } from '../../lint/rule.ts';
import { isProduction, nameOfStage, stagesOf, weightOf } from '../../lint/stages.ts';
import type { StageView } from '../../lint/views.ts';
import { formatPercent } from '../../model/notation.ts';
import type { Plan } from '../../model/plan/plan.ts';
import { listed } from '../../util/listed.ts';

/** Of these there are few, and one may be more than five percent of them. */
const LARGE_UNITS = new Set(['hosts', 'regions', 'clusters', 'shards', 'stores']);

/** Production meets the change in a share that is small enough to lose. */
export const missingCanary = defineRule({
  id: 'missing-canary',
  group: 'stages',
  severity: 'warning',
  fixable: true,
  options: [LARGEST_CANARY],
  *check(context) {
    const { plan } = context;
    const largest = optionOf(context, LARGEST_CANARY);
    const shares = sharesOf(plan);
    const [first] = shares;
    if (!first || first.weight <= largest || isOutOfOrder(shares)) return;
    const { stage, weight } = first;
    if (stage !== firstInProduction(plan) || LARGE_UNITS.has(stage.unit?.value ?? '')) return;
    const message = l10n.t`Stage "${nameOfStage(stage)}" is the first in production and takes ${formatPercent(weight)} at once. A fault that staging does not have then hits that many: start with ${formatPercent(largest)} or less.`;
    yield finding(placeOfWeight(stage), message, startSmaller(stage, weight, context));
  },
});

function firstInProduction(plan: Plan): StageView | undefined {
  return stagesOf(plan).find((stage) => isProduction(stage) && weightOf(stage) !== 0);
}

function startSmaller(stage: StageView, weight: number, context: RuleContext): Fix[] {
  const first = Math.min(1, optionOf(context, LARGEST_CANARY));
  const weights = [first, ...between(first, weight, optionOf(context, LARGEST_JUMP))];
  const edits = addStages(weights, stage, stage, context.plan);
  return edits.length > 0
    ? [{ title: l10n.t`Start with ${listed(weights.map(formatPercent))}`, edits, preferred: true }]
    : [];
}
