/** Rows of a table: columns are matched like headings. */
import type { Entry, LocatedNode } from '../../located.ts';
import type { ItemShape, Property, ScalarShape, Unit } from '../grammar/grammar.ts';
import type { Row, Table } from '../text/blocks.ts';
import { plain } from '../text/inline.ts';
import { leadingSigns, normalLabel } from '../text/labels.ts';
import { joinWords, placeOf, type Words, WordsBuilder } from '../text/words.ts';
import type { Context } from './context.ts';
import { splitWords } from './list-words.ts';
import { nameEntries } from './names.ts';
import { textEntry, wordEntries } from './object.ts';
import { pairsOf } from './pairs.ts';
import { scalarFrom } from './values.ts';

/** The property of each column. A name that several keys have goes to the first that no column has yet. */
export function unitColumns(table: Table, unit: Unit): (Property | undefined)[] {
  const taken = new Set<Property>();
  return table.header.cells.map((cell) => {
    const property = unit.byName.get(normalLabel(cell.text))?.find((one) => !taken.has(one));
    if (property) taken.add(property);
    return property;
  });
}

export function readRow(
  table: Table,
  row: Row,
  property: Property,
  item: ItemShape,
  context: Context,
): LocatedNode | undefined {
  const { unit, scalar } = item;
  const said = row.cells.filter((cell) => !isBlankCell(cell));
  const [first] = said;
  const raw = joinWords(said, ' ');
  if (!first || !raw) return undefined;
  if (!unit) return scalarFrom(raw, property, scalar, context);
  const columns = unitColumns(table, unit);
  if (scalar?.notation === 'criterion' && unit.text)
    return criterionRow(table, row, columns, unit.text, property, scalar, context);
  const entries = new Map<string, Entry>();
  // A table without a column that the schema knows is about something else.
  const named = columns.length === 1 || columns.some((column) => column !== undefined) ? nameColumn(table) : -1;
  columns.forEach((column, index) => {
    const cell = row.cells[index];
    if (!cell || isBlankCell(cell)) return;
    if (column && !isNameColumn(column, unit)) addCell(cell, column, entries, context);
    else if (column || index === named) nameCell(cell, unit, entries, context);
  });
  if (entries.size === 0) return undefined;
  const node: LocatedNode = { kind: 'map', span: row.span, head: placeOf(first), entries };
  context.layouts.set(node, { kind: 'row', table, row });
  return node;
}

/** The first column, unless it counts the rows. */
function nameColumn({ header }: Table): number {
  return /^(?:#|no\.?|nr\.?|number|)$/i.test(plain(header.cells[0] as Words).text) && header.cells.length > 1 ? 1 : 0;
}

/** A cell with nothing in it, or the dash that says so. */
export function isBlankCell({ text }: Words): boolean {
  return text === '' || /^[-–—]+$/.test(text);
}

function isNameColumn(column: Property, unit: Unit): boolean {
  return unit.declares !== undefined && column.key === 'id';
}

/** The column that names the row: `Canary (EU)` has an id by its slug, and facts like a heading. */
function nameCell(cell: Words, unit: Unit, entries: Map<string, Entry>, context: Context): void {
  const own = unit.facts.length > 0 ? nameEntries(cell, unit) : textEntry(cell, unit, context);
  for (const [key, entry] of own) if (!entries.has(key) || key === 'id') entries.set(key, entry);
}

function addCell(cell: Words, column: Property, entries: Map<string, Entry>, context: Context): void {
  const value = cellValue(cell, column, context);
  if (value) entries.set(column.key, { key: value.head, value });
}

function cellValue(cell: Words, column: Property, context: Context): LocatedNode | undefined {
  const { item, unit, scalar } = column.shape;
  if (item) return listCell(cell, column, item, context);
  const map = unit && unitCell(cell, unit, scalar, context);
  return map ?? (scalar && scalarFrom(checkMark(cell, column), column, scalar, context));
}

/** What a cell, or a part of one, says of a unit. Words for what may also be a text are that text, unless they are labelled. */
function unitCell(cell: Words, unit: Unit, scalar: ScalarShape | undefined, context: Context): LocatedNode | undefined {
  const entries = scalar ? pairsOf(cell, unit, context) : wordEntries(cell, unit, context);
  const place = placeOf(cell);
  return entries && entries.size > 0 ? { kind: 'map', span: place, head: place, entries } : undefined;
}

/** ✅ in a column of truths. */
function checkMark(cell: Words, column: Property): Words {
  if (!column.shape.scalar?.boolean) return cell;
  const sign = leadingSigns(cell.text);
  if (sign < cell.text.length) return cell;
  const text = /[✅☑✓✔]/u.test(cell.text) ? 'yes' : 'no';
  return { ...cell, text, pieces: [{ from: 0, length: text.length, at: cell.pieces[0].at, width: cell.text.length }] };
}

function listCell(cell: Words, column: Property, item: ItemShape, context: Context): LocatedNode | undefined {
  const { scalar, unit } = item;
  const items = splitWords(cell, item)
    .map((part) => (scalar ? scalarFrom(part, column, scalar, context) : unitCell(part, unit, scalar, context)))
    .filter((node) => node !== undefined);
  const place = placeOf(cell);
  const node: LocatedNode = { kind: 'list', span: place, head: place, items };
  context.layouts.set(node, { kind: 'words', raw: cell });
  return items.length > 0 ? node : undefined;
}

/** `| Error rate | > 1% | 5m | rollback |`: metric, limit, window and action in columns of their own. */
function criterionRow(
  table: Table,
  row: Row,
  columns: readonly (Property | undefined)[],
  text: Property,
  property: Property,
  scalar: ScalarShape,
  context: Context,
): LocatedNode | undefined {
  const entries = new Map<string, Entry>();
  const said: Words[] = [];
  table.header.cells.forEach((header, index) => {
    const cell = row.cells[index];
    if (!cell || isBlankCell(cell)) return;
    const column = columns[index];
    const label = normalLabel(header.text);
    if (column && column !== text) addCell(cell, column, entries, context);
    else if (column || index === 0 || CRITERION_COLUMN.test(label)) said.push(windowed(cell, label));
  });
  const raw = joinWords(said, ' ');
  if (!raw) return undefined;
  const when = scalarFrom(raw, property, scalar, context);
  if (entries.size === 0) {
    context.layouts.set(when, { kind: 'row', table, row });
    return when;
  }
  entries.set(text.key, { key: when.head, value: when });
  const node: LocatedNode = { kind: 'map', span: row.span, head: when.head, entries };
  context.layouts.set(node, { kind: 'row', table, row });
  return node;
}

const CRITERION_COLUMN =
  /^(?:metric|signal|indicator|limit|threshold|operator|value|window|duration|for|period|condition)$/;

function windowed(cell: Words, label: string): Words {
  const words = plain(cell);
  if (!/^(?:window|duration|for|period)$/.test(label) || /^for\b/i.test(words.text)) return words;
  return new WordsBuilder(cell.segment, placeOf(cell).from)
    .add('for ', placeOf(cell).from, 0)
    .copy(words, 0, words.text.length)
    .build();
}
