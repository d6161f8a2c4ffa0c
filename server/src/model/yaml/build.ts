/** From the `yaml` package's nodes to the located tree, once and without ever expanding an alias: it becomes the same node again. */
import { Alias, type Pair, type Range, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import type { Entry, ListNode, LocatedNode, MapNode } from '../located.ts';
import { firstLine, type OffsetRange, type Span, span } from '../source.ts';
import { aliased, extentAround } from './aliases.ts';
import { type Building, spanAt } from './building.ts';
import { type Repeated, reportDashInText, reportKey, reportLostDash, reportRepeated } from './habits.ts';
import { asWritten } from './lexemes.ts';
import type { Read, ReadList, ReadMap } from './parse.ts';
import { buildScalar, emptyScalar } from './scalar.ts';

type ReadPair = Pair<Read, Read>;

/** `fallback`: where the node is taken to stand if it is not written at all. `key`: of which it is the value; list items have none. */
export function buildNode(node: Read | null | undefined, building: Building, fallback: Span, key?: Span): LocatedNode {
  if (!node) return emptyScalar(fallback, key);
  if (node instanceof Alias) return aliased(node.source, spanOf(node, building), building);
  if (node instanceof YAMLMap) return anchored(node, buildMap(node, building, key), building);
  if (node instanceof YAMLSeq) return anchored(node, buildList(node, building, key), building);
  const { start, end } = rangeOf(node, building);
  if (node.type === 'PLAIN' && !building.origin) reportDashInText(start, end, building);
  return anchored(node, buildScalar(node, start, end, building, key), building);
}

/** Of two anchors of one name the later one counts, also where it stands inside the value of the earlier. */
function anchored<T extends LocatedNode>(node: { anchor?: string | undefined }, built: T, building: Building): T {
  if (!node.anchor) return built;
  const other = building.anchors.get(node.anchor);
  if (!other || other.span.from <= built.span.from) building.anchors.set(node.anchor, built);
  return built;
}

function buildList(node: ReadList, building: Building, key?: Span): ListNode {
  const place = spanOf(node, building);
  const after = span(place.segment, place.to, place.to);
  const items: LocatedNode[] = [];
  for (const item of node)
    for (const one of item instanceof YAMLMap ? splitItem(item, building) : [item])
      items.push(buildNode(one, building, after));
  return remember({ kind: 'list', span: place, head: headOfList(place, key), items }, items, building);
}

/** An item whose first key comes a second time is two items, of which the second has lost its dash. */
function splitItem(item: ReadMap, building: Building): ReadMap[] {
  if (item.flow || item.size < 3) return [item];
  const pairs = [...item.pairs()];
  const [first, second] = pairs;
  const name = keyName(first);
  if (name === '' || keyName(second) === name) return [item];
  const cuts: { readonly at: number; readonly from: Read }[] = [{ at: 0, from: item }];
  for (const [at, pair] of pairs.entries())
    if (at > 1 && keyName(pair) === name && reportLostDash(name, spanOf(pair.key, building), building))
      cuts.push({ at, from: pair.key });
  if (cuts.length === 1) return [item];
  return cuts.map(({ at, from }, index) => part(item, pairs.slice(at, cuts[index + 1]?.at), from));
}

/** Some pairs of a map, as a map that begins where `from` does. */
function part(map: ReadMap, pairs: ReadPair[], from: Read): ReadMap {
  const [start] = from.range;
  const range: Range = [start, start, start];
  const some = Object.assign(new YAMLMap<Read, Read>(map.schema, pairs), { range });
  if (from === map && map.anchor) some.anchor = map.anchor;
  return some;
}

function keyName(pair: ReadPair | undefined): string {
  return pair?.key instanceof Scalar ? asWritten(pair.key.source) : '';
}

function buildMap(node: ReadMap, building: Building, under?: Span): MapNode {
  const place = spanOf(node, building);
  const entries = new Map<string, Entry>();
  const merged: LocatedNode[] = [];
  const again: Repeated[] = [];
  for (const [at, pair] of [...node.pairs()].entries()) {
    const entry = buildEntry(pair, building, place);
    if (!entry) continue;
    const { name, key, value } = entry;
    if (name === '<<' && (value.kind !== 'scalar' || value.broken)) merged.push(value);
    else if (!entries.has(name)) entries.set(name, { key, value });
    else again.push({ name, key, at });
  }
  if (!building.origin) reportRepeated(again, building);
  const values = Array.from(entries.values(), (entry) => entry.value);
  mergeInto(entries, merged);
  const head = headOfMap(entries, place, under);
  return remember({ kind: 'map', span: place, head, entries }, [...values, ...merged], building);
}

function remember<T extends LocatedNode>(node: T, below: readonly LocatedNode[], building: Building): T {
  building.aliases.extent.set(node, extentAround(below, building));
  return node;
}

function buildEntry(
  pair: ReadPair,
  building: Building,
  parent: Span,
): { name: string; key: Span; value: LocatedNode } | undefined {
  const key = firstLine(spanOf(pair.key, building));
  if (!(pair.key instanceof Scalar)) {
    if (!building.origin) reportKey(key, parent, building);
    return undefined;
  }
  return { name: keyName(pair), key, value: buildNode(pair.value, building, span(key.segment, key.to, key.to), key) };
}

/** YAML merge keys: what the map says itself wins, then the earlier source. A source that was merged has nothing more to give. */
function mergeInto(entries: Map<string, Entry>, sources: readonly LocatedNode[]): void {
  const waiting = [...sources].reverse();
  const seen = new Set<LocatedNode>();
  for (let source = waiting.pop(); source; source = waiting.pop()) {
    if (seen.has(source)) continue;
    seen.add(source);
    if (source.kind === 'list') waiting.push(...source.items.toReversed());
    if (source.kind !== 'map') continue;
    for (const [name, entry] of source.entries)
      if (!entries.has(name)) entries.set(name, { ...entry, inherited: true });
  }
}

/** A map under a key is named by the key, an item of a list by its id or its first key; an empty one by where it stands. */
export function headOfMap(entries: ReadonlyMap<string, Entry>, place: Span, key?: Span): Span {
  if (key) return key;
  const id = entries.get('id');
  if (id?.value.kind === 'scalar' && id.value.value !== null && !id.inherited) return id.value.head;
  return entries.values().next().value?.key ?? firstLine(place);
}

export function headOfList(place: Span, key?: Span): Span {
  return key ?? firstLine(place);
}

function spanOf(node: Read, building: Building): Span {
  const { start, end } = rangeOf(node, building);
  return spanAt(building, start, end);
}

function rangeOf(node: Read, building: Building): OffsetRange {
  const [start] = node.range;
  return { start, end: Math.max(start, endOf(node, building)) };
}

/**
 * The package ends a block where the next one begins. Here it ends with its last word: comments and blank lines below are not its
 * own. Only a block scalar that keeps its final line breaks (`|+`) ends behind them.
 */
function endOf(node: Read, building: Building): number {
  const [start, end] = node.range;
  if (node instanceof Scalar && node.type?.startsWith('BLOCK')) {
    const raw = building.text.slice(start, end);
    return /^.[-\d]*\+/.test(raw) ? end : start + raw.trimEnd().length;
  }
  const last = (node instanceof YAMLMap || node instanceof YAMLSeq) && !node.flow ? lastOf(node) : undefined;
  return last ? endOf(last, building) : end;
}

function lastOf(collection: ReadMap | ReadList): Read | undefined {
  if (collection instanceof YAMLSeq) return collection.at(-1);
  let last: ReadPair | undefined;
  for (const pair of collection.pairs()) last = pair;
  return last?.value ?? last?.key;
}
