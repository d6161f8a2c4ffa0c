import * as l10n from '@vscode/l10n';
import { type Dialect, dialectOf, type Kind } from '../../analysis/sql/index.ts';
import { isStopped } from '../../lint/downtime.ts';
import { vanishes } from '../../lint/online-index.ts';
import { defineRule, type Fix } from '../../lint/rule.ts';
import { actionsOf, locksOf, onReachable, type StepAction, tell } from '../../lint/sql-actions.ts';
import { insertBefore } from '../../lint/sql-edits.ts';

/** A schema change waits for its lock no longer than those who queue behind it can bear. */
export const missingLockTimeout = defineRule({
  id: 'missing-lock-timeout',
  group: 'locks',
  severity: 'warning',
  fixable: true,
  *check(context) {
    if (isStopped(context)) return;
    const said = new Set<unknown>();
    for (const one of onReachable(actionsOf(context, 'up', 'down'))) {
      const way = one.statements;
      if (said.has(way)) continue;
      if (setsLimit(one)) said.add(way);
      const line = LIMITS[dialectOf(one.statement.engine)];
      if (!line || !waits(one) || isLimited(one)) continue;
      said.add(way);
      const on = locksOf(one).find((lock) => lock.on)?.on;
      const table = on ? l10n.t`the table "${on.name}"` : l10n.t('the table');
      const message = l10n.t`The statement waits for its lock without a limit. Behind one long transaction it waits for minutes, and everybody who uses ${table} queues behind it: write \`${line}\` before it, and try again when it gives up.`;
      yield tell({ ...one, span: one.statement.head }, message, setLimit(one, line));
    }
  },
});

/** How long a statement waits, in the engine's own way. Elsewhere there is no such wait, or it is not known. */
const LIMITS: Readonly<Partial<Record<Dialect, string>>> = {
  postgresql: l10n.t("SET lock_timeout = '2s';"),
  mysql: l10n.t('SET SESSION lock_wait_timeout = 5;'),
  sqlserver: l10n.t('SET LOCK_TIMEOUT 2000;'),
};

const SETTINGS: Readonly<Partial<Record<Dialect, RegExp>>> = {
  postgresql: /^(?:lock|statement)_timeout$/,
  // innodb_lock_wait_timeout is for rows; schema changes wait for metadata.
  mysql: /^lock_wait_timeout$|\.lock_wait_timeout$/,
  sqlserver: /^lock_timeout$/,
};

function setsLimit({ action: { facts }, statement }: StepAction): boolean {
  const name = SETTINGS[dialectOf(statement.engine)];
  return (name?.test(facts.setting ?? '') ?? false) && !/^\W*(?:0\w*|-1|default)\W*$/i.test(String(facts.value));
}

/** They change rows, or are maintenance that nobody runs unwatched. */
const NO_SCHEMA_CHANGE: ReadonlySet<Kind> = new Set([
  'update',
  'delete',
  'optimize',
  'vacuum-full',
  'cluster',
  'reindex',
  'refresh-materialized-view',
] satisfies Kind[]);

function waits(one: StepAction): boolean {
  const { action } = one;
  if (NO_SCHEMA_CHANGE.has(action.kind) || action.facts.limitedWait) return false;
  return locksOf(one).some(({ blocks }) => blocks !== 'ddl') && !vanishes(one);
}

/** Said beside the statement: under `locking`, or in the environment of the command. */
function isLimited({ step, statement: { script } }: StepAction): boolean {
  if (step.locking?.timeout) return true;
  return script.from !== 'sql' && /lock_(?:wait_)?timeout/i.test(script.node.text);
}

function setLimit({ statement }: StepAction, line: string): Fix[] {
  const edits = insertBefore(statement, line);
  return edits.length > 0 ? [{ title: l10n.t('Limit the wait for the lock'), edits, preferred: true }] : [];
}
