/** Which stage a step of the migration belongs to, as far as the plan says. */

import type { ListNode, ScalarNode } from '../model/located.ts';
import type { Plan } from '../model/plan/plan.ts';
import { entryOf } from '../model/plan/view.ts';
import { stagesOf, weightOf } from './stages.ts';
import type { StageView, StepView } from './views.ts';

/** A stage that a step belongs to, with the words that say so. */
export interface Held {
  readonly at: number;
  readonly stage: StageView;
  readonly node: ScalarNode;
}

/** A step in the list of a stage. */
export interface Listed extends Held {
  readonly id: string;
  readonly list: ListNode;
}

export interface Rollout {
  readonly stages: readonly StageView[];
  /** Where everybody has the change: the last stage, or the first of those at its end that are at 100 %. */
  readonly full: number;
  /** The steps that stages list, each where the list was written; not those that are tried out before production. */
  readonly listed: readonly Listed[];
  /** The stages that must have succeeded before the step runs, by its own words. */
  holds(step: StepView): readonly Held[];
}

/** The stages of the first plan that has some. */
export function rolloutAmong(plans: readonly Plan[]): Rollout {
  const stages = plans.map(stagesOf).find((list) => list.length > 0) ?? [];
  const places = new Map<string | undefined, number>();
  for (const [at, { id }] of stages.entries()) if (!places.has(id?.value)) places.set(id?.value, at);
  return {
    stages,
    full: fullStageAt(stages),
    listed: listedIn(stages),
    holds: (step) =>
      [step.stage, step.after?.stage].flatMap((name) => {
        const at = name && places.get(name.value);
        const stage = at === undefined ? undefined : stages[at];
        return name && at !== undefined && stage ? [{ at, stage, node: name.node }] : [];
      }),
  };
}

/** The last of the stages that hold a step. */
export function lastOf(holds: readonly Held[]): Held | undefined {
  return [...holds].sort((a, b) => b.at - a.at)[0];
}

function listedIn(stages: readonly StageView[]): readonly Listed[] {
  return stages.flatMap((stage, at) => {
    const { steps } = stage;
    if (!steps || isBeforeProduction(stage) || entryOf(stage, 'steps')?.inherited) return [];
    return steps.map(({ node, value }) => ({ at, stage, node, id: value, list: steps.node }));
  });
}

/** What runs there meets copies of the data, or none. */
export function isBeforeProduction(stage: StageView): boolean {
  const environment = stage.environment?.value;
  return environment !== undefined && environment !== 'production' && environment !== 'internal';
}

function fullStageAt(stages: readonly StageView[]): number {
  let at = stages.length - 1;
  while (at > 0 && isFull(stages[at]) && isFull(stages[at - 1])) at--;
  return at;
}

function isFull(stage: StageView | undefined): boolean {
  return stage !== undefined && !isBeforeProduction(stage) && weightOf(stage) === 100;
}
