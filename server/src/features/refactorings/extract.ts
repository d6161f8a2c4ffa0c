/** What several stages say in the same words is said by one of them; the others extend it. */
import * as l10n from '@vscode/l10n';
import type { RuleContext } from '../../lint/rule.ts';
import { nameOfStage, stagesOf } from '../../lint/stages.ts';
import type { StageView } from '../../lint/views.ts';
import type { PlanEdit } from '../../model/edit.ts';
import { equalJson, type Json, type JsonObject, jsonOf } from '../../model/markdown/writing/json.ts';

import { isId } from '../../model/notation.ts';
import type { Plan } from '../../model/plan/plan.ts';
import { afterwards, without } from './blocks.ts';
import { itemAround, type Offer } from './refactoring.ts';

const SHARED = ['entryCriteria', 'metrics', 'successCriteria', 'abortCriteria'] as const;

export const extractShared: Offer = (place, context) => {
  const stages = stagesOf(context.plan);
  const around = itemAround(place, stages);
  if (!around) return [];
  const base = stages.find((stage) => stage === around || sharedKeys(stage, around).length > 0);
  if (!base?.id || !isId(base.id.value)) return [];
  const heirs = stages.filter((stage) => stage !== base && isHeir(stage, base, context));
  const edits = heirs.flatMap((heir) => extending(heir, base, context.plan) ?? []);
  if (edits.length === 0 || (around !== base && !heirs.includes(around))) return [];
  const names = heirs.map((heir) => `"${nameOfStage(heir)}"`).join(', ');
  return [
    { title: l10n.t`Let ${names} extend "${nameOfStage(base)}" for what they share`, kind: 'refactor.extract', edits },
  ];
};

/** Keys that both have written themselves, with the same value. */
function sharedKeys(one: StageView, other: StageView): (typeof SHARED)[number][] {
  return SHARED.filter((key) => {
    const [own, theirs] = [one.node.entries.get(key), other.node.entries.get(key)];
    if (!own || !theirs || own.inherited || theirs.inherited) return false;
    return equalJson(jsonOf(own.value), jsonOf(theirs.value));
  });
}

/** It may extend the base, and means the same afterwards. */
function isHeir(stage: StageView, base: StageView, { plan }: RuleContext): boolean {
  if (sharedKeys(stage, base).length === 0 || base.extends?.value === stage.id?.value) return false;
  if (stage.extends && stage.extends.value !== base.id?.value) return false;
  // What the base has and the stage does not would come with it.
  const isComplete = [...base.node.entries.keys()].every((key) => OWN.has(key) || stage.node.entries.has(key));
  return isComplete && meansTheSame(stage, base, plan);
}

const OWN = new Set(['id', 'title', 'extends']);

function extending(stage: StageView, base: StageView, plan: Plan): readonly PlanEdit[] | undefined {
  const removed = removals(stage, base, plan);
  if (!removed) return undefined;
  const { node } = stage;
  if (stage.extends || !base.id) return removed;
  return [{ kind: 'set', parent: node, key: 'extends', value: base.id.value }, ...removed];
}

function removals(stage: StageView, base: StageView, plan: Plan) {
  const removed = sharedKeys(stage, base).flatMap((key) => {
    const entry = stage.node.entries.get(key);
    return entry ? [without(entry, plan)] : [];
  });
  return removed.every((edit) => edit !== undefined) ? removed : undefined;
}

/** Without the keys, everything but them reads as it did. */
function meansTheSame(stage: StageView, base: StageView, plan: Plan): boolean {
  const removed = removals(stage, base, plan);
  const left = removed && afterwards(plan, removed);
  if (!left) return false;
  const keys: readonly string[] = sharedKeys(stage, base);
  const expected = stagesOf(plan).map((other) => {
    const json = writtenJson(other);
    return other === stage ? omit(json, keys) : json;
  });
  return equalJson(expected, stagesOf(left).map(writtenJson));
}

function writtenJson({ node }: StageView): JsonObject {
  return jsonOf(node.written ?? node) as JsonObject;
}

function omit(json: JsonObject, keys: readonly string[]): Json {
  return Object.fromEntries(Object.entries(json).filter(([key]) => !keys.includes(key)));
}
