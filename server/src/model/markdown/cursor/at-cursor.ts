/**
 * What half-typed Markdown is about to say at a place. The text is read with a mark at the cursor: found in a value it tells which value is
 * being written, found at the start of a line or in a heading it tells whose labels can stand there.
 */
import { allNodes, childrenOf, type ScalarNode } from '../../located.ts';
import type { PlanDocument } from '../../plan-document.ts';
import { schemaProblems } from '../../schema/validate.ts';
import { offsets, textOf } from '../../source.ts';
import { lineEndOf, lineStartOf } from '../editing/editing.ts';
import { type Path, pathsOf } from '../editing/paths.ts';
import { type Reading, readWithLayouts } from '../read.ts';
import { type FactAtCursor, factAt } from './heading-facts.ts';
import { labelled, type MarkedLine } from './marked-line.ts';
import { type Owner, ownersOf } from './owners.ts';

/** Two characters for private use, which no plan holds. */
const MARK = '\uE0FE\uE0FF';

const DASH = '- ';
const HEADING = /^#{1,6}[ \t]+(?:\d+[.)][ \t]*)?[\p{L}\d /&'-]*$/u;
/** Signs of a heading alone are none yet. */
const LABEL = /^(?:#{1,6}|(?:\*\*|__)?[\p{L}\d /&'-]*(?:\*\*|__)?)$/u;

export interface TextAtCursor {
  readonly path: Path;
  readonly from: number;
  readonly to: number;
  /** The words as they are read, and where the cursor is in them. */
  readonly text: string;
  readonly at: number;
  /** The other words of the list that it is an item of. */
  readonly beside: ReadonlySet<string>;
  /** Its map says nothing else. */
  readonly isAlone: boolean;
}

export interface LabelAtCursor {
  readonly form: MarkedLine['form'];
  /** The words of the line, with the signs of a heading but without those of a list. */
  readonly from: number;
  readonly to: number;
  readonly typed: string;
  /** Whose labels can stand there, the innermost first. */
  readonly owners: readonly Owner[];
  /** Of the heading that comes next, 0 at the end of the text; nothing where something else stands below, which a heading would take. */
  readonly nextLevel: number | undefined;
  /** The line below does not go on with what the line says. */
  readonly isLast: boolean;
  readonly isBelowLabel: boolean;
}

export interface MarkdownAtCursor {
  /** The front matter, if the cursor is in it. */
  readonly frontMatter?: { readonly from: number; readonly to: number };
  readonly value?: TextAtCursor;
  readonly label?: LabelAtCursor;
  readonly fact?: FactAtCursor;
}

export function markdownAtCursor(document: PlanDocument, cursor: number): MarkdownAtCursor {
  const { source, kind } = document;
  const { text } = source;
  const reading = readWithLayouts({ ...source, text: text.slice(0, cursor) + MARK + text.slice(cursor) }, kind);
  const body = reading.frontMatter.body;
  if (body && body.from <= cursor && cursor < body.to)
    return { frontMatter: { from: body.from, to: body.to - MARK.length } };
  const line = labelled(reading.blocks, MARK);
  const value = line?.form === 'heading' || isBesideCells(text, reading, cursor) ? undefined : valueIn(reading);
  const label = line && labelAt(line, reading, document, cursor);
  const fact = line?.form === 'heading' ? factAt(line, reading, document, cursor) : undefined;
  if (!value && !label && !line) return belowList(document, cursor);
  return { ...(value ? { value } : {}), ...(label ? { label } : {}), ...(fact ? { fact } : {}) };
}

/** A word right below the items of a list, without their dash yet: read as one of them, unless it would take what stands indented below it. */
function belowList(document: PlanDocument, cursor: number): MarkdownAtCursor {
  const { source } = document;
  const { text } = source;
  const lineStart = text.lastIndexOf('\n', cursor - 1) + 1;
  const above = text.slice(text.lastIndexOf('\n', lineStart - 2) + 1, lineStart);
  if (!/^[-*] \S/.test(above) || !/^[\p{L} ]*$/u.test(text.slice(lineStart, cursor))) return {};
  if (/^[^\r\n]*\r?\n[ \t]+\S/.test(text.slice(cursor))) return {};
  const dashed = `${text.slice(0, lineStart)}${DASH}${text.slice(lineStart)}`;
  const { label } = markdownAtCursor({ ...document, source: { ...source, text: dashed } }, cursor + DASH.length);
  if (label?.form !== 'item') return {};
  const [from, to] = [label.from - DASH.length, label.to - DASH.length];
  return { label: { ...label, form: 'line', from, to, nextLevel: undefined } };
}

/** In a row of a table, but in none of its cells: before its first bar, or in a line that has none yet. */
function isBesideCells(text: string, { layouts }: Reading, cursor: number): boolean {
  const start = lineStartOf(text, cursor);
  const line = text.slice(start, lineEndOf(text, cursor));
  if (text.slice(start, cursor).includes('|') || /^[^|]*[^|\s][^|]*\|/.test(line)) return false;
  return Array.from(layouts.values()).some(
    (layout) => layout.kind === 'row' && layout.row.span.from <= cursor && cursor <= layout.row.span.to,
  );
}

function valueIn({ document: { root } }: Reading): TextAtCursor | undefined {
  const pathOf = pathsOf(root);
  for (const node of allNodes(root)) {
    if (node.kind !== 'scalar' || !node.text.includes(MARK)) continue;
    const path = pathOf(node);
    const words = path && wordsOf(node);
    if (words) return { path, ...words, ...surroundingsOf(node, root) };
  }
  return undefined;
}

/** Where marks of Markdown stand between the words, nobody knows which characters are meant. */
function wordsOf({ text, part }: ScalarNode): Pick<TextAtCursor, 'from' | 'to' | 'text' | 'at'> | undefined {
  const place = part(0, text.length);
  if (textOf(place) !== text || /[\r\n]/.test(text)) return undefined;
  const { start, end } = offsets(place);
  return { from: start, to: end - MARK.length, text: text.replace(MARK, ''), at: text.indexOf(MARK) };
}

function surroundingsOf(node: ScalarNode, root: Reading['document']['root']): Pick<TextAtCursor, 'beside' | 'isAlone'> {
  const around = Array.from(allNodes(root)).find((one) => childrenOf(one).includes(node));
  const others = around?.kind === 'list' ? around.items.filter((item) => item !== node) : [];
  const beside = new Set(others.flatMap((item) => (item.kind === 'scalar' ? item.text : [])));
  return { beside, isAlone: around?.kind === 'map' && around.entries.size === 1 };
}

/** A line that holds a word of a label, or nothing yet. */
function labelAt(
  line: MarkedLine,
  reading: Reading,
  document: PlanDocument,
  cursor: number,
): LabelAtCursor | undefined {
  const { text } = document.source;
  const lineStart = text.lastIndexOf('\n', cursor - 1) + 1;
  const from = line.form === 'heading' ? text.indexOf('#', lineStart) : line.from;
  const to = line.to - MARK.length;
  const typed = text.slice(from, to);
  const isWord = line.form === 'heading' ? HEADING.test(typed) : LABEL.test(typed);
  if (from < lineStart || cursor < from || !isWord) return undefined;
  const rest = text.slice(to);
  const next = /^[ \t]*(?:\r?\n[ \t]*)*(?:(#+)|$)/.exec(rest) ?? undefined;
  const isLast = next !== undefined || /^[ \t]*\r?\n[ \t]*(?:[-*+#] |\r?\n|$)/.test(rest);
  const nextLevel = next && (next[1] ?? '').length;
  if (typed === '#' && nextLevel !== undefined && nextLevel > 1 && isWrongBelow(reading, document)) return undefined;
  const owners = ownersOf(line, reading, document.emptySections);
  const { form, isBelowLabel } = line;
  return { form, from, to, typed, owners, nextLevel, isLast, isBelowLabel };
}

/** A sign alone is a heading without words, which ends all that is above. As anything less, what follows would go on there, and be wrong. */
function isWrongBelow(reading: Reading, document: PlanDocument): boolean {
  const mistakes = ({ root, kind }: PlanDocument): number => Array.from(schemaProblems(root, kind)).length;
  return mistakes(reading.document) > mistakes(document);
}
