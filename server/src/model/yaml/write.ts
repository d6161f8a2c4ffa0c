/** Values as YAML text, laid out as a person lays out a plan: the only place that decides what stands on a line of its own. */
import { isSlot, type Skeleton } from '../edit.ts';
import { linesOf, plainText, snippetText, type Words } from './edits/words.ts';
import { fitsLiteral, isScalarSkeleton, scalarText, scalarWords } from './scalar-text.ts';

export interface Layout {
  /** Columns from a key to the keys below it. */
  readonly step: number;
  /** Columns from a key to the dashes below it: the step, or nothing. */
  readonly dash: number;
  /** Texts of several lines stay in quotes: where what follows would be read as their next line. */
  readonly noLiterals?: true;
}

export const USUAL_LAYOUT: Layout = { step: 2, dash: 2 };

/** Longest flow map in a list, and longest flow collection behind a key. */
const LONGEST_ITEM = 100;
const LONGEST_VALUE = 60;

export type MapSkeleton = { readonly [key: string]: Skeleton };

/** A whole plan, or a part of one; ends with a line break. */
export function writeYaml(value: Skeleton, layout: Layout = USUAL_LAYOUT): { text: string; snippet: string } {
  const words = joinLines([
    ...(isMapSkeleton(value) && 'rolloutPlan' in value ? planLines(value, layout) : blockLines(value, layout, 0)),
    [],
  ]);
  return { text: plainText(words), snippet: snippetText(words) };
}

/** The parts of a plan stand apart from each other; what is said in one line each stands together. */
function planLines(plan: MapSkeleton, layout: Layout): Words[] {
  const lines: Words[] = [];
  let part = false;
  for (const [key, value] of Object.entries(plan)) {
    const entry = entryLines(key, value, layout, 0);
    if (lines.length > 0 && (isPart(value) || part)) lines.push([]);
    lines.push(...entry);
    part = isPart(value);
  }
  return lines;
}

/** What a plan consists of, as against what is said of the plan. */
export function isPart(value: Skeleton): boolean {
  return isMapSkeleton(value) || (isListSkeleton(value) && value.some(isMapSkeleton));
}

export function isListSkeleton(value: Skeleton): value is readonly Skeleton[] {
  return Array.isArray(value);
}

export function isMapSkeleton(value: Skeleton): value is MapSkeleton {
  return typeof value === 'object' && !isListSkeleton(value) && !isSlot(value);
}

export function joinLines(lines: readonly Words[]): Words {
  return lines.flatMap((line, at) => (at === 0 ? line : ['\n', ...line]));
}

export function indentLines(lines: readonly Words[], columns: number): Words[] {
  return lines.map((line) => (line.length === 0 ? line : [' '.repeat(columns), ...line]));
}

/** The first line stays where it is: what it stands behind is written already. */
export function indentFurther(lines: readonly Words[], columns: number): Words[] {
  return [...lines.slice(0, 1), ...indentLines(lines.slice(1), columns)];
}

export function onFirst(lines: readonly Words[], change: (line: Words) => Words): Words[] {
  return lines.map((line, at) => (at === 0 ? change(line) : line));
}

/** Whether the value takes lines of its own under its key; `depth` counts the collections around it. */
export function isBlock(value: Skeleton, depth: number): boolean {
  if (isScalarSkeleton(value) || isEmptySkeleton(value)) return false;
  return isListSkeleton(value) ? !isShortList(value) : depth < 2 || !isShortMap(value, LONGEST_VALUE);
}

/** The value at the beginning of a line and on the lines below it. */
export function blockLines(value: Skeleton, layout: Layout, depth: number): Words[] {
  if (isEmptySkeleton(value) || isScalarSkeleton(value)) return [flowWords(value, false)];
  if (isListSkeleton(value)) return value.flatMap((item) => itemLines(item, layout, depth + 1));
  return Object.entries(value as MapSkeleton).flatMap(([key, below]) => entryLines(key, below, layout, depth));
}

export function entryLines(key: string, value: Skeleton, layout: Layout, depth: number): Words[] {
  const name = `${scalarText(key, true)}:`;
  if (isBlock(value, depth + 1)) {
    const columns = isListSkeleton(value) ? layout.dash : layout.step;
    return [[name], ...indentLines(blockLines(value, layout, depth + 1), columns)];
  }
  const literal = literalLines(value, layout.step, layout);
  return onFirst(literal ?? [flowWords(value, false)], (line) => [`${name} `, ...line]);
}

/** `braces`: whether a short map may stand on one line. */
export function itemLines(value: Skeleton, layout: Layout, depth: number, braces = true): Words[] {
  const short = braces && isMapSkeleton(value) && isShortMap(value, LONGEST_ITEM);
  if (isScalarSkeleton(value) || isEmptySkeleton(value) || short) {
    const lines = literalLines(value, 2, layout) ?? [flowWords(value, false)];
    return onFirst(lines, (line) => ['- ', ...line]);
  }
  return onFirst(indentFurther(blockLines(value, layout, depth), 2), (line) => ['- ', ...line]);
}

/** `|` and the lines of a text, indented by `columns`; nothing where the value is no text of several lines. */
export function literalLines(value: Skeleton, columns: number, layout: Layout): Words[] | undefined {
  if (layout.noLiterals || typeof value !== 'string' || !value.includes('\n') || !fitsLiteral(value)) return undefined;
  return literalBlock(value, columns);
}

export function literalBlock(value: string, columns: number, style = '|'): Words[] {
  const text = value.replace(/\n$/, '');
  return [[text === value ? `${style}-` : style], ...indentLines(linesOf(text), columns)];
}

/** The value on one line. `flow`: inside `{ }` or `[ ]`. */
export function flowWords(value: Skeleton, flow: boolean): Words {
  if (isScalarSkeleton(value)) return scalarWords(value, flow);
  if (isListSkeleton(value)) return ['[', ...separated(value.map((item) => flowWords(item, true))), ']'];
  const entries = Object.entries(value as MapSkeleton).map(([key, below]) => flowEntry(key, below));
  return entries.length === 0 ? ['{}'] : ['{ ', ...separated(entries), ' }'];
}

export function flowEntry(key: string, value: Skeleton): Words {
  return [`${scalarText(key, true)}: `, ...flowWords(value, true)];
}

export function separated(words: readonly Words[]): Words {
  return words.flatMap((word, at) => (at === 0 ? word : [', ', ...word]));
}

export function isEmptySkeleton(value: Skeleton): boolean {
  if (isScalarSkeleton(value)) return false;
  return isListSkeleton(value) ? value.length === 0 : Object.keys(value).length === 0;
}

/** Words and ids may share a line; sentences are easier to read, and to compare, one below the other. */
function isShortList(list: readonly Skeleton[]): boolean {
  const words = list.every((item) => isScalarSkeleton(item) && !/\s/.test(String(isSlot(item) ? item.slot : item)));
  return words && plainText(flowWords(list, false)).length <= LONGEST_VALUE;
}

/** What somebody will type into a slot may not fit between braces: such a map stands in lines. */
function isShortMap(map: MapSkeleton, longest: number): boolean {
  const flat = Object.values(map).every(
    (value) => isScalarSkeleton(value) && !isSlot(value) && !/[\r\n]/.test(String(value)),
  );
  return flat && plainText(flowWords(map, false)).length <= longest;
}
