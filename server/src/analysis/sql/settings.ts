/** SET and its like: what limits a wait, and what does not. */
import type { Cursor } from './cursor.ts';
import type { Kind } from './kinds.ts';
import { listOf } from './lists.ts';
import { makeWhole } from './make.ts';
import type { Action, Actions } from './types.ts';

/** They bound how long DDL waits for its lock, and so how long it makes others wait behind it. */
const LOCK_TIMEOUTS: ReadonlySet<string> = new Set([
  'lock_timeout',
  'lock_wait_timeout',
  'innodb_lock_wait_timeout',
  'ddl_lock_timeout',
  'busy_timeout',
]);

const SCOPES = ['session', 'local', 'global', 'persist', 'persist_only'];

type Nested = (cursor: Cursor) => Actions;

/** The cursor stands behind SET. */
export function readSet(cursor: Cursor, start: number, nested: Nested): readonly Action[] {
  if (cursor.word() === 'constraints') return [makeWhole(cursor, start, 'set-constraints')];
  if (cursor.take('statement')) return forStatement(cursor, start, nested);
  if (cursor.word() === 'role' || cursor.word() === 'session' || cursor.word() === 'local') {
    const transaction = ['transaction', 'characteristics', 'authorization'].includes(cursor.word(1));
    if (transaction || cursor.word() === 'role') return [makeWhole(cursor, start, 'set')];
  }
  if (cursor.word() === 'transaction') return [makeWhole(cursor, start, 'set')];
  // Only MySQL sets several at once; elsewhere a comma belongs to the value.
  if (cursor.dialect !== 'mysql') return [setting(cursor, start)];
  return Array.from(listOf(cursor), (part, index) => setting(part, index === 0 ? start : part.at));
}

/** `lock_timeout = '2s'`, `@@session.lock_wait_timeout = 5`, `LOCK_TIMEOUT 2000`. */
function setting(cursor: Cursor, start: number): Action {
  cursor.takeOne(...SCOPES);
  const name = cursor.name()?.name.replace(/^@@/, '');
  if (!cursor.takeOne('=', 'to') && cursor.word() === ':') cursor.next();
  cursor.take('=');
  const { from, to } = cursor.range(cursor.at, cursor.end);
  const value = cursor.done ? undefined : cursor.text.slice(from, to);
  return makeWhole(cursor, start, kindOf(name), {}, { setting: name, value });
}

function kindOf(name: string | undefined): Kind {
  return name !== undefined && LOCK_TIMEOUTS.has(name) ? 'set-lock-timeout' : 'set';
}

/** MariaDB: `SET STATEMENT lock_wait_timeout=2 FOR ALTER TABLE …`. */
function forStatement(cursor: Cursor, start: number, nested: Nested): readonly Action[] {
  const from = cursor.at;
  const found = cursor.skipTo('for');
  const settings = cursor.slice(from, cursor.at);
  const set = Array.from(listOf(settings), (part, index) => setting(part, index === 0 ? start : part.at));
  if (!found) return set.length > 0 ? set : [makeWhole(cursor, start, 'set')];
  cursor.next();
  return [...set, ...nested(cursor.slice(cursor.at, cursor.end))];
}

export function readReset(cursor: Cursor, start: number): readonly Action[] {
  return [makeWhole(cursor, start, 'set', {}, { setting: cursor.word() || undefined })];
}

/** SQLite. */
export function readPragma(cursor: Cursor, start: number): readonly Action[] {
  const name = cursor.name()?.name;
  const kind = kindOf(name) === 'set' ? 'pragma' : 'set-lock-timeout';
  cursor.takeOne('=', '(');
  const value =
    cursor.token()?.kind === 'number' ? cursor.text.slice(cursor.token()?.from, cursor.token()?.to) : undefined;
  return [makeWhole(cursor, start, kind, {}, { setting: name, value })];
}

/** Oracle: ALTER SESSION SET ddl_lock_timeout = 30. */
export function readSession(cursor: Cursor, start: number): readonly Action[] {
  return cursor.take('set') ? [setting(cursor, start)] : [makeWhole(cursor, start, 'set')];
}
