/** Statements that read and write rows: what they touch, and whether anything bounds them. */
import type { Cursor } from './cursor.ts';
import { listOf } from './lists.ts';
import { makeWhole } from './make.ts';
import type { Action, Actions, SqlName } from './types.ts';

/** UPDATE [TOP (n)] [ONLY] orders [AS o] [JOIN …] SET a = 1 [FROM …] [WHERE …] [LIMIT n]. */
export function readUpdate(cursor: Cursor, start: number): readonly Action[] {
  if (cursor.word() === 'statistics' && cursor.dialect === 'sqlserver') {
    cursor.next();
    return [makeWhole(cursor, start, 'analyze', { table: cursor.name() })];
  }
  const batched = takeTop(cursor);
  cursor.takeOne('low_priority', 'ignore');
  cursor.takeOne('or replace', 'or rollback', 'or abort', 'or fail', 'or ignore');
  if (cursor.word(1) !== '.' && cursor.word(1) !== 'set') cursor.take('only');
  const name = cursor.name();
  const joined = narrows(cursor, 'set');
  cursor.skipTo('set');
  const columns = writtenColumns(cursor);
  const facts = { ...bounds(cursor), ...(batched && { batched }) };
  if (joined) facts.hasWhere = true;
  const table = aliased(cursor, name) ?? name;
  return [makeWhole(cursor, start, 'update', { table, columns }, facts)];
}

/** DELETE [TOP (n)] FROM orders; DELETE o FROM orders o JOIN …. */
export function readDelete(cursor: Cursor, start: number): readonly Action[] {
  const batched = takeTop(cursor);
  cursor.takeOne('low_priority', 'quick', 'ignore');
  const from = cursor.take('from');
  if (cursor.word(1) !== '.') cursor.take('only');
  const name = cursor.name();
  const table = from ? name : (aliased(cursor, name) ?? name);
  const facts = { ...bounds(cursor), ...(batched && { batched }) };
  return [makeWhole(cursor, start, 'delete', { table }, facts)];
}

export function readInsert(cursor: Cursor, start: number): readonly Action[] {
  while (cursor.takeOne('or replace', 'or ignore', 'low_priority', 'delayed', 'ignore', 'overwrite', 'into', 'table')) {
    // Words before the name.
  }
  return [makeWhole(cursor, start, 'insert', { table: cursor.name() })];
}

/** `SELECT … INTO new FROM …` makes a table. `set_config('lock_timeout', …)` is SET as a function. */
export function readSelect(cursor: Cursor, start: number): readonly Action[] {
  if (cursor.take('set_config', '(')) {
    const setting = cursor.written().replaceAll("'", '').toLowerCase();
    const kind = setting === 'lock_timeout' ? 'set-lock-timeout' : 'select';
    const value = cursor.written(2);
    return [makeWhole(cursor, start, kind, {}, { setting: setting || undefined, value: value || undefined })];
  }
  const at = cursor.at;
  const into = cursor.skipTo('into', 'from') && cursor.take('into');
  cursor.takeOne('temporary', 'temp', 'unlogged');
  cursor.take('table');
  // `INTO @total` and `INTO OUTFILE` make no table.
  const target = into && cursor.dialect !== 'mysql' && !cursor.written().startsWith('@') ? cursor.name() : undefined;
  if (target) return [makeWhole(cursor, start, 'create-table-as', { table: target })];
  cursor.at = at;
  return [makeWhole(cursor, start, 'select')];
}

/** WITH …: the verb behind the list says what it is; PostgreSQL may write in the list too. */
export function readWith(cursor: Cursor, start: number, nested: (cursor: Cursor) => Actions): readonly Action[] {
  const inner: Action[] = [];
  const queries = new Map<string, Cursor>();
  cursor.take('recursive');
  for (;;) {
    const name = cursor.name();
    if (!cursor.skipTo('as')) break;
    cursor.next();
    cursor.takeOne('not materialized', 'materialized');
    if (cursor.word() !== '(') break;
    const from = cursor.at + 1;
    cursor.skipParens();
    const part = cursor.slice(from, cursor.at - 1);
    if (name) queries.set(name.name, part);
    if (WRITES.has(part.word())) inner.push(...nested(part.slice(part.at, part.end)));
    if (!cursor.take(',')) break;
  }
  if (cursor.done) return [makeWhole(cursor, start, 'select'), ...inner];
  const [main, ...more] = nested(cursor.slice(cursor.at, cursor.end));
  const query = main.table && queries.get(main.table.name);
  return [{ ...(query ? through(main, query) : main), range: cursor.range(start, cursor.end) }, ...more, ...inner];
}

/** SQL Server writes through a query: `WITH b AS (SELECT TOP (1000) … FROM orders WHERE …) UPDATE b …`. */
function through(action: Action, query: Cursor): Action {
  const { hasWhere, batched } = bounds(query);
  const facts = {
    ...action.facts,
    ...(hasWhere && { hasWhere }),
    ...((batched || query.has('top', 'fetch')) && { batched: true }),
  };
  if (!query.skipTo('from')) return { ...action, facts };
  query.next();
  const table = query.name();
  return { ...action, ...(table && { table }), facts };
}

export const WRITES: ReadonlySet<string> = new Set(['update', 'delete', 'insert', 'merge']);

/** `TOP (5000)`, not `TOP (100) PERCENT`. */
function takeTop(cursor: Cursor): boolean {
  if (!cursor.take('top')) return false;
  if (cursor.word() === '(') cursor.skipParens();
  else cursor.next();
  return !cursor.take('percent');
}

/** The left sides of `SET a = 1, b = 2` and of `SET (a, b) = …`. */
function writtenColumns(cursor: Cursor): readonly SqlName[] | undefined {
  if (!cursor.take('set')) return undefined;
  const from = cursor.at;
  cursor.skipTo('where', 'from', 'returning', 'output', 'limit', 'order', 'option');
  const columns = Array.from(listOf(cursor.slice(from, cursor.at)), leftSide).flat();
  return columns.length > 0 ? columns : undefined;
}

/** `o.amount`: the alias says nothing about the column. */
function leftSide(part: Cursor): readonly SqlName[] {
  const found: SqlName[] = [];
  const several = part.take('(');
  do {
    const name = part.name();
    if (name) found.push({ name: name.name, range: name.range });
  } while (several && part.take(','));
  return found;
}

/** Whether a join before this word chooses rows: one with a condition does, unless it is an outer one. */
function narrows(cursor: Cursor, until: string): boolean {
  const at = cursor.at;
  let found = false;
  while (cursor.skipTo(...JOINS, until) && cursor.word() !== until) {
    const before = cursor.word(-1) === 'outer' ? cursor.word(-2) : cursor.word(-1);
    cursor.next();
    const isOuter = before === 'left' || before === 'full';
    found ||= !isOuter && (before === 'natural' || hasCondition(cursor, until));
  }
  cursor.at = at;
  return found;
}

const JOINS: readonly string[] = ['join', 'straight_join'];

/** MySQL lets it be left out: then each row meets each. Joins may nest, with their conditions at the end. */
function hasCondition(cursor: Cursor, until: string): boolean {
  const at = cursor.at;
  const found = cursor.skipTo('on', 'using', 'where', until) && ['on', 'using'].includes(cursor.word());
  cursor.at = at;
  return found;
}

/** From where the cursor stands: WHERE, an inner join, LIMIT. */
function bounds(cursor: Cursor): { hasWhere?: boolean; batched?: boolean } {
  const facts: { hasWhere?: boolean; batched?: boolean } = {};
  const at = cursor.at;
  // What PostgreSQL joins behind FROM and USING is not the table that is written.
  if (cursor.dialect !== 'postgresql' && narrows(cursor, ';')) facts.hasWhere = true;
  if (cursor.skipTo('where')) {
    cursor.next();
    if (!alwaysTrue(cursor)) facts.hasWhere = true;
  }
  cursor.at = at;
  if (cursor.has('limit')) facts.batched = true;
  cursor.at = at;
  return facts;
}

/** `WHERE true`, `WHERE 1 = 1`, and nothing after it. */
function alwaysTrue(cursor: Cursor): boolean {
  const words: string[] = [];
  for (let ahead = 0; words.length < 5; ahead++) {
    const token = cursor.token(ahead);
    if (!token || ['returning', 'limit', 'order'].includes(token.word)) break;
    words.push(cursor.text.slice(token.from, token.to).toLowerCase());
  }
  return ['true', '1', '1 = 1', 'true = true', '(true)', "'1' = '1'", '( 1 = 1 )', '0 = 0'].includes(words.join(' '));
}

/** `UPDATE o SET … FROM orders o`: the table behind the alias. */
function aliased(cursor: Cursor, alias: SqlName | undefined): SqlName | undefined {
  if (!alias || alias.schema !== undefined) return undefined;
  const at = cursor.at;
  let found: SqlName | undefined;
  while (!found && cursor.skipTo('from', 'join', ',')) {
    cursor.next();
    const table = cursor.name();
    cursor.take('as');
    const name = cursor.token()?.kind === 'word' || cursor.token()?.kind === 'quoted' ? cursor.name() : undefined;
    if (table && name?.name === alias.name && name.schema === undefined) found = table;
  }
  cursor.at = at;
  return found;
}
