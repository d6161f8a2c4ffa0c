/** Which steps cannot be undone. Everything that tells is asked here, so that all rules agree on it. */
import type { NotReverted } from '../model/generated/plan-types.ts';
import { asId } from '../model/notation.ts';
import type { Plan } from '../model/plan/plan.ts';
import { onceForEach } from '../model/plan/reads.ts';
import { entryOf, type Obj, spelling, type Value } from '../model/plan/view.ts';
import type { Span } from '../model/source.ts';
import { type Bundle, onceInBundle, plansAround } from './bundle.ts';
import { type Destruction, irreversibleCommands, MadeByCommands } from './commands.ts';
import { firstLoss, type Loss } from './sql-losses.ts';
import { type StepSql, sqlOfSteps } from './step-sql.ts';
import { stepsOf } from './steps.ts';
import type { StepView } from './views.ts';

export type Irreversibility = {
  /** Goes on after the name of the step: "is declared irreversible". */
  readonly why: string;
} & (
  | {
      /** The step says so itself. */
      readonly declared: true;
      readonly said?: undefined;
    }
  | {
      readonly declared: false;
      /** Where it is said. */
      readonly said: Span;
    }
);

/** What the rollback says of steps: by the ids and titles that it names. */
interface SaidByRollback {
  readonly stays: ReadonlyMap<string, Obj<NotReverted>>;
  readonly noReturn: ReadonlyMap<string, Span>;
}

/** A step of the plan that cannot be undone. */
export interface IrreversibleStep {
  readonly step: StepView;
  readonly irreversible: Irreversibility;
}

/** In the order of the text. */
export function irreversibleSteps(plan: Plan, bundle: Bundle): readonly IrreversibleStep[] {
  return irreversible({ plan, bundle });
}

/** The rules look at one bundle one after the other. */
const irreversible = onceInBundle(({ plan, bundle }): readonly IrreversibleStep[] => {
  const said = saidByRollback(plansAround(plan, bundle));
  const steps = sqlOfSteps({ plan, bundle });
  const made = new MadeByCommands(stepsOf(plan));
  return tellingOfEach(steps).flatMap((telling, at) => {
    const found = irreversibility(telling, said, (fact) => made.isMade(fact, at));
    return found ? [{ step: telling.step, irreversible: found }] : [];
  });
});

/** What tells of a step, whatever the rollback and the other steps say. */
interface Telling {
  readonly step: StepView;
  readonly isDeclared: boolean;
  /** Its id and its title, as the rollback may name it. */
  readonly names: readonly string[];
  readonly commands: readonly Destruction[];
  readonly lost: Loss | undefined;
  /** Contracts, and says nothing itself. */
  readonly isOpen: boolean;
}

const tellingOfEach = onceForEach((sql: StepSql): Telling => {
  const { step } = sql;
  const { id, title } = step;
  return {
    step,
    isDeclared: step.reversible?.value === false,
    names: [id?.value, title && asId(title.toString())].filter((name) => name !== undefined),
    commands: irreversibleCommands(step),
    lost: firstLoss(sql),
    isOpen: entryOf(step, 'reversible') === undefined && step.phase?.value === 'contract',
  };
});

function irreversibility(
  { isDeclared, names, commands, lost, isOpen }: Telling,
  said: SaidByRollback,
  isMadeBefore: (fact: Destruction['fact']) => boolean,
): Irreversibility | undefined {
  if (isDeclared) return { declared: true, why: 'is declared irreversible' };
  const stays = saidOf(names, said.stays);
  // Nobody loses anything by it: it stays because it does no harm.
  if (stays?.dataLoss?.value === 'none') return undefined;
  if (stays && losesData(stays))
    return { declared: false, why: 'loses data that no rollback brings back', said: stays.node.head };
  const command = commands.find(({ fact }) => !isMadeBefore(fact));
  if (command)
    return { declared: false, why: `runs "${command.words}", which ${command.fact.loss}`, said: command.span };
  if (lost) return { declared: false, why: `runs "${lost.words}", which ${lost.what}`, said: lost.span };
  if (!isOpen) return undefined;
  if (stays) return { declared: false, why: 'is not taken back by the rollback', said: stays.node.head };
  const noReturn = saidOf(names, said.noReturn);
  return noReturn && { declared: false, why: "is the rollback's point of no return", said: noReturn };
}

function saidByRollback(plans: readonly Plan[]): SaidByRollback {
  const stays = new Map<string, Obj<NotReverted>>();
  const noReturn = new Map<string, Span>();
  for (const { view } of plans) {
    for (const entry of view.rollback?.notReverted ?? [])
      for (const name of namesIn(entry)) if (!stays.has(name)) stays.set(name, entry);
    const last = view.rollback?.viableUntil;
    if (last) noReturn.set(last.value, last.node.span);
  }
  return { stays, noReturn };
}

/** The step that an entry names, or in prose the ids in its words: a word is an id only where a hyphen makes it one. */
function namesIn({ step, what }: Obj<NotReverted>): readonly string[] {
  if (step) return [step.value];
  if (!what) return [];
  const words = what.toString();
  return [asId(words), ...(words.match(/[a-z0-9]+(?:-[a-z0-9]+)+/g) ?? [])];
}

function saidOf<T>(names: readonly string[], entries: ReadonlyMap<string, T>): T | undefined {
  for (const name of names) {
    const said = entries.get(name);
    if (said) return said;
  }
  return undefined;
}

const GONE =
  /\b(?:gone|lost|destroyed|deleted|erased|purged|overwritten|irreversible|unrecoverable)\b|\bcan(?:no|')t be (?:undone|restored|recovered|reverted|rebuilt|brought back)\b/i;
const RESTORED = /\brestor(?:e|ed|ing)\b.*\b(?:back-?up|snapshot|dump|archive|point[- ]in[- ]time)\b/i;
const DENIED = /\b(?:no|not|nothing|none|never|without)\b/i;

/** Said in so many words, or by what is done instead. A denial anywhere in the words makes them nothing to go by. */
function losesData({ dataLoss, what, why, instead }: Obj<NotReverted>): boolean {
  return dataLoss !== undefined || says(why ?? what, GONE) || says(instead, RESTORED);
}

function says(value: Value<string> | undefined, pattern: RegExp): boolean {
  const words = spelling(value);
  return pattern.test(words) && !DENIED.test(words);
}
