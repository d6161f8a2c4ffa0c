/** From the `yaml` package's nodes to the located tree, once and without ever expanding an alias: it becomes the same node again. */
import { isAlias, isMap, isNode, isPair, isScalar, isSeq, type Pair, YAMLMap, type YAMLSeq } from 'yaml';
import type { Entry, ListNode, LocatedNode, MapNode } from '../located.ts';
import { firstLine, type Span, span } from '../source.ts';
import { aliased, extentOf } from './aliases.ts';
import { type Building, spanAt } from './building.ts';
import { type Repeated, reportDashInText, reportKey, reportLostDash, reportRepeated } from './habits.ts';
import { buildScalar, emptyScalar } from './scalar.ts';

/** `fallback`: where the node is taken to stand if it is not written at all. `key`: of which it is the value; list items have none. */
export function buildNode(node: unknown, building: Building, fallback: Span, key?: Span): LocatedNode {
  if (isAlias(node)) return aliased(node.source, spanOf(node, building) ?? fallback, building);
  if (isMap(node)) return anchored(node, buildMap(node, building, fallback, key), building);
  if (isSeq(node)) return anchored(node, buildList(node, building, fallback, key), building);
  if (!isScalar(node)) return emptyScalar(fallback, key);
  const { start, end } = rangeOf(node, building) ?? {};
  if (start === undefined || end === undefined) return emptyScalar(fallback, key);
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

function buildList(node: YAMLSeq, building: Building, fallback: Span, key?: Span): ListNode {
  const place = spanOf(node, building) ?? fallback;
  const after = span(place.segment, place.to, place.to);
  const written = node.items.flatMap((item) => (isMap(item) ? splitItem(item, building) : [item]));
  const items = written.map((item) => buildNode(item, building, after));
  return remember({ kind: 'list', span: place, head: key ?? firstLine(place), items }, items, building);
}

/** An item whose first key comes a second time is two items, of which the second has lost its dash. */
function splitItem(item: YAMLMap, building: Building): YAMLMap[] {
  const [first, second] = item.items;
  const name = keyName(first);
  if (item.flow || !second || name === '' || keyName(second) === name) return [item];
  const cuts = [0];
  for (const [at, pair] of item.items.entries()) {
    if (at < 2 || keyName(pair) !== name || !isScalar(pair.key)) continue;
    const key = spanOf(pair.key, building);
    if (key && reportLostDash(name, key, building)) cuts.push(at);
  }
  if (cuts.length === 1) return [item];
  return cuts.map((from, index) => part(item, from, cuts[index + 1] ?? item.items.length));
}

function part(map: YAMLMap, from: number, to: number): YAMLMap {
  const some = new YAMLMap();
  some.items = map.items.slice(from, to);
  const key = some.items[0]?.key;
  const start = (from === 0 ? map.range : isScalar(key) ? key.range : undefined)?.[0] ?? 0;
  some.range = [start, start, start];
  if (from === 0 && map.anchor) some.anchor = map.anchor;
  return some;
}

function keyName(pair: Pair | undefined): string {
  return isScalar(pair?.key) ? String(pair.key.source ?? pair.key.value ?? '') : '';
}

function buildMap(node: YAMLMap, building: Building, fallback: Span, under?: Span): MapNode {
  const place = spanOf(node, building) ?? fallback;
  const entries = new Map<string, Entry>();
  const merged: LocatedNode[] = [];
  const again: Repeated[] = [];
  for (const [at, pair] of node.items.entries()) {
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
  const head = headOfMap(entries, under) ?? firstLine(place);
  return remember({ kind: 'map', span: place, head, entries }, [...values, ...merged], building);
}

function remember<T extends LocatedNode>(node: T, below: readonly LocatedNode[], building: Building): T {
  building.aliases.extent.set(node, extentOf(below, building));
  return node;
}

function buildEntry(
  pair: Pair,
  building: Building,
  parent: Span,
): { name: string; key: Span; value: LocatedNode } | undefined {
  if (!isScalar(pair.key)) {
    const place = (isNode(pair.key) && spanOf(pair.key, building)) || parent;
    if (!building.origin) reportKey(firstLine(place), parent, building);
    return undefined;
  }
  const key = firstLine(spanOf(pair.key, building) ?? parent);
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

/** A map under a key is named by the key, an item of a list by its id or its first key. */
export function headOfMap(entries: ReadonlyMap<string, Entry>, key?: Span): Span | undefined {
  if (key) return key;
  const id = entries.get('id');
  if (id?.value.kind === 'scalar' && id.value.value !== null && !id.inherited) return id.value.head;
  return entries.values().next().value?.key;
}

interface Ranged {
  readonly range?: readonly number[] | null | undefined;
}

function spanOf(node: Ranged, building: Building): Span | undefined {
  const range = rangeOf(node, building);
  return range && spanAt(building, range.start, range.end);
}

function rangeOf(node: Ranged, building: Building): { start: number; end: number } | undefined {
  const start = node.range?.[0];
  const end = endOf(node, building);
  return start === undefined || end === undefined ? undefined : { start, end: Math.max(start, end) };
}

/**
 * The package ends a block where the next one begins. Here it ends with its last word: comments and blank lines below are not its
 * own. Only a block scalar that keeps its final line breaks (`|+`) ends behind them.
 */
function endOf(node: Ranged, building: Building): number | undefined {
  const [start, end] = node.range ?? [];
  if (isScalar(node) && node.type?.startsWith('BLOCK') && start !== undefined && end !== undefined) {
    const raw = building.text.slice(start, end);
    return /^.[-\d]*\+/.test(raw) ? end : start + raw.trimEnd().length;
  }
  if (!(isMap(node) || isSeq(node)) || node.flow) return end;
  const last = node.items.at(-1);
  const inner = isPair(last) ? (last.value ?? last.key) : last;
  return (isNode(inner) ? endOf(inner, building) : undefined) ?? end;
}
