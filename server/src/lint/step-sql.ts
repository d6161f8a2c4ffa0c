/** The SQL of steps, under `sql`, inside of a command line or in a file, and what it does. The one place that all rules ask. */
import {
  Creations,
  type Engine,
  embeddedSql,
  engineNamed,
  engineOf,
  type LocatedStatement,
  statementsIn,
} from '../analysis/sql/index.ts';
import type { ScalarNode } from '../model/located.ts';
import type { Plan } from '../model/plan/plan.ts';
import { onceForEach } from '../model/plan/reads.ts';
import { sourceOf } from '../model/plan/view.ts';
import { textOf } from '../model/source.ts';
import { type InBundle, onceInBundle, plansAround } from './bundle.ts';
import { type Database, judged, MadeBefore, type StepSql, type StepStatement, type WrittenSql } from './made-before.ts';
import { type ReadFile, type Script, type ScriptStatement, scriptsInCommand, scriptsOf } from './scripts.ts';
import { stepsOf } from './steps.ts';
import type { StepView } from './views.ts';

export type { StepSql, StepStatement } from './made-before.ts';

/** Of every step of the plan, in the order of the text. */
export function sqlOfSteps(context: InBundle): readonly StepSql[] {
  return gathered(context).steps;
}

/** Of commands that no step answers for. What the steps have made may go. */
export function sqlOfCommands(nodes: readonly ScalarNode[], context: InBundle): readonly StepStatement[] {
  const { made, database } = gathered(context);
  return writtenInCommands(nodes, database.engine).flatMap(({ node, scripts, namesFiles }) => {
    const all = namesFiles ? scriptsInCommand(node, database.engine, filesOf(context)) : scripts;
    return all.length > 0 ? judged(all, [new Creations(), made()], database) : [];
  });
}

/** Under `sql` in the steps of the rollback. What the steps have made may go. */
export function sqlOfRollback(context: InBundle): readonly StepStatement[] {
  const steps = context.plan.view.rollback?.steps ?? [];
  const nodes = steps.flatMap(({ sql }) => (sql ? [sql.node] : []));
  if (nodes.length === 0) return [];
  const { made, database } = gathered(context);
  return judged(scriptOfEach(nodes, database.engine), [new Creations(), made()], database);
}

const scriptOfEach = onceForEach((node: ScalarNode, engine: Engine): Script => {
  return { from: 'sql', node, statements: statementsIn(node, engine) };
});

const writtenInCommands = onceForEach((node: ScalarNode, engine: Engine) => {
  const { made: scripts, namesFiles } = withoutFiles((read) => scriptsInCommand(node, engine, read));
  return { node, scripts, namesFiles };
});

/** What stands in the plan itself; whether files are named too, which have to be read each time. */
function withoutFiles<T>(make: (read: ReadFile) => T): { readonly made: T; readonly namesFiles: boolean } {
  let namesFiles = false;
  const made = make(() => {
    namesFiles = true;
    return undefined;
  });
  return { made, namesFiles };
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
  readonly made: () => Creations;
  readonly database: Database;
}

/** The rules look at one bundle one after the other. */
const gathered = onceInBundle(gather);

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
  const [first] = stepsOf(context.plan);
  if (!first) return { steps: [], made: () => new Creations(), database };
  const passing = new MadeBefore(sourceOf(first), database);
  const written = writtenInEach(stepsOf(context.plan), database.engine);
  const steps = written.map(({ made, namesFiles }) =>
    passing.pass(namesFiles ? writtenIn(made.step, database.engine, filesOf(context)) : made),
  );
  return { steps, made: () => passing.creations, database };
}

const writtenInEach = onceForEach((step: StepView, usual: Engine) =>
  withoutFiles((read) => writtenIn(step, usual, read)),
);

function writtenIn(step: StepView, usual: Engine, read: ReadFile): WrittenSql {
  const engine = (step.engine && engineNamed(step.engine.value)) ?? usual;
  return { step, engine, up: scriptsOf(step.up, engine, read), down: scriptsOf(step.down, engine, read) };
}

function filesOf({ plan, bundle }: InBundle): ReadFile {
  return (path) => bundle.files.find(path, plan)?.source;
}

/** What is written in the steps, taken together: one statement alone may be anybody's. */
function engineByWords(plan: Plan): Engine {
  const operations = stepsOf(plan).flatMap(({ up }) => up ?? []);
  const engine = engineOf(operations.flatMap(({ sql }) => sql?.toString() ?? []).join(';\n'));
  if (engine !== 'unknown') return engine;
  const clients = operations.flatMap(({ command }) => (command ? embeddedSql(command.toString()) : []));
  return clients.find((client) => client.engine !== 'unknown')?.engine ?? 'unknown';
}

const LONGEST_SHOWN = 60;

/** A statement as a message shows it, on one line. */
export function wordsOfStatement({ span, inFile }: ScriptStatement): string {
  const words = textOf(inFile ?? span)
    .slice(0, 1000)
    .replace(/\s+/g, ' ');
  return words.length > LONGEST_SHOWN ? `${words.slice(0, LONGEST_SHOWN).replace(/\s+\S*$/, '')} …` : words;
}
