/** Statements and effects in one line each, for tables of cases. */
import type { Action, Effect, Engine, SqlName, Statement } from '../../../server/src/analysis/sql/index.ts';
import { effectsOf, scanStatements } from '../../../server/src/analysis/sql/index.ts';

/** "add-column shop.orders.amount notNull default=constant". */
export function tellAction(action: Action): string {
  const { kind, table, column, columns, index, constraint, object, to, references, facts } = action;
  const owned = [table, column].flatMap((name) => (name ? [tellName(name)] : [])).join('.');
  const parts = [
    kind,
    owned,
    columns && `(${columns.map(tellName).join(' ')})`,
    index && `index:${tellName(index)}`,
    constraint && `constraint:${tellName(constraint)}`,
    object && `object:${tellName(object)}`,
    to && `to:${tellName(to)}`,
    references && `references:${references.map(tellName).join(' ')}`,
    ...Object.entries(facts).map(([fact, value]) => (value === true ? fact : `${fact}=${value}`)),
  ];
  return parts.filter(Boolean).join(' ');
}

function tellName({ schema, name }: SqlName): string {
  return schema === undefined ? name : `${schema}.${name}`;
}

export function tell(text: string, engine: Engine): readonly string[] {
  return scanStatements(text, engine).flatMap(({ actions }) => actions.map(tellAction));
}

/** "locks ACCESS EXCLUSIVE reads-and-writes moment", "destroys all". With a question mark where there is an exception. */
export function tellEffect({ kind, lock, blocks, held, rows, on, unless }: Effect): string {
  const parts = [kind, lock, blocks, held, rows, on && `on:${tellName(on)}`];
  return parts.filter(Boolean).join(' ') + (unless === undefined ? '' : '?');
}

export function tellEffects(text: string, engine: Engine, version?: string): readonly string[] {
  return scanStatements(text, engine).flatMap((statement: Statement) =>
    effectsOf(statement, engine, version).map(tellEffect),
  );
}
