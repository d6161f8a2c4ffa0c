/** Which keys are missing, so that one mistake is told once: a misspelt key is not also a missing one. */
import type { MapNode } from '../model/located.ts';
import type { Plan } from '../model/plan/plan.ts';
import { SHARED_BY_STAGES } from '../model/plan/resolve.ts';
import { isAbsent, keysOf } from '../model/plan/view.ts';
import { meantKey } from '../model/schema/key-problem.ts';
import { propertySchema, rootSchema, type SchemaNode, schemaAt } from '../model/schema/schema.ts';
import { stagesOf } from './stages.ts';
import type { StageView } from './views.ts';

export type StageKey = Exclude<keyof StageView, 'node'>;

/** Written under a name that `unknown-key` speaks of. */
export function isMisspelt(owner: { readonly node: MapNode }, key: string, schema: SchemaNode): boolean {
  return keysOf(owner).some((name) => !propertySchema(schema, name) && meantKey(name, schema) === key);
}

/** The schema at a place of the plan: `['rollout', 'stages', 0]` is that of a stage. */
export function planSchema(path: readonly (string | number)[]): SchemaNode {
  const root = rootSchema('plan');
  /* istanbul ignore next -- every path is written in these sources, and the schemas have a place for it */
  return schemaAt(root, path) ?? root;
}

/** Neither the stage, nor what it extends, nor the rollout says it, under whatever spelling. */
export function lacks(stage: StageView, key: StageKey, plan: Plan): boolean {
  if (!isAbsent(stage, key) || isMisspelt(stage, key, planSchema(['rollout', 'stages', 0]))) return false;
  const { rollout } = plan.view;
  const isShared = (SHARED_BY_STAGES as readonly string[]).includes(key);
  return !rollout || !isShared || !isMisspelt(rollout, key, planSchema(['rollout']));
}

/** Stages that lack a key, without those that would inherit it from one that is told: writing it there mends them too. */
export function stagesLacking(key: StageKey, plan: Plan): readonly StageView[] {
  const lacking = stagesOf(plan).filter((stage) => lacks(stage, key, plan));
  const names = new Set(lacking.map(({ id }) => id?.value));
  const told = new Set<string>();
  return lacking.filter((stage) => {
    const from = stage.extends?.value;
    if (from === undefined || from === stage.id?.value) return true;
    const isFirst = !names.has(from) && !told.has(from);
    told.add(from);
    return isFirst;
  });
}
