import * as l10n from '@vscode/l10n';
import type { Action, Effect } from '../../analysis/sql/index.ts';
import { defineRule, type Finding } from '../../lint/rule.ts';
import { actionsOf, type StepAction, tell } from '../../lint/sql-actions.ts';
import { type StepStatement, sqlOfRollback, wordsOfStatement } from '../../lint/step-sql.ts';
import { firstLine } from '../../model/source.ts';
import { commandsElsewhere } from './elsewhere.ts';

/** Rows of a table that is in use are changed in batches. */
export const sqlUnboundedWrite = defineRule({
  id: 'sql-unbounded-write',
  group: 'sql',
  severity: 'error',
  fixable: false,
  *check(context) {
    for (const one of actionsOf(context, 'up', 'down'))
      if (one.effects.some(isUnbounded) && !isBatchedByTool(one)) yield told(one, one.action);
    for (const statement of [...sqlOfRollback(context), ...commandsElsewhere(context)]) yield* toldOf(statement);
  },
});

function* toldOf(statement: StepStatement): Generator<Finding> {
  for (const { action } of statement.effects.filter(isUnbounded))
    yield told({ statement, span: firstLine(statement.spanOf(action.range)) }, action);
}

function isUnbounded({ kind }: Effect): boolean {
  return kind === 'unbounded';
}

function told(one: Pick<StepAction, 'span' | 'statement'>, { kind }: Action): Finding {
  const does = kind === 'delete' ? 'removes every row' : 'writes every row';
  const message = l10n.t`"${wordsOfStatement(one.statement)}" ${does} in one statement. It locks all of them until it has ended, fills the log, and starts again from nothing when it is stopped: write it in batches, with a WHERE over a range of the key or a limit.`;
  return tell(one, message);
}

/** The step says how large a batch is: then the statement is what is done with each of them. */
function isBatchedByTool({ step }: StepAction): boolean {
  return step.backfill?.batchSize !== undefined;
}
