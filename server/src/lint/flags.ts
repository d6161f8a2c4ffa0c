/** Facts about feature flags that several rules need, and flags and clean-up items to propose. */
import { type PlanEdit, type Skeleton, slot } from '../model/edit.ts';
import type * as Types from '../model/generated/plan-types.ts';
import { parseDate, suggestId } from '../model/notation.ts';
import type { Plan } from '../model/plan/plan.ts';
import { entryOf, type Obj, wordsOf } from '../model/plan/view.ts';
import { plansAround } from './bundle.ts';
import { type CheckView, checksOf, wordsOfCheck } from './checks.ts';
import type { RuleContext } from './rule.ts';
import { stagesOf } from './stages.ts';
import { nameOfStep, stepsOf } from './steps.ts';

export type FlagView = Obj<Types.Flag>;

const DAY = 86_400_000;
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
  return new Date(last + REMOVAL_DAYS * DAY).toISOString().slice(0, 10);
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

/** The check that sees a flag gone, by its name or as one of all flags. */
export function checkOfRemoval(id: string, plans: readonly Plan[]): CheckView | undefined {
  return plans.flatMap(checksOf).find((check) => speaksOfRemoval(wordsOfCheck(check), id));
}

/** A step of the migration that takes the flag out of the code. */
export function isRemovedByStep(id: string, plans: readonly Plan[]): boolean {
  return plans.flatMap(stepsOf).some((step) => {
    const words = [nameOfStep(step), step.title, step.description, step.up?.command].join(' ');
    return REMOVAL.test(words) && (names(words, id) || (step.flag?.value === id && ANY_FLAG.test(words)));
  });
}

function speaksOfRemoval(words: string, id: string): boolean {
  return REMOVAL.test(words) && (names(words, id) || ANY_FLAG.test(words));
}

function names(words: string, id: string): boolean {
  return `-${suggestId(words) ?? words}-`.includes(`-${id}-`);
}

/** An item that retires the flag, in the checklist of the plan or beside it; nothing where there is no checklist. */
export function addCleanUp(id: string, ticket: string | undefined, context: RuleContext): readonly PlanEdit[] {
  const plans = plansAround(context.plan, context.bundle);
  const validation = plans.flatMap(({ view }) => view.validation ?? []).find(({ node }) => node.entries.size > 0);
  if (!validation) return [];
  const value = {
    check: `${id} is removed after full rollout`,
    how: slot(ticket ?? 'TICKET-1'),
    owner: flagOwner(context),
  };
  const list = [validation.cleanup, validation.operations].find((group) => (group ?? []).length > 0);
  if (list) return [{ kind: 'append', list: list.node, value }];
  return [{ kind: 'set', parent: validation.node, key: 'cleanup', value: [value] }];
}

/** The item, where nothing retires the flag yet. */
export function cleanUpIfMissing(id: string, ticket: string | undefined, context: RuleContext): readonly PlanEdit[] {
  const plans = plansAround(context.plan, context.bundle);
  return checkOfRemoval(id, plans) || isRemovedByStep(id, plans) ? [] : addCleanUp(id, ticket, context);
}
