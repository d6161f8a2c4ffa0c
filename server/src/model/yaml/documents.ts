/**
 * Cuts a text into YAML documents before it is parsed: `---` and `...` at the start of a line end a document in every context of YAML,
 * so that a mistake in one spoils no other.
 */
import type { NonEmpty } from '../../util/non-empty.ts';
import type { OffsetRange } from '../source.ts';

/** Offsets of each document; at least one. Comments and directives before a marker belong to the document that it opens. */
export function cutDocuments(text: string): NonEmpty<OffsetRange> {
  const documents: OffsetRange[] = [];
  let start = 0;
  let read = 0;
  let blank = true;
  let opened = false;
  const cutAt = (end: number): void => {
    if (!blank) documents.push({ start, end });
    start = end;
    blank = true;
    opened = false;
  };
  for (const marker of text.matchAll(/^(?:---|\.\.\.)(?=[ \t\r\n]|$)/gm)) {
    blank &&= isBlank(text.slice(read, marker.index));
    read = text.indexOf('\n', marker.index) + 1 || text.length;
    if (marker[0] === '...') {
      cutAt(read);
      continue;
    }
    // A document that was opened and holds nothing is none.
    if (!blank || opened) cutAt(marker.index);
    opened = true;
    blank = /^---[ \t]*(?:#.*)?$/.test(text.slice(marker.index, read).trimEnd());
  }
  blank &&= isBlank(text.slice(read));
  if (!blank) documents.push({ start, end: text.length });
  const [first = { start: 0, end: text.length }, ...others] = documents;
  return [first, ...others];
}

/** Nothing but comments, directives and white space. */
export function isBlank(text: string): boolean {
  return !/^(?!\uFEFF?[ \t]*(?:#|\r?$)|%)/m.test(text) || text.trim() === '';
}
