/**
 * Cuts a YAML document into pieces that can each be read alone, by indentation: the entries of maps and the items of lists, down to
 * where they are small. What it cannot be sure of it does not cut.
 */
import { type LineIndex, NO_CONTENT } from './line-index.ts';

/** Text to be read alone: the entry of a map or the item of a list, with the comments and blank lines below it. */
export interface Piece {
  readonly kind: 'entry' | 'item';
  readonly start: number;
  readonly end: number;
}

/** A key that stands alone on its line, with what stands below it in pieces. */
export interface Branch {
  readonly kind: 'branch';
  readonly start: number;
  /** Behind the line of the key. */
  readonly end: number;
  readonly key: { readonly from: number; readonly to: number };
  readonly size: Size;
  readonly below: Cut | Moved;
}

/** Everything is as it was before, `by` characters further down. */
export interface Moved {
  readonly kind: 'moved';
  readonly by: number;
}

/** Of a key with all that stands below it. What that is cut into follows from its text and from how deep it stands. */
export interface Size {
  readonly length: number;
  readonly depth: number;
}

export interface Cut {
  readonly kind: 'map' | 'list';
  readonly parts: readonly (Piece | Branch)[];
}

/** Reading a piece costs something in itself: smaller ones are read together. */
const SMALLEST_CUT = 1000;
const SMALLEST_AVERAGE = 60;
const MANY = 100;
/** A plan has four levels that are worth it: parts, lists, items, and what an item holds. */
const DEEPEST_CUT = 4;

/** A word as the key. Everything else that can be a key is rare where cutting pays. */
const KEY = /[A-Za-z_][\w.-]*:(?=[ \t\r\n]|$)/y;
const NOTHING_BEHIND = /(?:[ \t]+#.*|[ \t]*)\r?(?:\n|$)/y;
const MARKER = /---[ \t]*(?:#[^\n]*)?\r?(?:\n|$)/y;
const ONLY_COMMENTS = /^(?:[ \t]*(?:#[^\n]*)?\r?\n)*$/;
const [DASH, SPACE, LF, CR, TAB] = [45, 32, 10, 13, 9] as const;

export interface CutOptions {
  /** Text of fewer characters is read in one piece. */
  readonly smallest?: number | undefined;
  /** Where the branch was before, if it had the same text there. It is not cut again. */
  readonly known?: (start: number, size: Size) => Moved | undefined;
}

/** Nothing where the text is not one map whose every line at the outermost depth is beyond doubt. */
export function cutText(
  text: string,
  lines: LineIndex,
  { smallest = SMALLEST_CUT, known = () => undefined }: CutOptions,
): Cut | undefined {
  return new Cutter(text, lines, smallest, known).document();
}

class Cutter {
  constructor(
    private readonly text: string,
    private readonly lines: LineIndex,
    private readonly smallest: number,
    private readonly known: (start: number, size: Size) => Moved | undefined,
  ) {}

  document(): Cut | undefined {
    let from = 0;
    const first = this.contentFrom(0, this.lines.count);
    if (first === undefined) return undefined;
    const start = this.startOf(first);
    MARKER.lastIndex = start;
    if (this.lines.indents[first] === 0 && MARKER.test(this.text)) {
      if (!this.isOnlyComments(0, first)) return undefined;
      from = first + 1;
    }
    const cut = this.below(from, this.lines.count, 0);
    return cut?.kind === 'map' ? cut : undefined;
  }

  /** What stands in these lines, cut at the depth of the first. */
  private below(from: number, to: number, depth: number): Cut | undefined {
    const first = this.contentFrom(from, to);
    if (first === undefined) return undefined;
    const own = this.lines.indents[first] as number;
    const isList = this.isItem(first);
    const heads = this.headsAt(own, first, to, isList);
    if (!heads || !this.isWorthIt(from, to, heads.length, depth)) return undefined;
    const parts = heads.map((line, at) => {
      const next = heads[at + 1] ?? to;
      return isList
        ? this.piece('item', at === 0 ? from : line, next)
        : this.entry(at === 0 ? from : line, line, next, depth);
    });
    return { kind: isList ? 'list' : 'map', parts };
  }

  private isWorthIt(from: number, to: number, count: number, depth: number): boolean {
    const length = this.startOf(to) - this.startOf(from);
    if (count > MANY && length < count * SMALLEST_AVERAGE) return false;
    return depth === 0 || length >= this.smallest;
  }

  /** The lines that begin an entry or an item; nothing where one of that depth begins something else. */
  private headsAt(own: number, first: number, to: number, isList: boolean): number[] | undefined {
    const { indents } = this.lines;
    const heads: number[] = [];
    for (let line = first; line < to; line++) {
      const indent = indents[line] as number;
      if (indent > own || indent === NO_CONTENT) continue;
      if (indent < own) return undefined;
      const isItem = this.isItem(line);
      // Dashes may stand as deep as the key of their list.
      if (isItem && !isList && line > first) continue;
      if (isItem !== isList || !(isItem || this.behindKey(line) > 0)) return undefined;
      heads.push(line);
    }
    return heads;
  }

  /** `from`: where what belongs to the entry begins, a comment above the first one included. */
  private entry(from: number, line: number, to: number, depth: number): Piece | Branch {
    const behind = this.behindKey(line);
    NOTHING_BEHIND.lastIndex = behind;
    if (depth >= DEEPEST_CUT || !NOTHING_BEHIND.test(this.text) || !this.isOnlyComments(from, line))
      return this.piece('entry', from, to);
    const start = this.startOf(from);
    const size = { length: this.startOf(to) - start, depth };
    const below = this.known(start, size) ?? this.below(line + 1, to, depth + 1);
    if (!below) return this.piece('entry', from, to);
    const key = { from: this.contentOf(line), to: behind - 1 };
    return { kind: 'branch', start, end: this.startOf(line + 1), key, size, below };
  }

  /** Closing brackets and tabs, too, begin nothing; they are a mistake where nothing stands above. */
  private isOnlyComments(from: number, to: number): boolean {
    return ONLY_COMMENTS.test(this.text.slice(this.startOf(from), this.startOf(to)));
  }

  private piece(kind: Piece['kind'], from: number, to: number): Piece {
    return { kind, start: this.startOf(from), end: this.startOf(to) };
  }

  /** Where what stands behind the key of the line and its colon begins; 0 where the line begins with none. */
  private behindKey(line: number): number {
    KEY.lastIndex = this.contentOf(line);
    KEY.test(this.text);
    return KEY.lastIndex;
  }

  private isItem(line: number): boolean {
    const at = this.contentOf(line);
    if (this.text.charCodeAt(at) !== DASH) return false;
    const next = this.text.charCodeAt(at + 1);
    return Number.isNaN(next) || next === SPACE || next === LF || next === CR || next === TAB;
  }

  private contentFrom(from: number, to: number): number | undefined {
    for (let line = from; line < to; line++) if (this.lines.indents[line] !== NO_CONTENT) return line;
    return undefined;
  }

  private contentOf(line: number): number {
    return this.startOf(line) + (this.lines.indents[line] as number);
  }

  private startOf(line: number): number {
    return line < this.lines.count ? (this.lines.starts[line] as number) : this.text.length;
  }
}
