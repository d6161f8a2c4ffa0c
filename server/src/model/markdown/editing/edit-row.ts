/** Cells of a table: filled, or in a column that all rows get. */

import type { Property } from '../grammar/grammar.ts';
import type { Layout } from '../reading/layout.ts';
import type { Row, Table } from '../text/blocks.ts';
import { normalLabel } from '../text/labels.ts';
import { placeOf, type Words } from '../text/words.ts';
import type { Json } from '../writing/json.ts';
import { cellForm } from '../writing/write-table.ts';
import type { Change } from './evolving.ts';

export function* cellChanges(
  layout: Layout & { kind: 'row' },
  property: Property,
  value: Json,
): Generator<readonly Change[]> {
  const cell = cellForm(value, property);
  if (cell === undefined) return;
  const { table, row } = layout;
  const column = table.header.cells.findIndex(({ text }) => property.names.has(normalLabel(text)));
  const there = row.cells[column];
  if (there) yield [filled(row, there, cell)];
  else yield newColumn(table, row, property.title, cell);
}

/** The cell's words, or the space where they would be. A row may end before its last cells. */
function filled(row: Row, cell: Words, text: string): Change {
  const { from, to } = placeOf(cell);
  if (cell.text !== '') return { from, to, text };
  const source = row.span.segment.source.text;
  const base = row.span.segment.start;
  const before = source[base + from - 1] ?? '';
  const after = source[base + from] ?? '';
  if (from >= row.span.to && before !== '|') return { from, to, text: ` | ${text} |` };
  const lead = before === '|' || before === '' ? ' ' : '';
  const takesSpace = after === ' ';
  return { from, to, text: `${lead}${text}${takesSpace || after === '' ? '' : ' '}` };
}

function newColumn(table: Table, own: Row, title: string, text: string): readonly Change[] {
  const width = Math.max(title.length, text.length, 3);
  const source = table.span.segment.source.text;
  const base = table.span.segment.start;
  const lineOf = (row: Row): string => source.slice(base + row.span.from, base + row.span.to);
  const add = (at: number, line: string, cell: string): Change => ({
    from: at,
    to: at,
    text: line.trimEnd().endsWith('|') ? ` ${cell} |` : ` | ${cell}`,
  });
  const changes = [table.header, ...table.rows].map((row) => {
    const cell = row === table.header ? title : row === own ? text : '';
    return add(row.span.to, lineOf(row), cell.padEnd(width));
  });
  const rule = delimiterRow(table, source, base);
  if (rule) changes.push(add(rule.to, source.slice(base + rule.from, base + rule.to), '-'.repeat(width)));
  return changes;
}

/** The line of dashes below the header. */
export function delimiterRow(
  table: Table,
  source: string,
  base: number,
): { readonly from: number; readonly to: number } | undefined {
  const from = table.header.span.to;
  const found = /^[^\r\n]*(?:\r\n|\n|\r)([^\r\n]*)/.exec(source.slice(base + from, base + from + 20_000));
  if (!found) return undefined;
  const start = from + found[0].length - (found[1] as string).length;
  return { from: start, to: start + (found[1] as string).trimEnd().length };
}
