import * as l10n from '@vscode/l10n';
import { hasMismatchLimit } from '../../lint/comparison.ts';
import { defineRule, finding } from '../../lint/rule.ts';
import { limitMismatch } from '../../lint/step-proposals.ts';
import { workAround, workOfSteps } from '../../lint/step-work.ts';
import { nameOfStep } from '../../lint/steps.ts';
import { placeOfMissing } from '../../model/plan/view.ts';

/** What is read only to be compared has a limit on what the comparison may find. */
export const shadowReadWithoutComparison = defineRule({
  id: 'shadow-read-without-comparison',
  group: 'migration',
  severity: 'warning',
  fixable: true,
  *check(context) {
    const work = workAround(context);
    const step = workOfSteps(context).find(({ isShadowRead }) => isShadowRead)?.step;
    // Where both copies are written too, the limit that is missing is asked for there.
    if (!step || work.some(({ isDualWrite }) => isDualWrite) || hasMismatchLimit(context)) return;
    const message = l10n.t`"${nameOfStep(step)}" reads both copies, and no limit says which difference between the answers stops the change. Reads that nobody compares prove nothing and cost load: write a mismatch metric and its limit under \`reconciliation\`.`;
    const place = step.reconciliation
      ? placeOfMissing(step.reconciliation, 'limit')
      : placeOfMissing(step, 'reconciliation');
    yield finding(place, message, limitMismatch(step, 'shadow-read', context));
  },
});
