/**
 * What a stage has after inheritance: its own keys, then those of the stage that it `extends`, then the rollout's own. Each value stays
 * the node that was written, so a diagnostic for an inherited value stands where it was written.
 */
import { type MadeList, madeOf } from '../../util/list-memory.ts';
import { child, type Entry, type ListNode, type LocatedNode, type MapNode } from '../located.ts';

/** The rollout's own keys that serve every stage. */
export const SHARED_BY_STAGES = [
  'environment',
  'soak',
  'unit',
  'stickyBy',
  'flag',
  'entryCriteria',
  'metrics',
  'successCriteria',
  'abortCriteria',
  'onAbort',
] as const;
/** What names one stage only. */
const NEVER_INHERITED = new Set(['id', 'title', 'extends']);

interface Derived<T> {
  readonly from: readonly unknown[];
  readonly resolved: T;
}

/** Resolved maps by the map that was written: equal input gives the identical result, which caches rely on. */
export interface ResolutionCache {
  /** A rollout that no edit touched resolves as it did: whatever its stages inherit stands in it. */
  readonly rollouts: WeakMap<MapNode, Derived<MapNode>>;
  readonly maps: WeakMap<MapNode, Derived<MapNode>>;
  readonly lists: WeakMap<ListNode, Derived<ListNode>>;
  last?: LastStages;
}

/** The stages that were resolved last, and everything that they may have inherited from. */
interface LastStages extends MadeList<LocatedNode, LocatedNode> {
  readonly shared: readonly LocatedNode[];
  readonly templates: LocatedNode | undefined;
  readonly byId: Map<string, MapNode>;
  readonly extended: ReadonlySet<string>;
}

export function newResolutionCache(): ResolutionCache {
  return { rollouts: new WeakMap(), maps: new WeakMap(), lists: new WeakMap() };
}

/** The rollout's own entries that serve every stage, and what they were made from. */
interface Shared {
  readonly entries: readonly (readonly [string, Entry])[];
  readonly values: readonly LocatedNode[];
}

/** The plan with its stages resolved; the same node where there is nothing to resolve. */
export function resolvePlan(root: MapNode, cache: ResolutionCache): MapNode {
  const rollout = child(root, 'rollout');
  if (rollout?.kind !== 'map') return root;
  const resolved = derived(rollout, [], () => resolveRollout(rollout, cache), cache.rollouts);
  return resolved === rollout ? root : withValue(root, 'rollout', resolved, cache);
}

function resolveRollout(rollout: MapNode, cache: ResolutionCache): MapNode {
  const stages = child(rollout, 'stages');
  if (stages?.kind !== 'list') return rollout;
  const templates = child(rollout, 'templates');
  const shared = sharedBy(rollout);
  const before = sameAncestors(stages, templates, shared, cache.last);
  const byId = before?.byId ?? namedStages(stages, templates);
  const items = madeOf(stages.items, before, (stage) =>
    stage.kind === 'map' ? resolveStage(stage, byId, shared, cache) : stage,
  );
  const extended = before?.extended ?? extendedBy(stages, templates);
  cache.last = { items: stages.items, made: items, shared: shared.values, templates, byId, extended };
  if (items.every((item, at) => item === stages.items[at])) return rollout;
  const list = derived(stages, items, () => ({ ...stages, items, written: stages.written ?? stages }), cache.lists);
  return withValue(rollout, 'stages', list, cache);
}

/** What was resolved last, where no stage can inherit anything else than then: only stages that nobody extends are others. */
function sameAncestors(
  stages: ListNode,
  templates: LocatedNode | undefined,
  shared: Shared,
  last: LastStages | undefined,
): LastStages | undefined {
  if (!last || last.templates !== templates || last.items.length !== stages.items.length) return undefined;
  if (last.shared.length !== shared.values.length || last.shared.some((value, at) => value !== shared.values[at]))
    return undefined;
  for (const [at, stage] of stages.items.entries()) {
    const before = last.items[at];
    if (before === stage) continue;
    const id = textAt(stage, 'id');
    if (id === undefined || id !== textAt(before, 'id') || last.byId.get(id) !== before || last.extended.has(id))
      return undefined;
    if (textAt(stage, 'extends') !== textAt(before, 'extends') || stage.kind !== 'map') return undefined;
    last.byId.set(id, stage);
  }
  return last;
}

function textAt(stage: LocatedNode | undefined, key: string): string | undefined {
  const value = child(stage, key);
  return value?.kind === 'scalar' ? value.text : undefined;
}

function namedStages(stages: ListNode, templates: LocatedNode | undefined): Map<string, MapNode> {
  const byId = new Map<string, MapNode>();
  if (templates?.kind === 'list') addNamed(templates, byId);
  addNamed(stages, byId);
  return byId;
}

function extendedBy(stages: ListNode, templates: LocatedNode | undefined): ReadonlySet<string> {
  const all = templates?.kind === 'list' ? [...templates.items, ...stages.items] : stages.items;
  return new Set(all.flatMap((stage) => textAt(stage, 'extends') ?? []));
}

function addNamed(stages: ListNode, byId: Map<string, MapNode>): void {
  for (const stage of stages.items) {
    const id = child(stage, 'id');
    if (stage.kind === 'map' && id?.kind === 'scalar') byId.set(id.text, stage);
  }
}

function sharedBy(rollout: MapNode): Shared {
  const entries = SHARED_BY_STAGES.flatMap((key) => {
    const entry = rollout.entries.get(key);
    return entry ? [[key, entry] as const] : [];
  });
  return { entries, values: entries.map(([, entry]) => entry.value) };
}

/** Nobody extends through so many stages; thousands of them would be looked through for each. */
const LONGEST_CHAIN = 50;

/** The chain ends where it comes back to itself: a cycle inherits nothing twice. */
function resolveStage(
  stage: MapNode,
  byId: ReadonlyMap<string, MapNode>,
  shared: Shared,
  cache: ResolutionCache,
): MapNode {
  const first = parentOf(stage, byId);
  if (!first && shared.values.length === 0) return stage;
  const chain: MapNode[] = [];
  for (let next = first; next && next !== stage && !chain.includes(next); next = parentOf(next, byId)) {
    if (chain.length === LONGEST_CHAIN) break;
    chain.push(next);
  }
  const from = chain.length === 0 ? shared.values : [...chain, ...shared.values];
  return from.length === 0 ? stage : derived(stage, from, () => inherit(stage, chain, shared.entries), cache.maps);
}

function parentOf(stage: MapNode, byId: ReadonlyMap<string, MapNode>): MapNode | undefined {
  const name = child(stage, 'extends');
  return name?.kind === 'scalar' ? byId.get(name.text) : undefined;
}

function inherit(stage: MapNode, chain: readonly MapNode[], shared: readonly (readonly [string, Entry])[]): MapNode {
  const entries = new Map(stage.entries);
  const offered = [...chain.flatMap((parent) => [...parent.entries]), ...shared];
  for (const [key, entry] of offered)
    if (!entries.has(key) && !NEVER_INHERITED.has(key)) entries.set(key, { ...entry, inherited: true });
  return { ...stage, entries, written: stage.written ?? stage };
}

/** The map with another value behind a key that it has. */
function withValue(parent: MapNode, key: string, value: LocatedNode, cache: ResolutionCache): MapNode {
  const make = (): MapNode => {
    const entries = Array.from(
      parent.entries,
      ([name, entry]) => [name, name === key ? { ...entry, value } : entry] as const,
    );
    return { ...parent, entries: new Map(entries), written: parent.written ?? parent };
  };
  return derived(parent, [value], make, cache.maps);
}

function derived<T extends LocatedNode>(
  node: T,
  from: readonly unknown[],
  make: () => T,
  cache: WeakMap<T, Derived<T>>,
): T {
  const known = cache.get(node);
  if (known && known.from.length === from.length && known.from.every((source, at) => source === from[at]))
    return known.resolved;
  const resolved = make();
  cache.set(node, { from, resolved });
  return resolved;
}
