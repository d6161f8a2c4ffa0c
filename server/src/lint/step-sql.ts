/** The SQL of steps, under `sql`, inside of a command line or in a file, and what it does. The one place that all rules ask. */
import {
  type Action,
  Creations,
  dialectOf,
  type Effect,
  type Engine,
  embeddedSql,
  engineNamed,
  engineOf,
  type LocatedStatement,
  statementsIn,
} from '../analysis/sql/index.ts';
import type { ScalarNode } from '../model/located.ts';
import type { Plan } from '../model/plan/plan.ts';
import { textOf } from '../model/source.ts';
import { type InBundle, onceInBundle, plansAround } from './bundle.ts';
import { type ReadFile, type Script, type ScriptStatement, scriptsInCommand, scriptsOf } from './scripts.ts';
import { stepsOf } from './steps.ts';
import type { StepView } from './views.ts';

export interface StepStatement extends ScriptStatement {
  readonly script: Script;
  /** Without those on what the plan itself has made, in this step or before. */
  readonly effects: readonly Effect[];
  /** Those of its actions that are about what the plan has made before. */
  readonly onNew: ReadonlySet<Action>;
}

export interface StepSql {
  readonly step: StepView;
  readonly engine: Engine;
  /** Of the way forward, in the order of the text. */
  readonly statements: readonly StepStatement[];
  /** Of all these statements. */
  readonly effects: readonly Effect[];
  /** The way back. What the step itself has made may go again. */
  readonly down: readonly StepStatement[];
}

/** Of every step of the plan, in the order of the text. */
export function sqlOfSteps(context: InBundle): readonly StepSql[] {
  return gathered(context).steps;
}

/** Of a command that no step answers for. What the steps have made may go. */
export function sqlOfCommand(node: ScalarNode, context: InBundle): readonly StepStatement[] {
  const { made, database } = gathered(context);
  return judged(scriptsInCommand(node, database.engine, filesOf(context)), [new Creations(), made], database);
}

/** The statements of any value that may hold some: `fences` says, as in the schema, which language it is in. */
export function statementsOfNode(
  node: ScalarNode,
  fences: readonly string[],
  engine: Engine,
): readonly LocatedStatement[] {
  const scripts = fences.includes('sh') ? scriptsInCommand(node, engine, () => undefined) : [];
  const inCommand = scripts.flatMap(({ statements }) => statements);
  return inCommand.length > 0 || !fences.includes('sql') ? inCommand : statementsIn(node, engine);
}

interface Gathered {
  readonly steps: readonly StepSql[];
  readonly made: Creations;
  readonly database: Database;
}

/** The rules look at one bundle one after the other. */
const gathered = onceInBundle(gather);

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

function gather(context: InBundle): Gathered {
  const database = databaseOf(context);
  const read = filesOf(context);
  const made = new Creations();
  const steps = stepsOf(context.plan).map((step) => {
    const engine = (step.engine && engineNamed(step.engine.value)) ?? database.engine;
    const statements = judged(scriptsOf(step.up, engine, read), [made], database);
    return {
      step,
      engine,
      statements,
      effects: statements.flatMap(({ effects }) => effects),
      down: judged(scriptsOf(step.down, engine, read), [new Creations(), made], database),
    };
  });
  return { steps, made, database };
}

function filesOf({ plan, bundle }: InBundle): ReadFile {
  return (path) => bundle.files.find(path, plan)?.source;
}

/** The first of `made` learns of what is made here. */
function judged(
  scripts: readonly Script[],
  made: readonly [Creations, ...Creations[]],
  { engine: usual, version }: Database,
): readonly StepStatement[] {
  const [own, ...before] = made;
  return scripts.flatMap((script) =>
    script.statements.map((located) => {
      const { statement, engine } = located;
      const onNew = new Set(statement.actions.filter((action) => made.some((known) => known.isNew(action))));
      const isUsual = dialectOf(engine) === dialectOf(usual);
      const effects = own.effectsOf(statement, engine, isUsual ? version : undefined);
      const others = effects.filter((effect) => !before.some((known) => known.exempt(effect)));
      return { ...located, script, effects: others, onNew };
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

const LONGEST_SHOWN = 60;

/** A statement as a message shows it, on one line. */
export function wordsOfStatement({ span, inFile }: ScriptStatement): string {
  const words = textOf(inFile ?? span)
    .slice(0, 1000)
    .replace(/\s+/g, ' ');
  return words.length > LONGEST_SHOWN ? `${words.slice(0, LONGEST_SHOWN).replace(/\s+\S*$/, '')} …` : words;
}
