import * as l10n from '@vscode/l10n';
import { defineRule, finding } from '../../lint/rule.ts';
import { actionsOf, remarksOf, type StepWork, textOfAction, workOfSteps } from '../../lint/step-work.ts';
import { nameOfStep } from '../../lint/steps.ts';
import type { PlanEdit } from '../../model/edit.ts';
import { entryOf, isAbsent, placeOfMissing } from '../../model/plan/view.ts';

/** A backfill says what happens when it is started a second time. */
export const backfillNotIdempotent = defineRule({
  id: 'backfill-not-idempotent',
  group: 'migration',
  severity: 'warning',
  fixable: true,
  *check(context) {
    for (const work of workOfSteps(context)) {
      const { step } = work;
      if (!work.isBackfill || work.changesSchema || isSaid(work)) continue;
      const message = l10n.t`The backfill "${nameOfStep(step)}" does not say whether it may run twice, nor whether it goes on where it stopped. It will be interrupted, and then nobody knows whether to start it again: write \`idempotent\` and \`resumable\` under \`backfill\`.`;
      const place = step.backfill ? placeOfMissing(step.backfill, 'idempotent') : placeOfMissing(step, 'backfill');
      yield finding(place, message, [
        {
          title: l10n.t('Say that it may run twice and goes on where it stopped'),
          edits: saying(work),
          preferred: true,
        },
      ]);
    }
  },
});

const WORDS =
  /\bidempoten|\bre-?run|\bre-?start|\bresum|\bcheckpoint|\bcursor\b|\b(?:run|start)(?:s|ed)? (?:it )?(?:twice|again)\b|\bskip(?:s|ping)? rows\b|\bonly (?:rows|those)\b/i;

function isSaid(work: StepWork): boolean {
  const { backfill, up } = work.step;
  if (
    backfill
      ? !isAbsent(backfill, 'idempotent') || !isAbsent(backfill, 'resumable')
      : entryOf(work.step, 'backfill')?.value.kind === 'scalar'
  )
    return true;
  if (WORDS.test([remarksOf(work.step), backfill?.notes, up?.command].join('\n'))) return true;
  const writes = actionsOf(work).filter(({ kind }) => /^(?:insert|update|delete|merge)$/.test(kind));
  return writes.length > 0 && writes.every((action) => givesTheSameTwice(textOfAction(action, work)));
}

const SAFE_INSERT =
  /\bon\s+(?:conflict|duplicate\s+key)\b|\binsert\s+(?:ignore|or\s+(?:ignore|replace))\b|\breplace\s+into\b|\bnot\s+(?:exists|in)\b|\bmerge\b/i;
/** `total = total + 1` */
const ADDS_TO_ITSELF = /([\w.]+)\s*=\s*(?:\w+\.)?\1\s*(?:[-+*/]|\|\|)/i;

/** An UPDATE writes the same value again; an INSERT writes the row again. */
function givesTheSameTwice(statement: string): boolean {
  return /^\s*(?:with\b[\s\S]*\binsert\b|insert|replace)/i.test(statement)
    ? SAFE_INSERT.test(statement)
    : !ADDS_TO_ITSELF.test(statement);
}

function saying({ step }: StepWork): readonly PlanEdit[] {
  if (!step.backfill)
    return [{ kind: 'set', parent: step.node, key: 'backfill', value: { idempotent: true, resumable: true } }];
  const { node } = step.backfill;
  return [
    { kind: 'set', parent: node, key: 'idempotent', value: true },
    { kind: 'set', parent: node, key: 'resumable', value: true },
  ];
}
