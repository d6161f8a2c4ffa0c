/** New maps as a whole: the schemas' skeletons, as this plan would have them. */
import { namesIn } from '../../lint/companions.ts';
import { skeletonOf } from '../../lint/skeletons.ts';
import { stepsOf } from '../../lint/steps.ts';
import { isSlot, type Skeleton, slot } from '../../model/edit.ts';
import { itemSchema, propertySchema, type SchemaNode } from '../../model/schema/schema.ts';
import { isListSkeleton, isMapSkeleton, type MapSkeleton } from '../../model/yaml/write.ts';
import { upTo } from '../../util/parts.ts';
import { freeId, isFree, standIn, stepWithoutReturn } from './ids.ts';
import { dayAfter, daysBetween, nextShare } from './notations.ts';
import { itemBefore, type Scene } from './scene.ts';

export interface MapOffer {
  readonly label: string;
  readonly description: string;
  readonly body: MapSkeleton;
  /** The name that it brings had not been given yet. */
  readonly isNew: boolean;
}

/** Those whose names are taken already come last. */
export function skeletonsOf(schema: SchemaNode, scene: Scene): readonly MapOffer[] {
  const offers = schema.snippets.flatMap(({ label, description, body: raw }) => {
    const body = typed(skeletonOf(raw), schema);
    const own = isMapSkeleton(body) ? fitted(body, schema, scene) : undefined;
    return isMapSkeleton(body) && own ? [{ label, description, body: own, isNew: isNew(body, schema, scene) }] : [];
  });
  return offers.sort((a, b) => Number(b.isNew) - Number(a.isNew));
}

function isNew({ id }: MapSkeleton, { declares }: SchemaNode, scene: Scene): boolean {
  return id === undefined || !declares || isFree(wordsOf(id), declares, scene);
}

export function wordsOf(value: Skeleton): string {
  return isSlot(value) ? value.slot : String(value);
}

/** Nothing where it has no place between what stands around it. */
function fitted(body: MapSkeleton, schema: SchemaNode, scene: Scene): MapSkeleton | undefined {
  const share = schema.unit === 'Stage' && body.weight !== undefined ? shareOf(body, scene) : undefined;
  if (schema.unit === 'Stage' && body.weight !== undefined && share === undefined) return undefined;
  if (schema.unit === 'Step' && body.phase === 'contract' && isFollowedByWork(scene)) return undefined;
  const said = saidOfSteps(body, schema, scene);
  if (!said) return undefined;
  const renamed = share === undefined ? said : withShare(said, share);
  const names = standIns(renamed, schema, scene);
  const days = daysBetween(WRITTEN, scene.context.today);
  const change = (text: string): string => moved(inOtherNames(text, names), days);
  const { declares } = schema;
  const whole = mapped(renamed, change) as MapSkeleton;
  if (!declares || whole.id === undefined) return whole;
  return { ...whole, id: mapped(renamed.id as Skeleton, (id) => freeId(id, declares, scene)) };
}

/** Where each step of the plan can be taken back, none is said to stay. */
function saidOfSteps(body: MapSkeleton, { unit }: SchemaNode, scene: Scene): MapSkeleton | undefined {
  if (stepsOf(scene.plan).length === 0 || stepWithoutReturn(scene) !== undefined) return body;
  if (unit === 'NotReverted' && body.step !== undefined) return undefined;
  if (unit !== 'Rollback') return body;
  const { viableUntil: _viableUntil, notReverted: _notReverted, ...others } = body;
  return others;
}

/** What is still being moved is not taken away. */
function isFollowedByWork(scene: Scene): boolean {
  const steps = stepsOf(scene.plan);
  const last = itemBefore(steps, scene);
  const behind = last ? steps.slice(steps.indexOf(last) + 1) : steps;
  return behind.some(({ phase }) => phase?.value === 'expand' || phase?.value === 'migrate');
}

/** The share that the skeleton has, or the next one that is right where that is for its reader to choose. */
function shareOf({ weight, environment }: MapSkeleton, scene: Scene): string | undefined {
  if (environment !== undefined && environment !== 'production') return wordsOf(weight as Skeleton);
  return nextShare(wordsOf(weight as Skeleton), isSlot(weight as Skeleton), scene);
}

/** `ramp-10` is called by its share. */
function withShare(body: MapSkeleton, share: string): MapSkeleton {
  const old = upTo(wordsOf(body.weight as Skeleton), '%');
  const named = (id: string): string => (id.endsWith(`-${old}`) ? id.slice(0, -old.length) + upTo(share, '%') : id);
  const entries = Object.entries(body).map(([key, value]) => {
    if (key === 'weight') return [key, mapped(value, () => share)];
    return [key, key === 'id' ? mapped(value, named) : value];
  });
  return Object.fromEntries(entries);
}

/** What the skeleton names and nobody declares, and what the plan has instead. */
function standIns(body: MapSkeleton, schema: SchemaNode, scene: Scene): ReadonlyMap<string, string> {
  const own = new Set(idsIn(body));
  const names = new Map<string, string>();
  for (const { kind, id } of namesIn(body, schema)) {
    const other = own.has(id) || names.has(id) ? undefined : standIn(id, kind, new Set(names.values()), scene);
    if (other !== undefined) names.set(id, other);
  }
  return names;
}

function* idsIn(value: Skeleton): Generator<string> {
  if (typeof value !== 'object' || isSlot(value)) return;
  if (isMapSkeleton(value) && value.id !== undefined) yield wordsOf(value.id);
  for (const below of Object.values(value)) yield* idsIn(below);
}

function inOtherNames(text: string, names: ReadonlyMap<string, string>): string {
  return text.replace(/[\w-]+/g, (word) => names.get(word) ?? word);
}

/** The day that is today in the skeletons of the schemas. */
const WRITTEN = '2026-12-01';

function moved(text: string, days: number): string {
  return text.replace(/(?<![\d-])\d{4}-\d\d-\d\d(?![\d-])/g, (day) => dayAfter(day, days));
}

/** Skeletons come from the schemas and are shallow, so recursion is bounded. */
function mapped(value: Skeleton, change: (text: string) => string): Skeleton {
  if (typeof value === 'string') return change(value);
  if (typeof value !== 'object') return value;
  if (isSlot(value)) return slot(change(value.slot));
  if (isListSkeleton(value)) return value.map((item) => mapped(item, change));
  return Object.fromEntries(Object.entries(value).map(([key, below]) => [key, mapped(below, change)]));
}

/** A slot with a number in it would be a number in the plan; where a text is wanted it is written as one. */
function typed(value: Skeleton, schema: SchemaNode | undefined): Skeleton {
  if (!schema || typeof value !== 'object') return value;
  if (isSlot(value)) return isText(schema) && /^[\d.]+$/.test(value.slot) ? value.slot : value;
  if (isListSkeleton(value)) return value.map((item) => typed(item, itemSchema(schema)));
  return Object.fromEntries(
    Object.entries(value).map(([key, below]) => [key, typed(below, propertySchema(schema, key))]),
  );
}

function isText({ types }: SchemaNode): boolean {
  return types.includes('string') && !types.includes('number');
}
