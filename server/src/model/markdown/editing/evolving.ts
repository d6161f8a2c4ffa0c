/**
 * A text that several edits change one after the other, each made for the text that the last one left. At the end it says what changed in
 * the first text, as changes that do not overlap.
 */
export interface Change {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** A placeholder in new text, by its offsets there. */
export interface Mark {
  readonly from: number;
  readonly to: number;
}

type Piece =
  | { readonly kind: 'kept'; readonly from: number; readonly to: number }
  | { readonly kind: 'new'; readonly text: string; readonly marks: readonly Mark[] };

export interface MarkedChange extends Change {
  readonly marks: readonly Mark[];
}

export class EvolvingText {
  readonly #first: string;
  #pieces: Piece[];
  text: string;

  constructor(text: string) {
    this.#first = text;
    this.text = text;
    this.#pieces = text === '' ? [] : [{ kind: 'kept', from: 0, to: text.length }];
  }

  /** Changes that do not overlap, in terms of the text as it is before them. */
  apply(changes: readonly Change[]): void {
    const ordered = [...changes].sort((a, b) => a.from - b.from);
    const pieces: Piece[] = [];
    const texts: string[] = [];
    let at = 0;
    const rest = takerOf(this.#pieces);
    for (const { from, to, text } of ordered) {
      pieces.push(...rest(from - at));
      rest(to - from);
      if (text !== '') pieces.push({ kind: 'new', text, marks: [] });
      texts.push(this.text.slice(at, from), text);
      at = to;
    }
    this.#pieces = [...pieces, ...rest(this.text.length - at)];
    this.text = texts.join('') + this.text.slice(at);
  }

  /** Marks a run of the text as a placeholder, where an edit has written it. */
  mark(from: number, to: number): void {
    let at = 0;
    this.#pieces = this.#pieces.map((piece) => {
      const start = at;
      at += lengthOf(piece);
      if (piece.kind === 'kept' || from < start || to > at) return piece;
      return { ...piece, marks: [...piece.marks, { from: from - start, to: to - start }] };
    });
  }

  changes(): readonly MarkedChange[] {
    const changes: MarkedChange[] = [];
    let at = 0;
    let text = '';
    let marks: Mark[] = [];
    const flush = (to: number) => {
      if (at < to || text !== '') changes.push(trimmed({ from: at, to, text, marks }, this.#first));
      text = '';
      marks = [];
    };
    for (const piece of this.#pieces) {
      if (piece.kind === 'new') {
        marks.push(...piece.marks.map((mark) => ({ from: mark.from + text.length, to: mark.to + text.length })));
        text += piece.text;
        continue;
      }
      flush(piece.from);
      at = piece.to;
    }
    flush(this.#first.length);
    return changes.filter(({ from, to, text: added }) => this.#first.slice(from, to) !== added);
  }
}

function lengthOf(piece: Piece): number {
  return piece.kind === 'kept' ? piece.to - piece.from : piece.text.length;
}

/** Takes the pieces of the next so many characters, the first and the last perhaps in part. */
function takerOf(pieces: readonly Piece[]): (length: number) => readonly Piece[] {
  let index = 0;
  let used = 0;
  return (length) => {
    const taken: Piece[] = [];
    let left = length;
    for (let piece = pieces[index]; piece && left > 0; piece = pieces[index]) {
      const size = Math.min(left, lengthOf(piece) - used);
      taken.push(cut(piece, used, used + size));
      left -= size;
      used += size;
      if (used < lengthOf(piece)) continue;
      index++;
      used = 0;
    }
    return taken;
  };
}

function cut(piece: Piece, from: number, to: number): Piece {
  if (piece.kind === 'kept') return { kind: 'kept', from: piece.from + from, to: piece.from + to };
  const marks = piece.marks.filter((mark) => mark.from >= from && mark.to <= to);
  return {
    kind: 'new',
    text: piece.text.slice(from, to),
    marks: marks.map((mark) => ({ from: mark.from - from, to: mark.to - from })),
  };
}

/** Without what is the same at both ends, as far as no placeholder is touched. */
function trimmed(change: MarkedChange, first: string): MarkedChange {
  const old = first.slice(change.from, change.to);
  const { text, marks } = change;
  const least = Math.min(old.length, text.length);
  let head = 0;
  while (head < least && old[head] === text[head]) head++;
  let tail = 0;
  while (tail < least - head && old[old.length - 1 - tail] === text[text.length - 1 - tail]) tail++;
  head = Math.min(head, ...marks.map((mark) => mark.from));
  tail = Math.min(tail, ...marks.map((mark) => text.length - mark.to));
  // A line end of two characters stays whole.
  if (head > 0 && text[head - 1] === '\r') head--;
  if (tail > 0 && text[text.length - tail] === '\n' && text[text.length - tail - 1] === '\r') tail--;
  return {
    from: change.from + head,
    to: change.to - tail,
    text: text.slice(head, text.length - tail),
    marks: marks.map((mark) => ({ from: mark.from - head, to: mark.to - head })),
  };
}
