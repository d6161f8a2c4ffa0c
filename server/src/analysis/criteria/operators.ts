/** Where a criterion compares: signs, and the many ways to say them in words. */
import { limitAt, startsLimit } from './limits.ts';
import { matchPhrase, skipOne, wordAt } from './phrases.ts';
import { beyondAt } from './tails.ts';
import type { Reading, Token } from './tokens.ts';
import type { Operator } from './types.ts';
import { matchesWindowOpener } from './window-words.ts';
import { durationAt } from './windows.ts';
import {
  CHANGES,
  COMPARISONS,
  COPULAS,
  DO_VERBS,
  FALLS,
  NEGATIONS,
  NUMBER_WORDS,
  RISES,
  TIME_METRICS,
} from './words.ts';

export interface OperatorMatch {
  /** Index of the first token of the operator. */
  readonly at: number;
  readonly next: number;
  readonly op: Operator | 'between';
  /** Set where the number is how far the metric moved, not where it is: "drops by more than". 0: nobody says which way. */
  readonly by?: 1 | -1 | 0;
  /** `is`, `stays at`: a copula alone, which "10% above baseline" after it turns into a comparison. */
  readonly copula?: true;
}

export const FLIPPED: Readonly<Record<Operator, Operator>> = {
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
  '=': '=',
  '!=': '!=',
};
const NEGATED: Readonly<Record<Operator, Operator>> = {
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
  '=': '!=',
  '!=': '=',
};

/** Every operator outside brackets, in order. */
export function operatorsIn(reading: Reading, from: number, to: number): readonly OperatorMatch[] {
  const found: OperatorMatch[] = [];
  let clauseHasOne = false;
  for (let at = from; at < to; ) {
    const match = operatorAt(reading, at, to, clauseHasOne, from);
    if (match) found.push(match);
    clauseHasOne = match ? true : clauseHasOne && !separates(reading, at);
    at = match && match.next > at ? match.next : skipOne(reading, at);
  }
  return found;
}

function separates(reading: Reading, at: number): boolean {
  const token = reading.tokens[at];
  return token?.kind === 'stop' || token?.kind === 'join' || token?.word === 'and' || token?.word === 'or';
}

function operatorAt(
  reading: Reading,
  at: number,
  end: number,
  second: boolean,
  begin: number,
): OperatorMatch | undefined {
  const match = signAt(reading, at) ?? verbAt(reading, at, end) ?? (second ? undefined : impliedAt(reading, at, end));
  if (!match || !isLength(reading, match.next, end)) return match;
  // A time after it: a window as likely as a limit ("error rate over 10 min", "for more than 5 minutes").
  if (at > begin && matchesWindowOpener(wordAt(reading, at - 1, at))) return undefined;
  const sure = reading.tokens[at]?.kind === 'op' || !WINDOW_LIKE.has(wordAt(reading, match.next - 1, end));
  if (second && !followsName(reading, at)) return undefined;
  return sure || followsTimeMetric(reading, at, begin) ? match : undefined;
}

const WINDOW_LIKE = new Set(['over', 'past']);

/** "an error rate of 5% or more" */
function reachedAt(reading: Reading, at: number, end: number): OperatorMatch | undefined {
  const match = limitAt(reading, at + 1, end);
  return match && beyondAt(reading, match.next, end) ? { at, next: at + 1, op: '=' } : undefined;
}

/** ", p99 > 400ms" compares; ", more than 5 minutes" goes on. */
function followsName(reading: Reading, at: number): boolean {
  const kind = reading.tokens[at - 1]?.kind;
  return kind === 'word' || kind === 'close' || kind === 'string';
}

/** "latency 10% above baseline": nothing stands between the metric and its limit. */
function impliedAt(reading: Reading, at: number, end: number): OperatorMatch | undefined {
  const { kind, word } = reading.tokens[at] as Token;
  if (word === 'of') return reachedAt(reading, at, end);
  if (kind !== 'number' && kind !== 'sign') return undefined;
  const match = limitAt(reading, at, end);
  return match?.direction === undefined ? undefined : { at, next: at, op: '=', copula: true };
}

function isLength(reading: Reading, at: number, end: number): boolean {
  return durationAt(reading, at, end) !== undefined;
}

/** How far back a metric may say that it is a time: "p99 of GET /v5/orders stays under 250ms". */
const NAME_LENGTH = 8;

function followsTimeMetric(reading: Reading, at: number, begin: number): boolean {
  for (let before = at - 1; before >= Math.max(begin, at - NAME_LENGTH); before--) {
    const word = wordAt(reading, before, at);
    if (word.split(/[-_./]/).some((part) => TIME_METRICS.has(part))) return true;
  }
  return false;
}

function signAt(reading: Reading, at: number): OperatorMatch | undefined {
  const token = reading.tokens[at];
  return token?.kind === 'op' ? { at, next: at + 1, op: token.text as Operator } : undefined;
}

interface Verb {
  readonly next: number;
  readonly negated: boolean;
  readonly copula: boolean;
  readonly to: boolean;
  readonly by: boolean;
  readonly moves: 1 | -1 | 0 | undefined;
  readonly amount: boolean;
}

/** "is consistently above", "does not exceed", "rises by more than", "drops to". Needs a limit after it, or it is no operator. */
function verbAt(reading: Reading, at: number, end: number): OperatorMatch | undefined {
  const verb = verbWords(reading, at, end);
  const comparison = comparisonAt(reading, verb.next, end);
  if (!comparison) return verb.next > at ? verbAlone(reading, at, verb, end) : undefined;
  if (comparison.value !== 'between' && !startsLimit(reading, comparison.next, end)) return undefined;
  if (comparison.value === 'between') return { at, next: comparison.next, op: 'between' };
  const op = verb.negated ? NEGATED[comparison.value] : comparison.value;
  const by = movedBy(reading, verb, comparison.next - 1, end);
  return by === undefined ? { at, next: comparison.next, op } : { at, next: comparison.next, ...directed(op, by) };
}

function comparisonAt(reading: Reading, at: number, end: number) {
  const sign = at < end ? signAt(reading, at) : undefined;
  return sign ? { value: sign.op, next: sign.next } : matchPhrase(reading, COMPARISONS, at, end);
}

/** The words before the comparison; as many as a sentence has, so that each place in a text costs the same. */
function verbWords(reading: Reading, at: number, end: number): Verb {
  const verb = {
    next: at,
    negated: false,
    copula: false,
    to: false,
    by: false,
    moves: undefined as Verb['moves'],
    amount: false,
  };
  for (; verb.next < Math.min(end, at + 7); verb.next++) {
    const word = wordAt(reading, verb.next, end);
    if (matchPhrase(reading, COMPARISONS, verb.next, end) || word === '') break;
    if (NEGATIONS.has(word)) {
      verb.negated = !verb.negated;
      verb.copula ||= IS.has(word);
    } else if (RISES.has(word)) verb.moves = 1;
    else if (FALLS.has(word)) verb.moves = -1;
    else if (CHANGES.has(word)) verb.moves = 0;
    else if (word === 'by' && verb.moves !== undefined) verb.by = true;
    else if (COPULAS.has(word)) {
      verb.copula = true;
      if (word === 'to' && verb.moves !== undefined) verb.to = true;
    } else if (!DO_VERBS.has(word)) break;
    verb.amount = verb.moves !== undefined && AMOUNT_VERBS.test(word) ? true : verb.amount;
  }
  return verb;
}

const AMOUNT_VERBS =
  /^(?:increas|decreas|jump|spik|grow|grew|declin|chang|regress|degrad|deviat|rise|rose|rising|drop|dip|fall|fell)/;

/** Whether the number after the comparison is a distance; "drops more than 5%" is one, "drops below 5%" is none. */
function movedBy(reading: Reading, verb: Verb, last: number, end: number): 1 | -1 | 0 | undefined {
  if (verb.moves === undefined || verb.to) return undefined;
  if (verb.by) return verb.moves;
  const comparison = wordAt(reading, last, end);
  const distance = comparison === 'than' || comparison === 'least' || comparison === 'most' || comparison === '';
  // "packet drops > 5" counts drops; "throughput drop > 20%" does not.
  if (comparison === '' && verb.moves === -1) return 0;
  if (distance && verb.amount) return verb.moves;
  // "increases over 5%" is both.
  return comparison === 'over' && verb.amount ? 0 : undefined;
}

function directed(op: Operator, by: 1 | -1 | 0): { op: Operator; by: 1 | -1 | 0 } {
  return { op: by === -1 ? FLIPPED[op] : op, by };
}

/** No comparison after the verb: "is 0", "stays at 0", "rises to 5%", "drops by 10%", "increases 20%". */
function verbAlone(reading: Reading, at: number, verb: Verb, end: number): OperatorMatch | undefined {
  if (!startsLimit(reading, verb.next, end)) return undefined;
  if (verb.moves !== undefined) {
    if (verb.moves === 0 && !verb.by) return undefined;
    const reached: Operator = verb.moves === -1 ? '<=' : '>=';
    const op = verb.negated ? NEGATED[reached] : reached;
    return verb.to ? { at, next: verb.next, op } : { at, next: verb.next, op, by: verb.moves };
  }
  if (!verb.copula || !IS.has(wordAt(reading, at, end)) || countsInWords(reading, verb.next, end)) return undefined;
  return { at, next: verb.next, op: verb.negated ? '!=' : '=', copula: true };
}

/** "there are three reasons", "must be one of": prose. Only `zero` is compared with in words. */
function countsInWords(reading: Reading, at: number, end: number): boolean {
  const word = wordAt(reading, at, end);
  return NUMBER_WORDS.has(word) && word !== 'zero';
}

/** A copula that says "equal" without a further word. "has 5", "at 900 rps" do not. */
const IS = new Set(
  "is are was were be being stays stay remains remain must should shall isn't aren't wasn't keeps".split(' '),
);
