/** New keys of maps and new items of lists. */
import { matched } from '../../../util/matched.ts';
import type { Skeleton } from '../../edit.ts';
import { childrenOf, type Entry, type ListNode, type LocatedNode, type MapNode } from '../../located.ts';
import { offsets } from '../../source.ts';
import {
  entryLines,
  flowEntry,
  flowWords,
  indentFurther,
  indentLines,
  isMapSkeleton,
  isPart,
  itemLines,
  joinLines,
  separated,
} from '../write.ts';
import type { Change } from './change.ts';
import { flowItemsEnd } from './flow-end.ts';
import { overwriteNode } from './overwrite.ts';
import {
  behindComments,
  columnOf,
  entryEnd,
  isFlow,
  isWrittenIn,
  keyColumn,
  lineEnd,
  lineStart,
  type Places,
} from './places.ts';
import type { Words } from './words.ts';

export type NewEntries = ReadonlyMap<string, Skeleton>;

/** `order`: the keys of such a map as its schema lists them. */
export function insertEntries(parent: MapNode, added: NewEntries, order: readonly string[], places: Places): Change[] {
  const { text } = places;
  const { start, end } = offsets(parent.span);
  if (parent.entries.size === 0 && start === end) return [beginDocument(added, places)];
  if (isFlow(text, parent)) {
    if (isBareCollection(text, start, end) && !places.inFlow(parent))
      return overwriteNode(parent, Object.fromEntries(added), places);
    return byPredecessor(parent, added, order).map(([after, sets]) => insertIntoFlow(parent, after, sets, places));
  }
  if (places.inFlow(parent)) return bracePair(parent, added);
  return byPredecessor(parent, added, order).map(([after, sets]) =>
    after ? insertBehind(parent, after, sets, places) : insertFirst(parent, sets, places),
  );
}

type Sets = readonly (readonly [string, Skeleton])[];

/** The new keys in the schema's order, by the key of the text that they come behind; keys that the schema does not know come last. */
function byPredecessor(parent: MapNode, added: NewEntries, order: readonly string[]): [Entry | undefined, Sets][] {
  const rank = new Map(order.map((key, at) => [key, at]));
  const own = [...parent.entries].filter(([, entry]) => !entry.inherited);
  own.sort(([, a], [, b]) => offsets(a.key).start - offsets(b.key).start);
  const groups = new Map<Entry | undefined, [string, Skeleton][]>();
  const last = Number.POSITIVE_INFINITY;
  const sorted = [...added].sort(([a], [b]) => (rank.get(a) ?? last) - (rank.get(b) ?? last) || 0);
  for (const [key, value] of sorted) {
    const after = predecessor(own, rank, rank.get(key));
    groups.set(after, [...(groups.get(after) ?? []), [key, value]]);
  }
  return [...groups];
}

/** The last key that the schema lists before this one; where there is none, whatever stands in front of the first that it lists after it. */
function predecessor(
  own: readonly (readonly [string, Entry])[],
  rank: ReadonlyMap<string, number>,
  place = Number.POSITIVE_INFINITY,
): Entry | undefined {
  const before = own.findLast(([name]) => (rank.get(name) ?? Number.POSITIVE_INFINITY) < place);
  if (before && place !== Number.POSITIVE_INFINITY) return before[1];
  const next = own.findIndex(([name]) => (rank.get(name) ?? -1) > place);
  return next < 0 ? own.at(-1)?.[1] : own[next - 1]?.[1];
}

function insertBehind(parent: MapNode, after: Entry, sets: Sets, places: Places): Change {
  const { text } = places;
  const lines: Words[] = [];
  let apart = false;
  for (const [key, value] of sets) {
    const part = standsApart(parent, value, places) && !keepsBreaks(text, after.value);
    if (part || apart) lines.push([]);
    lines.push(...linesOfEntry(parent, key, value, places));
    apart = part;
  }
  const change = linesBehind(entryEnd(text, after), lines, keyColumn(text, parent), text);
  // A part that comes between two lines stands apart from the one below it, too.
  const below = /^\r?\n(?=[^\s])/.test(text.slice(change.from, change.from + 3));
  return apart && below ? { ...change, words: [...change.words, '\n'] } : change;
}

/** A text written with `|+`, or what ends with one: a blank line below it would become a part of it. */
function keepsBreaks(text: string, node: LocatedNode): boolean {
  const last = node.kind === 'scalar' ? undefined : childrenOf(node).at(-1);
  if (last) return keepsBreaks(text, last);
  return (
    node.kind === 'scalar' && /^[|>]\d*\+/.test(text.slice(offsets(node.span).start, offsets(node.span).start + 3))
  );
}

/** Lines below what ends at `end`, and below its comments; those indented less or alike speak of what comes next. */
function linesBehind(end: number, lines: readonly Words[], column: number, text: string): Change {
  const indented = indentLines(lines, column);
  // The final line breaks of a text written with `|+` are its own: what comes next begins where it ends.
  if (text[end - 1] === '\n') return atLineStart(end, indented, column);
  const at = behindComments(text, lineEnd(text, end), column);
  return { from: at, to: at, words: ['\n', ...joinLines(indented)], column };
}

/** Top-level parts stand apart where the file has them so. */
function standsApart(parent: MapNode, value: Skeleton, places: Places): boolean {
  if (places.holderOf(parent).kind !== 'root' || !isPart(value)) return false;
  return /\n[ \t]*\r?\n(?=[^\s#])/.test(places.text);
}

function linesOfEntry(parent: MapNode, key: string, value: Skeleton, places: Places): Words[] {
  return entryLines(key, value, places.layout, places.depthOf(parent));
}

function insertFirst(parent: MapNode, sets: Sets, places: Places): Change {
  const { text } = places;
  const { start } = offsets(parent.span);
  const column = columnOf(text, start);
  const lines = sets.flatMap(([key, value]) => linesOfEntry(parent, key, value, places));
  const line = lineStart(text, start);
  if (/^\uFEFF?[ \t]*$/.test(text.slice(line, start)))
    return atLineStart(aboveComments(text, line, column), indentLines(lines, column), column);
  return {
    from: start,
    to: start,
    words: [...joinLines(indentFurther(lines, column)), '\n', ' '.repeat(column)],
    column,
  };
}

function atLineStart(at: number, lines: readonly Words[], column: number): Change {
  return { from: at, to: at, words: [...joinLines(lines), '\n'], column };
}

/** Comment lines directly above a key speak of that key and stay with it. */
function aboveComments(text: string, line: number, column: number): number {
  let at = line;
  while (at > 0) {
    const above = lineStart(text, at - 1);
    const comment = /^\uFEFF?( *)#/.exec(text.slice(above, at));
    // One that is indented deeper would be read as a part of a text above it.
    if (!comment || matched(comment, 1).length > column) break;
    at = above;
  }
  return text.charCodeAt(at) === 0xfeff ? at + 1 : at;
}

function insertIntoFlow(parent: MapNode, after: Entry | undefined, sets: Sets, places: Places): Change {
  const { text } = places;
  const entries = separated(sets.map(([key, value]) => flowEntry(key, value)));
  const column = 0;
  if (after) {
    const at = entryEnd(text, after);
    return { from: at, to: at, words: [', ', ...entries], column };
  }
  const { start, end } = offsets(parent.span);
  const first = start + matched(/^\{\s*/.exec(text.slice(start, end))).length;
  if (first >= end - 1) return { from: start, to: end, words: ['{ ', ...entries, ' }'], column };
  // Nothing but comments: the closing brace is on a line below them.
  if (parent.entries.size === 0) return { from: end - 1, to: end - 1, words: [...entries, ' '], column };
  return { from: first, to: first, words: [...entries, ', '], column };
}

/** `[a: 1]`: a map of one pair without braces; with two it needs them. */
function bracePair(parent: MapNode, added: NewEntries): Change[] {
  const { start, end } = offsets(parent.span);
  const entries = [...added].flatMap(([key, value]): Words => [', ', ...flowEntry(key, value)]);
  return [
    { from: start, to: start, words: ['{ '], column: 0 },
    { from: end, to: end, words: [...entries, ' }'], column: 0 },
  ];
}

/** At the end of a list, or in front of the item with the index `at`. */
export function addItems(list: ListNode, values: readonly Skeleton[], places: Places, at?: number): Change[] {
  const next = at === undefined ? undefined : list.items[at];
  return next && isWrittenIn(next, list) ? insertItems(list, next, values, places) : appendItems(list, values, places);
}

function insertItems(list: ListNode, next: LocatedNode, values: readonly Skeleton[], places: Places): Change[] {
  const { text } = places;
  const { start } = offsets(next.span);
  if (isFlow(text, list)) {
    const words = separated(values.map((value) => flowWords(value, true)));
    return [{ from: start, to: start, words: [...words, ', '], column: 0 }];
  }
  const column = columnOf(text, offsets(list.span).start);
  const line = lineStart(text, start);
  // The dash of an item that has an anchor, or begins on the line below, is not looked for.
  if (!/^\uFEFF?[ \t]*-[ \t]+$/.test(text.slice(line, start)) || columnOf(text, text.indexOf('-', line)) !== column)
    return [];
  return [
    atLineStart(aboveComments(text, line, column), indentLines(newItems(list, next, values, places), column), column),
  ];
}

function appendItems(list: ListNode, values: readonly Skeleton[], places: Places): Change[] {
  const { text } = places;
  const { start, end } = offsets(list.span);
  if (isFlow(text, list)) {
    if (isBareCollection(text, start, end) && !places.inFlow(list)) return overwriteNode(list, values, places);
    return [appendToFlow(list, values, places)];
  }
  const column = columnOf(text, start);
  return [linesBehind(end, newItems(list, list.items.at(-1), values, places), column, text)];
}

/** Written as the neighbour is. */
function newItems(
  list: ListNode,
  neighbour: LocatedNode | undefined,
  values: readonly Skeleton[],
  places: Places,
): Words[] {
  const braces = neighbour !== undefined && isWrittenIn(neighbour, list) && isFlow(places.text, neighbour);
  return values.flatMap((value) =>
    braces && isMapSkeleton(value) && isFlat(value)
      ? [['- ', ...flowWords(value, false)]]
      : itemLines(value, places.layout, places.depthOf(list) + 1, braces || neighbour?.kind !== 'map'),
  );
}

function isFlat(value: { readonly [key: string]: Skeleton }): boolean {
  return Object.values(value).every((below) => typeof below !== 'object');
}

function appendToFlow(list: ListNode, values: readonly Skeleton[], places: Places): Change {
  const { text } = places;
  const { start, end } = offsets(list.span);
  const words = separated(values.map((value) => flowWords(value, true)));
  const last = list.items.at(-1);
  if (!last) {
    // Nothing but comments: the closing bracket is on a line below them.
    return isBareCollection(text, start, end)
      ? { from: start, to: end, words: ['[', ...words, ']'], column: 0 }
      : { from: end - 1, to: end - 1, words: [...words, ' '], column: 0 };
  }
  const at = isWrittenIn(last, list) ? offsets(last.span).end : start + flowItemsEnd(text.slice(start, end));
  return { from: at, to: at, words: [', ', ...words], column: 0 };
}

/** `[]` or `{ }`: nothing between the brackets, not even a comment. */
function isBareCollection(text: string, start: number, end: number): boolean {
  return text.slice(start + 1, end - 1).trim() === '';
}

/** The first keys of a text that holds none. */
function beginDocument(added: NewEntries, places: Places): Change {
  const { text, layout } = places;
  const lines = [...added].flatMap(([key, value]) => entryLines(key, value, layout, 0));
  const ended = /^\.\.\.(?=\s|$)/m.exec(text);
  const last = lineStart(text, text.length);
  if (ended) return atLineStart(ended.index, lines, 0);
  if (text.slice(last).replace('\uFEFF', '').trim() !== '')
    return { from: text.length, to: text.length, words: ['\n', ...joinLines(lines)], column: 0 };
  return atLineStart(text.charCodeAt(last) === 0xfeff ? last + 1 : last, lines, 0);
}
