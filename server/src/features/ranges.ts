/** From spans to the ranges of LSP. */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { firstLine, offsets, type Span } from '../model/source.ts';
import type { Range } from './types.ts';

export function rangeOf(place: Span, document: TextDocument): Range {
  const { start, end } = offsets(place);
  return { start: document.positionAt(start), end: document.positionAt(end) };
}

/** For squiggles: never more than one line, and never nothing. */
export function lineRangeOf(place: Span, document: TextDocument): Range {
  return rangeOf(firstLine(place), document);
}

export function overlaps(a: Range, b: Range): boolean {
  return !before(a.end, b.start) && !before(b.end, a.start);
}

function before(a: Range['start'], b: Range['start']): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
