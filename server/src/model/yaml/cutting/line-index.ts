/** Where the lines of a text begin and how deep they are indented; after an edit only the lines that it touched are looked at again. */
import type { TextDelta } from '../../../util/text-change.ts';

export interface LineIndex {
  readonly count: number;
  readonly starts: Int32Array;
  /** Columns before the first character; `NO_CONTENT` where nothing on the line can begin a node. */
  readonly indents: Int16Array;
}

/** Blank lines, comments, closing brackets, and tabs, which have no width that YAML knows: they belong to what stands above. */
export const NO_CONTENT = -1;
const DEEPEST = 1000;

const [LF, TAB, CR, SPACE, HASH, CLOSING_BRACKET, CLOSING_BRACE, NO_BREAK_SPACE] = [
  10, 9, 13, 32, 35, 93, 125, 160,
] as const;

export function indexLines(text: string, from: number): LineIndex {
  const lines = new Growing();
  lines.scan(text, from, text.length);
  return lines.finish();
}

/** The index of `text`, from the index of the text before the edit. Both begin at the same offset. */
export function updateLines(before: LineIndex, text: string, { prefix, endBefore, endAfter }: TextDelta): LineIndex {
  const first = Math.max(lineAt(before, prefix), 0);
  // A line begins where it did if the line break in front of it was left alone.
  const kept = lineAt(before, endBefore) + 1;
  const shift = endAfter - endBefore;
  const keptStart = kept < before.count ? (before.starts[kept] as number) + shift : text.length;
  const anew = new Growing();
  anew.scan(text, before.starts[first] ?? 0, keptStart);
  const middle = anew.finish();
  const count = first + middle.count + Math.max(before.count - kept, 0);
  const starts = new Int32Array(count);
  const indents = new Int16Array(count);
  starts.set(before.starts.subarray(0, first));
  indents.set(before.indents.subarray(0, first));
  starts.set(middle.starts, first);
  indents.set(middle.indents, first);
  starts.set(before.starts.subarray(kept, before.count), first + middle.count);
  indents.set(before.indents.subarray(kept, before.count), first + middle.count);
  if (shift !== 0) for (let at = first + middle.count; at < count; at++) starts[at] = (starts[at] as number) + shift;
  return { count, starts, indents };
}

/** The last line that begins at or before the offset; -1 where none does. */
function lineAt({ starts, count }: LineIndex, offset: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] as number) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

class Growing {
  private count = 0;
  private starts = new Int32Array(64);
  private indents = new Int16Array(64);

  scan(text: string, from: number, to: number): void {
    for (let start = from; start < to; ) {
      const end = text.indexOf('\n', start);
      const next = end < 0 ? text.length : end + 1;
      this.add(start, indentOf(text, start, next));
      start = next;
    }
  }

  finish(): LineIndex {
    const { count } = this;
    return { count, starts: this.starts.slice(0, count), indents: this.indents.slice(0, count) };
  }

  private add(start: number, indent: number): void {
    if (this.count === this.starts.length) {
      const [starts, indents] = [new Int32Array(this.count * 2), new Int16Array(this.count * 2)];
      starts.set(this.starts);
      indents.set(this.indents);
      this.starts = starts;
      this.indents = indents;
    }
    this.starts[this.count] = start;
    this.indents[this.count++] = indent;
  }
}

function indentOf(text: string, start: number, next: number): number {
  let at = start;
  while (at < next && text.charCodeAt(at) === SPACE) at++;
  if (at === next) return NO_CONTENT;
  switch (text.charCodeAt(at)) {
    case LF:
    case CR:
    case TAB:
    case HASH:
    case CLOSING_BRACKET:
    case CLOSING_BRACE:
    case NO_BREAK_SPACE:
      return NO_CONTENT;
    default:
      return Math.min(at - start, DEEPEST);
  }
}
