/**
 * What a stage has after inheritance: its own keys, then those of the stage that it `extends`, then the rollout's own. Each value stays
 * the node that was written, so a diagnostic for an inherited value stands where it was written.
 */
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

/** Resolved maps by the map that was written: equal input gives the identical result, which caches rely on. */
export type ResolutionCache = WeakMap<MapNode, { readonly from: readonly unknown[]; readonly resolved: MapNode }>;

/** The plan with its stages resolved; the same node where there is nothing to resolve. */
export function resolvePlan(root: MapNode, cache: ResolutionCache): MapNode {
  const rollout = child(root, 'rollout');
  const stages = child(rollout, 'stages');
  if (rollout?.kind !== 'map' || stages?.kind !== 'list') return root;
  const templates = child(rollout, 'templates');
  const patterns = templates?.kind === 'list' ? templates.items : [];
  const byId = new Map([...patterns, ...stages.items].flatMap((stage) => namedStage(stage)));
  const items = stages.items.map((stage) => (stage.kind === 'map' ? resolveStage(stage, byId, rollout, cache) : stage));
  if (items.every((item, at) => item === stages.items[at])) return root;
  const list = derived(
    stages,
    items,
    () => ({ ...stages, items, written: stages.written ?? stages }),
    cache as unknown as ListCache,
  );
  return withEntry(root, 'rollout', withEntry(rollout, 'stages', list, cache), cache);
}

type ListCache = WeakMap<ListNode, { readonly from: readonly unknown[]; readonly resolved: ListNode }>;

function namedStage(stage: LocatedNode): [string, MapNode][] {
  const id = child(stage, 'id');
  return stage.kind === 'map' && id?.kind === 'scalar' ? [[id.text, stage]] : [];
}

/** Nobody extends through so many stages; thousands of them would be looked through for each. */
const LONGEST_CHAIN = 50;

/** The chain ends where it comes back to itself: a cycle inherits nothing twice. */
function resolveStage(
  stage: MapNode,
  byId: ReadonlyMap<string, MapNode>,
  rollout: MapNode,
  cache: ResolutionCache,
): MapNode {
  const chain: MapNode[] = [];
  for (let next = parentOf(stage, byId); next && next !== stage && !chain.includes(next); next = parentOf(next, byId)) {
    if (chain.length === LONGEST_CHAIN) break;
    chain.push(next);
  }
  const shared = SHARED_BY_STAGES.flatMap((key) => {
    const entry = rollout.entries.get(key);
    return entry ? [[key, entry] as const] : [];
  });
  const from = [...chain, ...shared.map(([, entry]) => entry.value)];
  if (from.length === 0) return stage;
  return derived(stage, from, () => inherit(stage, chain, shared), cache);
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

function withEntry(parent: MapNode, key: string, value: LocatedNode, cache: ResolutionCache): MapNode {
  const entry = parent.entries.get(key);
  if (!entry) return parent;
  return derived(
    parent,
    [value],
    () => ({
      ...parent,
      entries: new Map(parent.entries).set(key, { ...entry, value }),
      written: parent.written ?? parent,
    }),
    cache,
  );
}

function derived<T extends LocatedNode>(
  node: T,
  from: readonly unknown[],
  make: () => T,
  cache: WeakMap<T, { readonly from: readonly unknown[]; readonly resolved: T }>,
): T {
  const known = cache.get(node);
  if (known && known.from.length === from.length && known.from.every((source, at) => source === from[at]))
    return known.resolved;
  const resolved = make();
  cache.set(node, { from, resolved });
  return resolved;
}
