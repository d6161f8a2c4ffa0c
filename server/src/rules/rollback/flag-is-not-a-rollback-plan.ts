import * as l10n from '@vscode/l10n';
import { irreversibleAround, isForwardOnly, rollbackAsked, rollbackStepsOf, stepsAround } from '../../lint/rollback.ts';
import { defineRule, type Fix, finding } from '../../lint/rule.ts';
import { nameOfStep } from '../../lint/steps.ts';
import type { RollbackView, StepView } from '../../lint/views.ts';
import { type Skeleton, slot } from '../../model/edit.ts';
import { wordsOf } from '../../model/plan/view.ts';
import { isFlagStep, writesData } from './data-steps.ts';
import { saysData } from './says-data.ts';

/** Turning a flag off stops the harm; it takes no row back. */
export const flagIsNotARollbackPlan = defineRule({
  id: 'flag-is-not-a-rollback-plan',
  group: 'rollback',
  severity: 'warning',
  fixable: true,
  *check(context) {
    const said = rollbackAsked(context, 'steps');
    if (!said || isForwardOnly(said.all) || !rollbackStepsOf(said.all).every(isFlagStep)) return;
    const { steps: own } = said.own;
    const first = own?.[0];
    // Of steps that cannot be undone others speak: those need a backup.
    const lost = new Set(irreversibleAround(context).map(({ step }) => step));
    const written = stepsAround(context).find((step) => writesData(step) && !lost.has(step));
    if (!own || !first || !written || saysData(said.all)) return;
    const message = l10n.t`The rollback only turns a flag, and a flag does not take back what "${nameOfStep(written)}" has written. The old code then reads the new rows: write what happens to them.`;
    yield finding(first.run?.node.span ?? first.node.head, message, undo(own, written), [
      { span: written.node.head, message: l10n.t('This step writes data.') },
    ]);
  },
});

/** The step's own way back, where it has one. */
function undo(steps: NonNullable<RollbackView['steps']>, step: StepView): Fix[] {
  if (!step.id) return [];
  const [sql, command] = [wordsOf(step.down?.sql), wordsOf(step.down?.command)];
  const how: { readonly [key: string]: Skeleton } = sql
    ? { sql }
    : command
      ? { run: command }
      : { manual: slot(`leave what ${step.id} has written unless it is wrong; clear the rows that are`) };
  const value = { id: `undo-${step.id}`, ...how, undoes: step.id.value };
  const edit = { kind: 'append', list: steps.node, value } as const;
  return [{ title: l10n.t`Take back "${String(step.id)}"`, edits: [edit], preferred: true }];
}
