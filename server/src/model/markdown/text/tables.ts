/** The rows and cells of a table. markdown-it gives the lines; the cells are cut again here, to know their columns. */
import type { Token } from 'markdown-it';
import { span } from '../../source.ts';
import type { Row, Table } from './blocks.ts';
import { type Cursor, containerWidth, linesOfToken, skipBlanks, spanOf } from './cursor.ts';
import { lineEnd, lineStart } from './lines.ts';

import { trimWords, type Words, WordsBuilder, wordsAt } from './words.ts';

export function readTable(cursor: Cursor, token: Token): Table {
  const place = spanOf(cursor, token);
  const [first] = linesOfToken(token);
  const header = readRow(cursor, first);
  const rows: Row[] = [];
  for (; cursor.tokens[cursor.at]?.type !== 'table_close' && cursor.at < cursor.tokens.length; cursor.at++) {
    const open = cursor.tokens[cursor.at] as Token;
    if (open.type !== 'tr_open') continue;
    const [line] = linesOfToken(open);
    if (line > first) rows.push(readRow(cursor, line, header.cells.length));
  }
  return { kind: 'table', span: place, header, rows };
}

/** With as many cells as the table has `columns`; the header says how many those are. */
function readRow(cursor: Cursor, line: number, columns?: number): Row {
  const { lines, segment } = cursor;
  const from = skipBlanks(lines.text, lineStart(lines, line) + containerWidth(cursor, line));
  const place = span(segment, from, Math.max(from, lineEnd(lines, line)));
  const cells = cellsOf(cursor, place.from, place.to);
  if (columns === undefined) return { span: place, cells };
  const missing = Math.max(0, columns - cells.length);
  const empty = Array.from({ length: missing }, () => wordsAt(segment, place.to, ''));
  return { span: place, cells: [...cells.slice(0, columns), ...empty] };
}

/** GFM: a pipe parts cells unless a backslash stands before it, also in code. */
function cellsOf(cursor: Cursor, from: number, to: number): Words[] {
  const { text } = cursor.lines;
  const cells: Words[] = [];
  const start = text[from] === '|' ? from + 1 : from;
  let cell = new WordsBuilder(cursor.segment, start);
  let run = start;
  for (let at = start; at < to; at++) {
    if (text[at] !== '|') continue;
    if (at > start && text[at - 1] === '\\') {
      cell.add(text.slice(run, at - 1), run).add('|', at - 1, 2);
    } else {
      cells.push(trimWords(cell.add(text.slice(run, at), run).build()));
      cell = new WordsBuilder(cursor.segment, at + 1);
    }
    run = at + 1;
  }
  const last = trimWords(cell.add(text.slice(run, to), run).build());
  if (last.text !== '' || cells.length === 0) cells.push(last);
  return cells;
}
