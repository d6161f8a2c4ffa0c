/** Which mends to try on a text that cannot be read, the likeliest first. */
import { messageForFailure } from '../explain.ts';
import { writtenTokens } from '../lexemes.ts';
import { mendFlow } from './flow.ts';
import { mendBlockHeader, mendHabits, mendMissingColon } from './keys.ts';
import { mendIndent, mendLineEndings, mendLostDash, mendTabs, mendWrapped } from './layout.ts';
import { hasContent, indentOf, type Line, lineAt, linesAfter, linesBefore, partsOf } from './lines.ts';
import type { Broken, Mend } from './mend.ts';
import { mendPlain, mendQuotes, mendTwoKeys } from './values.ts';

export function* guessMends(broken: Broken): Generator<Mend> {
  const { text, failure } = broken;
  const here = lineAt(text, failure.start);
  yield* mendLineEndings(text);
  yield* mendTabs(text, here);
  // A word alone is a key that somebody is about to write: most often by far, and nothing to be mended.
  const typed = [here, ...linesBefore(text, here, 1)].filter((line) => /^\s*[\w-]+\s*$/.test(line.text));
  for (const line of typed) yield* mask(line, broken);
  const opened = openedBefore(text, failure.start);
  const suspects = suspectLines(broken, opened);
  const neighbours = withNext(text, suspects);
  for (const line of neighbours) yield* mendHabits(line);
  for (const line of suspects) {
    const [below] = linesAfter(text, line, 1);
    yield* mendBlockHeader(line, below);
  }
  if (opened.bracket !== undefined) yield* mendWrapped(text, opened.bracket);
  for (const line of suspects) {
    const parts = partsOf(line);
    yield* mendQuotes(parts);
    yield* mendFlow(parts);
    yield* mendTwoKeys(parts);
  }
  for (const line of suspects) yield* mendLostDash(text, line);
  for (const line of neighbours) if (isMisplaced(text, line)) yield* mendIndent(text, line);
  for (const line of suspects) yield* mendPlain(partsOf(line));
  if (hasLeftItsText(text, here)) yield* mendIndent(text, here);
  if (!isMisplaced(text, here) && /^\s*(?:- |.*:(?:\s|$))/.test(here.text)) yield* mendIndent(text, here);
  for (const line of suspects) yield* mendMissingColon(line);
  for (const line of suspects) yield* mask(line, broken);
}

/**
 * The parser gives up at the mistake, or on the line after it, or where a quote or a bracket that was never closed swallowed too much:
 * the lines on which one of these may be, the likeliest first.
 */
function suspectLines({ text, failure }: Broken, { quote, bracket }: Opened): Line[] {
  const here = lineAt(text, Math.min(failure.start, text.length));
  const lines: Line[] = [];
  if (quote !== undefined) lines.push(lineAt(text, quote));
  if (bracket !== undefined) lines.push(lineAt(text, bracket));
  if (hasContent(here)) lines.push(here);
  const [above] = linesBefore(text, here, 1);
  if (above) lines.push(above);
  return lines.filter((line, at) => lines.findIndex((other) => other.start === line.start) === at);
}

/** A line that stands too deep is often found on the line above it, which it seems to continue. */
function withNext(text: string, suspects: readonly Line[]): Line[] {
  return suspects.flatMap((line) => {
    const [next] = linesAfter(text, line, 1);
    return next && !suspects.some((other) => other.start === next.start) ? [line, next] : [line];
  });
}

interface Opened {
  readonly quote?: number;
  readonly bracket?: number;
}

/** Where the last quote that spans lines begins, and the first bracket that is open at `until`. */
function openedBefore(text: string, until: number): Opened {
  let quote: number | undefined;
  const brackets: number[] = [];
  for (const { at, token } of writtenTokens(text)) {
    if (at > until) break;
    if (/^["']/.test(token) && (/[\r\n]/.test(token) || token.length === 1 || !token.endsWith(token.charAt(0))))
      quote = at;
    else if (token === '{' || token === '[') brackets.push(at);
    else if (token === '}' || token === ']') brackets.pop();
  }
  return { ...(quote === undefined ? {} : { quote }), ...(brackets[0] === undefined ? {} : { bracket: brackets[0] }) };
}

/** A line that stands under none of the lines above it that it could belong to. */
function isMisplaced(text: string, line: Line): boolean {
  const own = indentOf(line);
  let least = Number.POSITIVE_INFINITY;
  for (const above of linesBefore(text, line)) {
    const { indent, column, key, value } = partsOf(above);
    if (indent >= least) continue;
    if (own === indent || own === column) return false;
    // Deeper is right only under a key that holds nothing yet.
    if (own > column) return least !== Number.POSITIVE_INFINITY || !(key && value.text === '');
    least = indent;
  }
  return least !== Number.POSITIVE_INFINITY;
}

/** A line that stands less deep than the text above it, a block of which it looks like the next line. */
function hasLeftItsText(text: string, line: Line): boolean {
  const { key, dash } = partsOf(line);
  const [above] = linesBefore(text, line, 1);
  if (key || dash || !above) return false;
  for (const before of linesBefore(text, above))
    if (indentOf(before) < indentOf(above)) return /[|>][-+\d]*[ \t]*(?:#.*)?$/.test(before.text);
  return false;
}

/** No fix, but a way to read the rest: the value is taken for unknown, or else the whole line for absent. */
function* mask(line: Line, { failure, text }: Broken): Generator<Mend> {
  const { key, dash, value } = partsOf(line);
  const message = messageForFailure({ failure, text });
  const start = line.start + indentOf(line);
  const end = Math.max(value.end, start);
  if ((key || dash) && value.text !== '') {
    const edits = [{ start: value.start, end: value.end, newText: 'x'.repeat(value.text.length) }];
    yield { message, start: value.start, end, edits, known: false };
  }
  const edits = [{ start, end: line.end, newText: ' '.repeat(line.end - start) }];
  yield { message, start, end, edits, known: false };
}
