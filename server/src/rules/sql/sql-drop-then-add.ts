import * as l10n from '@vscode/l10n';
import type { Action, SqlName } from '../../analysis/sql/index.ts';
import { sameName } from '../../analysis/sql/index.ts';
import { defineRule } from '../../lint/rule.ts';
import { actionsOf, type StepAction, tell } from '../../lint/sql-actions.ts';
import type { StepView } from '../../lint/views.ts';
import { addToGroup } from '../../util/groups.ts';

/** What gets another name or type is copied, not dropped and added again. */
export const sqlDropThenAdd = defineRule({
  id: 'sql-drop-then-add',
  group: 'sql',
  severity: 'error',
  fixable: false,
  *check(context) {
    for (const [, actions] of byStep([...actionsOf(context, 'up')]))
      for (const dropped of actions) {
        const added = dropped.effects.some(({ kind }) => kind === 'destroys') && againOf(dropped, actions);
        if (!added) continue;
        const [old, next] = [nameOf(dropped.action), nameOf(added.action)];
        const message = l10n.t`"${old}" is dropped and ${old === next ? 'added again' : `"${next}" added in its place`} in one step: it looks like a change and loses every value. Add the new one beside the old one, copy the values, and drop the old one in a later release.`;
        yield tell(dropped, message, [], [{ span: added.span, message: l10n.t('It is added here, empty.') }]);
      }
  },
});

function byStep(all: readonly StepAction[]): ReadonlyMap<StepView, readonly StepAction[]> {
  const found = new Map<StepView, StepAction[]>();
  for (const one of all) {
    addToGroup(found, one.step, one);
  }
  return found;
}

function againOf(dropped: StepAction, all: readonly StepAction[]): StepAction | undefined {
  if (dropped.action.kind === 'drop-column') return columnOf(dropped, all);
  if (dropped.action.kind !== 'drop-table' || dropped.action.facts.ifExists) return undefined;
  // A table that is made of a query, or takes the name of another, has its rows.
  return all.find(({ action }) => action.kind === 'create-table' && isSame(action.table, dropped.action.table));
}

/** Under the same name; or the only column that comes, for the only one that goes, with a name that is made of the old one. */
function columnOf(dropped: StepAction, all: readonly StepAction[]): StepAction | undefined {
  const inTable = all.filter(({ action }) => isSame(action.table, dropped.action.table));
  const again = inTable.find((one) => comesEmpty(one) && isSame(one.action.column, dropped.action.column));
  if (again || inTable.some(({ action }) => action.kind === 'update')) return again;
  const together = inTable.filter(({ statement }) => statement === dropped.statement);
  return oneForOne(dropped, together) ?? oneForOne(dropped, inTable);
}

function oneForOne(dropped: StepAction, among: readonly StepAction[]): StepAction | undefined {
  const [only, ...others] = among.filter(comesEmpty);
  const gone = among.filter(({ action }) => action.kind === 'drop-column');
  return only && others.length === 0 && gone.length === 1 && isLike(only.action, dropped.action) ? only : undefined;
}

/** A column that is computed has its values at once. */
function comesEmpty({ action }: StepAction): boolean {
  return action.kind === 'add-column' && action.facts.generated === undefined;
}

function isLike({ column: one }: Action, { column: other }: Action): boolean {
  const [a, b] = [bare(one), bare(other)];
  return a.length > 2 && b.length > 2 && (a.startsWith(b) || b.startsWith(a) || a.endsWith(b) || b.endsWith(a));
}

function bare(name: SqlName | undefined): string {
  return name?.name.replaceAll('_', '').toLowerCase() ?? '';
}

function isSame(one: SqlName | undefined, other: SqlName | undefined): boolean {
  return one !== undefined && other !== undefined && sameName(one, other);
}

function nameOf({ table, column }: Action): string {
  return String((column ?? table)?.name);
}
