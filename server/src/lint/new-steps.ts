/** Steps to propose, complete, with what only a person knows left to be looked at; and where they go. */
import { type PlanEdit, type Skeleton, slot } from '../model/edit.ts';
import { asId } from '../model/notation.ts';
import { declarationsFor } from './bundle.ts';
import { freeId } from './free-id.ts';
import type { RuleContext } from './rule.ts';
import { proposeReconciliation, proposeStop } from './step-proposals.ts';
import type { StepView } from './views.ts';

export interface NewStep {
  readonly id: string;
  readonly value: Skeleton;
  /** Edits that declare what the step names. */
  readonly edits: readonly PlanEdit[];
}

type Own = Readonly<Record<string, Skeleton>>;

/** Puts the new shape beside the old one. In words: only the author knows what replaces what. */
export function newExpand(release: Skeleton | undefined, context: RuleContext): NewStep {
  const id = freeStepId('add-new-shape', context);
  const value = {
    title: slot('Add the new shape beside the old one'),
    reversible: true,
    up: { description: slot('add the new column, nullable and without a default') },
    down: { description: slot('drop the new column again') },
    verify: [slot('the new column is there and old code still writes')],
  };
  return { id, value: headed(id, 'expand', release, value), edits: [] };
}

export function newDualWrite(release: Skeleton | undefined, context: RuleContext): NewStep {
  const id = freeStepId('dual-write', context);
  const { value: reconciliation, edits } = proposeReconciliation('dual-write', context);
  const value = {
    title: 'Write both shapes',
    reversible: true,
    up: { command: slot('flagctl set write-both-shapes --on') },
    down: { command: slot('flagctl set write-both-shapes --off') },
    reconciliation,
    verify: [slot(`${reconciliation.metric} = 0 for 24h`)],
  };
  return { id, value: headed(id, 'migrate', release, value), edits };
}

/** Batches, a pause, safe to repeat. */
export const PACE = { batchSize: 5000, throttle: slot('200ms') } as const satisfies Skeleton;

/** `own`: what is known of it already. */
export function newBackfill(of: string, release: Skeleton | undefined, context: RuleContext, own: Own = {}): NewStep {
  const id = freeStepId(`backfill-${of}`, context);
  const stop = proposeStop(context);
  const value = {
    title: slot('Fill the new shape for old rows'),
    reversible: true,
    up: { command: slot('scripts/backfill.sh --batch 5000 --sleep 200ms --resume') },
    down: { description: slot('nothing to take back: nobody reads the new shape yet') },
    backfill: { ...PACE, idempotent: true, resumable: true },
    verify: [slot('a query for old rows without the new shape returns 0')],
    stopWhen: stop.value,
    ...own,
  };
  return { id, value: headed(id, 'migrate', release, value), edits: stop.edits };
}

/** The release of the step beside it, in the same words. */
export function releaseOf({ release }: StepView): string | undefined {
  return release?.toString();
}

function headed(id: string, phase: string, release: Skeleton | undefined, own: Own): Skeleton {
  return { id, phase, ...(release === undefined ? {} : { release }), ...own };
}

/** An id that no step has yet. */
function freeStepId(wanted: string, { plan, bundle }: RuleContext): string {
  return freeId(asId(wanted), declarationsFor(plan, bundle, 'step'));
}

/** Puts steps in front of another or behind it, with what they name; nothing where the steps are no list. */
export function insertSteps(
  steps: readonly NewStep[],
  beside: StepView,
  where: 'before' | 'after',
  { plan }: RuleContext,
): readonly PlanEdit[] {
  const list = plan.view.migration?.steps?.node;
  /* istanbul ignore next -- the step that others are put beside stands in the list of its plan */
  if (!list) return [];
  const at = list.items.indexOf(beside.node);
  const index = where === 'before' ? at : at + 1;
  const place = index < list.items.length ? { at: index } : {};
  return [
    ...steps.map(({ value }) => ({ kind: 'append', list, value, ...place }) as const),
    ...steps.flatMap(({ edits }) => edits),
  ];
}
