/** Cells of a table: filled, or in a column that all rows get. */

import type { Property } from '../grammar/grammar.ts';
import type { Layout } from '../reading/layout.ts';
import type { Row, Table } from '../text/blocks.ts';
import { normalLabel } from '../text/labels.ts';
import { placeOf, type Words } from '../text/words.ts';
import type { Json } from '../writing/json.ts';
import { cellForm } from '../writing/write-table.ts';
import { lineEndOf } from './editing.ts';
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

/** The cell's words, or the space between the bars where they would be. A row may end before its last cells. */
function filled(row: Row, cell: Words, text: string): Change {
  const { from, to } = placeOf(cell);
  if (cell.text !== '') return { from, to, text };
  const { source, start } = row.span.segment;
  const isBehindBar = source.text.charAt(start + from - 1) === '|';
  if (from >= row.span.to) return { from, to, text: `${isBehindBar ? '' : ' |'} ${text} |` };
  return { from, to, text: `${isBehindBar ? ' ' : ''}${text} ` };
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
  // The line of dashes below the header.
  const end = lineEndOf(source, base + table.header.span.to);
  const start = end + (source.startsWith('\r\n', end) ? 2 : 1);
  const dashes = source.slice(start, lineEndOf(source, start)).trimEnd();
  return [...changes, add(start - base + dashes.length, dashes, '-'.repeat(width))];
}
