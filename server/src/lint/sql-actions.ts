/** What the statements of steps do, clause by clause, each at its place. */
import * as l10n from '@vscode/l10n';
import { type Action, type Effect, isLock, type Lock } from '../analysis/sql/index.ts';
import { onceForEach } from '../model/plan/reads.ts';
import { firstLine, type Span } from '../model/source.ts';
import { addToGroup } from '../util/groups.ts';
import { type Finding, type Fix, finding, type Related, type RuleContext } from './rule.ts';
import { type StepSql, type StepStatement, sqlOfSteps } from './step-sql.ts';
import type { StepView } from './views.ts';

export type Way = 'up' | 'down';

export interface StepAction {
  readonly step: StepView;
  readonly way: Way;
  /** All statements of the way, in the order of the text. */
  readonly statements: readonly StepStatement[];
  readonly statement: StepStatement;
  readonly action: Action;
  /** Without those on what the plan has made before. */
  readonly effects: readonly Effect[];
  /** Whether it is about what the plan has made before. */
  readonly isNew: boolean;
  /** Its words, on one line. */
  readonly span: Span;
}

/** In the order of the text. */
export function* actionsOf(context: RuleContext, ...ways: readonly Way[]): Generator<StepAction> {
  for (const actions of actionsOfEach(sqlOfSteps(context)))
    for (const action of actions) if (ways.includes(action.way)) yield action;
}

const actionsOfEach = onceForEach(({ step, statements, down }: StepSql): readonly StepAction[] => [
  ...actionsOn('up', step, statements),
  ...actionsOn('down', step, down),
]);

function actionsOn(way: Way, step: StepView, statements: readonly StepStatement[]): readonly StepAction[] {
  return statements.flatMap((statement) => {
    const effects = byAction(statement);
    return statement.statement.actions.map((action) => ({
      step,
      way,
      statements,
      statement,
      action,
      effects: effects.get(action) ?? [],
      isNew: statement.onNew.has(action),
      span: firstLine(statement.spanOf(action.range)),
    }));
  });
}

function byAction({ effects }: StepStatement): ReadonlyMap<Action, readonly Effect[]> {
  const found = new Map<Action, Effect[]>();
  for (const effect of effects) {
    addToGroup(found, effect.action, effect);
  }
  return found;
}

/** Without those on a partition that the plan has detached before: nobody reaches it by its parent any more. */
export function* onReachable(actions: Iterable<StepAction>): Generator<StepAction> {
  const detached = new Set<string>();
  for (const one of actions) {
    const { kind, table, to } = one.action;
    if (!table || !detached.has(table.name)) yield one;
    if (one.way === 'down' || !to) continue;
    if (kind === 'detach-partition') detached.add(to.name);
    if (kind === 'attach-partition') detached.delete(to.name);
  }
}

/** Of the tables that the action is about: its own, and the one that a new partition becomes a part of. Those on others come along. */
export function locksOf({ action, effects }: StepAction): readonly Lock[] {
  return effects.filter(isLock).filter(({ on }) => !on || action.facts.partitionOf);
}

/** `orders.amount`, as it is written. */
export function nameOf({ table, column }: Action): string {
  return [table?.name, column?.name].filter(Boolean).join('.');
}

/** A finding at words of a statement; one in a file leads to the statement. */
export function tell(
  { span, statement }: Pick<StepAction, 'span' | 'statement'>,
  message: string,
  fixes: readonly Fix[] = [],
  related: readonly Related[] = [],
): Finding {
  const { inFile } = statement;
  return finding(span, message, fixes, [
    ...(inFile ? [{ span: inFile, message: l10n.t('The statement.') }] : []),
    ...related,
  ]);
}
