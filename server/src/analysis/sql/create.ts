/** CREATE: what comes into being, and on which table. */
import { listed } from './alter-add.ts';
import { mysqlHints } from './alter-table.ts';
import type { Cursor } from './cursor.ts';
import type { ObjectType } from './kinds.ts';
import { type LooseFacts, makeWhole, type Parts } from './make.ts';
import { readObjectType } from './objects.ts';
import type { Action, SqlName } from './types.ts';

/** These have their table behind ON. */
const ON_TABLE: ReadonlySet<ObjectType> = new Set(['trigger', 'policy']);
const NAMELESS: ReadonlySet<ObjectType> = new Set(['cast', 'operator', 'default-privileges', 'user-mapping', 'other']);

/** The cursor stands behind CREATE. */
export function readCreate(cursor: Cursor, start: number): readonly Action[] {
  const { type, modifiers } = readObjectType(cursor);
  const facts: LooseFacts = { temporary: modifiers.has('temp') || modifiers.has('temporary') };
  if (type === 'index') return [readIndex(cursor, start, modifiers)];
  if (type === 'table') return [readTable(cursor, start, facts)];
  const ifNotExists = cursor.take('if', 'not', 'exists');
  if (NAMELESS.has(type)) return [makeWhole(cursor, start, `create-${type}`, {}, { ...facts, ifNotExists })];
  if (type === 'schema') cursor.take('authorization');
  const object = cursor.name();
  const table = tableOf(cursor, type);
  return [makeWhole(cursor, start, `create-${type}`, { object, table }, { ...facts, ifNotExists })];
}

function tableOf(cursor: Cursor, type: ObjectType): SqlName | undefined {
  const found = type === 'rule' ? cursor.skipTo('to') : ON_TABLE.has(type) && cursor.skipTo('on');
  if (!found) return undefined;
  cursor.next();
  return cursor.name();
}

function readTable(cursor: Cursor, start: number, facts: LooseFacts): Action {
  const ifNotExists = cursor.take('if', 'not', 'exists');
  const table = cursor.name();
  // A local temporary table of SQL Server.
  const hash = cursor.dialect === 'sqlserver' && table !== undefined && table.name.startsWith('#');
  const found = { ...facts, ifNotExists, temporary: facts.temporary || hash };
  if (cursor.take('partition', 'of')) {
    const parent = cursor.name();
    const parts = { table, ...listed(parent ? [parent] : []) };
    return makeWhole(cursor, start, 'create-table', parts, { ...found, partitionOf: true });
  }
  if (makesFromQuery(cursor)) return makeWhole(cursor, start, 'create-table-as', { table }, found);
  return makeWhole(cursor, start, 'create-table', { table, ...listed(referencesIn(cursor, table)) }, found);
}

/** `CREATE TABLE a AS SELECT …`, and MySQL's without AS. */
function makesFromQuery(cursor: Cursor): boolean {
  const at = cursor.at;
  const found = cursor.skipTo('as', 'select');
  const query =
    cursor.word() === 'select' || ['select', 'with', 'values', 'table', 'execute', '('].includes(cursor.word(1));
  cursor.at = at;
  return found && query;
}

/** The tables that a new table's foreign keys point at, itself aside. */
function referencesIn(cursor: Cursor, table: SqlName | undefined): readonly SqlName[] {
  const found: SqlName[] = [];
  const at = cursor.at;
  for (; !cursor.done; cursor.next()) {
    if (cursor.word() !== 'references') continue;
    cursor.next();
    const name = cursor.name();
    if (name && name.name !== table?.name) found.push(name);
  }
  cursor.at = at;
  return found;
}

function readIndex(cursor: Cursor, start: number, modifiers: ReadonlySet<string>): Action {
  const concurrently = cursor.take('concurrently');
  const ifNotExists = cursor.take('if', 'not', 'exists');
  cursor.take('concurrently');
  const index = cursor.word() === 'on' ? undefined : cursor.name();
  const parts: Parts = { index, table: tableBehindOn(cursor) };
  const facts: LooseFacts = {
    concurrently,
    ifNotExists,
    unique: modifiers.has('unique'),
    clustered: modifiers.has('clustered'),
    special: modifiers.has('fulltext') ? 'fulltext' : modifiers.has('spatial') ? 'spatial' : undefined,
    ...optionsOf(cursor),
    ...mysqlHints(cursor),
  };
  return makeWhole(cursor, start, 'create-index', parts, facts);
}

function tableBehindOn(cursor: Cursor): SqlName | undefined {
  if (!cursor.skipTo('on')) return undefined;
  cursor.next();
  if (cursor.word(1) !== '.') cursor.take('only');
  return cursor.name();
}

/** `WITH (ONLINE = ON (WAIT_AT_LOW_PRIORITY …))` of SQL Server, `ONLINE` of Oracle. Does not move. */
export function optionsOf(cursor: Cursor): LooseFacts {
  const facts: { online?: boolean; limitedWait?: boolean } = {};
  for (let ahead = 0; cursor.token(ahead); ahead++) {
    const word = cursor.word(ahead);
    if (word === 'online' && cursor.word(ahead + 1) === '=') facts.online = cursor.word(ahead + 2) === 'on';
    else if (word === 'online' && cursor.dialect === 'generic') facts.online = true;
    else if (word === 'wait_at_low_priority' || word === 'nowait') facts.limitedWait = true;
  }
  return facts;
}
