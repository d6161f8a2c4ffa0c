/** ALTER TABLE: one action for each clause. */
import { upTo } from '../../util/parts.ts';
import { addClause, type Clause } from './alter-add.ts';
import { alterColumn, modifyColumn } from './alter-column.ts';
import { FIXED_CLAUSES } from './alter-words.ts';
import type { Cursor } from './cursor.ts';
import { listOf } from './lists.ts';
import { type LooseFacts, makeWhole } from './make.ts';
import { phraseTable, takePhrase } from './phrases.ts';
import type { Action, Facts, SqlName } from './types.ts';

/** The cursor stands behind `ALTER TABLE`. */
export function readAlterTable(cursor: Cursor, start: number): readonly Action[] {
  const ifExists = cursor.take('if', 'exists');
  if (cursor.take('all', 'in', 'tablespace')) return [makeWhole(cursor, start, 'set-tablespace')];
  if (cursor.word(1) !== '.') cursor.take('only');
  const table = cursor.name();
  cursor.take('*');
  const facts: LooseFacts = { ...statementFacts(cursor, ifExists) };
  if (cursor.done || !table) return [makeWhole(cursor, start, 'alter-table', { table }, facts)];
  return readClauses(cursor, start, table, facts);
}

/** What holds for all clauses: `ALGORITHM = INPLACE, LOCK = NONE` of MySQL, `WAIT 5` of MariaDB. */
function statementFacts(cursor: Cursor, ifExists: boolean): LooseFacts {
  const waits = cursor.take('nowait') || (cursor.word() === 'wait' && cursor.token(1)?.kind === 'number');
  if (cursor.take('wait')) cursor.next();
  return { ifExists, limitedWait: waits, ...mysqlHints(cursor) };
}

export function mysqlHints(cursor: Cursor): LooseFacts {
  if (cursor.dialect !== 'mysql') return {};
  const facts: { algorithm?: string; lock?: string } = {};
  const at = cursor.at;
  while (cursor.skipTo('algorithm', 'lock')) {
    const hint = cursor.word() === 'lock' ? 'lock' : 'algorithm';
    cursor.next();
    cursor.take('=');
    const value = cursor.word().toUpperCase();
    if (/^(?:DEFAULT|INSTANT|INPLACE|NOCOPY|COPY|NONE|SHARED|EXCLUSIVE)$/.test(value)) facts[hint] = value;
  }
  cursor.at = at;
  return facts;
}

function readClauses(cursor: Cursor, start: number, table: SqlName, facts: LooseFacts): readonly Action[] {
  const actions: Action[] = [];
  let last: string | undefined;
  let notValid: boolean | undefined;
  for (const part of listOf(cursor)) {
    const inherited = inherits(part) ? last : undefined;
    const verb = inherited ?? part.word();
    const found = readClause({ cursor: part, table, facts: { ...facts, notValid }, inherited }, verb);
    actions.push(...found);
    // WITH NOCHECK ADD a, b: the check is left out for both.
    if (verb === 'with') notValid = found[0]?.facts.notValid;
    if (verb) last = verb === 'with' ? 'add' : verb;
  }
  if (actions.length > 0) return cursor.dialect === 'mysql' ? keysReplaced(actions) : actions;
  return [makeWhole(cursor, start, 'alter-table', { table }, facts)];
}

/** MySQL builds a table once for a key that goes and the one that comes, which is another thing than for one that only goes. */
function keysReplaced(actions: readonly Action[]): readonly Action[] {
  const comes = actions.some(({ kind, facts }) => kind.startsWith('add-') && isPrimary(facts));
  if (!comes) return actions;
  return actions.map((action) =>
    action.kind === 'drop-constraint' && isPrimary(action.facts)
      ? { ...action, facts: { ...action.facts, replaced: true } }
      : action,
  );
}

function isPrimary({ constraintKind, primaryKey }: Facts): boolean {
  return constraintKind === 'primary-key' || primaryKey === true;
}

/** `ADD a int, b int`: SQL Server and others say the verb once. */
function inherits(part: Cursor): boolean {
  if (part.dialect !== 'sqlserver' && part.dialect !== 'generic') return false;
  return !VERBS.has(part.word());
}

const FIXED = phraseTable(FIXED_CLAUSES);

const VERBS: ReadonlySet<string> = new Set([
  ...'add drop alter modify change rename validate with check nocheck convert truncate'.split(' '),
  ...FIXED_CLAUSES.map(([words]) => upTo(words, ' ')),
]);

function readClause(clause: Clause, verb: string): readonly Action[] {
  const { cursor, table, facts, inherited } = clause;
  const start = cursor.at;
  const fixed = inherited ? undefined : takePhrase(cursor, FIXED);
  if (fixed) return fixed[1] === undefined ? [] : [readFixed(clause, start, fixed[0], fixed[1])];
  if (!inherited && verb !== 'with') cursor.next();
  switch (verb) {
    case 'add':
      return addClause(clause, start);
    case 'drop':
      return dropClause(clause, start);
    case 'alter':
      return alterColumn(clause, start);
    case 'modify':
    case 'change':
      return modifyColumn(clause, start, verb);
    case 'rename':
      return [renameClause(clause, start)];
    case 'with':
      return readChecked(clause, start);
    default:
      return [makeWhole(cursor, start, 'set-options', { table }, facts)];
  }
}

/** Clauses that begin with fixed words; a name may follow. */
function readFixed({ cursor, table, facts }: Clause, start: number, words: string, kind: Action['kind']): Action {
  const more = { concurrently: cursor.has('concurrently'), online: onlineOf(cursor) };
  if (kind === 'validate-constraint' || kind === 'alter-constraint') {
    return makeWhole(cursor, start, kind, { table, constraint: cursor.name() }, facts);
  }
  if (kind === 'attach-partition' || kind === 'detach-partition') {
    return makeWhole(cursor, start, kind, { table, to: cursor.name() }, { ...facts, ...more });
  }
  if (words === 'engine') {
    cursor.take('=');
    return makeWhole(cursor, start, kind, { table }, { ...facts, value: cursor.written() });
  }
  const cascades = kind === 'drop-partition' || kind === 'truncate-partition';
  const object = cascades ? cursor.name() : undefined;
  return makeWhole(cursor, start, kind, { table, object }, { ...facts, ...more });
}

/** `WITH (ONLINE = ON)` anywhere in the clause. */
function onlineOf(cursor: Cursor): boolean {
  for (let ahead = 0; cursor.token(ahead); ahead++) {
    if (cursor.word(ahead) === 'online' && cursor.word(ahead + 1) === '=') return cursor.word(ahead + 2) === 'on';
  }
  return false;
}

/** SQL Server: `WITH NOCHECK ADD CONSTRAINT …`, `WITH CHECK CHECK CONSTRAINT …`. */
function readChecked(clause: Clause, start: number): readonly Action[] {
  const { cursor, table } = clause;
  cursor.take('with');
  const notValid = cursor.take('nocheck');
  if (!notValid) cursor.take('check');
  const facts = { ...clause.facts, notValid };
  if (cursor.take('add')) return addClause({ ...clause, facts }, start);
  if (cursor.take('check', 'constraint')) {
    const kind = notValid ? 'alter-constraint' : 'validate-constraint';
    return [makeWhole(cursor, start, kind, { table, constraint: cursor.name() }, clause.facts)];
  }
  return [makeWhole(cursor, start, 'alter-constraint', { table }, clause.facts)];
}

function renameClause({ cursor, table, facts }: Clause, start: number): Action {
  if (cursor.take('constraint')) {
    const constraint = cursor.name();
    cursor.take('to');
    return makeWhole(cursor, start, 'rename-constraint', { table, constraint, to: cursor.name() }, facts);
  }
  if (cursor.dialect === 'mysql' && cursor.takeOne('index', 'key')) {
    const index = cursor.name();
    cursor.take('to');
    return makeWhole(cursor, start, 'rename-index', { table, index, to: cursor.name() }, facts);
  }
  if (cursor.takeOne('to', 'as')) return makeWhole(cursor, start, 'rename-table', { table, to: cursor.name() }, facts);
  cursor.take('column');
  const column = cursor.name();
  if (!cursor.takeOne('to', 'as') && cursor.done) {
    // MySQL: `RENAME archive`.
    return makeWhole(cursor, start, 'rename-table', { table, to: column }, facts);
  }
  return makeWhole(cursor, start, 'rename-column', { table, column, to: cursor.name() }, facts);
}

function dropClause(clause: Clause, start: number): readonly Action[] {
  const { cursor, table } = clause;
  const what = cursor.takeOne('column', 'constraint', 'primary key', 'foreign key', 'check', 'index', 'key', 'period');
  const ifExists = cursor.take('if', 'exists');
  const facts: LooseFacts = { ...clause.facts, ifExists, cascade: cursor.has('cascade'), online: onlineOf(cursor) };
  if (what === 'primary key') {
    return [makeWhole(cursor, start, 'drop-constraint', { table }, { ...facts, constraintKind: 'primary-key' })];
  }
  if (what === 'index' || what === 'key') {
    return [makeWhole(cursor, start, 'drop-index', { table, index: cursor.name() }, facts)];
  }
  if (what === 'constraint' || what === 'foreign key' || what === 'check') {
    const constraintKind = what === 'foreign key' ? 'foreign-key' : what === 'check' ? 'check' : undefined;
    const found = { table, constraint: cursor.name() };
    return [makeWhole(cursor, start, 'drop-constraint', found, { ...facts, constraintKind })];
  }
  if (what === 'period') return [makeWhole(cursor, start, 'set-options', { table }, facts)];
  return dropColumns(clause, start, facts);
}

/** `DROP (a, b)` of Oracle too. */
function dropColumns({ cursor, table }: Clause, start: number, facts: LooseFacts): readonly Action[] {
  if (cursor.word() !== '(') return [makeWhole(cursor, start, 'drop-column', { table, column: cursor.name() }, facts)];
  const from = cursor.at + 1;
  cursor.skipParens();
  return Array.from(listOf(cursor.slice(from, cursor.at - 1)), (part) => {
    const at = part.at;
    return makeWhole(part, at, 'drop-column', { table, column: part.name() }, facts);
  });
}
