import * as l10n from '@vscode/l10n';
import { PACE } from '../../lint/new-steps.ts';
import { defineRule, finding } from '../../lint/rule.ts';
import { actionsOf, remarksOf, type StepWork, workOfSteps } from '../../lint/step-work.ts';
import { nameOfStep } from '../../lint/steps.ts';
import type { PlanEdit } from '../../model/edit.ts';
import { entryOf, isAbsent, placeOfMissing, spelling } from '../../model/plan/view.ts';

/** A backfill writes a few rows at a time and pauses in between. */
export const backfillNotBatched = defineRule({
  id: 'backfill-not-batched',
  group: 'migration',
  severity: 'warning',
  fixable: true,
  *check(context) {
    for (const work of workOfSteps(context)) {
      const { step } = work;
      if (!work.isBackfill || work.changesSchema || isBatched(work)) continue;
      const message = l10n.t`The backfill "${nameOfStep(step)}" says neither a batch size nor a pause. One long write holds its locks until the end and lets replicas fall behind: write under \`backfill\` how many rows at a time, and the pause between.`;
      const place = step.backfill ? placeOfMissing(step.backfill, 'batchSize') : placeOfMissing(step, 'backfill');
      yield finding(place, message, [{ title: l10n.t('Write it in batches'), edits: batching(work), preferred: true }]);
    }
  },
});

const SAID = ['batchSize', 'throttle', 'rate', 'concurrency'] as const;
const WORDS =
  /\b(?:batch|chunk|throttl|page[- ]?size|pages? of|rate[- ]?limit|sleep|rows? (?:at a time|per|each)|slice|bulk[- ]?size)|\bpt-archiver\b|\bgh-ost\b|--limit\b/i;

function isBatched(work: StepWork): boolean {
  const { step, effects } = work;
  const { backfill, up } = step;
  if (backfill ? SAID.some((key) => !isAbsent(backfill, key)) : entryOf(step, 'backfill')?.value.kind === 'scalar')
    return true;
  // `sql-unbounded-write` speaks of a statement that has neither a condition nor a limit.
  if (effects.some(({ kind }) => kind === 'unbounded')) return true;
  if (actionsOf(work).some(({ facts }) => facts.batched)) return true;
  const said = [remarksOf(step), backfill?.notes, backfill?.order, up?.command, up?.sql].join('\n');
  return WORDS.test(said) || RANGE.test(spelling(up?.sql));
}

/** A part of the rows, by parameters. */
const RANGE = /\bbetween\s+[:$@?%]|[<>]=?\s*[:$@?%]\w*|\blimit\b|\bloop\b/i;

function batching({ step }: StepWork): readonly PlanEdit[] {
  const { backfill, node } = step;
  if (!backfill) return [{ kind: 'set', parent: node, key: 'backfill', value: PACE }];
  return Object.entries(PACE).map(([key, value]) => ({ kind: 'set', parent: backfill.node, key, value }));
}
