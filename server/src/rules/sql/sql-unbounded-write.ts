import * as l10n from '@vscode/l10n';
import { defineRule } from '../../lint/rule.ts';
import { actionsOf, type StepAction, tell } from '../../lint/sql-actions.ts';
import { wordsOfStatement } from '../../lint/step-sql.ts';

/** Rows of a table that is in use are changed in batches. */
export const sqlUnboundedWrite = defineRule({
  id: 'sql-unbounded-write',
  group: 'sql',
  severity: 'error',
  fixable: false,
  *check(context) {
    for (const one of actionsOf(context, 'up', 'down')) {
      if (!one.effects.some(({ kind }) => kind === 'unbounded') || isBatchedByTool(one)) continue;
      const does = one.action.kind === 'delete' ? 'removes every row' : 'writes every row';
      const message = l10n.t`"${wordsOfStatement(one.statement)}" ${does} in one statement. It locks all of them until it has ended, fills the log, and starts again from nothing when it is stopped: write it in batches, with a WHERE over a range of the key or a limit.`;
      yield tell(one, message);
    }
  },
});

/** The step says how large a batch is: then the statement is what is done with each of them. */
function isBatchedByTool({ step }: StepAction): boolean {
  return step.backfill?.batchSize !== undefined;
}
