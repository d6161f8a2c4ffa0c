import * as l10n from '@vscode/l10n';
import { hasMismatchLimit } from '../../lint/comparison.ts';
import { defineRule, finding } from '../../lint/rule.ts';
import { limitMismatch } from '../../lint/step-proposals.ts';
import { workOfSteps } from '../../lint/step-work.ts';
import { nameOfStep } from '../../lint/steps.ts';
import { placeOfMissing } from '../../model/plan/view.ts';

/** Where two copies are written, something counts where they differ, and a limit says how much of it stops the change. */
export const dualWriteWithoutReconciliation = defineRule({
  id: 'dual-write-without-reconciliation',
  group: 'migration',
  severity: 'warning',
  fixable: true,
  *check(context) {
    const step = workOfSteps(context).find(({ isDualWrite }) => isDualWrite)?.step;
    if (!step || hasMismatchLimit(context)) return;
    const message = l10n.t`"${nameOfStep(step)}" writes two copies, and no limit says which difference between them stops the change. Two writes come apart at the first error between them, and reads are switched to the wrong copy: write a mismatch metric and its limit under \`reconciliation\`.`;
    const place = step.reconciliation
      ? placeOfMissing(step.reconciliation, 'limit')
      : placeOfMissing(step, 'reconciliation');
    yield finding(place, message, limitMismatch(step, 'dual-write', context));
  },
});
