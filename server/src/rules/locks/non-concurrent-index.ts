import * as l10n from '@vscode/l10n';
import type { Lock } from '../../analysis/sql/index.ts';
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

function what({ action }: StepAction, lock: Lock): string {
  const index = action.index ? l10n.t`The index "${action.index.name}"` : l10n.t('The index');
  if (action.kind === 'drop-index')
    return l10n.t`${index} is dropped under ${lock.lock}, which waits for every running query while all later ones queue behind it.`;
  return l10n.t`${index} is built under ${lock.lock}, which blocks ${lock.blocks === 'writes' ? 'every write' : 'all reads and writes'} until all rows are read.`;
}

function advice({ action, statement: { engine } }: StepAction): string {
  if (action.facts.special)
    return l10n.t('There is no online form of it: run it in a maintenance window, and say how long that is.');
  if (engine === 'postgresql') return l10n.t('Write it CONCURRENTLY, in a statement outside of any transaction.');
  if (engine === 'sqlserver') return l10n.t('Write it WITH (ONLINE = ON), where the edition has that.');
  return l10n.t('Write LOCK=NONE: then it either blocks nobody or fails at once.');
}
