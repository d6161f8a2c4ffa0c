/** Where each snippet is tried: in the plan of the schemas' own skeleton, which is clean, at the place that it is for. */

import type { Entry } from '../../scripts/snippets-catalogue.ts';
import { pathOf, skeletonOf } from '../../scripts/snippets-make.ts';
import { piecesOf, wordsOf } from '../../scripts/snippets-pieces.ts';
import { rootSchema } from '../../server/src/model/schema/schema.ts';

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
type JsonMap = { [key: string]: Json };
export type Path = readonly (string | number)[];

export function plain(body: unknown): Json {
  if (typeof body === 'string') return wordsOf(piecesOf(body));
  if (Array.isArray(body)) return body.map(plain);
  if (typeof body !== 'object' || body === null) return body as Json;
  return Object.fromEntries(Object.entries(body).map(([key, below]) => [key, plain(below)]));
}

export function wholePlan(): JsonMap {
  return plain(rootSchema('plan').snippets[0]?.body) as JsonMap;
}

export interface Placed {
  readonly plan: JsonMap;
  /** Where in the plan the snippet's value is. */
  readonly path: Path;
}

/** The step or stage that a part of one is tried in. */
const OWNERS: Readonly<Record<string, Json>> = {
  after: 'drop-amount-cents',
  locking: 'expand-orders',
  backfill: 'backfill-amount',
  reconciliation: 'dual-write',
  backup: 'drop-amount-cents',
  verify: 'expand-orders',
  abortCriteria: 'canary',
  gate: 'canary',
};

/** A new one goes in front of the item with this id; the rest, to the end. */
const BEFORE: Readonly<Record<string, string>> = {
  internal: 'canary',
  'add-currency': 'dual-write',
  'index-orders-currency': 'dual-write',
  'shadow-read': 'drop-amount-cents',
  'switch-reads': 'drop-amount-cents',
  'sessions-v2': 'drop-amount-cents',
};

/** What else a plan says that has such a thing. */
const ALONG: Readonly<Record<string, (plan: JsonMap) => JsonMap>> = {
  'rollout-migration-additive': (plan) => {
    const { viableUntil: _, ...rollback } = plan.rollback as JsonMap;
    const { backups: __, ...rest } = plan;
    return { ...rest, rollback: { ...rollback, notReverted: 'none' } };
  },
  'rollout-step-shadow-read': (plan) => withFlag(plan, 'orders-shadow-read'),
  'rollout-step-switch-reads': (plan) => withFlag(plan, 'orders-read-amount'),
  'rollout-backfill': (plan) => {
    const [first, ...metrics] = plan.metrics as JsonMap[];
    return { ...plan, metrics: [{ ...first, id: 'backfill-remaining' }, { ...first } as Json, ...metrics] as Json };
  },
};

function withFlag(plan: JsonMap, id: string): JsonMap {
  const [flag] = plan.flags as JsonMap[];
  return { ...plan, flags: [...(plan.flags as Json[]), { ...flag, id }] };
}

export function place(entry: Entry, at = entry.at): Placed {
  const plan = ALONG[entry.prefix]?.(wholePlan()) ?? wholePlan();
  const path: (string | number)[] = [];
  const value = plain(skeletonOf(entry).body);
  return { plan: put(plan, pathOf(at), value, path) as JsonMap, path };
}

function put(at: Json | undefined, [step, ...rest]: Path, value: Json, path: (string | number)[]): Json {
  if (step === undefined) return value;
  if (typeof step !== 'number') {
    path.push(step);
    const owner = at as JsonMap;
    return { ...owner, [step]: put(owner?.[step], rest, value, path) };
  }
  const list = (at as Json[] | undefined) ?? [];
  if (rest.length > 0) {
    const owner = OWNERS[String(rest[0])];
    const index = list.findIndex((item) => (item as JsonMap).id === owner);
    path.push(index);
    return list.map((item, one) => (one === index ? put(item, rest, value, path) : item));
  }
  return putItem(list, value, path);
}

/** In the place of the one that it is another form of, or beside the others. */
function putItem(list: readonly Json[], value: Json, path: (string | number)[]): Json {
  const name = nameOf(value);
  const same = list.findIndex((item) => nameOf(item) === name);
  if (same >= 0) {
    path.push(same);
    return list.map((item, at) => (at === same ? value : item));
  }
  const next = list.findIndex((item) => nameOf(item) === BEFORE[String(name)]);
  const index = next < 0 ? list.length : next;
  path.push(index);
  return [...list.slice(0, index), value, ...list.slice(index)];
}

function nameOf(item: Json): Json {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) return item;
  const key = ['id', 'component', 'name', 'what', 'failed', 'check', 'step', 'who', 'when', 'risk', 'title', 'date'];
  return item[key.find((one) => item[one] !== undefined) ?? ''] ?? null;
}
