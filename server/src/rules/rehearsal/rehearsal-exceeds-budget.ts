import * as l10n from '@vscode/l10n';
import { budgetOf } from '../../lint/rehearsal-proposals.ts';
import { dayOf, isPlanned, isToldElsewhere, lengthOf, rehearsalsAround, rehearsalsIn } from '../../lint/rehearsals.ts';
import { irreversibleAround } from '../../lint/rollback.ts';
import { defineRule, finding, type RuleContext } from '../../lint/rule.ts';
import type { RehearsalView } from '../../lint/views.ts';
import { formatDuration } from '../../model/notation.ts';
import { budgetFor } from '../rollback/budget.ts';

/** The rollback was as fast as the plan promises. */
export const rehearsalExceedsBudget = defineRule({
  id: 'rehearsal-exceeds-budget',
  group: 'rehearsal',
  severity: 'error',
  fixable: true,
  *check(context) {
    const budget = budgetOf(context);
    if (!budget) return;
    const isExcused = excuses(budget.ms, context);
    for (const rehearsal of rehearsalsIn(context.plan)) {
      const ms = lengthOf(rehearsal);
      const words = rehearsal.took ?? rehearsal.restored;
      if (ms === undefined || !words || isExcused(rehearsal)) continue;
      const enough = budgetFor(ms);
      const message = l10n.t`The rehearsal took ${formatDuration(ms)}, and the rollback may take ${String(budget.words)}. In an incident it would be given up halfway, or awaited too long: make it faster and try again, or raise the budget to ${enough}.`;
      yield finding(
        words.node.span,
        message,
        [
          {
            title: l10n.t`Raise the time budget to ${enough}`,
            edits: [{ kind: 'write', node: budget.words.node, value: enough }],
            preferred: true,
          },
        ],
        [{ span: budget.words.node.span, message: l10n.t('This is how long it may take.') }],
      );
    }
  },
});

/** It was fast enough, then or later, is told by the plan, or was a restore, which is another way back. */
function excuses(budget: number, context: RuleContext): (rehearsal: RehearsalView) => boolean {
  const isFast = (one: RehearsalView) => (lengthOf(one) ?? Number.POSITIVE_INFINITY) <= budget;
  const isSlow = (one: RehearsalView) => lengthOf(one) !== undefined && !isFast(one);
  const lastFast = rehearsalsAround(context)
    .filter(isFast)
    .map((one) => dayOf(one) ?? '')
    .sort()
    .at(-1);
  const lost = new Set(irreversibleAround(context).map(({ step }) => step.id?.value));
  const isRecord = context.plan.document.kind === 'rehearsal';
  return (rehearsal) =>
    isPlanned(rehearsal, context.today) ||
    (lastFast !== undefined && lastFast >= (dayOf(rehearsal) ?? '')) ||
    (rehearsal.step !== undefined && lost.has(rehearsal.step.value)) ||
    (isRecord && isToldElsewhere(rehearsal, context, isSlow));
}
