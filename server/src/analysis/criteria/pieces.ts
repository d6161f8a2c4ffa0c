/** Cuts a condition at `and`, `or`, commas and semicolons, where comparisons stand on both sides. */
import { limitAt } from './limits.ts';
import type { OperatorMatch } from './operators.ts';
import { matchPhrase, skipOne, wordAt } from './phrases.ts';
import { sentenceOf } from './sentences.ts';
import { beyondAt } from './tails.ts';
import type { Reading } from './tokens.ts';
import type { CompoundCriterion } from './types.ts';
import { WINDOW_OPENERS } from './window-words.ts';
import { durationAt, windowAt } from './windows.ts';
import { BASES, QUALIFIERS, RELATIVE_WORDS, TAIL_ADVERBS } from './words.ts';

type Joint = 'and' | 'or' | 'comma' | 'stop';

export interface Piece {
  readonly from: number;
  readonly to: number;
  /** What stands between the piece and the one before it. */
  readonly join: CompoundCriterion['join'];
  /** Its first operator. A piece without one is an event, or words that are not understood. */
  readonly operator: OperatorMatch | undefined;
  /** Comparisons in brackets: "(a > 1 and b > 2)". */
  readonly nested: boolean;
}

type RawPiece = Omit<Piece, 'join'> & { readonly joint: Joint };

/** Words such as "errors or" before "timeouts > 1%" belong to the metric. */
const SHORT = 2;

/** The pieces, or undefined where a remark puts all numbers in doubt ("> 10%. Relative to the control group."). */
export function piecesOf(
  reading: Reading,
  from: number,
  to: number,
  operators: readonly OperatorMatch[],
): readonly Piece[] | undefined {
  const kept: RawPiece[] = [];
  for (const piece of rawPieces(reading, from, to, operators)) {
    const left = kept.at(-1);
    const fate = left ? fateOf(reading, left, piece) : 'apart';
    if (fate === 'doubt') return undefined;
    if (fate === 'apart') kept.push(piece);
    if (fate === 'glued' && left) {
      kept[kept.length - 1] = { ...left, to: piece.to, operator: left.operator ?? piece.operator };
    }
  }
  return withJoins(kept);
}

/** Whether a piece stands alone, continues the one before it, or is a mere remark. */
function fateOf(reading: Reading, left: RawPiece, piece: RawPiece): 'apart' | 'glued' | 'remark' | 'doubt' {
  const says = (part: RawPiece) => sentenceOf(reading, part.from, part.to).kind;
  if (piece.joint === 'stop') {
    if (piece.operator || says(piece) === 'event') return 'apart';
    return left.operator && isDoubt(reading, piece) ? 'doubt' : 'remark';
  }
  if (piece.nested || left.nested || (piece.operator && left.operator)) return 'apart';
  if (piece.operator) {
    const short = left.to - left.from <= SHORT || piece.joint === 'comma';
    return short && says(left) === 'unknown' ? 'glued' : 'apart';
  }
  if (piece.joint === 'comma') {
    return says(piece) === 'event' || (left.operator && !goesOn(reading, piece)) ? 'apart' : 'glued';
  }
  const aside = left.operator && isShort(reading, piece) && endsInQualifier(reading, left);
  return aside && says(piece) === 'unknown' ? 'glued' : 'apart';
}

/** ", for 5m", ", in production", ", 10 minutes" still speak of the comparison before the comma. */
function goesOn(reading: Reading, { from, to }: RawPiece): boolean {
  const word = wordAt(reading, from, to);
  if (QUALIFIERS.has(word) || TAIL_ADVERBS.has(word) || matchPhrase(reading, WINDOW_OPENERS, from, to)) return true;
  return windowAt(reading, from, to) !== undefined;
}

/** A word or two, and perhaps a window. */
function isShort(reading: Reading, { from, to }: RawPiece): boolean {
  for (let at = from; at <= from + SHORT; at++) {
    if (at >= to || (at > from && matchPhrase(reading, WINDOW_OPENERS, at, to))) return true;
  }
  return false;
}

/** "in EU [and US]": the words between the preposition and the joint are the last of the piece. */
function endsInQualifier(reading: Reading, { to, operator }: RawPiece): boolean {
  const word = wordAt(reading, to - 2, to);
  return operator !== undefined && to - 2 > operator.next && (word === 'in' || word === 'on' || word === 'across');
}

function isDoubt(reading: Reading, { from, to }: RawPiece): boolean {
  for (let at = from; at < to; at++) {
    if (RELATIVE_WORDS.has(wordAt(reading, at, to)) || matchPhrase(reading, BASES, at, to)) return true;
  }
  return false;
}

/** A comma takes the word that ends its list: "a, b, or c". */
function withJoins(pieces: readonly RawPiece[]): readonly Piece[] {
  const joined: Piece[] = [];
  let after: CompoundCriterion['join'] = 'list';
  for (const { joint, ...piece } of [...pieces].reverse()) {
    if (joint !== 'comma') after = joint === 'stop' ? 'list' : joint;
    joined.push({ ...piece, join: after });
  }
  return joined.reverse();
}

function rawPieces(reading: Reading, from: number, to: number, operators: readonly OperatorMatch[]): RawPiece[] {
  const pieces: RawPiece[] = [];
  let start = from;
  let joint: Joint = 'stop';
  let index = 0;
  const close = (end: number) => {
    let operator: OperatorMatch | undefined;
    for (let next = operators[index]; next && next.at < end; next = operators[++index]) operator ??= next;
    if (end > start) pieces.push({ from: start, to: end, joint, operator, nested: isNested(reading, start) });
  };
  const inside = new Map(operators.map((operator) => [operator.at, operator]));
  for (let at = from; at < to; ) {
    const operator = inside.get(at);
    const found = operator ? undefined : jointAt(reading, at, to);
    if (found) {
      close(at);
      // ", and": the word says more than the comma.
      joint = start === at && found === 'comma' ? joint : found;
      start = at + 1;
    }
    at = operator && operator.next > at ? pastOperator(reading, operator, to) : skipOne(reading, at);
  }
  close(to);
  return pieces;
}

/** Brackets where a metric would begin, with a comparison in them. */
function isNested({ tokens }: Reading, at: number): boolean {
  const open = tokens[at];
  if (open?.kind !== 'open' || open.text !== '(') return false;
  for (let inside = at + 1; inside < open.mate; inside++) if (tokens[inside]?.kind === 'op') return true;
  return false;
}

/** "greater than or equal to", "between 1 and 5": their words join nothing. */
function pastOperator(reading: Reading, { op, next }: OperatorMatch, to: number): number {
  const low = op === 'between' ? limitAt(reading, next, to) : undefined;
  return low && wordAt(reading, low.next, to) === 'and' ? low.next + 1 : next;
}

function jointAt(reading: Reading, at: number, to: number): Joint | undefined {
  const token = reading.tokens[at];
  if (token?.kind === 'comma' || token?.kind === 'stop') return token.kind;
  const word = token?.kind === 'join' ? token.text : token?.word;
  if (word === 'or') return beyondAt(reading, at, to) ? undefined : 'or';
  if (word !== 'and') return undefined;
  // "1 hour and 30 minutes"
  const length = isUnit(reading, at - 1) && durationAt(reading, at + 1, to) !== undefined;
  return length ? undefined : 'and';
}

function isUnit(reading: Reading, at: number): boolean {
  const before = reading.tokens[at - 1];
  return reading.tokens[at]?.kind === 'unit' || before?.kind === 'number';
}
