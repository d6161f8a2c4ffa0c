import * as l10n from '@vscode/l10n';
import { plansAround } from '../../lint/bundle.ts';
import { type Disuse, disuseIn, isRemovedUnproven } from '../../lint/disuse.ts';
import { isMisspelt, planSchema } from '../../lint/missing.ts';
import { defineRule, type Finding, finding } from '../../lint/rule.ts';
import { proposeCheck } from '../../lint/step-proposals.ts';
import { remarksOf, type StepWork, wordsNaming, workOfSteps } from '../../lint/step-work.ts';
import { nameOfStep } from '../../lint/steps.ts';
import { isAbsent, placeOfMissing } from '../../model/plan/view.ts';

/** After a step that changes data or schema, something shows that it has worked. */
export const stepWithoutVerification = defineRule({
  id: 'step-without-verification',
  group: 'migration',
  severity: 'warning',
  fixable: true,
  *check(context) {
    const all = workOfSteps(context);
    let disuse: Disuse | undefined;
    for (const [at, work] of all.entries()) {
      const { step } = work;
      if (!(work.changesData || work.changesSchema) || isVerified(work, all[at + 1])) continue;
      disuse ??= disuseIn(plansAround(context.plan, context.bundle));
      // The proof that nobody uses it is the check that such a step lacks.
      if (isRemovedUnproven(step, disuse)) continue;
      yield missing(work);
    }
  },
});

const LOOKS =
  /\b(?:verif(?:y|ied|ies)|validate[sd]?|checks?|checked|confirm(?:s|ed)?|assert(?:s|ed)?|expect(?:s|ed)?)\b/i;

function isVerified({ step }: StepWork, next: StepWork | undefined): boolean {
  if (!isAbsent(step, 'verify') || isMisspelt(step, 'verify', planSchema(['migration', 'steps', 0]))) return true;
  return LOOKS.test(remarksOf(step)) || (next !== undefined && isVerification(next));
}

function isVerification({ step }: StepWork): boolean {
  return step.kind?.value === 'verification' || /^\W*(?:verif|validat|check|confirm)/i.test(wordsNaming(step));
}

function missing(work: StepWork): Finding {
  const { step } = work;
  const message = l10n.t`Nothing checks that the step "${nameOfStep(step)}" has worked. A statement that ran without an error may still have missed rows, and the next step builds on them: write under \`verify\` a query and what it returns.`;
  return finding(placeOfMissing(step, 'verify'), message, [
    {
      title: l10n.t('Check its result'),
      edits: [{ kind: 'set', parent: step.node, key: 'verify', value: proposeCheck(work) }],
      preferred: true,
    },
  ]);
}
