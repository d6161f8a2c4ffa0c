import * as l10n from '@vscode/l10n';
import { defineRule, type Fix } from '../../lint/rule.ts';
import { actionsOf, type StepAction, tell } from '../../lint/sql-actions.ts';
import { rewriteScript } from '../../lint/sql-edits.ts';
import { enclosing } from '../../lint/transactions.ts';

/** CONCURRENTLY commits on its own, so it stands outside of any transaction. */
export const concurrentIndexInTransaction = defineRule({
  id: 'concurrent-index-in-transaction',
  group: 'locks',
  severity: 'error',
  fixable: true,
  *check(context) {
    for (const one of actionsOf(context, 'up', 'down')) {
      const { kind, facts } = one.action;
      const isIndex = kind === 'create-index' || kind === 'drop-index' || kind === 'reindex';
      const by = isIndex && facts.concurrently && one.statement.engine === 'postgresql' && enclosing(one, context);
      if (!by) continue;
      const message = `CONCURRENTLY runs inside of ${by.words}, and PostgreSQL refuses that: the step fails on the first try. ${ADVICE[by.by]}`;
      yield tell(one, message, by.by === 'begin' ? takeOut(one) : []);
    }
  },
});

const ADVICE = {
  begin: l10n.t('Write it after COMMIT, as a statement of its own.'),
  client: l10n.t('Give it a `-c` of its own, without `--single-transaction`.'),
  tool: l10n.t('Make it a migration of its own with the transaction turned off, and say so in the step.'),
} as const;

/** Behind the end of the transaction, which goes away where nothing is left in it. */
function takeOut({ statement: located }: StepAction): Fix[] {
  const { script, statement } = located;
  const others = script.statements.map((other) => other.statement);
  const at = others.indexOf(statement);
  const begin = others.slice(0, at).findLastIndex(({ kind }) => kind === 'begin');
  const commit = others.findIndex(({ kind }, index) => index > at && kind === 'commit');
  if (begin < 0 || commit < 0 || statement.within) return [];
  const isAlone = commit - begin === 2;
  const textOf = ({ range }: typeof statement): string => script.node.text.slice(range.from, range.to);
  const own = textOf(statement);
  const moved = others.map(textOf).flatMap((sql, index) => {
    if (index === at || (isAlone && index === begin)) return [];
    if (index === commit) return isAlone ? [own] : [sql, own];
    return [sql];
  });
  // A comment between statements has no place in the new order.
  const gaps = [0, ...others.map(({ range }) => range.to)].map((end, index) =>
    script.node.text.slice(end, others[index]?.range.from),
  );
  if (gaps.some((gap) => /[^\s;]/.test(gap))) return [];
  // One line is written as one line.
  const end = moved.length > 1 && script.node.text.endsWith('\n') ? '\n' : '';
  const edits = rewriteScript(located, moved.map((sql) => `${sql};`).join('\n') + end);
  return edits.map((edit) => ({ title: l10n.t('Take it out of the transaction'), edits: [edit], preferred: true }));
}
