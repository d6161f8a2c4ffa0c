/** What the statements of a step destroy for good. */
import type { Effect } from '../analysis/sql/index.ts';
import { firstLine, type Span } from '../model/source.ts';
import { type StepSql, type StepStatement, wordsOfStatement } from './step-sql.ts';

export interface Loss {
  readonly statement: StepStatement;
  readonly effect: Effect;
  /** The words that destroy, on one line. */
  readonly span: Span;
  /** The same, as a message shows them. */
  readonly words: string;
  /** Goes on after them: "drops the table and every row of it". */
  readonly what: string;
}

/** Whole tables, columns and partitions, with nothing in the database that brings them back. */
export function lossesOf(statements: readonly StepStatement[]): readonly Loss[] {
  return statements.flatMap((statement, at) =>
    statement.effects.flatMap((effect) => {
      if (effect.kind !== 'irreversible' || effect.unless !== undefined) return [];
      if (!destroysAll(statement, effect) || isMadeAgain(effect, statements.slice(at + 1))) return [];
      const span = firstLine(statement.spanOf(effect.action.range));
      return [{ statement, effect, span, words: wordsOfStatement(statement), what: effect.what }];
    }),
  );
}

/** A copy that the step itself takes may be what its way back is made of. */
export function firstLoss({ step, statements }: StepSql): Loss | undefined {
  const isKept =
    step.reversible?.value === true && statements.some(({ statement }) => statement.kind === 'create-table-as');
  return isKept ? undefined : lossesOf(statements)[0];
}

/** An enum value that is added cannot be removed, and nobody loses anything. */
function destroysAll({ effects }: StepStatement, { action }: Effect): boolean {
  return effects.some((other) => other.action === action && other.kind === 'destroys' && other.rows === 'all');
}

/** `DROP TABLE IF EXISTS t; CREATE TABLE t`: a script that can be run twice. Probably there is no table. */
function isMadeAgain({ action }: Effect, later: readonly StepStatement[]): boolean {
  const { table, facts, kind } = action;
  if (kind !== 'drop-table' || !table || !facts.ifExists) return false;
  return later.some(({ statement }) =>
    statement.actions.some((made) => made.kind.startsWith('create-table') && made.table?.name === table.name),
  );
}
