import * as l10n from '@vscode/l10n';
import type { Lock } from '../../analysis/sql/index.ts';
import { isStopped } from '../../lint/downtime.ts';
import { vanishes } from '../../lint/online-index.ts';
import { defineRule, finding, type RuleContext } from '../../lint/rule.ts';
import { actionsOf, locksOf, onReachable, type StepAction } from '../../lint/sql-actions.ts';
import { nameOfStep, placeOfStep } from '../../lint/steps.ts';
import type { StepView } from '../../lint/views.ts';
import { slot } from '../../model/edit.ts';
import { isAbsent, spelling } from '../../model/plan/view.ts';

/** A step that locks a table says which lock, and for how long. */
export const lockImpactNotStated = defineRule({
  id: 'lock-impact-not-stated',
  group: 'locks',
  severity: 'warning',
  fixable: true,
  *check(context) {
    if (isStopped(context)) return;
    for (const [step, { lock, action }] of strongest(context)) {
      const name = (lock.on ?? action.table)?.name;
      const table = name === undefined ? '' : ` on "${name}"`;
      const message = l10n.t`The step "${nameOfStep(step)}" takes ${lock.lock}${table}, which ${lock.what}, and does not say so. Whoever runs it cannot tell a normal wait from an outage: write the lock under \`locking\`, with how long it is held on data of production size.`;
      const value = {
        lock: lock.lock,
        expected: slot(lock.held === 'work' ? '10m' : '50ms'),
        window: slot('off-peak'),
      };
      yield finding(placeOfStep(step), message, [
        {
          title: l10n.t('State the lock'),
          edits: [{ kind: 'set', parent: step.node, key: 'locking', value }],
          preferred: true,
        },
      ]);
    }
  },
});

interface Taken {
  readonly lock: Lock;
  readonly action: StepAction['action'];
}

/** Of each step that says nothing of locks, the one that hurts most. */
function strongest(context: RuleContext): ReadonlyMap<StepView, Taken> {
  const found = new Map<StepView, Taken>();
  for (const one of onReachable(actionsOf(context, 'up'))) {
    const { step, action } = one;
    if (!CHANGES_SCHEMA.test(action.kind) || vanishes(one) || isStated(step)) continue;
    for (const lock of locksOf(one)) {
      if (lock.blocks === 'ddl') continue;
      const known = found.get(step);
      if (!known || weight(lock) > weight(known.lock)) found.set(step, { lock, action });
    }
  }
  return found;
}

/** Clauses of ALTER TABLE, what is made or dropped beside, and LOCK itself; not rows, and no maintenance. */
const CHANGES_SCHEMA =
  /^(?:alter|add|drop|set|rename|rebuild|truncate|validate|attach|detach|convert|change|lock|create-(?:index|trigger|table))\b/;

function weight({ blocks, held }: Lock): number {
  return (blocks === 'reads-and-writes' ? 1 : 0) + (held === 'work' ? 2 : 0);
}

/** Under its key, or in so many words. */
function isStated(step: StepView): boolean {
  if (!isAbsent(step, 'locking')) return true;
  return [step.description, step.notes, step.up?.description].some((words) =>
    /\block(?:s|ed|ing)?\b/i.test(spelling(words)),
  );
}
