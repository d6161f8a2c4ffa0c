/** Indentation: tabs, and lines that do not stand under the lines they belong to. */
import { indentOf, type Line, linesAfter, linesBefore, partsOf } from './lines.ts';
import type { Mend, TextEdit } from './mend.ts';

const TAB = 'YAML allows no tab in the indentation. Indent by two spaces.';
const KEY =
  'This line does not line up with the lines it belongs to. Indent keys of one block alike, and what is inside a key by two spaces more.';
const ITEM = 'This item does not line up with the other items of its list. Indent their dashes alike.';

/** How far a line is looked for that this one could belong to, and how many places are tried. */
const FARTHEST = 12;
const MOST_PLACES = 4;

export function* mendTabs(text: string, line: Line): Generator<Mend> {
  const edits: TextEdit[] = [];
  for (const match of text.matchAll(/^([ \t]*\t[ \t]*)(?=\S)/gm)) {
    const start = match.index;
    edits.push({ start, end: start + match[0].length, newText: match[0].replaceAll('\t', '  ') });
  }
  const first = edits[0];
  if (!first) return;
  const title = 'Indent with spaces';
  yield { message: TAB, title, start: first.start, end: first.end, edits, known: true };
  const own = indentOf(line);
  if (!line.text.slice(0, own).includes('\t')) return;
  for (const column of columnsFor(text, line)) {
    const edit = { start: line.start, end: line.start + own, newText: ' '.repeat(column) };
    yield { message: TAB, title, start: edit.start, end: edit.end, edits: [edit], known: true };
  }
}

/** The line moved to where its neighbours stand: alone, then with what is below it. */
export function* mendIndent(text: string, line: Line): Generator<Mend> {
  const own = indentOf(line);
  const start = line.start + own;
  const end = start + (/^\S{1,80}/.exec(line.text.slice(own))?.[0].length ?? 0);
  const message = isItem(line) ? ITEM : KEY;
  for (const column of columnsFor(text, line)) {
    if (column === own || (isItem(line) && continuesText(text, line, column))) continue;
    const title = `Indent by ${column}`;
    const edits = [{ start: line.start, end: start, newText: ' '.repeat(column) }];
    yield { message, title, start, end, edits, known: true };
    const block = [...edits];
    for (const below of linesAfter(text, line)) {
      const indent = indentOf(below);
      if (indent <= own) break;
      const moved = Math.max(0, indent + column - own);
      block.push({ start: below.start, end: below.start + indent, newText: ' '.repeat(moved) });
    }
    if (block.length > 1) yield { message, title, start, end, edits: block, known: true };
  }
}

/** Below a value and deeper than it, a dash is a part of that value. */
function continuesText(text: string, line: Line, column: number): boolean {
  const [above] = linesBefore(text, line, 1);
  if (!above) return false;
  const { indent, value } = partsOf(above);
  return column > indent && value.text !== '' && !/^[|>]/.test(value.text);
}

function isItem(line: Line): boolean {
  return /^\s*-(?:\s|$)/.test(line.text);
}

/** Where the lines around it stand: dashes under dashes, keys under keys; the least move first. */
function columnsFor(text: string, line: Line): number[] {
  const own = partsOf(line);
  const columns = new Set<number>();
  const consider = (other: Line): void => {
    const parts = partsOf(other);
    if (own.dash) {
      if (parts.dash) columns.add(parts.indent);
      else if (parts.key && parts.value.text === '') columns.add(parts.indent + 2).add(parts.indent);
    } else columns.add(parts.column);
  };
  const above = [...linesBefore(text, line, FARTHEST)];
  above.forEach(consider);
  for (const below of linesAfter(text, line, 2)) consider(below);
  const sorted = [...columns].sort((a, b) => Math.abs(a - own.indent) - Math.abs(b - own.indent));
  // A line of a text stands under the line before it.
  const beside = own.key || own.dash || !above[0] ? [] : [indentOf(above[0])];
  return [...new Set([...beside, ...sorted])].slice(0, MOST_PLACES + 1);
}
