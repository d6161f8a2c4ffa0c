/** A new bundle: a plan and its artifacts, written from one value, with the places that its author has to look at. */
import { isSlot, type Skeleton } from '../model/edit.ts';
import type { MapNode } from '../model/located.ts';
import { readMarkdown } from '../model/markdown/read.ts';
import { writeMarkdown } from '../model/markdown/write.ts';
import type { JsonObject } from '../model/markdown/writing/json.ts';
import type { Plan } from '../model/plan/plan.ts';
import { ARTIFACT_NAMES } from '../model/plan-document.ts';
import { readYaml } from '../model/yaml/read.ts';
import { writeYaml } from '../model/yaml/write.ts';
import type { NewFile, NewFileKind, NewPlanParams, NewPlanResult } from '../protocol.ts';
import { artifactOf } from './artifact-of-plan.ts';
import { slotPlaces } from './scaffold-places.ts';
import { newPlanValue, type PlanSkeleton } from './scaffold-plan.ts';
import { STAND_INS } from './scaffold-words.ts';

/** In the order of the phases; the first one that was asked for is the one that opens. */
const NAMES: Readonly<Record<NewFileKind, string>> = {
  plan: 'rollout-plan.yaml',
  ...ARTIFACT_NAMES,
};

/** `beside`: a YAML plan that is there already. What it says is not said otherwise in its artifacts. */
export function newPlanFiles({ name, title, owner, files }: NewPlanParams, beside?: Plan): NewPlanResult {
  const plan = newPlanValue({ name: oneLine(name), title: oneLine(title), owner: oneLine(owner) });
  const kinds = (Object.keys(NAMES) as NewFileKind[]).filter((kind) => files.includes(kind));
  return {
    files: kinds.map((kind) => {
      if (kind === 'plan' || beside?.view[kind] === undefined) return newFile(plan, kind);
      return { name: NAMES[kind], text: artifactOf(beside, kind), placeholders: [] };
    }),
  };
}

/** Answers are names and one-line titles, whatever was pasted. */
function oneLine(answer: string): string {
  return answer.replace(/\s+/g, ' ').trim();
}

function newFile(plan: PlanSkeleton, kind: NewFileKind): NewFile {
  const name = NAMES[kind];
  const text = kind === 'plan' ? writeYaml(plan).text : writeMarkdown(plainOf(plan) as JsonObject, kind);
  const root = readAgain(text, name, kind);
  return { name, text, placeholders: slotPlaces(root, plan, (line) => STAND_INS.test(line)) };
}

function readAgain(text: string, uri: string, kind: NewFileKind): MapNode {
  if (kind !== 'plan') return readMarkdown({ uri, syntax: 'markdown', text }, kind).root;
  return readYaml({ uri, syntax: 'yaml', text })[0].root;
}

function plainOf(value: Skeleton): unknown {
  if (typeof value !== 'object') return value;
  if (isSlot(value)) return value.slot;
  if (Array.isArray(value)) return value.map(plainOf);
  return Object.fromEntries(Object.entries(value).map(([key, below]) => [key, plainOf(below)]));
}
