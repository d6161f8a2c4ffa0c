/** What several stages say in the same words is said by one of them; the others extend it. */
import * as l10n from '@vscode/l10n';
import { nameOfStage, stagesOf } from '../../lint/stages.ts';
import type { StageView } from '../../lint/views.ts';
import type { PlanEdit } from '../../model/edit.ts';
import type { Entry } from '../../model/located.ts';
import { equalJson, type Json, type JsonObject, jsonOf } from '../../model/markdown/writing/json.ts';
import { isId } from '../../model/notation.ts';
import type { Plan } from '../../model/plan/plan.ts';
import { afterwards, without } from './blocks.ts';
import { itemAround, type Offer } from './refactoring.ts';

const SHARED = ['entryCriteria', 'metrics', 'successCriteria', 'abortCriteria'] as const;

export const extractShared: Offer = (place, { plan }) => {
  const stages = stagesOf(plan);
  const around = itemAround(place, stages);
  if (!around) return [];
  const base = stages.find((stage) => stage === around || sharedEntries(stage, around).size > 0);
  if (!base?.id || !isId(base.id.value)) return [];
  const id = base.id.value;
  const heirs = stages.flatMap((stage) => (stage === base ? [] : heirOf(id, base, stage, plan)));
  if (heirs.length === 0 || (around !== base && !heirs.some(({ stage }) => stage === around))) return [];
  const names = heirs.map(({ stage }) => `"${nameOfStage(stage)}"`).join(', ');
  const edits = heirs.flatMap((heir) => heir.edits);
  return [
    { title: l10n.t`Let ${names} extend "${nameOfStage(base)}" for what they share`, kind: 'refactor.extract', edits },
  ];
};

/** What the one has written itself under keys for which the other has the same value written. */
function sharedEntries(one: StageView, other: StageView): ReadonlyMap<string, Entry> {
  const shared = new Map<string, Entry>();
  for (const key of SHARED) {
    const [own, theirs] = [one.node.entries.get(key), other.node.entries.get(key)];
    if (!own || !theirs || own.inherited || theirs.inherited) continue;
    if (equalJson(jsonOf(own.value), jsonOf(theirs.value))) shared.set(key, own);
  }
  return shared;
}

interface Heir {
  readonly stage: StageView;
  readonly edits: readonly PlanEdit[];
}

/** The stage with the edits that let it extend the base; nothing where it may not, or would mean something else afterwards. */
function heirOf(id: string, base: StageView, stage: StageView, plan: Plan): Heir[] {
  const shared = sharedEntries(stage, base);
  if (shared.size === 0 || base.extends?.value === stage.id?.value) return [];
  if (stage.extends && stage.extends.value !== id) return [];
  // What the base has and the stage does not would come with it.
  const isComplete = [...base.node.entries.keys()].every((key) => OWN.has(key) || stage.node.entries.has(key));
  const removed = [...shared.values()].flatMap((entry) => without(entry, plan) ?? []);
  if (!isComplete || removed.length < shared.size) return [];
  if (!meansTheSame(stage, [...shared.keys()], afterwards(plan, removed), plan)) return [];
  if (stage.extends) return [{ stage, edits: removed }];
  return [{ stage, edits: [{ kind: 'set', parent: stage.node, key: 'extends', value: id }, ...removed] }];
}

const OWN = new Set(['id', 'title', 'extends']);

/** Without the keys, everything but them reads as it did. */
function meansTheSame(stage: StageView, keys: readonly string[], then: Plan, plan: Plan): boolean {
  const expected = stagesOf(plan).map((other) => {
    const json = writtenJson(other);
    return other === stage ? omit(json, keys) : json;
  });
  return equalJson(expected, stagesOf(then).map(writtenJson));
}

function writtenJson({ node }: StageView): JsonObject {
  return jsonOf(node.written ?? node) as JsonObject;
}

function omit(json: JsonObject, keys: readonly string[]): Json {
  return Object.fromEntries(Object.entries(json).filter(([key]) => !keys.includes(key)));
}
