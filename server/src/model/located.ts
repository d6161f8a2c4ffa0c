/** The located tree: what both syntaxes are read into. Plain data; every value knows the words it was read from. */
import type { Span } from './source.ts';

export type LocatedNode = ScalarNode | ListNode | MapNode;
export type ScalarValue = string | number | boolean | null;

interface NodeBase {
  /** Everything that belongs to the node. May cover many lines. */
  readonly span: Span;
  /** The words to underline when something is wrong with the node as a whole: a heading, an id, a key. One line. */
  readonly head: Span;
}

export interface ScalarNode extends NodeBase {
  readonly kind: 'scalar';
  readonly value: ScalarValue;
  /** The words as written, without quotes: `5.0` where the value is the number 5. */
  readonly text: string;
  /** Source span of a part of `text`, by its UTF-16 offsets; the whole value where quoting makes an exact answer impossible. */
  readonly part: (from: number, to: number) => Span;
  /** Stands for text that could not be read. It is reported once, by the reader; for everybody else the value is there but unknown. */
  readonly broken?: true;
}

export interface ListNode extends NodeBase {
  readonly kind: 'list';
  readonly items: readonly LocatedNode[];
  /** Set on a list whose items were completed: the list as it stands in the text. */
  readonly written?: ListNode;
}

export interface MapNode extends NodeBase {
  readonly kind: 'map';
  /** In the order of the text. A key written twice keeps its first value; the reader reports the second. */
  readonly entries: ReadonlyMap<string, Entry>;
  /** Set on a map that inheritance has completed: the map as it stands in the text. */
  readonly written?: MapNode;
}

export interface Entry {
  readonly key: Span;
  readonly value: LocatedNode;
  /** Set where the value was written elsewhere and reached this map by `extends`, a merge key or the rollout's own keys. */
  readonly inherited?: boolean;
}

/** "None", "n/a" and "N/A, reason" say that there is nothing on purpose. Not a missing value. */
const EXPLICITLY_NOTHING = /^(?:none|nothing|n\/a|not applicable)(?:\s*(?:[.,;:(–—-].*)?)$/is;

export function saysNone(node: LocatedNode): boolean {
  return node.kind === 'scalar' && typeof node.value === 'string' && EXPLICITLY_NOTHING.test(node.value.trim());
}

/** A value that holds nothing: a key with nothing after it, `[]`, `{}`, a heading with nothing under it. */
export function isEmpty(node: LocatedNode): boolean {
  if (node.kind === 'scalar') {
    if (node.broken) return false;
    return node.value === null || (typeof node.value === 'string' && node.value.trim() === '');
  }
  return node.kind === 'list' ? node.items.length === 0 : node.entries.size === 0;
}

export function child(node: LocatedNode | undefined, key: string): LocatedNode | undefined {
  return node?.kind === 'map' ? node.entries.get(key)?.value : undefined;
}

/** Follows keys and indices, as in a JSON pointer. */
export function descend(node: LocatedNode | undefined, path: readonly (string | number)[]): LocatedNode | undefined {
  let at = node;
  for (const step of path) {
    at = typeof step === 'number' ? (at?.kind === 'list' ? at.items[step] : undefined) : child(at, step);
    if (!at) return undefined;
  }
  return at;
}

/** Every node below and including `root`, once, without recursion. */
export function* allNodes(root: LocatedNode): Generator<LocatedNode> {
  const seen = new Set<LocatedNode>();
  const waiting: LocatedNode[] = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    yield node;
    for (const below of childrenOf(node).reverse()) waiting.push(below);
  }
}

export function childrenOf(node: LocatedNode): LocatedNode[] {
  if (node.kind === 'list') return [...node.items];
  return node.kind === 'map' ? Array.from(node.entries.values(), (entry) => entry.value) : [];
}
