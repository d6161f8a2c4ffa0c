/** Upkeep: VACUUM, CLUSTER, REINDEX, LOCK, and renaming as MySQL and SQL Server write it. */
import type { Cursor } from './cursor.ts';
import { listOf } from './lists.ts';
import { makeWhole } from './make.ts';
import { unquote } from './names.ts';
import type { Action, SqlName } from './types.ts';

/** VACUUM FULL orders; VACUUM (FULL, ANALYZE) orders; in SQLite it copies the whole file. */
export function readVacuum(cursor: Cursor, start: number): readonly Action[] {
  const options = readOptions(cursor, ['full', 'freeze', 'verbose', 'analyze', 'analyse']);
  // SQLite's VACUUM INTO writes a copy and leaves the database as it is.
  const copies = cursor.dialect === 'sqlite' && cursor.has('into');
  if (copies) return [makeWhole(cursor, start, 'copy')];
  const table = cursor.name();
  return [makeWhole(cursor, start, options.has('full') ? 'vacuum-full' : 'vacuum', { table })];
}

export function readAnalyze(cursor: Cursor, start: number): readonly Action[] {
  readOptions(cursor, ['verbose', 'no_write_to_binlog', 'local', 'table']);
  return [makeWhole(cursor, start, 'analyze', { table: cursor.name() })];
}

/** Words before the name, or in brackets, where `FULL off` is as if it were not there. */
export function readOptions(cursor: Cursor, words: readonly string[]): ReadonlySet<string> {
  const options = new Set<string>();
  if (cursor.word() === '(') {
    const from = cursor.at + 1;
    cursor.skipParens();
    for (const part of listOf(cursor.slice(from, cursor.at - 1))) {
      const off = ['false', 'off'].includes(part.word(1)) || /^['"]?(?:0|false|off)['"]?$/i.test(part.written(1));
      if (!off) options.add(part.word());
    }
  }
  for (let word = cursor.takeOne(...words); word; word = cursor.takeOne(...words)) options.add(word);
  return options;
}

export function readCluster(cursor: Cursor, start: number): readonly Action[] {
  readOptions(cursor, ['verbose']);
  const first = cursor.name();
  // CLUSTER index ON table, as it was once written.
  if (cursor.take('on')) return [makeWhole(cursor, start, 'cluster', { index: first, table: cursor.name() })];
  const index = cursor.take('using') ? cursor.name() : undefined;
  return [makeWhole(cursor, start, 'cluster', { table: first, index })];
}

export function readReindex(cursor: Cursor, start: number): readonly Action[] {
  const options = readOptions(cursor, []);
  const what = cursor.takeOne('index', 'table', 'schema', 'database', 'system');
  const concurrently = cursor.take('concurrently') || options.has('concurrently');
  const name = cursor.name();
  const parts = what === 'index' ? { index: name } : what === 'table' ? { table: name } : { object: name };
  return [makeWhole(cursor, start, 'reindex', parts, { concurrently })];
}

/** REFRESH MATERIALIZED VIEW [CONCURRENTLY] totals. */
export function readRefresh(cursor: Cursor, start: number): readonly Action[] {
  if (!cursor.take('materialized', 'view')) return [makeWhole(cursor, start, 'unknown')];
  const concurrently = cursor.take('concurrently');
  return [makeWhole(cursor, start, 'refresh-materialized-view', { object: cursor.name() }, { concurrently })];
}

/** LOCK TABLE orders IN … MODE NOWAIT; LOCK TABLES orders WRITE. */
export function readLock(cursor: Cursor, start: number): readonly Action[] {
  cursor.takeOne('tables', 'table');
  if (cursor.word(1) !== '.') cursor.take('only');
  const table = cursor.name();
  const limitedWait = cursor.has('nowait');
  const at = cursor.at;
  const mode = cursor.skipTo('in') && cursor.has('mode') ? modeOf(cursor) : undefined;
  cursor.at = at;
  return [makeWhole(cursor, start, 'lock', { table }, { limitedWait, lock: mode ?? mysqlMode(cursor) })];
}

function modeOf(cursor: Cursor): string {
  const words: string[] = [];
  for (cursor.next(); !cursor.done && cursor.word() !== 'mode'; cursor.next()) words.push(cursor.word());
  return words.join(' ').toUpperCase();
}

function mysqlMode(cursor: Cursor): string | undefined {
  if (cursor.dialect !== 'mysql') return undefined;
  return cursor.has('write') ? 'WRITE' : 'READ';
}

/** MySQL: RENAME TABLE a TO b, b TO c. */
export function readRenameTable(cursor: Cursor, start: number): readonly Action[] {
  if (!cursor.takeOne('tables', 'table')) return [makeWhole(cursor, start, 'rename-other')];
  cursor.take('if', 'exists');
  return Array.from(listOf(cursor), (part, index) => {
    const from = index === 0 ? start : part.at;
    const table = part.name();
    part.take('to');
    return makeWhole(part, from, 'rename-table', { table, to: part.name() });
  });
}

/** SQL Server renames by a procedure; every other one is a call. */
export function readExecute(cursor: Cursor, start: number): readonly Action[] {
  const procedure = cursor.name();
  if (cursor.dialect === 'postgresql') return [makeWhole(cursor, start, 'execute')];
  if (procedure?.name !== 'sp_rename') return [makeWhole(cursor, start, 'call', { object: procedure })];
  const [what, to, type] = Array.from(listOf(cursor), (part) => argument(part));
  const kind = type?.text.toLowerCase();
  if (!what || !to) return [makeWhole(cursor, start, 'rename-other')];
  const parts = split(what);
  const target = named(to, to.text);
  if (kind === 'column') {
    return [makeWhole(cursor, start, 'rename-column', { table: parts.owner, column: parts.name, to: target })];
  }
  if (kind === 'index')
    return [makeWhole(cursor, start, 'rename-index', { table: parts.owner, index: parts.name, to: target })];
  if (kind !== undefined && kind !== 'object') return [makeWhole(cursor, start, 'rename-other', { to: target })];
  const table = parts.owner ? { ...parts.name, schema: parts.owner.name } : parts.name;
  return [makeWhole(cursor, start, 'rename-table', { table, to: target })];
}

interface Argument {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** `'dbo.orders'`, `@objname = N'dbo.orders'`. */
function argument(part: Cursor): Argument | undefined {
  if (part.word(1) === '=') part.at += 2;
  const token = part.token();
  if (!token) return undefined;
  const text = part.text.slice(token.from, token.to).replace(/^n(?=')/i, '');
  return { text: text.replace(/^'|'$/g, '').replaceAll("''", "'"), from: token.from, to: token.to };
}

/** `dbo.orders.note`. */
function split(place: Argument): { owner: SqlName | undefined; name: SqlName } {
  const parts = place.text.split('.');
  const owner = parts.at(-2);
  const schema = parts.at(-3);
  return {
    name: named(place, place.text.slice(place.text.lastIndexOf('.') + 1)),
    owner: owner === undefined ? undefined : { ...named(place, owner), ...(schema && { schema: bare(schema) }) },
  };
}

function named({ from, to }: Argument, text: string): SqlName {
  return { name: bare(text), range: { from, to } };
}

function bare(text: string): string {
  return unquote(text, { kind: 'quoted', from: 0, to: text.length, word: '', first: false }, 'sqlserver');
}
