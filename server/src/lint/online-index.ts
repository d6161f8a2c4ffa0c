/** Index builds and drops that stop others, and the form of each engine that does not. */
import { isLock, type Lock } from '../analysis/sql/index.ts';
import type { Fix, RuleContext } from './rule.ts';
import type { StepAction } from './sql-actions.ts';
import { rewriteStatement } from './sql-edits.ts';
import { enclosing } from './transactions.ts';

/** The lock of an index build or drop for which there is a form that nobody waits for. */
export function avoidableIndexLock({ action, effects, statement }: StepAction): Lock | undefined {
  const { kind, facts } = action;
  if (kind !== 'create-index' && kind !== 'drop-index' && kind !== 'reindex') return undefined;
  // SQLite has one writer and no other form; of the others the locks are not known.
  if (statement.engine === 'sqlite' || statement.engine === 'mongodb') return undefined;
  const isDrop = kind === 'drop-index' && statement.engine === 'postgresql' && !facts.concurrently;
  return effects
    .filter(isLock)
    .find(({ blocks, unless, held }) => blocks !== 'ddl' && unless === undefined && (held === 'work' || isDrop));
}

/** Whether nothing is left of the lock once it is avoided: elsewhere a short one stays. */
export function vanishes(one: StepAction): boolean {
  return one.statement.engine === 'postgresql' && avoidableIndexLock(one) !== undefined;
}

/** The same statement in the online form, where that can run at its place. */
export function onlineForm(one: StepAction, context: RuleContext): Fix[] {
  const { statement, action } = one;
  const form = FORMS[statement.engine];
  if (!form || action.facts.special || (form === concurrently && enclosing(one, context))) return [];
  const edits = rewriteStatement(statement, form);
  return edits.length > 0 ? [{ title: 'Write the online form', edits, preferred: true }] : [];
}

type Form = (sql: string) => string;

const FORMS: Readonly<Record<string, Form>> = {
  postgresql: concurrently,
  mysql: withoutLock,
  mariadb: withoutLock,
  sqlserver: online,
};

const INDEX_WORDS =
  /^((?:CREATE(?:\s+UNIQUE)?|DROP)\s+INDEX|REINDEX(?:\s*\([^)]*\))?\s+(?:INDEX|TABLE|SCHEMA|DATABASE))\b/i;

function concurrently(sql: string): string {
  return sql.replace(INDEX_WORDS, '$1 CONCURRENTLY');
}

function withoutLock(sql: string): string {
  return sql
    .replace(/\bLOCK(\s*=?\s*)(?:SHARED|EXCLUSIVE)\b/i, 'LOCK$1NONE')
    .replace(/\bALGORITHM(\s*=?\s*)COPY\b/i, 'ALGORITHM$1INPLACE');
}

/** Where no other option and no place for the index is named. */
function online(sql: string): string {
  return /\bWITH\b|\)\s*ON\b|\bREBUILD\b/i.test(sql) ? sql : `${sql} WITH (ONLINE = ON)`;
}
