import * as l10n from '@vscode/l10n';
import { isStopped } from '../../lint/downtime.ts';
import { defineRule } from '../../lint/rule.ts';
import { actionsOf, nameOf, type StepAction, tell } from '../../lint/sql-actions.ts';

/** A table or a column that running code uses keeps its name. */
export const sqlRename = defineRule({
  id: 'sql-rename',
  group: 'sql',
  severity: 'warning',
  fixable: false,
  *check(context) {
    if (isStopped(context)) return;
    for (const one of actionsOf(context, 'up')) {
      const { kind } = one.action;
      if ((kind !== 'rename-table' && kind !== 'rename-column') || one.isNew || isServedAgain(one)) continue;
      const what = kind === 'rename-table' ? 'table' : 'column';
      const message = l10n.t`The ${what} "${nameOf(one.action)}" is renamed in place. From that moment on every instance of the old version fails on it, and a rollback of the code fails as well: add the new ${what} beside the old one, write both, and drop the old one in a later release.`;
      yield tell(one, message);
    }
  },
});

/** The same step puts something else under the old name: a view, or the table that takes its place. Or it had freed the new one. */
function isServedAgain({ action, statements }: StepAction): boolean {
  const old = (action.column ?? action.table)?.name;
  return statements.some(({ statement }) =>
    statement.actions.some((other) => {
      if (other === action) return false;
      if (action.kind === 'rename-column') return other.kind === 'add-column' && other.column?.name === old;
      const isOld =
        other.to?.name === old || (other.kind.startsWith('create-') && (other.object ?? other.table)?.name === old);
      const hasFreed = /^(?:rename|drop)-table$/.test(other.kind) && other.table?.name === action.to?.name;
      return isOld || hasFreed;
    }),
  );
}
