/** Reads one statement: its first word says who goes on. */
import { readAlter } from './alter.ts';
import { readCreate } from './create.ts';
import type { Cursor } from './cursor.ts';
import { readDrop, readTruncate } from './drop.ts';
import { readExplain } from './explain.ts';
import { HEADS } from './heads.ts';
import { makeWhole } from './make.ts';
import { phraseTable, takePhrase } from './phrases.ts';
import { readPragma, readReset, readSet } from './settings.ts';
import type { Action, Actions } from './types.ts';
import {
  readAnalyze,
  readCluster,
  readExecute,
  readLock,
  readRefresh,
  readReindex,
  readRenameTable,
  readVacuum,
} from './upkeep.ts';
import { readDelete, readInsert, readSelect, readUpdate, readWith } from './writes.ts';

/** `nested` reads the statement within, where there is one. */
type Reader = (cursor: Cursor, start: number, nested: (cursor: Cursor) => Actions) => readonly Action[];

/** The cursor stands behind the first word. */
const READERS: Readonly<Record<string, Reader>> = {
  create: readCreate,
  alter: readAlter,
  drop: readDrop,
  truncate: readTruncate,
  update: readUpdate,
  delete: readDelete,
  insert: readInsert,
  with: readWith,
  select: readSelect,
  set: readSet,
  reset: readReset,
  pragma: readPragma,
  lock: readLock,
  vacuum: readVacuum,
  analyze: readAnalyze,
  analyse: readAnalyze,
  cluster: readCluster,
  reindex: readReindex,
  refresh: readRefresh,
  rename: readRenameTable,
  exec: readExecute,
  execute: readExecute,
  sp_rename: readExecute,
};

const TABLE = phraseTable(HEADS);

/** What a statement does; `unknown` where nobody knows its first word. */
export function readStatement(cursor: Cursor): Actions {
  const start = cursor.at;
  while (cursor.take('(')) {
    // A query in brackets.
  }
  if (cursor.take('explain')) return readExplain(cursor, start, readStatement);
  const reader = Object.hasOwn(READERS, cursor.word()) ? READERS[cursor.word()] : undefined;
  if (reader) {
    if (cursor.word() !== 'sp_rename') cursor.next();
    const [first, ...more] = reader(cursor, start, readStatement);
    // SET with nothing behind it, a list that is not there yet.
    return first ? [first, ...more] : [makeWhole(cursor, start, 'unknown')];
  }
  const head = takePhrase(cursor, TABLE);
  if (!head) return [makeWhole(cursor, start, 'unknown')];
  const [, kind, named] = head;
  const parts = named === undefined ? {} : namedParts(cursor, named);
  return [makeWhole(cursor, start, kind, parts)];
}

function namedParts(cursor: Cursor, named: 'table' | 'object') {
  cursor.takeOne('table', 'tables', 'into', 'local table', 'no_write_to_binlog table', 'if exists');
  return { [named]: cursor.name() };
}
