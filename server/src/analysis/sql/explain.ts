/** EXPLAIN says how a statement would be run. With ANALYZE PostgreSQL runs it, and it writes what it writes. */
import type { Cursor } from './cursor.ts';
import { makeWhole } from './make.ts';
import type { Actions, Statement } from './types.ts';
import { readOptions } from './upkeep.ts';
import { WRITES } from './writes.ts';

/** The cursor stands behind EXPLAIN. MySQL does not run all of them, and SQLite none. */
export function readExplain(cursor: Cursor, start: number, nested: (cursor: Cursor) => Actions): Actions {
  const plan = makeWhole(cursor, start, 'explain');
  if (cursor.dialect !== 'postgresql') return [plan];
  const options = readOptions(cursor, ['analyze', 'analyse', 'verbose']);
  if (cursor.done || !(options.has('analyze') || options.has('analyse'))) return [plan];
  const written = nested(cursor.slice(cursor.at, cursor.end)).filter(({ kind }) => WRITES.has(kind));
  return [plan, ...written];
}

/** What the manual advises for it: in a transaction that is rolled back nothing has been written. */
export function withoutRolledBack(statements: readonly Statement[]): readonly Statement[] {
  let isRolledBack = false;
  return statements.toReversed().map(rest).toReversed();

  function rest(statement: Statement): Statement {
    const { kind, actions } = statement;
    if (kind === 'commit' || kind === 'rollback') isRolledBack = kind === 'rollback';
    return isRolledBack && kind === 'explain' ? { ...statement, actions: [actions[0]] } : statement;
  }
}
