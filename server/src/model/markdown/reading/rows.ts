/** Rows of a table: columns are matched like headings. */
import type { Entry, LocatedNode } from '../../located.ts';
import type { Property, Unit, ValueShape } from '../grammar/grammar.ts';
import type { Row, Table } from '../text/blocks.ts';
import { plain } from '../text/inline.ts';
import { leadingSigns, normalLabel } from '../text/labels.ts';
import { placeOf, type Words, WordsBuilder } from '../text/words.ts';
import type { Context } from './context.ts';
import { factsOf } from './facts.ts';
import { addName } from './item-text.ts';
import { splitWords } from './list-words.ts';
import { textEntry } from './object.ts';
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
  item: ValueShape,
  context: Context,
): LocatedNode | undefined {
  const { unit, scalar } = item;
  if (row.cells.every(isBlankCell)) return undefined;
  if (!unit) return scalar && scalarFrom(rowWords(row), property, scalar, context);
  const columns = unitColumns(table, unit);
  if (scalar?.notation === 'criterion') return criterionRow(table, row, columns, property, item, context);
  const entries = new Map<string, Entry>();
  // A table without a column that the schema knows is about something else.
  const named = columns.length === 1 || columns.some((column) => column !== undefined) ? nameColumn(table) : -1;
  columns.forEach((column, index) => {
    const cell = row.cells[index];
    if (!cell || isBlankCell(cell)) return;
    if (column && !isNameColumn(column, unit)) addCell(cell, column, entries, context);
    else if (column || index === named) nameCell(cell, unit, column, entries, context);
  });
  if (entries.size === 0) return undefined;
  const head = placeOf(row.cells.find((cell) => !isBlankCell(cell)) ?? (row.cells[0] as Words));
  const node: LocatedNode = { kind: 'map', span: row.span, head, entries };
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
function nameCell(
  cell: Words,
  unit: Unit,
  column: Property | undefined,
  entries: Map<string, Entry>,
  context: Context,
): void {
  if (unit.facts.length === 0) {
    for (const [key, entry] of column ? [] : textEntry(cell, unit, context))
      if (!entries.has(key)) entries.set(key, entry);
    return;
  }
  const facts = factsOf(cell, unit);
  const own = new Map<string, Entry>();
  for (const [key, value] of facts.values) own.set(key, { key: value.head, value });
  addName(facts.name, unit, own, facts.unnamed);
  for (const [key, entry] of own) if (!entries.has(key) || key === 'id') entries.set(key, entry);
}

function addCell(cell: Words, column: Property, entries: Map<string, Entry>, context: Context): void {
  const value = cellValue(cell, column, context);
  if (value) entries.set(column.key, { key: value.head, value });
}

function cellValue(cell: Words, column: Property, context: Context): LocatedNode | undefined {
  const { item, unit, scalar } = column.shape;
  if (item) return listCell(cell, column, item, context);
  if (unit) {
    const entries = pairsOf(cell, unit, context) ?? (scalar ? undefined : textEntry(cell, unit, context));
    if (entries && entries.size > 0) return { kind: 'map', span: placeOf(cell), head: placeOf(cell), entries };
  }
  return scalar && scalarFrom(checkMark(cell, column), column, scalar, context);
}

/** ✅ in a column of truths. */
function checkMark(cell: Words, column: Property): Words {
  if (!column.shape.scalar?.boolean) return cell;
  const sign = leadingSigns(cell.text);
  if (sign < cell.text.length) return cell;
  return {
    ...cell,
    text: /[✅☑✓✔]/u.test(cell.text) ? 'yes' : 'no',
    pieces: [{ from: 0, length: /[✅☑✓✔]/u.test(cell.text) ? 3 : 2, at: cell.pieces[0].at, width: cell.text.length }],
  };
}

function listCell(cell: Words, column: Property, item: ValueShape, context: Context): LocatedNode | undefined {
  const { scalar, unit } = item;
  const items = splitWords(cell, item).flatMap((part): LocatedNode[] => {
    if (scalar) return [scalarFrom(part, column, scalar, context)];
    const entries = unit && (pairsOf(part, unit, context) ?? textEntry(part, unit, context));
    return entries && entries.size > 0 ? [{ kind: 'map', span: placeOf(part), head: placeOf(part), entries }] : [];
  });
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
  property: Property,
  item: ValueShape,
  context: Context,
): LocatedNode | undefined {
  const { unit, scalar } = item;
  if (!unit?.text || !scalar) return undefined;
  const entries = new Map<string, Entry>();
  const said: Words[] = [];
  columns.forEach((column, index) => {
    const cell = row.cells[index];
    if (!cell || isBlankCell(cell)) return;
    const label = normalLabel(table.header.cells[index]?.text ?? '');
    if (column && column !== unit.text) addCell(cell, column, entries, context);
    else if (column || index === 0 || CRITERION_COLUMN.test(label)) said.push(windowed(cell, label));
  });
  if (said.length === 0) return undefined;
  const raw = joinWords(said, ' ');
  const when = scalarFrom(raw, property, scalar, context);
  if (entries.size === 0) {
    context.layouts.set(when, { kind: 'row', table, row });
    return when;
  }
  entries.set(unit.text.key, { key: when.head, value: when });
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

function rowWords({ cells }: Row): Words {
  return joinWords(
    cells.filter((cell) => !isBlankCell(cell)),
    ' ',
  );
}

function joinWords(parts: readonly Words[], separator: string): Words {
  const [first, ...rest] = parts as [Words, ...Words[]];
  const words = new WordsBuilder(first.segment, placeOf(first).from).copy(first, 0, first.text.length);
  let end = placeOf(first).to;
  for (const part of rest) {
    words.add(separator, end, 0).copy(part, 0, part.text.length);
    end = placeOf(part).to;
  }
  return words.build();
}
