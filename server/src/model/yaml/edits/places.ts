/** Where a node of the tree hangs in the text: what an edit has to know to write before it, behind it or over it. */
import { matched } from '../../../util/matched.ts';
import { allNodes, type Entry, type ListNode, type LocatedNode, type MapNode } from '../../located.ts';
import { type OffsetRange, offsets } from '../../source.ts';
import type { Layout } from '../write.ts';
import { USUAL_LAYOUT } from '../write.ts';

export type Holder =
  | { readonly kind: 'entry'; readonly map: MapNode; readonly entry: Entry }
  | { readonly kind: 'item'; readonly list: ListNode }
  | { readonly kind: 'root' };

export interface Places {
  readonly text: string;
  readonly eol: '\n' | '\r\n';
  readonly layout: Layout;
  /** By the place where the node was written, so that a map completed by `extends` finds what it was made from. */
  holderOf(node: LocatedNode): Holder;
  /** Inside `{ }` or `[ ]`, where nothing takes lines of its own. */
  inFlow(node: LocatedNode): boolean;
  depthOf(node: LocatedNode): number;
  /** Keys and indices from the root, as the schema follows them; nothing where the node is not in the tree. */
  pathOf(node: LocatedNode): Path | undefined;
}

export type Path = readonly (string | number)[];

interface Hung {
  readonly holder: Holder;
  readonly flow: boolean;
  readonly path: Path;
}

/** Also what is not in the tree is taken to stand by itself. */
const AT_ROOT: Hung = { holder: { kind: 'root' }, flow: false, path: [] };

export function findPlaces(text: string, root: LocatedNode): Places {
  const hung = new Map<string, Hung>([[placeKey(root), AT_ROOT]]);
  const at = (node: LocatedNode): Hung => hung.get(placeKey(node)) ?? AT_ROOT;
  for (const node of allNodes(root)) {
    if (node.kind === 'scalar') continue;
    const own = at(node);
    const flow = own.flow || isFlow(text, node);
    const { path } = own;
    if (node.kind === 'list') {
      for (const [index, item] of node.items.entries())
        if (isWrittenIn(item, node))
          hung.set(placeKey(item), { holder: { kind: 'item', list: node }, flow, path: [...path, index] });
      continue;
    }
    for (const [key, entry] of node.entries) {
      if (entry.inherited || isAliased(entry)) continue;
      hung.set(placeKey(entry.value), { holder: { kind: 'entry', map: node, entry }, flow, path: [...path, key] });
    }
  }
  return {
    text,
    eol: /\r\n/.test(text) ? '\r\n' : '\n',
    layout: layoutOf(text, root),
    holderOf: (node) => at(node).holder,
    inFlow: (node) => at(node).flow,
    depthOf: (node) => at(node).path.length,
    pathOf: (node) => hung.get(placeKey(node))?.path,
  };
}

function placeKey(node: LocatedNode): string {
  return `${node.kind} ${offsets(node.span).start}`;
}

export function isFlow(text: string, node: LocatedNode): boolean {
  const { start, end } = offsets(node.span);
  return node.kind === 'map'
    ? text[start] === '{' && text[end - 1] === '}'
    : node.kind === 'list' && text[start] === '[' && text[end - 1] === ']';
}

/** What an alias refers to stands before the alias: the value of such an entry is written elsewhere. */
export function isAliased(entry: Entry): boolean {
  return offsets(entry.value.span).start < offsets(entry.key).start;
}

export function isWrittenIn(item: LocatedNode, list: LocatedNode): boolean {
  const [inner, outer] = [offsets(item.span), offsets(list.span)];
  return inner.start >= outer.start && inner.end <= outer.end;
}

/** Columns before `at` on its line. A byte order mark takes none. */
export function columnOf(text: string, at: number): number {
  const start = lineStart(text, at);
  return at - start - (at > start && text.charCodeAt(start) === 0xfeff ? 1 : 0);
}

/** Where the keys of a map stand: those that begin a line, since the first may stand behind a dash that is out of line. */
export function keyColumn(text: string, map: MapNode): number {
  for (const { key, inherited } of map.entries.values()) {
    const { start } = offsets(key);
    if (!inherited && /^\uFEFF?[ ]*$/.test(text.slice(lineStart(text, start), start))) return columnOf(text, start);
  }
  return columnOf(text, offsets(map.span).start);
}

export function lineStart(text: string, at: number): number {
  return at <= 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
}

/** The end of the line that `at` is on, before its line break. */
export function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  if (end < 0) return text.length;
  return end > at && text[end - 1] === '\r' ? end - 1 : end;
}

/** Behind the comments below a line that are indented deeper than `column`. */
export function behindComments(text: string, end: number, column: number): number {
  const comment = /(?:\r?\n[ \t]*)*\r?\n( *)#[^\r\n]*/y;
  let at = end;
  for (;;) {
    comment.lastIndex = at;
    const next = comment.exec(text);
    if (!next || matched(next, 1).length <= column) return at;
    at += next[0].length;
  }
}

const COLON = /(?:[ \t]|\r?\n|#.*(?:\r?\n|$))*:/y;

/** Behind the colon of a block or flow entry; nothing where the key has none (`{ key }`, `? key`). */
export function afterColon(text: string, entry: Entry): number | undefined {
  COLON.lastIndex = offsets(entry.key).end;
  return COLON.test(text) ? COLON.lastIndex : undefined;
}

/** Behind the last character of an entry: its value, the alias in its place, the colon where there is no value. */
export function entryEnd(text: string, entry: Entry): number {
  const colon = afterColon(text, entry) ?? offsets(entry.key).end;
  return isAliased(entry) ? aliasPlace(text, colon).end : Math.max(colon, offsets(entry.value.span).end);
}

/** The alias that stands behind a colon; an empty place where there is none. */
export function aliasPlace(text: string, colon: number): OffsetRange {
  const alias = /^((?:\s|#.*)*)(\*[^\s,[\]{}]+)/.exec(text.slice(colon));
  const start = colon + matched(alias, 1).length;
  return { start, end: start + matched(alias, 2).length };
}

/** As the file has it, by its first map and its first list that stand in lines below a key. */
export function layoutOf(text: string, root: LocatedNode): Layout {
  let step: number | undefined;
  let dash: number | undefined;
  for (const map of allNodes(root)) {
    if (map.kind !== 'map' || isFlow(text, map)) continue;
    const own = columnOf(text, offsets(map.span).start);
    for (const entry of map.entries.values()) {
      const { value } = entry;
      if (entry.inherited || isAliased(entry) || value.kind === 'scalar' || isFlow(text, value)) continue;
      const { start } = offsets(value.span);
      // A flow sequence of pairs has a map behind a key without braces: not a block.
      if (lineStart(text, start) <= offsets(entry.key).start) continue;
      const columns = columnOf(text, start) - own;
      if (value.kind === 'map') step ??= columns;
      else dash ??= columns;
    }
    if (step !== undefined && dash !== undefined) break;
  }
  return {
    step: clamp(step ?? (dash || USUAL_LAYOUT.step)),
    dash: dash === 0 ? 0 : clamp(dash ?? step ?? USUAL_LAYOUT.dash),
  };
}

function clamp(columns: number): number {
  return Math.min(Math.max(columns, 1), 8);
}
