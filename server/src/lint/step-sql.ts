/** The SQL of steps, under `sql` or inside of a command line, and what it does. The one place that all rules ask. */
import {
  type Effect,
  type Engine,
  effectsIn,
  embeddedSql,
  engineNamed,
  engineOf,
  type LocatedStatement,
  scanStatements,
  statementsIn,
  type TextRange,
} from '../analysis/sql/index.ts';
import type { Operation } from '../model/generated/plan-types.ts';
import type { ScalarNode } from '../model/located.ts';
import type { Plan } from '../model/plan/plan.ts';
import type { Obj } from '../model/plan/view.ts';
import { firstLine, type Span } from '../model/source.ts';
import { plansAround } from './bundle.ts';
import type { RuleContext } from './rule.ts';
import { stepsOf } from './steps.ts';
import type { StepView } from './views.ts';

export interface StepSql {
  readonly step: StepView;
  readonly engine: Engine;
  /** Of the way forward, in the order of the text. Those in migration files are not known here. */
  readonly statements: readonly LocatedStatement[];
  /** Without those on what the plan itself has made, in this step or before. */
  readonly effects: readonly Effect[];
}

/** Of every step of the plan, in the order of the text. */
export function sqlOfSteps(context: RuleContext): readonly StepSql[] {
  const found = known.get(context) ?? gather(context);
  known.set(context, found);
  return found;
}

/** The rules look at one context one after the other. */
const known = new WeakMap<RuleContext, readonly StepSql[]>();

/** The database that the plans around speak of, as far as they say or their statements give away. */
export function databaseOf({ plan, bundle }: RuleContext): { readonly engine: Engine; readonly version?: string } {
  const plans = plansAround(plan, bundle);
  const database = plans.map(({ view }) => view.change?.environment?.database).find((said) => said !== undefined);
  const declared = database?.engine && engineNamed(database.engine.value);
  const version = database?.version?.toString();
  return { engine: declared ?? engineByWords(plan), ...(version === undefined ? {} : { version }) };
}

/** The statements of an operation: of a way forward, of a way back. */
export function statementsOf(operation: Obj<Operation> | undefined, engine: Engine): readonly LocatedStatement[] {
  const sql = operation?.sql ? statementsIn(operation.sql.node, engine) : [];
  return operation?.command ? [...sql, ...statementsInCommand(operation.command.node, engine)] : sql;
}

function gather(context: RuleContext): readonly StepSql[] {
  const { engine: usual, version } = databaseOf(context);
  const steps = stepsOf(context.plan).map((step) => {
    const engine = (step.engine && engineNamed(step.engine.value)) ?? usual;
    return { step, engine, statements: statementsOf(step.up, engine) };
  });
  const effects = new Map<unknown, Effect[]>();
  for (const engine of new Set(steps.map((step) => step.engine))) {
    const statements = steps.flatMap((step) => (step.engine === engine ? step.statements : []));
    for (const effect of effectsIn(
      statements.map(({ statement }) => statement),
      engine,
      version,
    )) {
      const others = effects.get(effect.action);
      if (others) others.push(effect);
      else effects.set(effect.action, [effect]);
    }
  }
  return steps.map((step) => ({
    ...step,
    effects: step.statements.flatMap(({ statement }) =>
      statement.actions.flatMap((action) => effects.get(action) ?? []),
    ),
  }));
}

/** What is written in the steps, taken together: one statement alone may be anybody's. */
function engineByWords(plan: Plan): Engine {
  const operations = stepsOf(plan).flatMap(({ up }) => up ?? []);
  const engine = engineOf(operations.flatMap(({ sql }) => sql?.toString() ?? []).join(';\n'));
  if (engine !== 'unknown') return engine;
  const clients = operations.flatMap(({ command }) => (command ? embeddedSql(command.toString()) : []));
  return clients[0]?.engine ?? 'unknown';
}

function statementsInCommand(node: ScalarNode, declared: Engine): readonly LocatedStatement[] {
  if (node.broken || typeof node.value !== 'string') return [];
  return embeddedSql(node.text, declared).flatMap(({ sql, engine, part }) => {
    const spanOf = (range: TextRange): Span => {
      const { from, to } = part(range);
      return node.part(from, to);
    };
    return scanStatements(sql, engine).map((statement) => ({
      statement,
      engine,
      span: spanOf(statement.range),
      head: firstLine(spanOf(statement.head)),
      spanOf,
    }));
  });
}
