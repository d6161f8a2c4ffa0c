import * as l10n from '@vscode/l10n';
import { plansAround } from '../../lint/bundle.ts';
import { textsIn } from '../../lint/contract.ts';
import { removesShape } from '../../lint/disuse.ts';
import { insertSteps, newDualWrite, releaseOf } from '../../lint/new-steps.ts';
import { defineRule, type Fix, finding, type RuleContext } from '../../lint/rule.ts';
import { remarksOf, type StepWork, wordsNaming, workAround, workOfSteps } from '../../lint/step-work.ts';
import { nameOfStep, placeOfStep } from '../../lint/steps.ts';
import type { StepView } from '../../lint/views.ts';
import type { Plan } from '../../model/plan/plan.ts';

/** While old rows are filled, new ones are written in both shapes: otherwise the copy is out of date as soon as it is made. */
export const backfillWithoutDualWrite = defineRule({
  id: 'backfill-without-dual-write',
  group: 'migration',
  severity: 'warning',
  fixable: true,
  *check(context) {
    const all = workAround(context);
    const step = workOfSteps(context).find(({ isBackfill }) => isBackfill)?.step;
    if (
      !step ||
      !hasTwoShapes(all, context) ||
      all.some(keepsUp) ||
      isStopped(plansAround(context.plan, context.bundle))
    )
      return;
    const message = l10n.t`"${nameOfStep(step)}" fills old rows, and no step writes both shapes meanwhile. A row that is written behind the backfill has only one of them, and loses its value when the old one goes: write both first.`;
    yield finding(placeOfStep(step), message, writeBothFirst(step, context));
  },
});

/** Something is removed afterwards that lives on until then. What is only added may be filled at leisure. */
function hasTwoShapes(all: readonly StepWork[], { plan, bundle }: RuleContext): boolean {
  const strategies = plansAround(plan, bundle).flatMap(({ view }) => view.migration?.strategies ?? []);
  return strategies.some(({ value }) => value === 'dual-write') || all.some(({ step }) => removesShape(step));
}

const KEEPS =
  /\b(?:dual|double|both)\b|\btriggers?\b|\bcdc\b|\bchange data capture\b|\bdebezium\b|\breplicat|\bgenerated (?:column|always)|\bcomputed column|\b(?:read-only|frozen|freeze|immutable|append-only)\b|\bgh-ost\b|\bpt-online-schema-change\b|\bpgroll\b/i;

/** Writes the new shape too, in whatever way; or nothing is written meanwhile. */
function keepsUp({ step, isDualWrite, isBackfill }: StepWork): boolean {
  if (
    isDualWrite ||
    step.kind?.value === 'switch-writes' ||
    [remarksOf(step), ...textsIn(step.node)].some((text) => KEEPS.test(text))
  )
    return true;
  return (
    !isBackfill && /\bwrit(?:e|es|ing|ten)\b/i.test(`${wordsNaming(step)} ${step.flag ?? ''} ${step.up?.command ?? ''}`)
  );
}

const OTHER_WAYS: ReadonlySet<string> = new Set([
  'change-data-capture',
  'online-schema-change',
  'maintenance-window',
  'big-bang',
]);

function isStopped(plans: readonly Plan[]): boolean {
  return plans.some(({ view: { migration } }) => {
    const { strategies, maintenanceWindow, description, notes } = migration ?? {};
    if (maintenanceWindow || strategies?.some(({ value }) => OTHER_WAYS.has(value))) return true;
    return KEEPS.test(`${description ?? ''} ${notes ?? ''}`);
  });
}

function writeBothFirst(step: StepView, context: RuleContext): Fix[] {
  const edits = insertSteps([newDualWrite(releaseOf(step), context)], step, 'before', context);
  return [{ title: l10n.t('Insert a dual write before it'), edits, preferred: true }];
}
