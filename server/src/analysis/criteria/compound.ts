/** Reads the pieces of a condition and joins them again: `and` binds closer than `or`, and both closer than a list. */
import { clauseOf } from './clauses.ts';
import { limitAt } from './limits.ts';
import { type OperatorMatch, operatorsIn } from './operators.ts';
import { phrase, skipOne, skipWords, wholeOf } from './phrases.ts';
import { type Piece, piecesOf } from './pieces.ts';
import { sentenceOf } from './sentences.ts';
import { tailOf } from './tails.ts';
import type { Reading, Token } from './tokens.ts';
import type { CompoundCriterion, Criterion, EventCriterion, ThresholdCriterion, Window } from './types.ts';

/** More comparisons are a document, not a criterion. */
const MOST_PIECES = 64;

/** Brackets in brackets are read this deep. */
const DEEPEST = 8;

export function conditionOf(reading: Reading, from: number, to: number, depth = 0): Criterion {
  const operators = operatorsIn(reading, from, to);
  const pieces = piecesOf(reading, from, to, operators);
  if (operators.length === 0 && !pieces?.some((piece) => piece.nested)) {
    return bracketedLimit(reading, from, to) ?? sentenceOf(reading, from, to);
  }
  const isReadable = pieces && pieces.length <= MOST_PIECES && depth <= DEEPEST;
  const [first, ...others] = isReadable ? withSharedWindow(partsOf(reading, pieces, depth)) : [];
  return first ? joined(reading, first, others) : { kind: 'unknown', ...wholeOf(reading, from, to) };
}

/** What a piece says. */
interface Part extends Pick<Piece, 'from' | 'to' | 'join'> {
  readonly criterion: Criterion;
}

function partsOf(reading: Reading, pieces: readonly Piece[], depth: number): readonly Part[] {
  let before: ThresholdCriterion | undefined;
  return pieces.map((piece) => {
    const criterion = pieceOf(reading, piece, before, depth);
    before = criterion.kind === 'threshold' ? criterion : before;
    return { from: piece.from, to: piece.to, join: piece.join, criterion };
  });
}

function pieceOf(
  reading: Reading,
  { from, to, operator, nested }: Piece,
  before: ThresholdCriterion | undefined,
  depth: number,
): Criterion {
  if (nested) return nestedOf(reading, from, to, depth);
  if (!operator) return bracketedLimit(reading, from, to) ?? sentenceOf(reading, from, to);
  const whole = wholeOf(reading, from, to);
  const [first, ...more] = clauseOf(reading, from, to, operator, before) ?? [];
  if (!first) return comparedWithWord(reading, from, to, operator) ?? { kind: 'unknown', ...whole };
  return more.length === 0 ? first : { kind: 'compound', ...whole, join: 'and', parts: [first, ...more] };
}

/** "(a > 1 and b > 2) for 5m": the window after the brackets is that of all in them. */
function nestedOf(reading: Reading, from: number, to: number, depth: number): Criterion {
  const next = skipOne(reading, from);
  const tail = tailOf(reading, next, to);
  if (!tail || tail.qualifier) return { kind: 'unknown', ...wholeOf(reading, from, to) };
  const inside = conditionOf(reading, from + 1, next - 1, depth + 1);
  return tail.window ? withWindow(inside, tail.window) : inside;
}

function withWindow(criterion: Criterion, window: Window): Criterion {
  if (criterion.kind === 'compound')
    return { ...criterion, parts: criterion.parts.map((part) => withWindow(part, window)) };
  return criterion.kind === 'threshold' && !criterion.window ? { ...criterion, window } : criterion;
}

/** "p99 latency (> 400ms) for 10m": the comparison stands in brackets after its metric. */
function bracketedLimit(reading: Reading, from: number, to: number): Criterion | undefined {
  for (let at = from + 1; at < Math.min(to, from + LONGEST_NAME); at = skipOne(reading, at)) {
    const { kind, mate } = reading.tokens[at] as Token;
    if (kind !== 'open' || mate < at) continue;
    const [operator] = operatorsIn(reading, at + 1, mate);
    if (operator?.at !== at + 1) return undefined;
    const start = skipWords(reading, JUDGEMENTS, from, at);
    const [found, ...more] = clauseOf(reading, start, mate, operator) ?? [];
    const tail = tailOf(reading, mate + 1, to);
    if (!found || more.length > 0 || found.qualifier || !tail || tail.qualifier) return undefined;
    const whole = wholeOf(reading, from, to);
    return { ...found, ...whole, ...(tail.window && { window: tail.window }) };
  }
  return undefined;
}

/** "High error rate (> 5%)": the brackets say what high is. */
const JUDGEMENTS = new Set(['high', 'low', 'elevated', 'increased', 'excessive', 'slow']);
const LONGEST_NAME = 12;

/** `status = green`: seen to be so. */
function comparedWithWord(
  reading: Reading,
  from: number,
  to: number,
  operator: OperatorMatch,
): EventCriterion | undefined {
  const { op, at, next } = operator;
  const value = reading.tokens[next];
  const one = next === to - 1 && (value?.kind === 'word' || value?.kind === 'string');
  if ((op !== '=' && op !== '!=') || at === from || !one || limitAt(reading, next, to)) return undefined;
  return { kind: 'event', ...wholeOf(reading, from, to), evidence: [phrase(reading, at, to)] };
}

/** "error rate > 1% and p99 > 400ms for 5m": the one window, at the end, is that of all. */
function withSharedWindow(parts: readonly Part[]): readonly Part[] {
  const windows = parts.map(({ criterion }) => windowOf(criterion));
  const last = windows.at(-1);
  const shared = last && windows.slice(0, -1).every((window) => window === undefined);
  if (!shared || !parts.every(({ criterion }) => criterion.kind === 'threshold')) return parts;
  return parts.map((part) => ({ ...part, criterion: withWindow(part.criterion, last) }));
}

function windowOf(criterion: Criterion): Window | undefined {
  return criterion.kind === 'threshold' || criterion.kind === 'event' ? criterion.window : undefined;
}

const LOOSEST_FIRST: readonly CompoundCriterion['join'][] = ['list', 'or', 'and'];

function joined(reading: Reading, first: Part, others: readonly Part[]): Criterion {
  const join = LOOSEST_FIRST.find((one) => others.some((part) => part.join === one));
  if (join === undefined) return first.criterion;
  let run: Run = { first, others: [] };
  const runs = [run];
  let { to } = first;
  for (const part of others) {
    if (part.join === join) {
      run = { first: part, others: [] };
      runs.push(run);
    } else run.others.push(part);
    to = part.to;
  }
  const parts = runs.map((run) => joined(reading, run.first, run.others));
  return { kind: 'compound', ...wholeOf(reading, first.from, to), join, parts };
}

/** Parts that are joined more closely than with those before and after them. */
interface Run {
  readonly first: Part;
  readonly others: Part[];
}
