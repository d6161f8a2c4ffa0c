/** Changes while they are being made: in offsets of the whole text, with slots still unnumbered; and how they become text changes. */
import type { TextChange } from '../../edit.ts';
import { type Segment, span } from '../../source.ts';
import { lineStart } from './places.ts';
import { hasSlots, mapText, plainText, slotCount, snippetText, type Words } from './words.ts';

export interface Change {
  readonly from: number;
  readonly to: number;
  readonly words: Words;
  /** Indentation of what is inserted: of two insertions at the end of one line, the deeper one comes first. */
  readonly column: number;
}

/** Of two changes that overlap the larger one stands; of two alike, the later. */
export function addChange(changes: readonly Change[], change: Change): readonly Change[] {
  const against = changes.filter((other) => overlaps(other, change));
  if (against.length === 0) return [...changes, change];
  if (against.some((other) => other.to - other.from > change.to - change.from)) return changes;
  return [...changes.filter((other) => !against.includes(other)), change];
}

function overlaps(a: Change, b: Change): boolean {
  if (a.from === a.to && b.from === b.to) return false;
  return a.from < b.to && b.from < a.to;
}

export function toTextChanges(
  changes: readonly Change[],
  text: string,
  eol: string,
  segment: Segment,
): readonly TextChange[] {
  const finished: TextChange[] = [];
  let slots = 0;
  let before = 0;
  for (const change of joinInsertions(changes)) {
    const { from, to, words } = fromLineStart(change, text, before);
    const written = eol === '\n' ? words : mapText(words, (part) => part.replace(/\r?\n/g, eol));
    const place = span(segment, from - segment.start, to - segment.start);
    const newText = plainText(written);
    finished.push(
      hasSlots(written) ? { span: place, newText, snippet: snippetText(written, slots + 1) } : { span: place, newText },
    );
    slots += slotCount(written);
    before = to;
  }
  return finished;
}

/** In the order of the text; what is inserted at one place becomes one change. */
function joinInsertions(changes: readonly Change[]): Change[] {
  const sorted = [...changes].sort((a, b) => a.from - b.from || a.to - b.to || b.column - a.column);
  const joined: Change[] = [];
  for (const change of sorted) {
    const last = joined.at(-1);
    if (last && last.from === last.to && last.from === change.from && change.to === change.from)
      joined[joined.length - 1] = { ...last, words: [...last.words, ...change.words] };
    else joined.push(change);
  }
  return joined;
}

/**
 * Editors indent the further lines of a snippet as the line is indented that it is put into, which would indent them twice. A snippet
 * of several lines therefore begins with its line.
 */
function fromLineStart(change: Change, text: string, before: number): Change {
  const start = lineStart(text, change.from);
  const indented = /^[ \t]/.test(text.slice(start, change.from));
  if (!indented || start < before || !hasSlots(change.words) || !plainText(change.words).includes('\n')) return change;
  return { ...change, from: start, words: [text.slice(start, change.from), ...change.words] };
}
