/** ALTER of everything but tables, and the way to those. */
import { readAlterTable } from './alter-table.ts';
import { optionsOf } from './create.ts';
import type { Cursor } from './cursor.ts';
import type { Kind, ObjectType } from './kinds.ts';
import { makeWhole } from './make.ts';
import { readObjectType } from './objects.ts';
import { readSession } from './settings.ts';
import type { Action } from './types.ts';

/** The cursor stands behind ALTER. */
export function readAlter(cursor: Cursor, start: number): readonly Action[] {
  if (cursor.take('session')) return readSession(cursor, start);
  const { type } = readObjectType(cursor);
  if (type === 'table') return readAlterTable(cursor, start);
  if (type === 'index') return [alterIndex(cursor, start)];
  if (type === 'type') return [alterType(cursor, start)];
  if (type === 'other' || type === 'default-privileges' || type === 'system') {
    return [makeWhole(cursor, start, `alter-${type}`)];
  }
  return [alterObject(cursor, start, type)];
}

/** What all of them have: another name, schema or owner. */
function alterObject(cursor: Cursor, start: number, type: ObjectType): Action {
  const ifExists = cursor.take('if', 'exists');
  const object = cursor.name();
  if (cursor.token()?.kind === 'number') cursor.next();
  if (cursor.word() === '(') cursor.skipParens();
  const table = cursor.take('on') ? cursor.name() : undefined;
  const parts = { object, table };
  if (type === 'view' && cursor.take('rename', 'column')) {
    return makeWhole(cursor, start, 'rename-column', { ...parts, column: cursor.name() }, { ifExists });
  }
  if (cursor.takeOne('rename to', 'rename as')) {
    const kind: Kind = 'rename-other';
    return makeWhole(cursor, start, kind, { ...parts, to: cursor.name() }, { ifExists });
  }
  const kind = cursor.takeOne('set schema') ? 'set-schema' : cursor.takeOne('owner to') ? 'set-owner' : `alter-${type}`;
  return makeWhole(cursor, start, kind as Kind, parts, { ifExists });
}

function alterIndex(cursor: Cursor, start: number): Action {
  const ifExists = cursor.take('if', 'exists');
  if (cursor.take('all', 'in', 'tablespace')) return makeWhole(cursor, start, 'set-tablespace');
  const index = cursor.name();
  const facts = { ifExists, ...optionsOf(cursor) };
  if (cursor.take('rename', 'to')) return makeWhole(cursor, start, 'rename-index', { index, to: cursor.name() }, facts);
  const table = cursor.take('on') ? cursor.name() : undefined;
  if (cursor.take('rebuild')) return makeWhole(cursor, start, 'reindex', { index, table }, facts);
  return makeWhole(cursor, start, 'alter-index', { index, table }, facts);
}

/** Values of an enum come and are renamed here. */
function alterType(cursor: Cursor, start: number): Action {
  const object = cursor.name();
  if (cursor.take('add', 'value')) {
    const ifNotExists = cursor.take('if', 'not', 'exists');
    const { from, to } = cursor.range(cursor.at, cursor.at + 1);
    const value = cursor.done ? undefined : cursor.text.slice(from, to);
    return makeWhole(cursor, start, 'enum-add', { object }, { ifNotExists, value });
  }
  if (cursor.take('rename', 'value')) return makeWhole(cursor, start, 'rename-value', { object });
  if (cursor.take('rename', 'attribute')) return makeWhole(cursor, start, 'rename-other', { object });
  if (cursor.take('rename', 'to')) return makeWhole(cursor, start, 'rename-other', { object, to: cursor.name() });
  const kind: Kind = cursor.take('set', 'schema')
    ? 'set-schema'
    : cursor.take('owner', 'to')
      ? 'set-owner'
      : 'alter-type';
  // ALTER TYPE of a composite type is no change of a column.
  return makeWhole(cursor, start, kind === 'alter-type' ? 'alter-other' : kind, { object });
}
