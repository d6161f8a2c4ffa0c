/** A further item of a list, written like those that are there. */
import type { ListNode } from '../../located.ts';
import type { Property, ValueShape } from '../grammar/grammar.ts';
import type { Layout } from '../reading/layout.ts';
import { unitColumns } from '../reading/rows.ts';
import { isObject, type Json, jsonOf } from '../writing/json.ts';
import type { Place } from '../writing/read-back.ts';
import { headingItem, itemTexts } from '../writing/write-list.ts';
import { cellForm } from '../writing/write-table.ts';
import { lineForms } from '../writing/write-words.ts';
import { writeForms } from './edit-write.ts';
import { blockAfter, type Editing, lineAfter, lineEndOf, prefixAt, spotAt } from './editing.ts';
import type { Change } from './evolving.ts';

type Forms = Iterable<readonly Change[]>;

export function* appendForms(list: ListNode, value: Json, editing: Editing): Generator<readonly Change[]> {
  const spot = spotAt(editing.path.slice(0, -1), editing);
  const property = spotAt(editing.path, editing)?.property;
  const item = property?.shape.item;
  if (!spot || !property || !item) return;
  const last = list.items.at(-1);
  const layout = last && editing.layouts.get(last);
  if (layout?.kind === 'item') yield* afterItem(layout, property, item, value, spot.place, editing);
  if (layout?.kind === 'row') yield* afterRow(layout, item, value);
  if (layout?.kind === 'content')
    yield* afterSection(layout, property, item, list.items.length, value, spot.place, editing);
  if (layout?.kind === 'words') yield* afterWords(layout, property, item, value, editing);
  const all = jsonOf(list);
  if (Array.isArray(all)) yield* writeForms(list, [...all, value], editing);
}

function* afterItem(
  { item: last }: Layout & { kind: 'item' },
  property: Property,
  item: ValueShape,
  value: Json,
  place: Place,
  { text }: Editing,
): Forms {
  const at = last.span.from;
  const marker = /^(?:[-*+]|\d{1,9}[.)])[ \t]+/.exec(text.slice(at, at + 20))?.[0] ?? '- ';
  const next = marker.replace(/^\d+/, (number) => String(Number(number) + 1));
  const prefix = prefixAt(text, at);
  const gap = ' '.repeat(next.length);
  for (const form of itemTexts(value, property, item, place, last.task !== undefined)) {
    const lines = form.replace(/^- /, next).replace(/\n {2}/g, `\n${gap}`);
    yield [lineAfter(text, last.span.to, lines, prefix)];
  }
}

function* afterRow(layout: Layout & { kind: 'row' }, item: ValueShape, value: Json): Forms {
  const { row } = layout;
  const line = rowLine(layout, item, value);
  const { source, start } = row.span.segment;
  if (line) yield [lineAfter(source.text, start + row.span.to, line, prefixAt(source.text, start + row.span.from))];
}

/** A row for the table; nothing where it has no columns for all of it. */
export function rowLine({ table, row }: Layout & { kind: 'row' }, item: ValueShape, value: Json): string | undefined {
  const { unit } = item;
  if (!unit) return undefined;
  const own = isObject(value) ? value : { [unit.text?.key ?? '']: value };
  const columns = unitColumns(table, unit);
  const keys = Object.keys(own);
  if (!keys.every((key) => columns.some((column) => column?.key === key))) return undefined;
  const cells = columns.map((column) => (column ? cellForm(own[column.key], column) : ''));
  if (cells.some((cell) => cell === undefined)) return undefined;
  const widths = row.cells.map((cell, at) => Math.max(cell.text.length, cells[at]?.length ?? 0));
  return `| ${cells.map((cell, at) => (cell ?? '').padEnd(widths[at] ?? 0)).join(' | ')} |`;
}

function* afterSection(
  { content }: Layout & { kind: 'content' },
  property: Property,
  item: ValueShape,
  index: number,
  value: Json,
  place: Place,
  { text }: Editing,
): Forms {
  const { unit } = item;
  const level = /^\s*(#{1,6})\s/.exec(text.slice(content.span.from, content.span.from + 10))?.[1]?.length;
  if (!unit || !isObject(value) || level === undefined) return;
  yield [blockAfter(text, content.span.to, headingItem(value, property, unit, place, level, index))];
}

/** `error-rate, p99-latency` gets another name. */
function* afterWords(
  { raw }: Layout & { kind: 'words' },
  property: Property,
  item: ValueShape,
  value: Json,
  { text }: Editing,
): Forms {
  if (!item.scalar) return;
  const last = raw.pieces[raw.pieces.length - 1] ?? raw.pieces[0];
  const at = last.at + last.width;
  for (const form of lineForms(value, property, item.scalar)) {
    yield [{ from: at, to: at, text: `, ${form}` }];
    yield [{ from: at, to: at, text: `; ${form}` }];
    yield [blockAfter(text, lineEndOf(text, at), form)];
  }
}
