/** What to write where the rollback, or a part of it, is missing: made of what the plan says, so that it brings no problem of its own. */
import * as l10n from '@vscode/l10n';
import { plansAround } from '../../lint/bundle.ts';
import { planSchema } from '../../lint/missing.ts';
import { ownerOf, proposeTriggers } from '../../lint/proposals.ts';
import { proposeRehearsal } from '../../lint/rehearsal-proposals.ts';
import { longestRehearsal, rehearsalsAround, stakesOf } from '../../lint/rehearsals.ts';
import { commandFor, irreversibleAround, leftAsItIs, rollbackStepsOf, rollbacksAround } from '../../lint/rollback.ts';
import type { RuleContext } from '../../lint/rule.ts';
import { skeletonOf } from '../../lint/skeletons.ts';
import type { RollbackView } from '../../lint/views.ts';
import { isSlot, type PlanEdit, type Skeleton, slot } from '../../model/edit.ts';
import { parseDuration } from '../../model/notation.ts';
import { spelling, wordsOf } from '../../model/plan/view.ts';
import { propertySchema } from '../../model/schema/schema.ts';
import { budgetFor } from './budget.ts';

export interface RollbackProposal {
  readonly value: Readonly<Record<string, Skeleton>>;
  /** Edits that declare what the value names. */
  readonly edits: readonly PlanEdit[];
}

/** A whole rollback: what each of its rules would ask for. */
export function proposeRollback(context: RuleContext): RollbackProposal {
  const { criteria, edits } = proposeTriggers(context);
  const viableUntil = irreversibleAround(context)[0]?.step.id?.value;
  const value = {
    approach: proposeApproach(context),
    ...(viableUntil !== undefined && { viableUntil }),
    timeBudget: proposeBudget(context),
    owner: proposeOwner(context),
    triggers: criteria,
    reverts: proposeReverts(context),
    notReverted: proposeNotReverted(context),
    steps: proposeSteps(context),
    verify: proposeChecks(context),
    ...(isToBeRehearsed(context) && { rehearsals: [proposeRehearsal(context).value] }),
  };
  return { value, edits };
}

function isToBeRehearsed(context: RuleContext): boolean {
  return stakesOf(context) !== undefined && rehearsalsAround(context).length === 0;
}

export function proposeApproach(context: RuleContext): Skeleton {
  return slot(irreversibleAround(context).length > 0 ? 'roll-forward-first' : 'rollback-first');
}

/** Half as long again as its steps say, and no less than a rehearsal took. */
export function proposeBudget(context: RuleContext): Skeleton {
  const lengths = rollbackStepsOf(rollbacksAround(context)).map(
    (step) => parseDuration(spelling(step.expected))?.ms ?? 0,
  );
  const expected = lengths.reduce((sum, ms) => sum + ms, 0);
  const least = Math.max(1.5 * expected, longestRehearsal(context) ?? 0);
  return least > 0 ? budgetFor(least) : usual('timeBudget');
}

export function proposeOwner(context: RuleContext): Skeleton {
  const owner = ownerOf(context);
  return isSlot(owner) ? owner : slot(String(owner));
}

/** The versions that the change starts from are those that it goes back to. */
export function proposeReverts({ plan, bundle }: RuleContext): Skeleton {
  const views = plansAround(plan, bundle).map(({ view }) => view);
  const service = views
    .flatMap(({ change }) => change?.versions ?? [])
    .find(({ kind, from }) => from && kind?.value !== 'schema' && kind?.value !== 'database');
  const flag = views.flatMap(({ flags }) => flags ?? []).find(({ id }) => id)?.id;
  const [component, from] = [wordsOf(service?.component), wordsOf(service?.from)];
  return {
    code: slot(component && from ? l10n.t`${component} back to ${from}` : 'orders-api back to 4.18.2'),
    ...(flag ? { config: slot(`${flag} off`) } : {}),
    data: slot('none needed: the old shape is complete throughout'),
  };
}

export function proposeNotReverted(context: RuleContext): Skeleton {
  const ids = irreversibleAround(context).flatMap(({ step }) => step.id?.value ?? []);
  if (ids.length === 0) return usual('notReverted');
  return ids.map((step) => leftAsItIs(step, context));
}

export function proposeSteps(context: RuleContext): Skeleton {
  return [{ id: 'redeploy', run: slot(commandFor(context)), expected: '5m' }];
}

/** The first smoke check that can be run. */
export function proposeChecks({ plan, bundle }: RuleContext): Skeleton {
  const smoke = plansAround(plan, bundle).flatMap(({ view }) => view.validation?.smoke ?? []);
  const run = smoke.map((check) => wordsOf(check.run)).find((words) => words && !words.includes('\n'));
  return run === undefined ? usual('verify') : [slot(`${run} exits 0`)];
}

/** What the schema writes where the plan suggests nothing. */
function usual(key: keyof RollbackView): Skeleton {
  return skeletonOf(propertySchema(planSchema(['rollback']), key)?.missing?.insert);
}
