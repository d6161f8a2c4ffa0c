import * as l10n from '@vscode/l10n';
import type { Action, SqlName } from '../../analysis/sql/index.ts';
import { sameName } from '../../analysis/sql/index.ts';
import { isStopped } from '../../lint/downtime.ts';
import { defineRule } from '../../lint/rule.ts';
import { actionsOf, nameOf, type StepAction, tell } from '../../lint/sql-actions.ts';

/** A column of a table that is in use becomes NOT NULL when every row has a value and every version writes one. */
export const sqlAddNotNull = defineRule({
  id: 'sql-add-not-null',
  group: 'sql',
  severity: 'warning',
  fixable: false,
  *check(context) {
    if (isStopped(context)) return;
    const validated: SqlName[] = [];
    for (const one of actionsOf(context, 'up')) {
      const { action } = one;
      const { table } = action;
      if (action.kind === 'validate-constraint' && table) validated.push(table);
      if (isOnNewTable(one)) continue;
      if (demandsValue(action)) yield tell(one, withoutDefault(action));
      else if (action.kind === 'set-not-null' && !(table && validated.some((name) => sameName(name, table))))
        yield tell(one, onOldRows(one));
    }
  },
});

/** A new column of an old table is new, its table is not: what is told here is about the rows that are there. */
function isOnNewTable({ effects, isNew }: StepAction): boolean {
  return isNew && effects.length === 0;
}

function demandsValue({ kind, facts }: Action): boolean {
  if (kind !== 'add-column' || !facts.notNull) return false;
  return facts.default === undefined && facts.generated === undefined && !facts.identity && !facts.primaryKey;
}

function withoutDefault(action: Action): string {
  return l10n.t`"${nameOf(action)}" is added as NOT NULL without a default. Rows that are there have no value for it, and the old version inserts none, so either the statement or every insert fails: add it as nullable or with a default, fill it, and demand it later.`;
}

function onOldRows({ action, statement }: StepAction): string {
  const why = l10n.t`"${nameOf(action)}" becomes NOT NULL: every row is read for it while nobody can use the table, and a version that still writes no value fails from then on.`;
  return statement.engine === 'postgresql'
    ? l10n.t`${why} Add CHECK (… IS NOT NULL) NOT VALID first, and validate it; then SET NOT NULL reads nothing.`
    : l10n.t`${why} Do it when all rows are filled and every version writes it, and say in the plan how long the table is locked.`;
}
