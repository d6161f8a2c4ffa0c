import * as l10n from '@vscode/l10n';
import { plansAround } from '../../lint/bundle.ts';
import {
  hasPlaceholder,
  isForwardOnly,
  isMisspeltIn,
  isSaid,
  restoring,
  rollbackAsked,
  rollbackStepsOf,
  stepsAround,
} from '../../lint/rollback.ts';
import { defineRule, finding, type RuleContext } from '../../lint/rule.ts';
import { nameOfStep } from '../../lint/steps.ts';
import { isAbsent, placeOfMissing } from '../../model/plan/view.ts';
import { isFlagStep, withoutWayBack } from './data-steps.ts';
import { saysData } from './says-data.ts';

/** Where data or schema is touched, something says how it comes back. */
export const rollbackMissingRestore = defineRule({
  id: 'rollback-missing-restore',
  group: 'rollback',
  severity: 'error',
  fixable: true,
  *check(context) {
    const said = rollbackAsked(context);
    if (!said || isForwardOnly(said.all) || saysData(said.all) || hasPlaceholder(said.own.node)) return;
    if (['restore', 'reverts', 'notReverted'].some((key) => isMisspeltIn(said.all, key as 'restore'))) return;
    if (plansAround(context.plan, context.bundle).some(({ view }) => !isAbsent(view, 'backups'))) return;
    // A run book may say it. A rollback that only turns a flag is told as such.
    const steps = rollbackStepsOf(said.all);
    if (isSaid(said.all, 'runbook', 'links') || (steps.length > 0 && steps.every(isFlagStep))) return;
    const touched = touchedBy(context);
    if (!touched) return;
    const message = l10n.t`${touched} and nothing says how the data comes back. Code that goes back then meets data that does not: write how it is restored under \`restore\`, or why it need not be.`;
    const value = { description: restoring(context) };
    const edit = { kind: 'set', parent: said.own.node, key: 'restore', value } as const;
    yield finding(placeOfMissing(said.own, 'restore'), message, [
      { title: l10n.t('Say how data is restored'), edits: [edit], preferred: true },
    ]);
  },
});

/** What makes it certain. A step with a way back of its own needs nothing more, and others speak of those that ought to have one. */
function touchedBy(context: RuleContext): string | undefined {
  const [step] = withoutWayBack(context);
  if (step) return `The step "${nameOfStep(step)}" changes data,`;
  if (stepsAround(context).length > 0) return undefined;
  const changes = plansAround(context.plan, context.bundle).flatMap(({ view }) => view.change ?? []);
  const isTouched = changes.some(({ surfaces }) => surfaces?.some(({ value }) => value === 'database'));
  return isTouched ? l10n.t('The change touches the database,') : undefined;
}
