/** Text and snippets: what VS Code does with a snippet that the server does not expect, and text that is to be tabbed through. */
import type { NewFile } from '../../server/src/protocol.ts';

interface Edit {
  range: {
    start: { readonly line: number; readonly character: number };
    readonly end: { readonly line: number };
  };
  snippet?: { value: string };
}

/**
 * VS Code indents the further lines of a snippet like the line in which it is inserted; the server's snippets are indented already.
 * An edit that begins at the start of its line is left alone, so each edit is widened, in place, to begin there.
 * `lineAt` gives a line of the document before the edits.
 */
export function keepIndentation(edits: readonly Edit[], lineAt: (line: number) => string): void {
  for (const edit of edits) {
    const { start } = edit.range;
    if (edit.snippet === undefined || !edit.snippet.value.includes('\n')) continue;
    const before = lineAt(start.line).slice(0, start.character);
    if (!/^[ \t]/.test(before) || edits.some((other) => other !== edit && other.range.end.line === start.line))
      continue;
    edit.range = { ...edit.range, start: { line: start.line, character: 0 } };
    edit.snippet.value = escapeSnippet(before) + edit.snippet.value;
  }
}

/** A new file's text, with its placeholders in the order in which they stand. */
export function asSnippet({ text, placeholders }: Pick<NewFile, 'text' | 'placeholders'>): string {
  const ordered = [...placeholders].sort((a, b) => a.start - b.start);
  let snippet = '';
  let end = 0;
  ordered.forEach((place, index) => {
    const words = escapeSnippet(text.slice(place.start, place.end));
    snippet += `${escapeSnippet(text.slice(end, place.start))}\${${index + 1}:${words}}`;
    end = place.end;
  });
  return snippet + escapeSnippet(text.slice(end));
}

/** Text as a snippet that stands for itself. */
function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
