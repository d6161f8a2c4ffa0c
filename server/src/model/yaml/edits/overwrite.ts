/** Another value in the place of one, in the style of the old one where that can hold the new. */
import { matched } from '../../../util/matched.ts';
import type { Skeleton } from '../../edit.ts';
import type { Entry, ListNode, LocatedNode, MapNode } from '../../located.ts';
import { offsets } from '../../source.ts';
import { fitsLiteral, isScalarSkeleton, type Quoting, scalarWords } from '../scalar-text.ts';
import {
  blockLines,
  flowWords,
  indentFurther,
  indentLines,
  isBlock,
  isListSkeleton,
  joinLines,
  type Layout,
  literalBlock,
  literalLines,
  onFirst,
} from '../write.ts';
import type { Change } from './change.ts';
import {
  afterColon,
  aliasPlace,
  behindComments,
  columnOf,
  isAliased,
  isFlow,
  lineEnd,
  lineStart,
  type Places,
} from './places.ts';
import type { Words } from './words.ts';

/** Where the old value stands. */
interface Spot {
  readonly kind: 'entry' | 'item' | 'root';
  /** Behind the colon or the dash; where the value begins, if there is neither. */
  readonly opened: number;
  readonly start: number;
  readonly end: number;
  /** Indentation of the map or the dash that holds the value; -1 for the root. */
  readonly column: number;
  readonly depth: number;
  readonly flow: boolean;
  /** Absent where an alias stands for the value. */
  readonly old?: LocatedNode;
}

export function overwriteNode(node: LocatedNode, value: Skeleton, places: Places): Change[] {
  const holder = places.holderOf(node);
  if (holder.kind === 'entry') return overwriteEntry(holder.map, holder.entry, value, places);
  const { start, end } = offsets(node.span);
  const flow = places.inFlow(node);
  if (holder.kind === 'root')
    return write({ kind: 'root', opened: start, start, end, column: -1, depth: 0, flow, old: node }, value, places);
  const dash = flow ? undefined : dashBefore(places.text, holder.list, start);
  const spot = { start, end, depth: places.depthOf(node), flow, old: node };
  if (dash === undefined) return write({ ...spot, kind: 'item', opened: start, column: 0 }, value, places);
  return write({ ...spot, kind: 'item', opened: dash + 1, column: columnOf(places.text, dash) }, value, places);
}

export function overwriteEntry(map: MapNode, entry: Entry, value: Skeleton, places: Places): Change[] {
  const { text } = places;
  const opened = afterColon(text, entry);
  const flow = places.inFlow(map) || isFlow(text, map);
  const column = columnOf(text, offsets(map.span).start);
  if (opened === undefined) {
    const at = offsets(entry.key).end;
    const explicit = !flow && /^\s*\?/.test(text.slice(lineStart(text, at)));
    const before = explicit ? ['\n', ' '.repeat(column)] : [];
    return [{ from: at, to: at, words: [...before, ': ', ...flowWords(value, flow)], column }];
  }
  const alias = isAliased(entry) ? aliasPlace(text, opened) : undefined;
  const { start, end } = alias ?? offsets(entry.value.span);
  const spot = {
    kind: 'entry',
    opened,
    start: Math.max(start, opened),
    end: Math.max(end, opened),
    column,
    flow,
  } as const;
  const depth = places.depthOf(map) + 1;
  return write(alias ? { ...spot, depth } : { ...spot, depth, old: entry.value }, value, places);
}

/** The dash of the item that begins at `start`: all dashes of a list stand in one column. */
function dashBefore(text: string, list: ListNode, start: number): number {
  const first = offsets(list.span).start;
  const column = first - lineStart(text, first);
  for (let line = lineStart(text, start); line > first; line = lineStart(text, line - 1)) {
    const dash = line + column;
    if (text[dash] === '-' && text.slice(line, dash).trim() === '') return dash;
  }
  return first;
}

function write(spot: Spot, value: Skeleton, places: Places): Change[] {
  const { text } = places;
  // Blank lines that end a block scalar stay; of an empty value nothing is there, so it begins where the line's words end.
  const to = spot.start + text.slice(spot.start, spot.end).trimEnd().length;
  const before = text.slice(spot.opened, spot.start);
  const marks = matched(/^(?:[ \t]*(?:!<[^>\n]*>|[&!][^\s,[\]{}]*))*/.exec(before));
  const empty = spot.start >= to;
  const cleaned = withoutTag(marks);
  const found: Found = {
    spot: empty ? { ...spot, start: spot.opened + before.trimEnd().length } : spot,
    to: empty ? spot.opened + before.trimEnd().length : to,
    marks: cleaned,
    // Something had to be taken away in front of the value, so the change begins there.
    retagged: cleaned !== marks,
    marksEnd: spot.opened + marks.length,
  };
  const below = lineEnd(text, found.to);
  const layout: Layout =
    behindComments(text, below, spot.column) > below ? { ...places.layout, noLiterals: true } : places.layout;
  if (!spot.flow && isBlock(value, spot.depth)) return [overwriteByBlock(found, value, text, layout)];
  return [overwriteInline(found, value, text, layout)];
}

interface Found {
  readonly spot: Spot;
  readonly to: number;
  /** Anchor in front of the value, as written. */
  readonly marks: string;
  readonly retagged: boolean;
  readonly marksEnd: number;
}

/** A tag says of which type the old value was. */
function withoutTag(marks: string): string {
  return marks.replace(/[ \t]*![^\s]*/g, '');
}

function overwriteInline(found: Found, value: Skeleton, text: string, usual: Layout): Change {
  const { spot, to, marks, marksEnd } = found;
  const { column } = spot;
  const gap = text.slice(marksEnd, spot.start);
  const commented = gap.includes('#');
  const layout: Layout = commented ? { ...usual, noLiterals: true } : usual;
  const lines = inlineLines(spot, value, text, layout);
  // A literal text goes on below its line, so what stood behind the old value has to come first.
  const tail = lines.length > 1 ? text.slice(to, lineEnd(text, to)) : '';
  const words = joinLines(onFirst(lines, (line) => [...line, tail.trimEnd()]));
  const end = to + tail.length;
  if (spot.kind === 'root' || (spot.flow && spot.opened === spot.start) || /^\s*[&!]/.test(gap))
    return { from: spot.start, to: end, words, column };
  // Comments between the key and the old value come behind the new one.
  if (commented) return { from: spot.opened, to: end, words: [marks, ' ', ...words, gap.trimEnd()], column };
  if (gap === '' || gap.includes('\n') || found.retagged)
    return { from: spot.opened, to: end, words: [marks, ' ', ...words], column };
  return { from: spot.start, to: end, words, column };
}

/** The first line of the value, and the lines below it with their indentation. */
function inlineLines(spot: Spot, value: Skeleton, text: string, layout: Layout): Words[] {
  const columns = Math.max(spot.column, 0) + (spot.kind === 'item' ? 2 : layout.step);
  const raw = text.slice(spot.start, spot.end);
  if (spot.old?.kind === 'scalar' && isScalarSkeleton(value)) {
    const header = /^([|>])[-+\d]*(.*)/.exec(raw);
    if (header && !spot.flow && typeof value === 'string' && fitsLiteral(value) && !layout.noLiterals) {
      const style = header[1] === '>' && !value.replace(/\n$/, '').includes('\n') ? '>' : '|';
      const behind = matched(header, 2).replace(/\r$/, '');
      return onFirst(literalBlock(value, columns, style), (line) => [...line, behind]);
    }
    const literal = spot.flow ? undefined : literalLines(value, columns, layout);
    if (literal) return literal;
    const comment = matched(header, 2).trim();
    const quoting: Quoting = raw[0] === '"' ? 'QUOTE_DOUBLE' : raw[0] === "'" ? 'QUOTE_SINGLE' : 'PLAIN';
    const words = scalarWords(value, spot.flow, quoting);
    return [comment ? [...words, ' ', comment] : words];
  }
  return (spot.flow ? undefined : literalLines(value, columns, layout)) ?? [flowWords(value, spot.flow)];
}

function overwriteByBlock(found: Found, value: Skeleton, text: string, layout: Layout): Change {
  const { spot, to, marks } = found;
  const lines = blockLines(value, layout, spot.depth);
  const comment = commentOf(found, text);
  const end = lineEnd(text, to);
  const { column } = spot;
  const gap = text.slice(found.marksEnd, spot.start);
  const onOwnLine = gap.includes('\n') || spot.kind === 'root';
  const deeper = spot.kind === 'item' ? 2 : isListSkeleton(value) ? layout.dash : layout.step;
  if (onOwnLine) {
    const here = columnOf(text, spot.start);
    const least = column + (spot.kind === 'entry' && isListSkeleton(value) ? 0 : 1);
    const columns = here >= least ? here : column + deeper;
    const all = comment ? [[comment], ...lines] : lines;
    const words = [' '.repeat(Math.max(0, columns - here)), ...joinLines(indentFurther(all, columns))];
    return { from: spot.start, to: end, words, column };
  }
  if (spot.kind === 'item' && marks === '' && !found.retagged) {
    // Behind the dash: the first key stands on its line.
    const columns = gap === '' ? column + 2 : columnOf(text, spot.start);
    const around = (line: Words): Words => [gap === '' ? ' ' : '', ...line, comment ? ` ${comment}` : ''];
    const words = joinLines(onFirst(indentFurther(lines, columns), around));
    return { from: spot.start, to: end, words, column };
  }
  const first: Words = [marks, comment ? ` ${comment}` : ''];
  return { from: spot.opened, to: end, words: joinLines([first, ...indentLines(lines, column + deeper)]), column };
}

/** The comment behind the old value, or in the header of a block scalar. */
function commentOf({ spot, to }: Found, text: string): string {
  const header = spot.old?.kind === 'scalar' ? /^[|>][-+\d]*[ \t]+(#.*)/.exec(text.slice(spot.start, to)) : undefined;
  return (header?.[1] ?? text.slice(to, lineEnd(text, to))).trim();
}
