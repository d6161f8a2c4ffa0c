/** The SQL of steps, under `sql` or inside of a command line, and what it does. The one place that all rules ask. */
import {
  Creations,
  dialectOf,
  type Effect,
  type Engine,
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

/** Statements that are sent together: a value under `sql`, one `-c` of a command line. */
export interface Script {
  /** The value that holds them. */
  readonly node: ScalarNode;
  readonly from: 'sql' | 'command';
  readonly statements: readonly LocatedStatement[];
}

export interface StepStatement extends LocatedStatement {
  readonly script: Script;
  /** Without those on what the plan itself has made, in this step or before. */
  readonly effects: readonly Effect[];
}

export interface StepSql {
  readonly step: StepView;
  readonly engine: Engine;
  /** Of the way forward, in the order of the text. Those in migration files are not known here. */
  readonly statements: readonly StepStatement[];
  /** Of all these statements. */
  readonly effects: readonly Effect[];
  /** The way back. What the step itself has made may go again. */
  readonly down: readonly StepStatement[];
}

/** Where rules and features look from. */
type InBundle = Pick<RuleContext, 'plan' | 'bundle'>;

/** Of every step of the plan, in the order of the text. */
export function sqlOfSteps(context: InBundle): readonly StepSql[] {
  const found = known.get(context) ?? gather(context);
  known.set(context, found);
  return found;
}

/** The rules look at one context one after the other. */
const known = new WeakMap<InBundle, readonly StepSql[]>();

interface Database {
  readonly engine: Engine;
  readonly version?: string;
}

/** The database that the plans around speak of, as far as they say or their statements give away. */
export function databaseOf({ plan, bundle }: InBundle): Database {
  const plans = plansAround(plan, bundle);
  const database = plans.map(({ view }) => view.change?.environment?.database).find((said) => said !== undefined);
  const declared = database?.engine && engineNamed(database.engine.value);
  const version = database?.version?.toString();
  return { engine: declared ?? engineByWords(plan), ...(version === undefined ? {} : { version }) };
}

/** The statements of an operation: of a way forward, of a way back. */
export function statementsOf(operation: Obj<Operation> | undefined, engine: Engine): readonly LocatedStatement[] {
  return scriptsOf(operation, engine).flatMap(({ statements }) => statements);
}

function scriptsOf(operation: Obj<Operation> | undefined, engine: Engine): readonly Script[] {
  const { sql, command } = operation ?? {};
  const own: readonly Script[] = sql
    ? [{ node: sql.node, from: 'sql', statements: statementsIn(sql.node, engine) }]
    : [];
  return command ? [...own, ...scriptsInCommand(command.node, engine)] : own;
}

/** The statements of any value that may hold some: `fences` says, as in the schema, which language it is in. */
export function statementsOfNode(
  node: ScalarNode,
  fences: readonly string[],
  engine: Engine,
): readonly LocatedStatement[] {
  const scripts = fences.includes('sh') ? scriptsInCommand(node, engine) : [];
  const inCommand = scripts.flatMap(({ statements }) => statements);
  return inCommand.length > 0 || !fences.includes('sql') ? inCommand : statementsIn(node, engine);
}

function gather(context: InBundle): readonly StepSql[] {
  const database = databaseOf(context);
  const made = new Creations();
  return stepsOf(context.plan).map((step) => {
    const engine = (step.engine && engineNamed(step.engine.value)) ?? database.engine;
    const statements = judged(step.up, engine, [made], database);
    return {
      step,
      engine,
      statements,
      effects: statements.flatMap(({ effects }) => effects),
      down: judged(step.down, engine, [new Creations(), made], database),
    };
  });
}

/** The first of `made` learns of what is made here. */
function judged(
  operation: Obj<Operation> | undefined,
  engine: Engine,
  made: readonly [Creations, ...Creations[]],
  { engine: usual, version }: Database,
): readonly StepStatement[] {
  return scriptsOf(operation, engine).flatMap((script) =>
    script.statements.map((located) => {
      const ofUsual = dialectOf(located.engine) === dialectOf(usual);
      const effects = made[0].effectsOf(located.statement, located.engine, ofUsual ? version : undefined);
      return { ...located, script, effects: effects.filter((effect) => !made.some((known) => known.exempt(effect))) };
    }),
  );
}

/** What is written in the steps, taken together: one statement alone may be anybody's. */
function engineByWords(plan: Plan): Engine {
  const operations = stepsOf(plan).flatMap(({ up }) => up ?? []);
  const engine = engineOf(operations.flatMap(({ sql }) => sql?.toString() ?? []).join(';\n'));
  if (engine !== 'unknown') return engine;
  const clients = operations.flatMap(({ command }) => (command ? embeddedSql(command.toString()) : []));
  return clients[0]?.engine ?? 'unknown';
}

function scriptsInCommand(node: ScalarNode, declared: Engine): readonly Script[] {
  if (node.broken || typeof node.value !== 'string') return [];
  return embeddedSql(node.text, declared).map(({ sql, engine, part }) => {
    const spanOf = (range: TextRange): Span => {
      const { from, to } = part(range);
      return node.part(from, to);
    };
    const statements = scanStatements(sql, engine).map((statement) => ({
      statement,
      engine,
      span: spanOf(statement.range),
      head: firstLine(spanOf(statement.head)),
      spanOf,
    }));
    return { node, from: 'command', statements };
  });
}
