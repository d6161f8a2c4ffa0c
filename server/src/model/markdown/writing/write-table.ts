/** Lists of flat units as tables. */
import type { Property, Unit } from '../grammar/grammar.ts';
import { isList, isObject, isVoid, type Json } from './json.ts';
import { wordsOfList } from './write-list.ts';
import { inCell, lineForms } from './write-words.ts';

const WIDEST_CELL = 80;
const WIDEST_ROW = 200;

/** The table, unless a value does not fit into a cell or a row would be too wide to read. */
export function* tableForm(items: readonly Json[], unit: Unit): Generator<string> {
  const columns = Array.from(unit.properties.values()).filter(({ key }) =>
    items.some((item) => isObject(item) && !isVoid(item[key])),
  );
  if (columns.length < 2 || !items.every(isObject)) return;
  const rows = items.map((item) =>
    columns.map((column) => (isObject(item) ? cellForm(item[column.key], column) : undefined)),
  );
  if (!rows.every((row) => row.every((cell) => cell !== undefined && cell.length <= WIDEST_CELL))) return;
  const table = [columns.map(({ title }) => title), ...(rows as string[][])];
  const widths = columns.map((_, at) => Math.max(3, ...table.map((row) => (row[at] ?? '').length)));
  if (widths.reduce((sum, width) => sum + width + 3, 1) > WIDEST_ROW) return;
  const line = (cells: readonly string[]) => `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  const [header = [], ...body] = table;
  yield [line(header), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...body.map(line)].join('\n');
}

export function cellForm(value: Json | undefined, column: Property): string | undefined {
  const { scalar, item } = column.shape;
  if (value === undefined || isVoid(value)) return '';
  if (isList(value)) {
    const [words] = item ? wordsOfList(value, column, item) : [];
    return words === undefined ? undefined : inCell(words);
  }
  if (isObject(value) || !scalar) return undefined;
  const [form] = lineForms(value, column, scalar);
  return form === undefined ? undefined : inCell(form);
}
