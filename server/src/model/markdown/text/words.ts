/** Text cut out of a source with the place of every character: what is stripped or unescaped on the way still has its offsets. */
import type { Segment, Span } from '../../source.ts';
import { span } from '../../source.ts';

/** `length` characters of the words that stand at `at` in the segment, `width` characters wide there (an entity is wider than what it says). */
interface Piece {
  readonly from: number;
  readonly length: number;
  readonly at: number;
  readonly width: number;
}

export interface Words {
  readonly segment: Segment;
  readonly text: string;
  /** In order, without gaps in `from`. Never empty: empty words have one empty piece that says where they would be. */
  readonly pieces: readonly [Piece, ...Piece[]];
}

/** Words as they stand in the segment from `at` on. */
export function wordsAt(segment: Segment, at: number, text: string): Words {
  return { segment, text, pieces: [{ from: 0, length: text.length, at, width: text.length }] };
}

/** Builds words from left to right, out of runs of other words and of characters that stand for something else. */
export class WordsBuilder {
  readonly #segment: Segment;
  readonly #fallback: number;
  #text = '';
  #pieces: Piece[] = [];

  constructor(segment: Segment, fallback: number) {
    this.#segment = segment;
    this.#fallback = fallback;
  }

  /** `text` stands for the `width` characters at `at`. */
  add(text: string, at: number, width = text.length): this {
    if (text === '') return this;
    const last = this.#pieces.at(-1);
    const continues = last && last.at + last.width === at && last.length === last.width && text.length === width;
    if (continues) {
      this.#pieces[this.#pieces.length - 1] = { ...last, length: last.length + text.length, width: last.width + width };
    } else {
      this.#pieces.push({ from: this.#text.length, length: text.length, at, width });
    }
    this.#text += text;
    return this;
  }

  /** Characters `from` to `to` of other words. */
  copy(words: Words, from: number, to: number): this {
    const { pieces } = words;
    for (let index = pieceIndex(words, from); index < pieces.length; index++) {
      const piece = pieces[index] as Piece;
      if (piece.from >= to) break;
      const start = Math.max(from, piece.from);
      const end = Math.min(to, piece.from + piece.length);
      if (start >= end) continue;
      const text = words.text.slice(start, end);
      if (piece.length === piece.width) this.add(text, piece.at + start - piece.from);
      else this.add(text, piece.at, piece.width);
    }
    return this;
  }

  build(): Words {
    const [first, ...rest] = this.#pieces;
    if (!first) return wordsAt(this.#segment, this.#fallback, '');
    return { segment: this.#segment, text: this.#text, pieces: [first, ...rest] };
  }
}

/** Where characters `from` to `to` of the words stand. */
export function placeOf(words: Words, from = 0, to = words.text.length): Span {
  const start = offsetOf(words, from, 'start');
  const end = to > from ? offsetOf(words, to, 'end') : start;
  return span(words.segment, start, Math.max(start, end));
}

/** The offset in the segment of the character at `index`, or of the end of the one before it. */
function offsetOf(words: Words, index: number, side: 'start' | 'end'): number {
  const piece = side === 'start' ? pieceAt(words, index) : pieceAt(words, index - 1);
  const inside = Math.min(Math.max(index - piece.from, 0), piece.length);
  if (piece.length === piece.width) return piece.at + inside;
  return inside > 0 ? piece.at + piece.width : piece.at;
}

function pieceAt(words: Words, index: number): Piece {
  return words.pieces[pieceIndex(words, index)] as Piece;
}

/** The piece that holds the character at `index`: the last one that begins at or before it. */
function pieceIndex({ pieces }: Words, index: number): number {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((pieces[middle] as Piece).from <= index) low = middle;
    else high = middle - 1;
  }
  return low;
}

export function sliceWords(words: Words, from: number, to = words.text.length): Words {
  const start = Math.max(0, Math.min(from, words.text.length));
  const end = Math.max(start, Math.min(to, words.text.length));
  if (start === 0 && end === words.text.length) return words;
  return new WordsBuilder(words.segment, offsetOf(words, start, 'start')).copy(words, start, end).build();
}

export function trimWords(words: Words): Words {
  const { text } = words;
  let from = 0;
  let to = text.length;
  while (from < to && isBlank(text.charCodeAt(from))) from++;
  while (to > from && isBlank(text.charCodeAt(to - 1))) to--;
  return sliceWords(words, from, to);
}

/** Lines of one paragraph, as one line: a line break in Markdown is a space. */
export function joinLines(lines: readonly Words[]): Words | undefined {
  return joinWords(lines, ' ');
}

/** Words that stand apart, as one run of words; nothing where there are none. */
export function joinWords([first, ...rest]: readonly Words[], separator: string): Words | undefined {
  if (!first || rest.length === 0) return first;
  const joined = new WordsBuilder(first.segment, first.pieces[0].at).copy(first, 0, first.text.length);
  let { to } = placeOf(first);
  for (const part of rest) {
    joined.add(separator, to, 0).copy(part, 0, part.text.length);
    to = placeOf(part).to;
  }
  return joined.build();
}

/** Space, tab, line ends, and the no-break space that editors leave behind. */
export function isBlank(code: number): boolean {
  return (
    code === 0x20 || code === 0x09 || code === 0x0a || code === 0x0d || code === 0xa0 || code === 0x0b || code === 0x0c
  );
}
