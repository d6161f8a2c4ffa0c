import * as l10n from '@vscode/l10n';
import { insertSteps, newBackfill, releaseOf } from '../../lint/new-steps.ts';
import { migrates } from '../../lint/phases.ts';
import { defineRule, type Fix, finding, type RuleContext } from '../../lint/rule.ts';
import { remarksOf, type StepWork, wordsNaming, workAround, workOfSteps } from '../../lint/step-work.ts';
import { nameOfStep, placeOfStep } from '../../lint/steps.ts';
import type { StepView } from '../../lint/views.ts';

/** Who writes both shapes from now on also fills the new one for what was written before. */
export const dualWriteWithoutBackfill = defineRule({
  id: 'dual-write-without-backfill',
  group: 'migration',
  severity: 'warning',
  fixable: true,
  *check(context) {
    const all = workAround(context);
    const step = workOfSteps(context).find(({ isDualWrite }) => isDualWrite)?.step;
    if (!step || all.some((work) => fillsOldRows(work)) || needsNone(step)) return;
    const message = l10n.t`"${nameOfStep(step)}" writes both shapes from now on, and no step fills the new one for what was written before. Reads that are switched over then miss every old row: write a backfill step.`;
    yield finding(placeOfStep(step), message, fillBehind(step, context));
  },
});

const FILLS =
  /\b(?:copy|copies|copied|seed|popul|import|initial load|snapshot load|bulk load|re-?index|replay|fill|rebuild|historical|existing (?:rows|data|records)|old (?:rows|data|records))/i;

function fillsOldRows(work: StepWork): boolean {
  if (work.isBackfill) return true;
  return !work.isDualWrite && (work.changesData || (migrates(work) && FILLS.test(wordsNaming(work.step))));
}

const NONE =
  /\bno (?:need (?:for|of|to) )?(?:a )?back-?fill|\bback-?fill\b|\b(?:old|existing) (?:rows|data|records|entries|keys)\b|\bexpir|\bttl\b/i;
const TRANSIENT: ReadonlySet<string | undefined> = new Set(['cache', 'key-value', 'topic']);

/** What was written before goes by itself, or the step says why nobody needs it. */
function needsNone(step: StepView): boolean {
  return TRANSIENT.has(step.kind?.value) || step.ttlImpact !== undefined || NONE.test(remarksOf(step));
}

function fillBehind(step: StepView, context: RuleContext): Fix[] {
  const edits = insertSteps([newBackfill('old-rows', releaseOf(step), context)], step, 'after', context);
  return [{ title: l10n.t('Insert a backfill step'), edits, preferred: true }];
}
