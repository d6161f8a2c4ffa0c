/** ALTER TABLE … ADD. */
import { readDefinition } from './columns.ts';
import { readConstraint } from './constraints.ts';
import type { Cursor } from './cursor.ts';
import { listOf } from './lists.ts';
import { type LooseFacts, makeWhole } from './make.ts';
import type { Action, SqlName } from './types.ts';

/** One clause of ALTER TABLE. */
export interface Clause {
  readonly cursor: Cursor;
  readonly table: SqlName;
  /** What holds for the whole statement. */
  readonly facts: LooseFacts;
  /** The verb of the clause before, where this one has none. */
  readonly inherited: string | undefined;
}

/** The cursor stands behind ADD. */
export function addClause(clause: Clause, start: number): readonly Action[] {
  const { cursor, table } = clause;
  const index = mysqlIndex(clause, start);
  if (index) return [index];
  const constraint = readConstraint(cursor);
  if (constraint) {
    const { name, column, references } = constraint;
    const parts = { table, constraint: name, column, index: constraint.index };
    const notValid = clause.facts.notValid || constraint.facts.notValid;
    const facts = { ...clause.facts, ...constraint.facts, notValid };
    return [makeWhole(cursor, start, 'add-constraint', { ...parts, ...listed(references) }, facts)];
  }
  if (cursor.take('period')) return [makeWhole(cursor, start, 'set-options', { table }, clause.facts)];
  cursor.takeOne('columns', 'column');
  return addColumns(clause, start);
}

/** MySQL: `ADD [UNIQUE | FULLTEXT | SPATIAL] INDEX name (…)`. */
function mysqlIndex({ cursor, table, facts }: Clause, start: number): Action | undefined {
  if (cursor.dialect !== 'mysql' && cursor.dialect !== 'generic') return undefined;
  const at = cursor.at;
  const kind = cursor.takeOne('unique', 'fulltext', 'spatial');
  const word = cursor.takeOne('index', 'key');
  // A generic `ADD key int` is a column.
  const isIndex = word !== undefined || kind === 'fulltext' || kind === 'spatial';
  if (!isIndex || (cursor.dialect === 'generic' && cursor.word(1) !== '(' && cursor.word() !== '(')) {
    cursor.at = at;
    return undefined;
  }
  const ifNotExists = cursor.take('if', 'not', 'exists');
  const index = cursor.word() === '(' || cursor.word() === 'using' ? undefined : cursor.name();
  const special: LooseFacts['special'] = kind === 'fulltext' || kind === 'spatial' ? kind : undefined;
  const found = { ...facts, ifNotExists, unique: kind === 'unique', special };
  return makeWhole(cursor, start, 'create-index', { table, index }, found);
}

/** `ADD a int`, `ADD (a int, b int)`. */
function addColumns(clause: Clause, start: number): readonly Action[] {
  const { cursor } = clause;
  const ifNotExists = cursor.take('if', 'not', 'exists');
  if (cursor.word() !== '(') return [addColumn(clause, cursor, start, ifNotExists)];
  const from = cursor.at + 1;
  cursor.skipParens();
  const closed = cursor.word(-1) === ')' && cursor.at > from;
  const inner = cursor.slice(from, closed ? cursor.at - 1 : cursor.at);
  const columns = Array.from(listOf(inner));
  if (columns.length === 0) return [makeWhole(cursor, start, 'set-options', { table: clause.table }, clause.facts)];
  return columns.map((part) => addColumn(clause, part, part.at, ifNotExists));
}

function addColumn({ table, facts }: Clause, cursor: Cursor, start: number, ifNotExists: boolean): Action {
  const column = cursor.name();
  const definition = readDefinition(cursor);
  const found = { ...facts, ...definition.facts, ifNotExists };
  return makeWhole(cursor, start, 'add-column', { table, column, ...listed(definition.references) }, found);
}

/** No key where there is nothing. */
export function listed(references: readonly SqlName[]) {
  return { references: references.length > 0 ? references : undefined };
}
