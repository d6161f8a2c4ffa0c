/** The statements of steps, one step after the other, each judged in the light of what those before it have made. */
import { type Action, Creations, dialectOf, type Effect, type Engine, targetOf } from '../analysis/sql/index.ts';
import type { Source } from '../model/source.ts';
import type { Script, ScriptStatement } from './scripts.ts';
import type { StepView } from './views.ts';

export interface Database {
  readonly engine: Engine;
  readonly version?: string;
}

/** What is written in a step, whatever the steps before it have made. */
export interface WrittenSql {
  readonly step: StepView;
  readonly engine: Engine;
  readonly up: readonly Script[];
  readonly down: readonly Script[];
}

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

/** What has been made by some point of a plan. The same object for as long as the same was made. */
interface Point {
  next?: { readonly makes: string; readonly point: Point };
}

/** Where the plan of a text begins, before anything is made. */
const beginnings = new WeakMap<Source, Point>();

/** What was made of a step is the same again where it begins at the same point. */
const known = new WeakMap<WrittenSql, { readonly from: Point; readonly database: Database; readonly sql: StepSql }>();

/** Goes through the steps of a plan in their order. */
export class MadeBefore {
  private readonly passed: WrittenSql[] = [];
  private followed = 0;
  private readonly made = new Creations();
  private point: Point;

  constructor(
    source: Source,
    private readonly database: Database,
  ) {
    this.point = beginnings.get(source) ?? {};
    beginnings.set(source, this.point);
  }

  /** Everything that was made by now. Followed only when somebody asks: most edits change nothing of it. */
  get creations(): Creations {
    for (; this.followed < this.passed.length; this.followed++)
      for (const action of actionsOf(this.passed[this.followed] as WrittenSql)) this.made.follow(action);
    return this.made;
  }

  pass(written: WrittenSql): StepSql {
    const before = known.get(written);
    const sql =
      before?.from === this.point && isSame(before.database, this.database) ? before.sql : this.judge(written);
    known.set(written, { from: this.point, database: this.database, sql });
    this.passed.push(written);
    const makes = makesOf(written);
    if (makes !== '') {
      if (this.point.next?.makes !== makes) this.point.next = { makes, point: {} };
      this.point = this.point.next.point;
    }
    return sql;
  }

  private judge({ step, engine, up, down }: WrittenSql): StepSql {
    const made = this.creations;
    const statements = judged(up, [made], this.database);
    this.followed++;
    return {
      step,
      engine,
      statements,
      effects: statements.flatMap(({ effects }) => effects),
      down: judged(down, [new Creations(), made], this.database),
    };
  }
}

/** The first of `made` learns of what is made here. */
export function judged(
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

function isSame(one: Database, other: Database): boolean {
  return one.engine === other.engine && one.version === other.version;
}

function actionsOf({ up }: WrittenSql): readonly Action[] {
  return up.flatMap(({ statements }) => statements.flatMap(({ statement }) => statement.actions));
}

const makesOfKnown = new WeakMap<WrittenSql, string>();

/** What the step makes, drops and renames, as words that can be compared. */
function makesOf(written: WrittenSql): string {
  let makes = makesOfKnown.get(written);
  if (makes === undefined) {
    const targets = actionsOf(written).flatMap((action) => {
      const target = /^(?:create|add|drop|rename)-/.test(action.kind) && targetOf(action);
      return target ? [action.kind, target, action.to] : [];
    });
    // Where in the text a thing is named makes no difference.
    makes = targets.length === 0 ? '' : JSON.stringify(targets, (key, value) => (key === 'range' ? undefined : value));
    makesOfKnown.set(written, makes);
  }
  return makes;
}
