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

/** Rows are filled in a step of their own, not by the one that changes the table. */
export const backfillInDdlStep = defineRule({
  id: 'backfill-in-ddl-step',
  group: 'migration',
  severity: 'error',
  fixable: true,
  *check(context) {
    for (const work of workOfSteps(context)) {
      const [first] = fillsIn(work);
      if (!first) continue;
      const table = first.statement.actions[0]?.table?.name;
      const message = l10n.t`The step "${nameOfStep(work.step)}" changes the table "${String(table)}" and fills its rows at once. The lock of the ALTER is held, or asked for again, while all rows are written: fill them in a step of its own, in batches.`;
      yield finding(first.head, message, split(work, context));
    }
  },
});

/** Statements that write rows of a table which the step alters and the plan has not made. */
function fillsIn(work: StepWork): readonly Located[] {
  const altered = actionsOf(work).filter(
    (action) => action.table && isDdl(action) && !/^(?:create|drop)-/.test(action.kind),
  );
  const made = actionsOf(work).flatMap(({ kind, table }) => (kind === 'create-table' && table ? [table] : []));
  return work.statements.filter(({ statement }) =>
    statement.actions.some(({ kind, table }) => {
      if (kind !== 'update' || !table || made.some((other) => sameName(other, table))) return false;
      return altered.some((other) => other.table && sameName(other.table, table));
    }),
  );
}

/** The writes become a step behind this one; only where nothing follows them that needs them. */
function split(work: StepWork, context: RuleContext): Fix[] {
  const { step, statements } = work;
  const sql = step.up?.sql;
  const fills = fillsIn(work);
  const at = statements.indexOf(fills[0] as Located);
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
  const rest = text.slice(0, fills[0]?.statement.range.from).trimEnd() + end;
  const moved = fills.map(({ statement: { range } }) => `${text.slice(range.from, range.to)};`).join('\n');
  const table = fills[0]?.statement.actions[0]?.table?.name ?? 'rows';
  const fill = newBackfill(table, releaseOf(step), context, {
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
