/**
 * A Markdown heading with nothing under it is a key with nothing behind it. The reader lists such headings beside the tree; here they
 * take their places in it, so that whoever misses the value says so at the heading, in both syntaxes alike.
 */
import type { Entry, ListNode, LocatedNode, MapNode, ScalarNode } from '../located.ts';
import type { PlanDocument } from '../plan-document.ts';
import type { Span } from '../source.ts';

type Path = readonly (string | number)[];

export function withEmptySections({ root, emptySections }: PlanDocument): PlanDocument['root'] {
  let completed = root;
  for (const { path, head } of emptySections) completed = placed(completed, path, head);
  return completed;
}

/** The node with an empty value at the path; the same node where there is a value already, or no place for one. */
function placed(node: MapNode, path: Path, head: Span): MapNode;
function placed(node: LocatedNode, path: Path, head: Span): LocatedNode;
function placed(node: LocatedNode, [step, ...rest]: Path, head: Span): LocatedNode {
  if (typeof step === 'number' && node.kind === 'list') return placedInList(node, step, rest, head);
  if (typeof step !== 'string' || node.kind !== 'map') return node;
  const entry = node.entries.get(step);
  if (!entry) return rest.length === 0 ? withEntry(node, step, { key: head, value: emptyScalar(head) }) : node;
  const value = placed(entry.value, rest, head);
  return value === entry.value ? node : withEntry(node, step, { ...entry, value });
}

function placedInList(node: ListNode, at: number, rest: Path, head: Span): ListNode {
  const item = node.items[at];
  const value = item && placed(item, rest, head);
  if (!value || value === item) return node;
  return { ...node, items: node.items.with(at, value), written: node.written ?? node };
}

function withEntry(node: MapNode, key: string, entry: Entry): MapNode {
  return { ...node, entries: new Map(node.entries).set(key, entry), written: node.written ?? node };
}

function emptyScalar(head: Span): ScalarNode {
  return { kind: 'scalar', span: head, head, value: null, text: '', part: () => head };
}
