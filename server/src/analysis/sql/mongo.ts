/** MongoDB shell: `db.orders.deleteMany({})` and its like. Operations, not programs: what stands around them is not read. */
import { Cursor } from './cursor.ts';
import type { Kind } from './kinds.ts';
import { lex } from './lexer.ts';
import { listOf } from './lists.ts';
import { type LooseFacts, makeWhole } from './make.ts';
import { METHODS, type Method } from './mongo-methods.ts';
import type { Action, Actions, SqlName, Statement } from './types.ts';

export function scanMongo(text: string): readonly Statement[] {
  const cursor = new Cursor(text, 'mongodb', lex(text, 'mongodb'));
  const statements: Statement[] = [];
  while (!cursor.done) {
    const start = cursor.at;
    if (cursor.word() === 'db' && cursor.word(1) === '.' && cursor.word(-1) !== '.') {
      const statement = readOperation(cursor, start);
      if (statement) statements.push(statement);
    }
    if (cursor.at === start) cursor.next();
  }
  return statements;
}

/** `db.orders.drop()`, `db.getCollection('orders').drop()`, `db["orders"]` is not taken. */
function readOperation(cursor: Cursor, start: number): Statement | undefined {
  cursor.next();
  const path: SqlName[] = [];
  while (cursor.take('.')) {
    const part = collectionCall(cursor) ?? partOf(cursor);
    if (!part) break;
    path.push(part);
    if (cursor.word() === '(') break;
  }
  if (cursor.word() !== '(') return undefined;
  const nameAt = cursor.range(cursor.at - 1, cursor.at);
  const written = cursor.text.slice(nameAt.from, nameAt.to);
  const open = cursor.at;
  skipBrackets(cursor);
  const inside = cursor.slice(open + 1, cursor.word(-1) === ')' && cursor.at > open + 1 ? cursor.at - 1 : cursor.at);
  const whole = cursor.slice(start, cursor.at);
  const collection = joined(cursor, path.slice(0, -1));
  const actions = actionsOf(whole, inside, collection, written);
  const range = whole.range(start, whole.end);
  return { kind: actions[0].kind, range, head: { from: range.from, to: nameAt.to }, actions };
}

/** `getCollection('orders')` stands for a name. */
function collectionCall(cursor: Cursor): SqlName | undefined {
  const call = cursor.word() === 'getcollection' || cursor.word() === 'getsiblingdb';
  if (!call || cursor.word(1) !== '(' || cursor.token(2)?.kind !== 'string' || cursor.word(3) !== ')') return undefined;
  cursor.at += 2;
  const name = literal(cursor);
  cursor.at += 2;
  return name;
}

function partOf(cursor: Cursor): SqlName | undefined {
  if (cursor.token()?.kind !== 'word' && cursor.token()?.kind !== 'param') return undefined;
  const range = cursor.range(cursor.at, cursor.at + 1);
  cursor.next();
  // Collections are told apart by case.
  return { name: cursor.text.slice(range.from, range.to), range };
}

/** The string here as a name. */
function literal(cursor: Cursor): SqlName | undefined {
  if (cursor.token()?.kind !== 'string') return undefined;
  const range = cursor.range(cursor.at, cursor.at + 1);
  return { name: cursor.text.slice(range.from + 1, Math.max(range.to - 1, range.from + 1)), range };
}

/** `db.audit.log.drop()`: the dots belong to the name. */
function joined(cursor: Cursor, path: readonly SqlName[]): SqlName | undefined {
  const [first] = path;
  const last = path.at(-1);
  if (!first || !last) return undefined;
  const range = { from: first.range.from, to: Math.min(last.range.to, cursor.text.length) };
  return { name: path.map(({ name }) => name).join('.'), range };
}

const OPEN: ReadonlySet<string> = new Set(['(', '{', '[']);
const CLOSE: ReadonlySet<string> = new Set([')', '}', ']']);

function skipBrackets(cursor: Cursor): void {
  let depth = 0;
  while (!cursor.done) {
    const word = cursor.word();
    cursor.next();
    if (OPEN.has(word)) depth++;
    else if (CLOSE.has(word)) depth--;
    if (depth <= 0) return;
  }
}

function actionsOf(whole: Cursor, inside: Cursor, collection: SqlName | undefined, written: string): Actions {
  const start = whole.at;
  const method: Method | undefined = Object.hasOwn(METHODS, written) ? METHODS[written] : undefined;
  const [first, second] = Array.from(argumentsOf(inside));
  const act = (kind: Kind, parts: object = {}, facts: LooseFacts = {}) =>
    makeWhole(whole, start, kind, { table: collection, ...parts }, facts);
  if (!collection) return [onDatabase(whole, written, first)];
  if (!method) return [act('unknown')];
  const facts: LooseFacts = {
    hasWhere: method.filtered && first !== undefined && !isEmptyFilter(first),
    batched: method.one,
  };
  if (method.kind === 'update') return [act('update', {}, facts), ...fieldActions(act, second, facts)];
  if (method.kind === 'rename-table') return [act('rename-table', { to: first && literal(first) })];
  if (method.kind === 'drop-index') return [act('drop-index', { index: first && literal(first) })];
  return [act(method.kind, {}, facts)];
}

/** `db.dropDatabase()`, `db.createCollection('orders')`. */
function onDatabase(whole: Cursor, written: string, first: Cursor | undefined): Action {
  const table = first && literal(first);
  if (written === 'dropDatabase') return makeWhole(whole, whole.at, 'drop-database');
  if (written === 'createCollection') return makeWhole(whole, whole.at, 'create-table', { table });
  return makeWhole(whole, whole.at, 'unknown');
}

/** Arguments, cut at the commas that stand in no brackets of any kind. */
function* argumentsOf(inside: Cursor): Generator<Cursor> {
  let depth = 0;
  const first = inside.at;
  let start = first;
  for (let at = first; at < inside.end; at++) {
    const word = inside.word(at - first);
    if (OPEN.has(word)) depth++;
    else if (CLOSE.has(word)) depth--;
    else if (word === ',' && depth === 0) {
      yield inside.slice(start, at);
      start = at + 1;
    }
  }
  if (inside.end > start) yield inside.slice(start, inside.end);
}

function isEmptyFilter(argument: Cursor): boolean {
  return argument.word() === '{' && argument.word(1) === '}';
}

type Act = (kind: Kind, parts?: object, facts?: LooseFacts) => Action;

/** `{ $unset: { email: '' }, $rename: { a: 'b' } }` does to fields what DROP COLUMN and RENAME COLUMN do to columns. */
function fieldActions(act: Act, update: Cursor | undefined, facts: LooseFacts): readonly Action[] {
  if (!update || facts.batched) return [];
  const actions: Action[] = [];
  for (; !update.done; update.next()) {
    const operator = update.token();
    if (operator?.kind !== 'param' && operator?.kind !== 'string') continue;
    const written = update.text.slice(operator.from, operator.to).replace(/['"]/g, '');
    if (update.word(1) !== ':' || (written !== '$unset' && written !== '$rename')) continue;
    update.at += 2;
    for (const column of fieldsOf(update)) {
      actions.push(act(written === '$unset' ? 'drop-column' : 'rename-column', { column }, facts));
    }
  }
  return actions;
}

/** The keys of the object here, or the strings of the list: `$unset: ['a', 'b']` in a pipeline. */
function fieldsOf(cursor: Cursor): readonly SqlName[] {
  if (cursor.token()?.kind === 'string') return [literal(cursor)].filter((name) => name !== undefined);
  const open = cursor.at;
  const isList = cursor.word() === '[';
  if (!OPEN.has(cursor.word())) return [];
  skipBrackets(cursor);
  const inner = cursor.slice(open + 1, cursor.at - 1);
  const fields: SqlName[] = [];
  for (const part of listOf(inner)) {
    const name = literal(part) ?? partOf(part);
    if (name && (isList || part.word() === ':' || part.word(1) === ':')) fields.push(name);
  }
  cursor.at--;
  return fields;
}
