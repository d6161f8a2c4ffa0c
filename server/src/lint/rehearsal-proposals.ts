/** Rehearsals to propose: complete, within the budget, with what the plan itself says. */
import { type PlanEdit, type Skeleton, type Slot, slot } from '../model/edit.ts';
import { formatDuration, parseDuration } from '../model/notation.ts';
import { wordsOf } from '../model/plan/view.ts';
import { proposeTriggers } from './proposals.ts';
import { commandFor, rollbackStepsOf, rollbacksAround } from './rollback.ts';
import type { RuleContext } from './rule.ts';
import { criteriaIn } from './stages.ts';

const MINUTE = 60_000;
const START = 14 * 60 + 2;

export interface RehearsalProposal {
  readonly value: { readonly [key: string]: Skeleton };
  /** What the trigger names and the plan does not declare. */
  readonly edits: readonly PlanEdit[];
}

/** A rehearsal of today within the budget, with what only its timer knows left to be looked at. */
export function proposeRehearsal(context: RuleContext): RehearsalProposal {
  const { trigger, edits } = proposeTrigger(context);
  return {
    value: {
      date: slot(context.today),
      environment: 'staging',
      trigger,
      command: proposeCommand(context),
      ...proposeTimes(context),
      result: 'passed',
    },
    edits,
  };
}

/** Seven, or the budget where it is shorter. */
export function usualMinutes(context: RuleContext): number {
  return Math.floor(Math.min(7, (budgetOf(context)?.ms ?? 7 * MINUTE) / MINUTE));
}

export function proposeTimes(context: RuleContext): { started: Slot; restored: Slot; took: Slot } {
  const minutes = usualMinutes(context);
  return {
    started: slot(clockText(START)),
    restored: slot(clockText(START + minutes)),
    took: slot(formatDuration(minutes * MINUTE)),
  };
}

/** `14:02`, in minutes since midnight. */
export function clockText(minutes: number): string {
  const within = ((minutes % 1440) + 1440) % 1440;
  return `${String(Math.floor(within / 60)).padStart(2, '0')}:${String(within % 60).padStart(2, '0')}`;
}

/** What the rollback is triggered by in the plan. */
export function proposeTrigger(context: RuleContext): {
  readonly trigger: Skeleton;
  readonly edits: readonly PlanEdit[];
} {
  const triggers = rollbacksAround(context).flatMap(({ triggers }) => (triggers ? criteriaIn(triggers.node) : []));
  const known = triggers.find(({ criterion }) => criterion.kind === 'threshold' || criterion.kind === 'event');
  if (known) return { trigger: slot(known.criterion.condition.text), edits: [] };
  const { criteria, edits } = proposeTriggers(context);
  return { trigger: criteria[0], edits };
}

export function proposeCommand(context: RuleContext): Slot {
  const commands = rollbackStepsOf(rollbacksAround(context)).flatMap(({ run }) => wordsOf(run) ?? []);
  const whole = commands.find((words) => !words.includes('\n') && !/\bflag/i.test(words)) ?? commands[0];
  return slot(whole === undefined || whole.includes('\n') ? commandFor(context) : whole);
}

/** How long the rollback may take, with the words that say so. */
export function budgetOf(context: RuleContext) {
  for (const { timeBudget } of rollbacksAround(context)) {
    const ms = timeBudget && parseDuration(timeBudget.toString())?.ms;
    if (timeBudget && ms !== undefined) return { ms, words: timeBudget };
  }
  return undefined;
}
