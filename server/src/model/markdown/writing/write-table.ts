/** Lists of flat units as tables. */
import type { Property, Unit } from '../grammar/grammar.ts';
import { isList, isObject, isVoid, type Json, type JsonObject } from './json.ts';
import { wordsOfList } from './write-list.ts';
import { inCell, lineForms } from './write-words.ts';

const WIDEST_CELL = 80;
const WIDEST_ROW = 200;

/** The table, unless a value does not fit into a cell or a row would be too wide to read. */
export function* tableForm(items: readonly Json[], unit: Unit): Generator<string> {
  const rows = items.filter(isObject);
  const keys = Array.from(unit.properties.values()).filter(({ key }) => rows.some((row) => !isVoid(row[key])));
  if (keys.length < 2 || rows.length < items.length) return;
  const columns = keys.map((key) => columnForm(key, rows)).filter((column) => column !== undefined);
  if (columns.length < keys.length) return;
  const empty = Array.from({ length: rows.length + 2 }, () => '|');
  const lines = columns.reduce((begun, cells) => begun.map((line, at) => `${line} ${cells[at]} |`), empty);
  if (lines.every(({ length }) => length <= WIDEST_ROW)) yield lines.join('\n');
}

/** The cells of a column, all of one width: its title, the dashes below it, and a value of each row. */
function columnForm(column: Property, rows: readonly JsonObject[]): readonly string[] | undefined {
  const values = rows.map((row) => cellForm(row[column.key], column)).filter((cell) => cell !== undefined);
  const width = Math.max(3, column.title.length, ...values.map(({ length }) => length));
  if (values.length < rows.length || width > WIDEST_CELL) return undefined;
  return [column.title, '-'.repeat(width), ...values].map((cell) => cell.padEnd(width));
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
