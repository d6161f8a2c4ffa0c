/** Which stage a step of the migration belongs to, as far as the plan says. */
import type { ScalarNode } from '../model/located.ts';
import type { Plan } from '../model/plan/plan.ts';
import type { Value } from '../model/plan/view.ts';
import { stagesOf, weightOf } from './stages.ts';
import type { StageView, StepView } from './views.ts';

/** The stages of the first plan that has some, in their order. */
export function stagesAmong(plans: readonly Plan[]): readonly StageView[] {
  return plans.map(stagesOf).find((stages) => stages.length > 0) ?? [];
}

/** A stage that a step is held back until, with the words that say so. */
export interface Held {
  readonly at: number;
  readonly stage: StageView;
  readonly node: ScalarNode;
}

/** The last stage that must have succeeded before the step runs, by its own words. */
export function heldUntil(step: StepView, stages: readonly StageView[]): Held | undefined {
  return [step.stage, step.after?.stage]
    .flatMap((name) => (name ? heldBy(name, stages) : []))
    .reduce<Held | undefined>((last, held) => (last && last.at >= held.at ? last : held), undefined);
}

function heldBy(name: Value<string>, stages: readonly StageView[]): Held[] {
  const at = stages.findIndex((stage) => stage.id?.value === name.value);
  const stage = stages[at];
  return stage ? [{ at, stage, node: name.node }] : [];
}

/** A step in the list of a stage, where the list was written. */
export interface Listed extends Held {
  readonly id: string;
}

export function listedIn(stages: readonly StageView[]): readonly Listed[] {
  return stages.flatMap((stage, at) => {
    if (isBeforeProduction(stage) || stage.node.entries.get('steps')?.inherited) return [];
    return (stage.steps ?? []).map(({ node, value }) => ({ at, stage, node, id: value }));
  });
}

/** What runs there meets copies of the data, or none. */
export function isBeforeProduction(stage: StageView): boolean {
  const environment = stage.environment?.value;
  return environment !== undefined && environment !== 'production' && environment !== 'internal';
}

/** Where everybody has the change: the last stage, or the first of those at its end that are at 100 %. */
export function fullStageAt(stages: readonly StageView[]): number {
  let at = stages.length - 1;
  while (at > 0 && isFull(stages[at]) && isFull(stages[at - 1])) at--;
  return at;
}

function isFull(stage: StageView | undefined): boolean {
  return stage !== undefined && !isBeforeProduction(stage) && weightOf(stage) === 100;
}
