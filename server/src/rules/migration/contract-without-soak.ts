import * as l10n from '@vscode/l10n';
import { plansAround } from '../../lint/bundle.ts';
import { disuseIn, isRemovedUnproven, removesShape } from '../../lint/disuse.ts';
import { isMisspelt, planSchema } from '../../lint/missing.ts';
import { expands, migrates, relation, StepsByTable } from '../../lint/phases.ts';
import { defineRule, type Fix, finding } from '../../lint/rule.ts';
import { remarksOf, type StepWork, workOfSteps } from '../../lint/step-work.ts';
import { awaitedBy, nameOfStep } from '../../lint/steps.ts';
import type { StepView } from '../../lint/views.ts';
import { type PlanEdit, slot } from '../../model/edit.ts';
import { idOf, isAbsent, placeOfMissing } from '../../model/plan/view.ts';

/** The old shape stays for a while after everything has moved, so that a late mistake can still be taken back. */
export const contractWithoutSoak = defineRule({
  id: 'contract-without-soak',
  group: 'migration',
  severity: 'warning',
  fixable: true,
  *check(context) {
    const all = workOfSteps(context);
    const before = new StepsBefore();
    const disuse = disuseIn(plansAround(context.plan, context.bundle));
    for (const [at, work] of all.entries()) {
      const { step } = work;
      const last = removesShape(step) && !waits(step) ? before.lastOf(work) : undefined;
      before.add(work, at);
      // A step that waits for nothing at all is told to wait until nobody uses the old shape.
      if (!last || isRemovedUnproven(step, disuse)) continue;
      const message = l10n.t`The step "${nameOfStep(step)}" may run as soon as "${nameOfStep(last)}" is done. A wrong copy is noticed days later, and by then the right one is gone: write under \`after\` how long the old shape stays.`;
      const place = step.after ? placeOfMissing(step.after, 'soak') : placeOfMissing(step, 'after');
      yield finding(place, message, waitAfter(step, last));
    }
  },
});

const LENGTH =
  /\b\d+\s*(?:h|d|w|hours?|days?|weeks?|months?)\b|\b(?:a|one|two|three|next) (?:day|week|month|quarter)s?\b|\bsoak/i;

/** For a time, a day, a stage, a condition; or it may be, in words. */
function waits(step: StepView): boolean {
  const { after } = step;
  const schema = planSchema(['migration', 'steps', 0]);
  if (step.stage || LENGTH.test(remarksOf(step)) || isMisspelt(step, 'after', schema)) return true;
  if (!after) return !isAbsent(step, 'after');
  const isSaid = (['soak', 'stage', 'date', 'when'] as const).some((key) => !isAbsent(after, key));
  return isSaid || isMisspelt(after, 'soak', planSchema(['migration', 'steps', 0, 'after']));
}

/** Steps that others can name, as far as they have been gone through. */
class StepsBefore {
  private readonly moving = new StepsByTable();
  private readonly bringing = new StepsByTable();
  private readonly byId = new Map<string, StepWork>();

  add(work: StepWork, at: number): void {
    const { id } = work.step;
    if (!id) return;
    this.byId.set(id.value, work);
    if (migrates(work)) this.moving.add(work, at);
    if (expands(work)) this.bringing.add(work, at);
  }

  /** The one that it names; else the last one that moves what this one removes; else the one that brought the new shape. */
  lastOf(work: StepWork): StepView | undefined {
    const named = awaitedBy(work.step, this.byId);
    if (named && relation(work, named) !== 'apart') return named.step;
    return (this.moving.lastRelated(work) ?? this.bringing.lastRelated(work))?.work.step;
  }
}

function waitAfter({ node, after }: StepView, last: StepView): Fix[] {
  const soak = slot('30d');
  const id = idOf(last);
  const edits: readonly PlanEdit[] = !after
    ? [{ kind: 'set', parent: node, key: 'after', value: { step: id, soak } }]
    : [
        ...(after.step ? [] : [{ kind: 'set', parent: after.node, key: 'step', value: id } as const]),
        { kind: 'set', parent: after.node, key: 'soak', value: soak },
      ];
  return [{ title: l10n.t`Wait 30d after "${nameOfStep(last)}"`, edits, preferred: true }];
}
