import * as l10n from '@vscode/l10n';
import { sameName } from '../../analysis/sql/index.ts';
import { insertSteps, newBackfill, releaseOf } from '../../lint/new-steps.ts';
import { defineRule, type Fix, finding, type RuleContext } from '../../lint/rule.ts';
import { inverseOf } from '../../lint/step-inverse.ts';
import { proposeCheck } from '../../lint/step-proposals.ts';
import type { StepSql } from '../../lint/step-sql.ts';
import { actionsOf, isDdl, type StepWork, workOfSteps } from '../../lint/step-work.ts';
import { nameOfStep } from '../../lint/steps.ts';
import { isAbsent } from '../../model/plan/view.ts';

type Located = StepSql['statements'][number];

/** A statement that writes rows. */
interface Filling {
  readonly statement: Located;
  readonly table: string;
}

/** Rows are filled in a step of their own, not by the one that changes the table. */
export const backfillInDdlStep = defineRule({
  id: 'backfill-in-ddl-step',
  group: 'migration',
  severity: 'error',
  fixable: true,
  *check(context) {
    for (const work of workOfSteps(context)) {
      const [first, ...others] = fillsIn(work);
      if (!first) continue;
      const message = l10n.t`The step "${nameOfStep(work.step)}" changes the table "${first.table}" and fills its rows at once. The lock of the ALTER is held, or asked for again, while all rows are written: fill them in a step of its own, in batches.`;
      yield finding(first.statement.head, message, split(work, first, others, context));
    }
  },
});

/** Statements that write rows of a table which the step alters and the plan has not made. */
function fillsIn(work: StepWork): readonly Filling[] {
  const altered = actionsOf(work).filter(
    (action) => action.table && isDdl(action) && !/^(?:create|drop)-/.test(action.kind),
  );
  const made = actionsOf(work).flatMap(({ kind, table }) => (kind === 'create-table' && table ? [table] : []));
  return work.statements.flatMap((statement) => {
    const tables = statement.statement.actions.flatMap(({ kind, table }) =>
      kind === 'update' && table ? [table] : [],
    );
    const written = tables.find(
      (table) =>
        !made.some((other) => sameName(other, table)) &&
        altered.some((other) => other.table && sameName(other.table, table)),
    );
    return written ? [{ statement, table: written.name }] : [];
  });
}

/** The writes become a step behind this one; only where nothing follows them that needs them. */
function split(work: StepWork, first: Filling, others: readonly Filling[], context: RuleContext): Fix[] {
  const { step, statements } = work;
  const sql = step.up?.sql;
  const fills = [first, ...others].map(({ statement }) => statement);
  const at = statements.indexOf(first.statement);
  const isLast = statements.slice(at).every((one) => fills.includes(one) || one.statement.kind === 'commit');
  if (
    !sql ||
    !isLast ||
    step.up?.command ||
    statements.some(({ statement }) => statement.kind === 'begin' || statement.within)
  )
    return [];
  const { text } = sql.node;
  const end = text.endsWith('\n') ? '\n' : '';
  const rest = text.slice(0, first.statement.statement.range.from).trimEnd() + end;
  const moved = fills.map(({ statement: { range } }) => `${text.slice(range.from, range.to)};`).join('\n');
  const fill = newBackfill(first.table, releaseOf(step), context, {
    up: { sql: moved + (fills.length > 1 ? '\n' : '') },
    verify: proposeCheck({ ...work, statements: fills }),
  });
  const down = inverseOf({ step, statements: statements.filter((one) => !fills.includes(one)) });
  const isLeft = down !== undefined && isAbsent(step, 'down') && step.reversible?.value !== false;
  return [
    {
      title: l10n.t('Fill the rows in a step of its own'),
      edits: [
        { kind: 'write', node: sql.node, value: rest },
        ...(isLeft ? [{ kind: 'set', parent: step.node, key: 'down', value: { sql: down } } as const] : []),
        ...insertSteps([fill], step, 'after', context),
      ],
      preferred: true,
    },
  ];
}
