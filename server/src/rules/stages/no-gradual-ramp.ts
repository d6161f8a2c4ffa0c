import * as l10n from '@vscode/l10n';
import { LARGEST_JUMP } from '../../lint/limits.ts';
import { addStages } from '../../lint/new-stages.ts';
import { optionOf } from '../../lint/options.ts';
import { between, firstNotRising, isJump, isOutOfOrder, placeOfWeight, type Share, sharesOf } from '../../lint/ramp.ts';
import { defineRule, type Fix, finding } from '../../lint/rule.ts';
import { nameOfStage } from '../../lint/stages.ts';
import { formatPercent } from '../../model/notation.ts';
import type { Plan } from '../../model/plan/plan.ts';
import { listed } from '../../util/listed.ts';

/** A stage widens in steps that are small enough to learn something from each. */
export const noGradualRamp = defineRule({
  id: 'no-gradual-ramp',
  group: 'stages',
  severity: 'warning',
  fixable: true,
  options: [LARGEST_JUMP],
  *check(context) {
    const { plan } = context;
    const largest = optionOf(context, LARGEST_JUMP);
    const shares = sharesOf(plan);
    if (isOutOfOrder(shares)) return;
    const forgotten = firstNotRising(shares);
    for (const share of shares) {
      const { stage, weight, before } = share;
      // A share that does not rise is told itself, and what follows it is another step once it does.
      if (!before || before === forgotten || !isJump(before.weight, weight, largest)) continue;
      const message = l10n.t`Stage "${nameOfStage(stage)}" goes from ${formatPercent(before.weight)} to ${formatPercent(weight)} in one move. What breaks under load, in caches, pools and queues, breaks for all of them at once: put stages between.`;
      yield finding(
        placeOfWeight(stage),
        message,
        widenSlowly(share, between(before.weight, weight, largest), before, plan),
      );
    }
  },
});

function widenSlowly({ stage }: Share, weights: readonly number[], before: Share, plan: Plan): Fix[] {
  const edits = addStages(weights, before.stage, stage, plan);
  return edits.length > 0
    ? [{ title: l10n.t`Put ${listed(weights.map(formatPercent))} between`, edits, preferred: true }]
    : [];
}
