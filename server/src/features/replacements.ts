/** Changes of a text by offsets. */
import type { OffsetRange } from '../model/source.ts';

export interface Replacement extends OffsetRange {
  readonly newText: string;
}

/** The text after replacements that do not overlap. */
export function changed(text: string, replacements: readonly Replacement[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end, newText } of [...replacements].sort((a, b) => a.start - b.start)) {
    pieces.push(text.slice(at, start), newText);
    at = end;
  }
  return pieces.join('') + text.slice(at);
}
