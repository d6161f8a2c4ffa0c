/** What a YAML syntax error means to a person, and the edits that would mend it, each tried before it is offered. */
import type { ReadFix, ReadProblem } from '../plan-document.ts';
import { firstLine, type Segment, span } from '../source.ts';
import { type Failure, parseYaml } from './parse.ts';

interface Broken {
  /** The block's text as it was parsed (of the same length as in the segment), and where it starts in the segment. */
  readonly text: string;
  readonly at: number;
  readonly segment: Segment;
  readonly failure: Failure;
}

interface Line {
  readonly start: number;
  readonly text: string;
}

const MEANINGS: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'YAML allows no tab in the indentation. Indent by two spaces.',
  BAD_INDENT:
    'This line does not line up with the lines it belongs to. Indent keys of one block alike, and what is inside a key by two spaces more.',
  BLOCK_AS_IMPLICIT_KEY:
    'A second ": " in one value reads as a mapping inside a mapping. Quote the value, or put the inner keys on lines of their own, indented by two.',
  MULTILINE_IMPLICIT_KEY:
    'This line reads as the continuation of the one above, and then a key comes. Line it up with the keys of its block, or end the line above with a colon.',
  BAD_SCALAR_START: 'A value cannot begin with this character unless it is quoted. Quote the value.',
  BAD_DQ_ESCAPE:
    'Between double quotes a backslash begins an escape, and this one is unknown. Write \\\\ for a backslash, or use single quotes.',
  BLOCK_IN_FLOW:
    'Inside { } or [ ] everything is written in flow form: no lines that begin with "- " or hold a block of their own.',
  UNCLOSED_QUOTE: 'A quote is opened here and not closed before the next key. Close it, or quote the whole value.',
  TOO_DEEP: 'This is nested more than 100 levels deep, and no plan is: it is not read.',
  UNREADABLE: 'This text cannot be read as YAML.',
};

/** The problem at the words where it was found, with the first mend that makes the block readable. */
export function explainFailure(found: Broken): ReadProblem {
  const broken = { ...found, failure: locate(found) };
  const { failure, segment, at, text } = broken;
  const place = wordsAt(text, failure.start);
  const fix = mend(broken);
  return {
    rule: 'yaml-syntax',
    message: messageFor(broken),
    span: firstLine(span(segment, at + place.start, at + place.end)),
    fixes: fix ? [fix] : [],
  };
}

/** The parser stops where it gives up, which is often later than the mistake: at the end of the text, or at the line before. */
function locate({ failure, text }: Broken): Failure {
  if (/closing ["']quote|closing ['"]/i.test(failure.message)) {
    const quote = /(?:^|[\s[{,:])(["'])/.exec(text);
    if (quote) return { ...failure, code: 'UNCLOSED_QUOTE', start: quote.index + quote[0].length - 1 };
  }
  const line = lineAt(text, failure.start);
  const below = nextContent(text, line);
  const takesNoBlock = /^[ \t]*(?:- +)*[^\s#][^#]*?:[ \t]+(?![|>&!#])\S/.test(line.text);
  if (/IMPLICIT_KEY/.test(failure.code) && takesNoBlock && below && indentOf(below) > indentOf(line))
    return { ...failure, code: 'BAD_INDENT', start: below.start + indentOf(below) };
  return failure;
}

function nextContent(text: string, line: Line): Line | undefined {
  let next = text.indexOf('\n', line.start) + 1;
  while (next > 0 && next < text.length) {
    const below = lineAt(text, next);
    if (below.text.trim() !== '') return below;
    next = text.indexOf('\n', next) + 1;
  }
  return undefined;
}

/** Columns before the first word; a list dash counts, since keys line up behind it. */
function indentOf(line: Line): number {
  return /^[ \t]*(?:- +)*/.exec(line.text)?.[0].length ?? 0;
}

function messageFor({ failure, text }: Broken): string {
  const known = MEANINGS[failure.code];
  if (known) return known;
  const line = lineAt(text, failure.start).text;
  if (/[{[]/.test(line))
    return 'The brackets on this line do not pair up as YAML reads them. A value with { } [ ] or a comma inside { … } goes in quotes.';
  if (!/:(\s|$)/.test(line))
    return 'This line is neither `key: value` nor a list item. Write a colon and a space after the key, or indent the line under the value that it continues.';
  return `This is not YAML: ${failure.message.replace(/\s+/g, ' ').replace(/\.?$/, '.')} Quote the value, or indent by two.`;
}

/** The words from `at` to the next white space; the line's words where there are none. */
function wordsAt(text: string, at: number): { start: number; end: number } {
  const line = lineAt(text, Math.min(at, text.length));
  const lineEnd = line.start + line.text.trimEnd().length;
  const start = Math.min(at, lineEnd);
  const words = /^\S{1,80}/.exec(text.slice(start, lineEnd))?.[0].length ?? 0;
  if (words > 0) return { start, end: start + words };
  const indent = line.text.length - line.text.trimStart().length;
  return { start: Math.min(line.start + indent, lineEnd), end: lineEnd };
}

function lineAt(text: string, at: number): Line {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const end = text.indexOf('\n', start);
  return { start, text: text.slice(start, end < 0 ? text.length : end).replace(/\r$/, '') };
}

const NOT_MENDED = new Set(['TOO_DEEP', 'UNREADABLE', 'NO_ENTRY']);

interface Mend {
  readonly title: string;
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

function mend(broken: Broken): ReadFix | undefined {
  // A mend is tried by reading the block again, which a huge block is not worth.
  if (broken.text.length > 20_000 || NOT_MENDED.has(broken.failure.code)) return undefined;
  for (const candidate of candidates(broken)) {
    const mended = broken.text.slice(0, candidate.start) + candidate.newText + broken.text.slice(candidate.end);
    if (!parseYaml(mended).ok) continue;
    const place = span(broken.segment, broken.at + candidate.start, broken.at + candidate.end);
    return { title: candidate.title, edits: [{ span: place, newText: candidate.newText }] };
  }
  return undefined;
}

function* candidates({ text, failure }: Broken): Generator<Mend> {
  const line = lineAt(text, failure.start);
  if (/^[ ]*\t/m.test(text)) yield untab(text);
  if (failure.code === 'BAD_INDENT' || failure.code === 'TAB_AS_INDENT') yield* reindent(text, line);
  yield* requoteInFlow(line, failure.start);
  yield* requote(line);
  yield* reindent(text, line);
}

function untab(text: string): Mend {
  const newText = text.replace(/^[ \t]+/gm, (indent) => indent.replaceAll('\t', '  '));
  return { title: 'Indent with spaces', start: 0, end: text.length, newText };
}

function quoted(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

function* requote(line: Line): Generator<Mend> {
  const match = /^(\s*(?:- +)*(?:[\w.-]+:[ \t]+)?)(\S.*?)([ \t]+#.*|[ \t]*)$/.exec(line.text);
  if (!match?.[2]) return;
  const start = line.start + (match[1] ?? '').length;
  const value = match[2];
  const whole = { title: 'Quote the value', start, end: start + value.length };
  if (/^["']/.test(value)) yield { ...whole, title: 'Close the quote', newText: value + value[0] };
  if (!/^[{[]/.test(value)) yield { ...whole, newText: quoted(value) };
}

/** `{ query: rate(x[5m]), … }`: from the key before the error to each place where the next key or the closing brace could be. */
function* requoteInFlow(line: Line, errorAt: number): Generator<Mend> {
  const keys = [...line.text.matchAll(/[{,]\s*[\w-]+:\s+/g)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
  }));
  const closing = line.text.lastIndexOf('}');
  const before = keys.filter((key) => key.to <= errorAt - line.start + 1).reverse();
  for (const key of before) {
    const ends = [...keys.filter((next) => next.from >= key.to).map((next) => next.from), closing];
    for (const end of ends.filter((end) => end > key.to).slice(0, 8)) {
      const value = line.text.slice(key.to, end).trimEnd();
      if (/^["'{]/.test(value)) continue;
      const start = line.start + key.to;
      yield { title: 'Quote the value', start, end: start + value.length, newText: quoted(value) };
    }
  }
}

function* reindent(text: string, line: Line): Generator<Mend> {
  const own = line.text.length - line.text.trimStart().length;
  const indents = new Set<number>();
  for (const before of text.slice(0, line.start).split('\n').reverse().slice(0, 20))
    if (before.trim()) indents.add(indentOf({ start: 0, text: before }));
  for (const indent of indents)
    if (indent !== own)
      yield { title: `Indent by ${indent}`, start: line.start, end: line.start + own, newText: ' '.repeat(indent) };
}
