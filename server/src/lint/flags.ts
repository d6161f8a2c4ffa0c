/** Facts about feature flags that several rules need, and flags and clean-up items to propose. */
import { type PlanEdit, type Skeleton, slot } from '../model/edit.ts';
import type * as Types from '../model/generated/plan-types.ts';
import { asId, parseDate } from '../model/notation.ts';
import { onceForEach } from '../model/plan/reads.ts';
import { entryOf, type Obj, wordsOf } from '../model/plan/view.ts';
import { addToGroup } from '../util/groups.ts';
import { onceInBundle, plansAround } from './bundle.ts';
import { type CheckView, checksOf, wordsOfCheck } from './checks.ts';
import { DAY_MS } from './days.ts';
import type { RuleContext } from './rule.ts';
import { stagesOf } from './stages.ts';
import { nameOfStep, stepsOf } from './steps.ts';
import type { StepView } from './views.ts';

export type FlagView = Obj<Types.Flag>;

const REMOVAL_DAYS = 90;

/** Permission and operational flags stay. A type that could not be read may be one of them; without a type a flag is here for this change. */
export function isTemporary(flag: FlagView): boolean {
  const type = flag.type?.value;
  return type === undefined ? !entryOf(flag, 'type') : type === 'release' || type === 'experiment';
}

/** Three months after the last day that the plan speaks of, so that there is time for it. */
export function removalDate(context: RuleContext): string {
  const stages = plansAround(context.plan, context.bundle).flatMap(stagesOf);
  const days = stages.flatMap(({ starts, ends }) => [wordsOf(starts), wordsOf(ends)]);
  const last = Math.max(...[context.today, ...days].map((day) => parseDate(day ?? '')?.ms ?? 0));
  return new Date(last + REMOVAL_DAYS * DAY_MS).toISOString().slice(0, 10);
}

/** Who may turn it and removes it: the plan's owner, until somebody says otherwise. */
export function flagOwner({ plan, bundle }: RuleContext): Skeleton {
  const owner = plansAround(plan, bundle)
    .map(({ view }) => wordsOf(view.owner))
    .find((words) => words !== undefined);
  return owner ?? slot('team-name');
}

export function newFlag(id: string, context: RuleContext): Skeleton {
  return { id, type: 'release', default: false, owner: flagOwner(context), removeBy: slot(removalDate(context)) };
}

const REMOVAL = /\b(?:remov|retir|delet|clean|drop|archiv|sunset|gone|rip|tak(?:e|en) out)/i;
const ANY_FLAG =
  /\b(?:feature |release |temporary |all |the |old )*(?:flags|toggles)\b|\b(?:the )?(?:feature|release) (?:flag|toggle)\b/i;

/** What the plans say of flags that go. */
export interface Removals {
  /** The check that sees a flag gone, by its name or as one of all flags. */
  checkOf(id: string): CheckView | undefined;
  /** Whether a step of the migration takes it out of the code. */
  isByStep(id: string): boolean;
}

/** Found once for all flags of a plan. */
export const removalsFor = onceInBundle(({ plan, bundle }): Removals => {
  const plans = plansAround(plan, bundle);
  const checks = plans.flatMap((one) => saidOfChecks(checksOf(one)).filter((said) => said !== undefined));
  const steps = plans.flatMap((one) => saidOfSteps(stepsOf(one)).filter((said) => said !== undefined));
  const [checking, removing] = [new Naming(checks), new Naming(steps)];
  const last = checks.findIndex(({ isOfAny }) => isOfAny);
  const flagsOfAny = new Set(steps.filter(({ isOfAny }) => isOfAny).map(({ flag }) => flag));
  return {
    checkOf: (id) => {
      const named = checking.first(id) ?? last;
      return checks[last < 0 ? named : Math.min(named, last)]?.item;
    },
    isByStep: (id) => flagsOfAny.has(id) || removing.first(id) !== undefined,
  };
});

/** Words that speak of a removal. */
interface SaidRemoval<T> {
  readonly item: T;
  /** As one long id. */
  readonly slug: string;
  /** Of whatever flag there is. */
  readonly isOfAny: boolean;
  readonly flag?: string | undefined;
}

function saidOf<T>(item: T, words: string, flag?: string): SaidRemoval<T> | undefined {
  if (!REMOVAL.test(words)) return undefined;
  return { item, slug: `-${asId(words)}-`, isOfAny: ANY_FLAG.test(words), flag };
}

const saidOfChecks = onceForEach((check: CheckView) => saidOf(check, wordsOfCheck(check)));
const saidOfSteps = onceForEach((step: StepView) => {
  const words = [nameOfStep(step), step.title, step.description, step.up?.command].join(' ');
  return saidOf(step, words, step.flag?.value);
});

/** Texts by the words of their slugs: there may be thousands of flags, and an item for each of them. */
class Naming {
  private readonly byWord = new Map<string, number[]>();

  constructor(private readonly said: readonly { readonly slug: string }[]) {
    for (const [at, { slug }] of said.entries())
      for (const word of new Set(slug.split('-'))) {
        addToGroup(this.byWord, word, at);
      }
  }

  /** The place of the first that names it. */
  first(id: string): number | undefined {
    const lists = id.split('-').map((word) => this.byWord.get(word) ?? []);
    const fewest = lists.reduce((few, list) => (list.length < few.length ? list : few));
    return fewest.find((at) => this.said[at]?.slug.includes(`-${id}-`));
  }
}

/** An item for each flag that retires it, in the checklist of the plan or beside it; nothing where there is no checklist. */
export function addCleanUp(
  ids: readonly string[],
  ticket: string | undefined,
  context: RuleContext,
): readonly PlanEdit[] {
  const plans = plansAround(context.plan, context.bundle);
  const validation = plans.flatMap(({ view }) => view.validation ?? []).find(({ node }) => node.entries.size > 0);
  if (!validation) return [];
  const values = ids.map((id) => ({
    check: `${id} is removed after full rollout`,
    how: slot(ticket ?? 'TICKET-1'),
    owner: flagOwner(context),
  }));
  const list = [validation.cleanup, validation.operations].find((group) => (group ?? []).length > 0);
  if (list) return values.map((value) => ({ kind: 'append', list: list.node, value }));
  return [{ kind: 'set', parent: validation.node, key: 'cleanup', value: values }];
}

/** The items, for those that nothing retires yet. */
export function cleanUpIfMissing(
  ids: readonly string[],
  ticket: string | undefined,
  context: RuleContext,
): readonly PlanEdit[] {
  const removals = removalsFor(context);
  const left = ids.filter((id) => !removals.checkOf(id) && !removals.isByStep(id));
  return left.length === 0 ? [] : addCleanUp(left, ticket, context);
}
