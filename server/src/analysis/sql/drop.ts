/** DROP and TRUNCATE: one action for each name. */
import { mysqlHints } from './alter-table.ts';
import { optionsOf } from './create.ts';
import type { Cursor } from './cursor.ts';
import type { ObjectType } from './kinds.ts';
import { type LooseFacts, make, makeWhole, type Parts } from './make.ts';
import { readObjectType } from './objects.ts';
import type { Action, SqlName } from './types.ts';

/** The cursor stands behind DROP. */
export function readDrop(cursor: Cursor, start: number): readonly Action[] {
  if (cursor.takeOne('owned', 'owned by')) return [makeWhole(cursor, start, 'drop-owned')];
  const { type, modifiers } = readObjectType(cursor);
  if (cursor.take('prepare')) return [makeWhole(cursor, start, 'deallocate')];
  const concurrently = cursor.take('concurrently');
  const ifExists = cursor.take('if', 'exists');
  const temporary = modifiers.has('temporary') || modifiers.has('temp');
  const facts: LooseFacts = { concurrently, ifExists, temporary, cascade: cursor.has('cascade') };
  if (type === 'index') return dropIndexes(cursor, start, facts);
  if (type === 'other' || type === 'cast' || type === 'operator') {
    return [makeWhole(cursor, start, `drop-${type}`, {}, facts)];
  }
  return namesOf(cursor, start, (name, from, last) => dropped(cursor, from, type, name, facts, last));
}

function dropped(
  cursor: Cursor,
  from: number,
  type: ObjectType,
  name: SqlName | undefined,
  facts: LooseFacts,
  last: boolean,
): Action {
  if (type === 'table') return made(cursor, from, 'drop-table', { table: name }, facts, last);
  // DROP TRIGGER name ON table.
  const table = cursor.take('on') ? cursor.name() : undefined;
  return made(cursor, from, `drop-${type}`, { object: name, table }, facts, last);
}

/** `DROP INDEX a, b` of PostgreSQL, `DROP INDEX a ON t` of MySQL, `DROP INDEX t.a` of SQL Server as it was. */
function dropIndexes(cursor: Cursor, start: number, facts: LooseFacts): readonly Action[] {
  const found = { ...facts, ...optionsOf(cursor), ...mysqlHints(cursor) };
  return namesOf(cursor, start, (name, from, last) => {
    const table = cursor.take('on') ? cursor.name() : undefined;
    return made(cursor, from, 'drop-index', { index: name, table }, found, last);
  });
}

/** The last name's action reaches to the end of the statement, so that CASCADE belongs to one. */
function made(
  cursor: Cursor,
  from: number,
  kind: Action['kind'],
  parts: Parts,
  facts: LooseFacts,
  last: boolean,
): Action {
  return last ? makeWhole(cursor, from, kind, parts, facts) : make(cursor, from, kind, parts, facts);
}

/** One action for each name of a list; at least one. */
function namesOf(
  cursor: Cursor,
  start: number,
  read: (name: SqlName | undefined, from: number, last: boolean) => Action,
): readonly Action[] {
  const actions: Action[] = [];
  let from = start;
  do {
    const name = cursor.name();
    if (cursor.word() === '(') cursor.skipParens();
    actions.push(read(name, from, !cursor.has(',')));
    if (!cursor.skipTo(',')) break;
    from = cursor.at + 1;
  } while (cursor.take(',') && !cursor.done);
  return actions;
}

/** TRUNCATE [TABLE] [ONLY] a, b. */
export function readTruncate(cursor: Cursor, start: number): readonly Action[] {
  cursor.take('table');
  const ifExists = cursor.take('if', 'exists');
  const facts: LooseFacts = { ifExists, cascade: cursor.has('cascade') };
  const actions: Action[] = [];
  let from = start;
  do {
    if (cursor.word(1) !== '.') cursor.take('only');
    const table = cursor.name();
    cursor.take('*');
    const last = cursor.word() !== ',';
    actions.push(made(cursor, from, 'truncate', { table }, facts, last));
    from = cursor.at + 1;
  } while (cursor.take(',') && !cursor.done);
  return actions;
}
