import * as l10n from '@vscode/l10n';
import type { Action } from '../../analysis/sql/index.ts';
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
      const done = doneTo(one);
      if (done === undefined || one.isNew || isServedAgain(one)) continue;
      const what = one.action.kind === 'rename-column' ? 'column' : 'table';
      const message = l10n.t`The ${what} "${nameOf(one.action)}" is ${done}. From that moment on every instance of the old version fails on it, and a rollback of the code fails as well: add the new ${what} beside the old one, write both, and drop the old one in a later release.`;
      yield tell(one, message);
    }
  },
});

/** The schema is a part of the name. Who contracts puts a table aside that nobody uses, and a search path may find it there. */
function doneTo({ action: { kind, table }, step, statement: { script } }: StepAction): string | undefined {
  if (kind === 'rename-table' || kind === 'rename-column') return l10n.t('renamed in place');
  if (kind !== 'set-schema' || !table || step.phase?.value === 'contract') return undefined;
  return /search_path/i.test(script.node.text) ? undefined : l10n.t('moved to another schema in place');
}

/** The same step puts something else under the old name afterwards: a view, or what takes its place. Or it had freed the new one before. */
function isServedAgain({ action, statements }: StepAction): boolean {
  const actions = statements.flatMap(({ statement }) => statement.actions);
  const at = actions.indexOf(action);
  const [frees, serves] = action.kind === 'rename-column' ? [freesColumn, servesColumn] : [freesTable, servesTable];
  return actions.some((other, place) =>
    place < at ? frees(other, action) || hasMade(other, action) : place > at && serves(other, action),
  );
}

/** The name that goes is none that running code knows: it was given a moment before. */
function hasMade(other: Action, { kind, table, column }: Action): boolean {
  if (other.kind !== kind || !other.to) return false;
  return kind === 'rename-column'
    ? other.table?.name === table?.name && other.to.name === column?.name
    : other.to.name === table?.name;
}

function freesTable(other: Action, { kind, table, to }: Action): boolean {
  // It keeps its name in the other schema, where another one has just made room.
  if (kind === 'set-schema') return other.kind === kind && other.table?.name === table?.name;
  return /^(?:rename|drop)-table$/.test(other.kind) && other.table?.name === to?.name;
}

function servesTable(other: Action, { table }: Action): boolean {
  if (other.kind === 'rename-table') return other.to?.name === table?.name;
  if (other.kind === 'set-schema') return other.table?.name === table?.name;
  return other.kind.startsWith('create-') && (other.object ?? other.table)?.name === table?.name;
}

/** `id` becomes `id_old`, and `id_new` becomes `id`: for the old version the column has always been there. */
function freesColumn(other: Action, { table, to }: Action): boolean {
  const isThere = other.table?.name === table?.name && other.column?.name === to?.name;
  return isThere && /^(?:rename|drop)-column$/.test(other.kind);
}

function servesColumn(other: Action, { table, column }: Action): boolean {
  if (other.table?.name !== table?.name) return false;
  if (other.kind === 'add-column') return other.column?.name === column?.name;
  return other.kind === 'rename-column' && other.to?.name === column?.name;
}
