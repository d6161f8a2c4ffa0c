/** What was found for a unit, put together to its entries. */
import type { Entry, ListNode, LocatedNode, MapNode } from '../../located.ts';
import { offsets, span } from '../../source.ts';
import type { Context, Found } from './context.ts';

/** Entries in the order of the text. Lists of one key are one list; of anything else the first is kept. */
export function assemble(found: readonly Found[], context: Context): Map<string, Entry> {
  const byKey = new Map<string, Group>();
  for (const { property, entry, named } of found) {
    const group = byKey.get(property.key);
    if (!group || (named && !group.named)) byKey.set(property.key, { first: entry, others: [], named });
    else if (named === group.named) group.others.push(entry.value);
  }
  const entries = new Map<string, Entry>();
  for (const [key, group] of byKey) entries.set(key, withUniqueIds(joined(group, context), context));
  return entries;
}

/** What was found for one key. What is named after the key takes the place of what merely looks like it. */
interface Group {
  readonly first: Entry;
  readonly others: LocatedNode[];
  readonly named: boolean;
}

function joined({ first, others }: Group, context: Context): Entry {
  if (others.length === 0) return first;
  const { value } = first;
  if (value.kind === 'list') return { ...first, value: joinedLists(value, others.filter(isList), context) };
  if (value.kind !== 'map') return first;
  const entries = new Map(value.entries);
  for (const other of others) {
    if (other.kind !== 'map') continue;
    for (const [key, below] of other.entries) if (!entries.has(key)) entries.set(key, below);
  }
  return { ...first, value: inPlaceOf(value, { ...value, entries }, context) };
}

function isList(node: LocatedNode): node is ListNode {
  return node.kind === 'list';
}

/** One list from several places. A further item goes to the last of them. */
function joinedLists(first: ListNode, others: readonly ListNode[], context: Context): ListNode {
  const lists = [first, ...others];
  const last = others.at(-1) ?? first;
  const { segment, from } = first.span;
  const place = span(segment, from, Math.max(...lists.map((list) => offsets(list.span).end)) - segment.start);
  return inPlaceOf(last, { ...first, span: place, items: lists.flatMap(({ items }) => items) }, context);
}

/** `node` stands where `old` stood. */
export function inPlaceOf<T extends LocatedNode>(old: LocatedNode, node: T, context: Context): T {
  const layout = context.layouts.get(old);
  if (layout) context.layouts.set(node, layout);
  return node;
}

/** Ids that were made from headings are told apart; ids that somebody wrote stay as they are. */
function withUniqueIds(entry: Entry, context: Context): Entry {
  const { value } = entry;
  if (value.kind !== 'list' || value.items.length < 2) return entry;
  const seen = new Set<string>();
  const numbers = new Map<string, number>();
  let changed = false;
  const items = value.items.map((item) => {
    const id = item.kind === 'map' ? item.entries.get('id') : undefined;
    if (item.kind !== 'map' || id?.value.kind !== 'scalar' || typeof id.value.value !== 'string') return item;
    const own = id.value.value;
    const isMade = own !== id.value.text;
    let unique = own;
    while (isMade && seen.has(unique)) {
      const number = (numbers.get(own) ?? 1) + 1;
      numbers.set(own, number);
      unique = `${own}-${number}`;
    }
    seen.add(unique);
    if (unique === own) return item;
    changed = true;
    const entries = new Map(item.entries).set('id', { ...id, value: { ...id.value, value: unique } });
    return inPlaceOf<MapNode>(item, { ...item, entries }, context);
  });
  return changed ? { ...entry, value: inPlaceOf<ListNode>(value, { ...value, items }, context) } : entry;
}
