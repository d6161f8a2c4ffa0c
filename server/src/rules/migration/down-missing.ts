import * as l10n from '@vscode/l10n';
import { irreversibleSteps } from '../../lint/irreversible.ts';
import { isMisspelt, planSchema } from '../../lint/missing.ts';
import { isForwardOnly, rollbacksAround } from '../../lint/rollback.ts';
import { defineRule, finding } from '../../lint/rule.ts';
import { inverseOf } from '../../lint/step-inverse.ts';
import { remarksOf, type StepWork, wordsNaming, workOfSteps } from '../../lint/step-work.ts';
import { nameOfStep } from '../../lint/steps.ts';
import { type Skeleton, slot } from '../../model/edit.ts';
import { entryOf, isAbsent, placeOfMissing } from '../../model/plan/view.ts';

/** A step that can be taken back says how. */
export const downMissing = defineRule({
  id: 'down-missing',
  group: 'migration',
  severity: 'warning',
  fixable: true,
  *check(context) {
    const { plan, bundle } = context;
    // A plan without a way back on purpose misses none.
    if (isForwardOnly(rollbacksAround(context))) return;
    const lost = new Set(irreversibleSteps(plan, bundle).map(({ step }) => step));
    for (const work of workOfSteps(context)) {
      const { step } = work;
      if (lost.has(step) || !isReversible(work) || hasWayBack(work)) continue;
      const claims = step.reversible ? 'is reversible' : 'only adds, so it can be taken back';
      const message = l10n.t`The step "${nameOfStep(step)}" ${claims}, and nothing says how. A way back that is thought of during an incident is untested: write it under \`down\`.`;
      yield finding(placeOfMissing(step, 'down'), message, [
        {
          title: l10n.t('Write the way back'),
          edits: [{ kind: 'set', parent: step.node, key: 'down', value: wayBack(work) }],
          preferred: true,
        },
      ]);
    }
  },
});

/** By its own word, or because all that it does is to add. */
function isReversible(work: StepWork): boolean {
  if (entryOf(work.step, 'reversible') !== undefined) return work.step.reversible?.value === true;
  return work.step.phase?.value !== 'contract' && inverseOf(work) !== undefined;
}

const NOTHING_TO_UNDO: ReadonlySet<string | undefined> = new Set(['verification', 'manual']);
const SAYS =
  /\b(?:roll(?:ed|s)? ?back|rollback|revert|undo|undone|take(?:n)? back|way back|turn(?:ed)? off|nothing to)\b/i;

/** `yes, helm uninstall`. */
const AND_HOW = /^(?:yes|true)\W+\w\w/i;

/** A flag is turned back; who only looks changes nothing. */
function hasWayBack({ step }: StepWork): boolean {
  if (!isAbsent(step, 'down') || step.flag || NOTHING_TO_UNDO.has(step.kind?.value)) return true;
  if (AND_HOW.test(step.reversible?.node.text ?? '')) return true;
  const isMeant = isMisspelt(step, 'down', planSchema(['migration', 'steps', 0]));
  return (
    isMeant || SAYS.test(remarksOf(step)) || /^\W*(?:verif|validat|check|confirm|announce)/i.test(wordsNaming(step))
  );
}

function wayBack(work: StepWork): Skeleton {
  const inverse = inverseOf(work);
  return inverse === undefined
    ? { description: slot('what undoes the step, and nothing that was written since') }
    : { sql: inverse };
}
