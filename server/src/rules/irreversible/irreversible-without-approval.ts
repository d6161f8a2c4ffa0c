import * as l10n from '@vscode/l10n';
import { plansAround } from '../../lint/bundle.ts';
import { irreversibleSteps } from '../../lint/irreversible.ts';
import { defineRule, finding } from '../../lint/rule.ts';
import { rolloutAmong } from '../../lint/step-in-rollout.ts';
import { nameOfStep, placeOfStep } from '../../lint/steps.ts';
import type { StageView } from '../../lint/views.ts';
import { slot } from '../../model/edit.ts';
import { idOf, isAbsent } from '../../model/plan/view.ts';

/** Somebody says yes before a step that cannot be undone: for the step, for its stage or gate, or for the plan. */
export const irreversibleWithoutApproval = defineRule({
  id: 'irreversible-without-approval',
  group: 'irreversible',
  severity: 'warning',
  fixable: true,
  *check({ plan, bundle }) {
    const plans = plansAround(plan, bundle);
    if (plans.some(({ view }) => !isAbsent(view, 'approvers'))) return;
    const approved = approvedByStages(rolloutAmong(plans).stages);
    for (const { step, irreversible } of irreversibleSteps(plan, bundle)) {
      if (!isAbsent(step, 'approvers') || approved.has(idOf(step))) continue;
      const message = l10n.t`The step "${nameOfStep(step)}" ${irreversible.why}, and nobody approves it. A second person who knows the data is the last check before it is gone: name an approver of the step or of the plan.`;
      yield finding(placeOfStep(step), message, [
        {
          title: l10n.t('Name an approver'),
          edits: [{ kind: 'set', parent: step.node, key: 'approvers', value: [slot('@dba-oncall')] }],
          preferred: true,
        },
      ]);
    }
  },
});

/** Steps that a stage lists, or its gate opens, where somebody has to say yes to that. */
function approvedByStages(stages: readonly StageView[]): ReadonlySet<string> {
  const approved = new Set<string>();
  for (const stage of stages) {
    if (!isAbsent(stage, 'approvers')) for (const step of stage.steps ?? []) approved.add(step.value);
    const { gate } = stage;
    if (gate && 'opens' in gate && gate.opens && !isAbsent(gate, 'approvers')) approved.add(gate.opens.value);
  }
  return approved;
}
