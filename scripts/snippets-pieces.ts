/** Placeholders: in the strings of a skeleton, and in the text of a snippet. */

export interface Placeholder {
  readonly number: number;
  readonly words: string;
  /** What may be chosen, the words first; empty where anything may be typed. */
  readonly choices: readonly string[];
}
export type Piece = string | Placeholder;

const PLACEHOLDER = /\$\{(\d+):((?:\\.|[^}\\])*)\}|\$\{(\d+)\|((?:\\.|[^|\\])*)\|\}/g;

/** The string cut into plain text and placeholders. */
export function piecesOf(body: string): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const found of body.matchAll(PLACEHOLDER)) {
    const [whole, number, words, choiceNumber, choices] = found;
    if (found.index > end) pieces.push(unescaped(body.slice(end, found.index)));
    if (number !== undefined) pieces.push({ number: Number(number), words: unescaped(words ?? ''), choices: [] });
    else {
      const all = (choices ?? '').split(',').map(unescaped);
      pieces.push({ number: Number(choiceNumber), words: all[0] ?? '', choices: all });
    }
    end = found.index + whole.length;
  }
  if (end < body.length) pieces.push(unescaped(body.slice(end)));
  return pieces;
}

export function wordsOf(pieces: readonly Piece[]): string {
  return pieces.map((piece) => (typeof piece === 'string' ? piece : piece.words)).join('');
}

function unescaped(text: string): string {
  return text.replace(/\\([\\$}|,])/g, '$1');
}

/** A placeholder and where it stands in a text. */
export interface Stop {
  readonly start: number;
  readonly end: number;
  readonly piece: Placeholder;
}

/** A part of the text as a snippet. Tab stops are numbered as they come; those of one number change together. */
export function toSnippet(text: string, start: number, end: number, stops: readonly Stop[]): string {
  const numbers = new Map<number, number>();
  let snippet = '';
  let at = start;
  for (const stop of [...stops].sort((a, b) => a.start - b.start)) {
    if (stop.start < at || stop.end > end) continue;
    const known = numbers.get(stop.piece.number);
    const number = known ?? numbers.size + 1;
    numbers.set(stop.piece.number, number);
    snippet += escaped(text.slice(at, stop.start)) + tabStop(stop, text.slice(stop.start, stop.end), number);
    at = stop.end;
  }
  return snippet + escaped(text.slice(at, end));
}

/** Every place of a mirrored placeholder has its words, so that the snippet can be read. */
function tabStop({ piece }: Stop, words: string, number: number): string {
  if (piece.choices.length === 0) return `\${${number}:${escaped(words)}}`;
  return `\${${number}|${piece.choices.map((choice) => choice.replace(/[\\,|]/g, '\\$&')).join(',')}|}`;
}

function escaped(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
