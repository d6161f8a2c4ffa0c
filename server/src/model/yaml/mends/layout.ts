/** Indentation: tabs, and lines that do not stand under the lines they belong to. */
import * as l10n from '@vscode/l10n';
import { matched } from '../../../util/matched.ts';
import { indentOf, type Line, lineAt, linesAfter, linesBefore, partsOf } from './lines.ts';
import type { Mend, TextEdit } from './mend.ts';

const TAB = l10n.t('YAML allows no tab in the indentation. Indent by two spaces.');
const KEY = l10n.t(
  'This line does not line up with the lines it belongs to. Indent keys of one block alike, and what is inside a key by two spaces more.',
);
const ITEM = l10n.t('This item does not line up with the other items of its list. Indent their dashes alike.');

/** How many lines are looked at for those that this one could belong to, and how many places are tried. */
const FARTHEST = 1000;
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

/** A carriage return ends a line for an editor, but not for most YAML readers. */
export function* mendLineEndings(text: string): Generator<Mend> {
  const edits = [...text.matchAll(/\r(?!\n)/g)].map(({ index }) => ({ start: index, end: index + 1, newText: '\n' }));
  const [first] = edits;
  if (!first) return;
  const { start } = lineAt(text, first.start);
  const message = l10n.t(
    'A line ends with a carriage return alone, which YAML reads on over. End lines with a line feed.',
  );
  yield { message, title: l10n.t('End lines with a line feed'), start, end: first.start, edits, known: true };
}

/** The line moved to where its neighbours stand: alone, then with what is below it. */
export function* mendIndent(text: string, line: Line): Generator<Mend> {
  const own = indentOf(line);
  const start = line.start + own;
  const end = start + matched(/^\S{1,80}/.exec(line.text.slice(own))).length;
  const message = isItem(line) ? ITEM : KEY;
  for (const column of columnsFor(text, line)) {
    if (column === own || (isItem(line) && continuesText(text, line, column))) continue;
    // There it would begin another document.
    if (column === 0 && /^\s*(?:---|\.\.\.)(?:\s|$)/.test(line.text)) continue;
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

/** A key that stands where the dashes of its list do, with further keys under where it would be: an item without its dash. */
export function* mendLostDash(text: string, line: Line): Generator<Mend> {
  const own = partsOf(line);
  const [below] = linesAfter(text, line, 1);
  if (!own.key || own.dash || !below || indentOf(below) !== own.indent + 2) return;
  if (!ancestors(text, line).some((above) => isItem(above) && indentOf(above) === own.indent)) return;
  const { start, end } = own.key;
  const message = l10n.t(
    'A key cannot stand between the items of a list. If an item begins here, put a dash in front of it.',
  );
  yield {
    message,
    title: l10n.t('Begin an item here'),
    start,
    end,
    edits: [{ start, end: start, newText: '- ' }],
    known: true,
  };
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

/** The lines that one may belong to, the nearest first: the line above, and those that stand less and less deep. */
function ancestors(text: string, line: Line): Line[] {
  const lines: Line[] = [];
  let least = Number.POSITIVE_INFINITY;
  for (const above of linesBefore(text, line, FARTHEST)) {
    const indent = indentOf(above);
    if (indent >= least) continue;
    least = indent;
    lines.push(above);
    if (indent === 0) break;
  }
  return lines;
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
  const above = ancestors(text, line);
  above.forEach(consider);
  for (const below of linesAfter(text, line, 2)) consider(below);
  const sorted = [...columns].sort((a, b) => Math.abs(a - own.indent) - Math.abs(b - own.indent));
  // A line of a text stands under the line before it.
  const beside = own.key || own.dash || !above[0] ? [] : [indentOf(above[0])];
  return [...new Set([...beside, ...sorted])].slice(0, MOST_PLACES + 1);
}

const WRAPPED = l10n.t(
  'What stands between brackets may go on below, but deeper than the key. Indent these lines further.',
);
const MOST_LINES = 30;

/** `[` on one line, the rest on lines that are not indented further. `open`: where the bracket is. */
export function* mendWrapped(text: string, open: number): Generator<Mend> {
  const first = lineAt(text, open);
  const column = partsOf(first).column;
  let depth = countBrackets(text.slice(open, first.end));
  const edits: TextEdit[] = [];
  for (const line of linesAfter(text, first, MOST_LINES)) {
    if (depth <= 0) break;
    depth += countBrackets(line.text);
    const own = indentOf(line);
    if (own <= column) edits.push({ start: line.start, end: line.start + own, newText: ' '.repeat(column + 2) });
  }
  const [edit] = edits;
  if (depth !== 0 || !edit) return;
  const line = lineAt(text, edit.start);
  const start = line.start + indentOf(line);
  const title = `Indent by ${column + 2}`;
  yield { message: WRAPPED, title, start, end: line.start + line.text.trimEnd().length, edits, known: true };
}

function countBrackets(text: string): number {
  return (text.match(/[[{]/g)?.length ?? 0) - (text.match(/[\]}]/g)?.length ?? 0);
}
