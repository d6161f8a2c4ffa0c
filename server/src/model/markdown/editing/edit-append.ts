/** A further item of a list, written like those that are there. */
import type { ListNode } from '../../located.ts';
import type { ItemShape, Property, Unit } from '../grammar/grammar.ts';
import type { Layout } from '../reading/layout.ts';
import { unitColumns } from '../reading/rows.ts';
import { placeOf } from '../text/words.ts';
import { isObject, type Json, jsonOf } from '../writing/json.ts';
import type { Place } from '../writing/read-back.ts';
import { headingItem, itemTexts } from '../writing/write-list.ts';
import { cellForm } from '../writing/write-table.ts';
import { lineForms } from '../writing/write-words.ts';
import { writeForms } from './edit-write.ts';
import { blockAfter, type Editing, lineAfter, lineEndOf, markerAt, prefixAt, spotAt, withMarker } from './editing.ts';
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
  if (layout?.kind === 'row' && item.unit) yield* afterRow(layout, item.unit, value);
  if (layout?.kind === 'content')
    yield* afterSection(layout, property, item, list.items.length, value, spot.place, editing);
  if (layout?.kind === 'words') yield* afterWords(layout, property, item, value, editing);
  yield* writeForms(list, [...list.items.map(jsonOf), value], editing);
}

function* afterItem(
  { item: last }: Layout & { kind: 'item' },
  property: Property,
  item: ItemShape,
  value: Json,
  place: Place,
  { text }: Editing,
): Forms {
  const at = last.span.from;
  const next = markerAt(text, at).replace(/^\d+/, (number) => String(Number(number) + 1));
  const prefix = prefixAt(text, at);
  for (const form of itemTexts(value, property, item, place, last.task !== undefined))
    yield [lineAfter(text, last.span.to, withMarker(form, next), prefix)];
}

function* afterRow(layout: Layout & { kind: 'row' }, unit: Unit, value: Json): Forms {
  const { row } = layout;
  const line = rowLine(layout, unit, value);
  const { source, start } = row.span.segment;
  if (line) yield [lineAfter(source.text, start + row.span.to, line, prefixAt(source.text, start + row.span.from))];
}

/** A row for the table; nothing where it has no columns for all of it. */
export function rowLine({ table, row }: Layout & { kind: 'row' }, unit: Unit, value: Json): string | undefined {
  const own = isObject(value) ? value : unit.text && { [unit.text.key]: value };
  const columns = unitColumns(table, unit);
  if (!own || !Object.keys(own).every((key) => columns.some((column) => column?.key === key))) return undefined;
  const cells = row.cells
    .map(({ text }, at) => {
      const column = columns[at];
      return (column ? cellForm(own[column.key], column) : '')?.padEnd(text.length);
    })
    .filter((cell) => cell !== undefined);
  return cells.length < row.cells.length ? undefined : `| ${cells.join(' | ')} |`;
}

function* afterSection(
  { content }: Layout & { kind: 'content' },
  property: Property,
  item: ItemShape,
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
  item: ItemShape,
  value: Json,
  { text }: Editing,
): Forms {
  if (!item.scalar) return;
  const { to: at } = placeOf(raw);
  for (const form of lineForms(value, property, item.scalar)) {
    yield [{ from: at, to: at, text: `, ${form}` }];
    yield [{ from: at, to: at, text: `; ${form}` }];
    yield [blockAfter(text, lineEndOf(text, at), form)];
  }
}
