/** From the `yaml` package's nodes to the located tree, once and without ever expanding an alias: it becomes the same node again. */
import {
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  type Pair,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { Entry, ListNode, LocatedNode, MapNode, ScalarNode, ScalarValue } from '../located.ts';
import type { ReadProblem } from '../plan-document.ts';
import { firstLine, type Segment, type Span, span, textOf } from '../source.ts';
import { alignScalar, type ScalarStyle } from './align.ts';

export interface Building {
  readonly segment: Segment;
  /** Where the parsed text starts in the segment. */
  readonly shift: number;
  readonly problems: ReadProblem[];
  readonly anchors: Map<string, LocatedNode>;
}

/** `head`: what to underline, where the text itself has no words for it. */
export function brokenNode(place: Span, head: Span = firstLine(place)): ScalarNode {
  return { kind: 'scalar', span: place, head, value: null, text: '', part: () => head, broken: true };
}

/** `key` is the span of the key that the node is the value of; list items have none. */
export function buildNode(node: unknown, building: Building, fallback: Span, key?: Span): LocatedNode {
  if (isAlias(node)) return aliased(node.source, spanOf(node, building) ?? fallback, building);
  if (isMap(node)) return anchored(node, buildMap(node, building, fallback, key), building);
  if (isSeq(node)) return anchored(node, buildList(node, building, fallback, key), building);
  if (isScalar(node)) return anchored(node, buildScalar(node, building, fallback), building);
  return emptyScalar(fallback, key);
}

function anchored<T extends LocatedNode>(node: { anchor?: string | undefined }, built: T, building: Building): T {
  if (node.anchor) building.anchors.set(node.anchor, built);
  return built;
}

/** An anchor is known once its node is complete, so an alias inside its own anchor finds nothing: a cycle cannot arise. */
function aliased(name: string, place: Span, building: Building): LocatedNode {
  const target = building.anchors.get(name);
  if (target) return target;
  building.problems.push({
    rule: 'yaml-syntax',
    message: `The alias *${name} refers to no anchor before it. Write \`&${name}\` at the value that it should repeat, or quote the text if it is no alias.`,
    span: place,
    fixes: [{ title: `Quote '*${name}'`, edits: [{ span: place, newText: `'*${name}'` }] }],
  });
  return brokenNode(place);
}

function emptyScalar(place: Span, key?: Span): ScalarNode {
  return { kind: 'scalar', span: place, head: key ?? place, value: null, text: '', part: () => place };
}

function buildScalar(node: Scalar, building: Building, fallback: Span): ScalarNode {
  const place = spanOf(node, building) ?? fallback;
  const raw = textOf(place);
  const style = (node.type ?? 'PLAIN') as ScalarStyle;
  const text = style === 'PLAIN' && !/[\r\n]/.test(raw) ? raw : (node.source ?? String(node.value ?? ''));
  let places: Int32Array | undefined | null;
  const part = (from: number, to: number): Span => {
    if (places === null) return place;
    if (raw === text) return span(place.segment, place.from + from, place.from + to);
    places ??= alignScalar(raw, text, style);
    if (!places) {
      places = null;
      return place;
    }
    const start = places[Math.min(from, text.length)] ?? 0;
    const last = to > from ? (places[Math.min(to, text.length) - 1] ?? start) + 1 : start;
    return span(place.segment, place.from + start, place.from + last);
  };
  return { kind: 'scalar', span: place, head: firstLine(place), value: scalarValue(node, text), text, part };
}

/** Infinity, NaN, dates and binary data have no place in JSON Schema: the words as written stand for them. */
function scalarValue(node: Scalar, text: string): ScalarValue {
  const { value } = node;
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
  return typeof value === 'number' && Number.isFinite(value) ? value : text;
}

function buildList(node: YAMLSeq, building: Building, fallback: Span, key?: Span): ListNode {
  const place = spanOf(node, building) ?? fallback;
  const items = node.items.map((item) => buildNode(item, building, span(place.segment, place.to, place.to)));
  return { kind: 'list', span: place, head: key ?? firstLine(place), items };
}

function buildMap(node: YAMLMap, building: Building, fallback: Span, key?: Span): MapNode {
  const place = spanOf(node, building) ?? fallback;
  const entries = new Map<string, Entry>();
  const merged: LocatedNode[] = [];
  for (const pair of node.items) {
    const entry = buildEntry(pair, building, place);
    if (!entry) continue;
    if (entry.name === '<<' && entry.value.kind !== 'scalar') merged.push(entry.value);
    else if (entries.has(entry.name)) building.problems.push(duplicateKey(entry.name, entry.key));
    else entries.set(entry.name, { key: entry.key, value: entry.value });
  }
  for (const source of merged) mergeInto(entries, source);
  return { kind: 'map', span: place, head: headOfMap(entries, key) ?? firstLine(place), entries };
}

function buildEntry(
  pair: Pair,
  building: Building,
  parent: Span,
): { name: string; key: Span; value: LocatedNode } | undefined {
  if (!isScalar(pair.key)) return undefined;
  const key = spanOf(pair.key, building) ?? parent;
  const name = String(pair.key.source ?? pair.key.value ?? '');
  const after = span(key.segment, key.to, key.to);
  return { name, key: firstLine(key), value: buildNode(pair.value, building, after, firstLine(key)) };
}

/** YAML merge keys: what the map says itself wins, then the earlier source. */
function mergeInto(entries: Map<string, Entry>, source: LocatedNode): void {
  if (source.kind === 'list') for (const item of source.items) mergeInto(entries, item);
  if (source.kind !== 'map') return;
  for (const [name, entry] of source.entries) if (!entries.has(name)) entries.set(name, { ...entry, inherited: true });
}

function duplicateKey(name: string, place: Span): ReadProblem {
  return {
    rule: 'yaml-syntax',
    message: `The key "${name}" is written twice here, and YAML readers keep only one of the two. Remove one, or join them.`,
    span: place,
    fixes: [],
  };
}

/** A map under a key is named by the key, an item of a list by its id or its first key. */
function headOfMap(entries: ReadonlyMap<string, Entry>, key?: Span): Span | undefined {
  if (key) return key;
  const id = entries.get('id');
  if (id?.value.kind === 'scalar' && id.value.value !== null && !id.inherited) return id.value.head;
  return entries.values().next().value?.key;
}

function spanOf(node: Ranged, building: Building): Span | undefined {
  const [start] = node.range ?? [];
  const end = endOf(node, building);
  if (start === undefined || end === undefined) return undefined;
  return span(building.segment, building.shift + start, building.shift + Math.max(start, end));
}

interface Ranged {
  readonly range?: readonly number[] | null | undefined;
}

/**
 * The package ends a block where the next one begins. Here it ends with its last word: comments and blank lines below are not its
 * own. Only a block scalar that keeps its final line breaks (`|+`) ends behind them.
 */
function endOf(node: Ranged, building: Building): number | undefined {
  const [start, end] = node.range ?? [];
  if (isScalar(node) && node.type?.startsWith('BLOCK') && start !== undefined && end !== undefined) {
    const raw = building.segment.source.text.slice(
      building.segment.start + building.shift + start,
      building.segment.start + building.shift + end,
    );
    return /^.[-\d]*\+/.test(raw) ? end : start + raw.trimEnd().length;
  }
  if (!(isMap(node) || isSeq(node)) || node.flow) return end;
  const last = node.items.at(-1);
  const inner = isPair(last) ? (last.value ?? last.key) : last;
  return (isNode(inner) ? endOf(inner, building) : undefined) ?? end;
}
