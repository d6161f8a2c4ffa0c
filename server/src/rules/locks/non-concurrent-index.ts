import type { Effect } from '../../analysis/sql/index.ts';
import { isStopped } from '../../lint/downtime.ts';
import { avoidableIndexLock, onlineForm } from '../../lint/online-index.ts';
import { defineRule } from '../../lint/rule.ts';
import { actionsOf, type StepAction, tell } from '../../lint/sql-actions.ts';

/** An index of a table that is in use is built and dropped without stopping those who write. */
export const nonConcurrentIndex = defineRule({
  id: 'non-concurrent-index',
  group: 'locks',
  severity: 'error',
  fixable: true,
  *check(context) {
    if (isStopped(context)) return;
    for (const one of actionsOf(context, 'up', 'down')) {
      const lock = avoidableIndexLock(one);
      if (lock) yield tell(one, `${what(one, lock)} ${advice(one)}`, onlineForm(one, context));
    }
  },
});

function what({ action }: StepAction, lock: Effect): string {
  const index = action.index ? `The index "${action.index.name}"` : 'The index';
  if (action.kind === 'drop-index')
    return `${index} is dropped under ${lock.lock}, which waits for every running query while all later ones queue behind it.`;
  return `${index} is built under ${lock.lock}, which blocks ${lock.blocks === 'writes' ? 'every write' : 'all reads and writes'} until all rows are read.`;
}

function advice({ action, statement: { engine } }: StepAction): string {
  if (action.facts.special)
    return 'There is no online form of it: run it in a maintenance window, and say how long that is.';
  if (engine === 'postgresql') return 'Write it CONCURRENTLY, in a statement outside of any transaction.';
  if (engine === 'sqlserver') return 'Write it WITH (ONLINE = ON), where the edition has that.';
  return 'Write LOCK=NONE: then it either blocks nobody or fails at once.';
}
