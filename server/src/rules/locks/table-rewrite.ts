import * as l10n from '@vscode/l10n';
import { type Dialect, dialectOf, type Effect, isLock } from '../../analysis/sql/index.ts';
import { isStopped } from '../../lint/downtime.ts';
import { defineRule, type Fix } from '../../lint/rule.ts';
import { actionsOf, type StepAction, tell } from '../../lint/sql-actions.ts';
import { rewriteStatement } from '../../lint/sql-edits.ts';
import { changesType } from '../../lint/type-changes.ts';

/** A table that is in use is not written anew under a lock. */
export const tableRewrite = defineRule({
  id: 'table-rewrite',
  group: 'locks',
  severity: 'warning',
  fixable: true,
  // A type that is changed in place has a rule of its own.
  givesWay: true,
  *check(context) {
    if (isStopped(context)) return;
    for (const one of actionsOf(context, 'up')) {
      const rewriting = one.effects.find(({ kind }) => kind === 'rewrites');
      const lock = one.effects.filter(isLock).find(({ held }) => held === 'work');
      if (!rewriting || !lock || !isJudged(one, rewriting)) continue;
      const message = `The statement ${rewriting.what}, and meanwhile ${lock.lock} ${lock.what}. On data of production size that is an outage: ${advice(one)}`;
      yield tell(one, message, withoutDefault(one));
    }
  },
});

/** What is written anew beside live traffic is told only where that is all that the statement is for. */
function isJudged(one: StepAction, { unless }: Effect): boolean {
  return one.action.kind === 'alter-type' ? changesType(one) : unless === undefined;
}

function advice({ action, statement }: StepAction): string {
  if (action.kind === 'add-column')
    return l10n.t(
      'add the column without the value, give new rows their value by a default that is set afterwards, and fill the old ones in batches.',
    );
  if (action.kind === 'alter-type')
    return l10n.t('add a column of the new type, write both, fill it in batches, and drop the old one later.');
  const dialect = dialectOf(statement.engine);
  const tools = TOOLS[dialect];
  if (dialect === 'sqlserver')
    return l10n.t('write it WITH (ONLINE = ON), where the edition has that, or do it in a maintenance window.');
  if (tools === undefined) return l10n.t('do it in a maintenance window.');
  return l10n.t`use a tool that works online, such as ${tools}, or a maintenance window.`;
}

const TOOLS: Readonly<Partial<Record<Dialect, string>>> = {
  postgresql: 'pg_repack',
  mysql: l10n.t('gh-ost or pt-online-schema-change'),
};

const DEFAULT = /^(ADD\s+(?:COLUMN\s+)?[\s\S]*?)(?:\s+NOT\s+NULL)?\s+DEFAULT\s+([^;]+?)(?:\s+NOT\s+NULL)?\s*$/i;

/** `ADD COLUMN c uuid DEFAULT f()` in two statements: only a default that is there at first is written into every row. */
function withoutDefault({ action, statement }: StepAction): Fix[] {
  const { column, table, facts } = action;
  const isPlain =
    action.kind === 'add-column' && statement.engine === 'postgresql' && statement.statement.actions.length === 1;
  if (!isPlain || !column || !table || facts.default === undefined || facts.unique || facts.primaryKey) return [];
  const text = statement.script.node.text;
  const written = (name: typeof table): string => text.slice(name.range.from, name.range.to);
  const from = action.range.from - statement.statement.range.from;
  const edits = rewriteStatement(statement, (sql) => {
    const [, start, value] = DEFAULT.exec(sql.slice(from)) ?? [];
    if (start === undefined || value === undefined) return sql;
    return `${sql.slice(0, from)}${start};\nALTER TABLE ${written(table)} ALTER COLUMN ${written(column)} SET DEFAULT ${value}`;
  });
  return edits.length > 0
    ? [{ title: l10n.t('Set the default after the column is there'), edits, preferred: true }]
    : [];
}
