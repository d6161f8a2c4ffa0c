/** Limits: a number with its unit, or a number beside a baseline. A number is read in one way only, or not at all. */
import { matchPhrase, phrase, skipWords, wordAt } from './phrases.ts';
import type { Reading, Token } from './tokens.ts';
import type { Beside, Limit, Quantity, Step, Unit } from './types.ts';
import { exact, PLAIN, rateOf, timesPerSecond, unitOf } from './units.ts';
import { durationAt } from './windows.ts';
import {
  BASE_ARTICLES,
  BASES,
  DIRECTIONS,
  FACTOR_WORDS,
  MULTIPLIERS,
  NUMBER_WORDS,
  RELATIVE_WORDS,
  TIMES_WORDS,
} from './words.ts';

export interface LimitMatch {
  readonly limit: Limit;
  readonly next: number;
  /** Said in words: "10% above" is 1, "10% below" -1. */
  readonly direction: 1 | -1 | undefined;
}

/** `direction`: which way a verb before the limit went ("drops by"), for "10% compared to the baseline". */
export function limitAt(reading: Reading, at: number, end: number, direction?: 1 | -1): LimitMatch | undefined {
  return fromBase(reading, at, end) ?? fromFactorWord(reading, at, end) ?? fromNumber(reading, at, end, direction);
}

/** Whether a limit could begin here; what operators in words need after them. */
export function startsLimit(reading: Reading, at: number, end: number): boolean {
  const token = at < end ? reading.tokens[at] : undefined;
  if (!token) return false;
  if (token.kind === 'number') return true;
  if (token.kind === 'sign' || token.kind === 'approx')
    return reading.tokens[at + 1]?.kind === 'number' && at + 1 < end;
  if (FACTOR_WORDS.has(token.word)) return true;
  if (NUMBER_WORDS.has(token.word)) return wordAt(reading, at + 1, end) !== 'of';
  return baseAt(reading, at, end)?.value === 'baseline';
}

function baseAt(reading: Reading, at: number, end: number) {
  return matchPhrase(reading, BASES, skipWords(reading, BASE_ARTICLES, at, Math.min(end, at + 2)), end);
}

function relative(reading: Reading, at: number, next: number, beside: Beside, direction?: 1 | -1): LimitMatch {
  return { limit: { kind: 'relative', ...phrase(reading, at, next), ...beside }, next, direction };
}

function times(to: 'baseline' | 'other', factor: number): Beside {
  return { to, change: { kind: 'factor', factor } };
}

/** `baseline`, `baseline +10%`, `baseline - 50ms`, `baseline × 1.5`. */
function fromBase(reading: Reading, at: number, end: number): LimitMatch | undefined {
  const base = baseAt(reading, at, end);
  if (base?.value !== 'baseline') return undefined;
  const joint = base.next < end ? reading.tokens[base.next] : undefined;
  if (joint?.kind === 'times' || joint?.word === 'times') {
    const factor = numberIn(reading, base.next + 1, end);
    return factor && relative(reading, at, factor.next, times('baseline', factor.value));
  }
  const sign = joint ? signOf(joint) : undefined;
  if (sign !== undefined) {
    const added = quantityAt(reading, base.next + 1, end);
    return added && relative(reading, at, added.next, { to: 'baseline', change: changeBy(added.quantity, sign) });
  }
  if (joint?.kind === 'number') return undefined;
  return relative(reading, at, base.next, times('baseline', 1));
}

function signOf(token: Token): 1 | -1 | undefined {
  if (token.kind === 'sign') return token.text === '+' ? 1 : -1;
  if (token.word === 'plus') return 1;
  return token.word === 'minus' ? -1 : undefined;
}

function changeBy({ value, unit }: Quantity, sign: 1 | -1): Step {
  if (unit.dimension === 'percent') return { kind: 'percent', percent: exact(sign * value * unit.scale) };
  return { kind: 'offset', offset: { value: sign * value, unit } };
}

/** `double the baseline`, `twice the baseline`, `half of the baseline`. */
function fromFactorWord(reading: Reading, at: number, end: number): LimitMatch | undefined {
  const factor = FACTOR_WORDS.get(wordAt(reading, at, end));
  return factor === undefined ? undefined : timesBase(reading, at, at + 1, end, factor);
}

function timesBase(reading: Reading, at: number, from: number, end: number, factor: number): LimitMatch | undefined {
  const after = wordAt(reading, from, end) === 'of' ? from + 1 : from;
  const base = baseAt(reading, after, end);
  return base && relative(reading, at, base.next, times(base.value, factor));
}

/** `1%`, `400 ms`, `2x baseline`, `10% above baseline`, `+10% vs baseline`. */
function fromNumber(reading: Reading, at: number, end: number, verb?: 1 | -1): LimitMatch | undefined {
  const from = at < end && reading.tokens[at]?.kind === 'approx' ? at + 1 : at;
  const first = from < end ? reading.tokens[from] : undefined;
  const sign = first?.kind === 'sign' ? signOf(first) : undefined;
  const start = sign === undefined ? from : from + 1;
  const factor = numberIn(reading, start, end);
  if (factor && isTimes(reading, factor.next, end)) return timesBase(reading, at, factor.next + 1, end, factor.value);
  const amount = quantityAt(reading, start, end);
  if (!amount) return undefined;
  const beside = besideBase(reading, at, amount, end, sign ?? verb);
  if (beside !== 'none') return beside;
  if (sign === 1)
    return relative(reading, at, amount.next, { to: 'unstated', change: changeBy(amount.quantity, sign) });
  if (RELATIVE_WORDS.has(wordAt(reading, amount.next, end))) return undefined;
  const { value, unit } = amount.quantity;
  const limit: Limit = { kind: 'absolute', ...phrase(reading, at, amount.next), value: (sign ?? 1) * value, unit };
  return { limit, next: amount.next, direction: undefined };
}

/** `x`, `×`, `times` before a base; "3 times" alone counts. */
function isTimes(reading: Reading, at: number, end: number): boolean {
  const token = at < end ? reading.tokens[at] : undefined;
  if (!token) return false;
  if (token.kind === 'times') return true;
  if (!TIMES_WORDS.has(token.word)) return false;
  return (
    token.word !== 'times' ||
    baseAt(reading, at + 1, end) !== undefined ||
    RELATIVE_WORDS.has(wordAt(reading, at + 1, end))
  );
}

/** The rest of "10% above baseline". `none`: nothing is named after the number; undefined: something is, and it is not understood. */
function besideBase(
  reading: Reading,
  at: number,
  { quantity, next }: QuantityMatch,
  end: number,
  sign: 1 | -1 | undefined,
): LimitMatch | undefined | 'none' {
  const direction = matchPhrase(reading, DIRECTIONS, next, end);
  if (!direction) return 'none';
  const base = baseAt(reading, direction.next, end);
  if (!base) return 'none';
  if (direction.value === 'of') {
    if (base.value === 'other') return 'none';
    if (quantity.unit.dimension !== 'percent') return undefined;
    const factor = exact((quantity.value * quantity.unit.scale) / 100);
    return sign === undefined ? relative(reading, at, base.next, times(base.value, factor)) : undefined;
  }
  const way = direction.value === 0 ? sign : direction.value;
  // "0.5 above baseline" may be half of it, or half a request.
  if (way === undefined || quantity.unit.dimension === 'plain') return undefined;
  const said = direction.value === 0 ? undefined : direction.value;
  return relative(reading, at, base.next, { to: base.value, change: changeBy(quantity, way) }, said);
}

interface QuantityMatch {
  readonly quantity: Quantity;
  readonly next: number;
}

interface NumberMatch {
  readonly value: number;
  readonly next: number;
}

/** A number, in figures or in words, times "million" and its like. */
function numberIn(reading: Reading, at: number, end: number): NumberMatch | undefined {
  const token = at < end ? reading.tokens[at] : undefined;
  const value = token?.kind === 'number' ? token.value : NUMBER_WORDS.get(token?.word ?? '');
  if (value === undefined) return undefined;
  const after = at + 1 < end ? reading.tokens[at + 1] : undefined;
  const multiplier = after && MULTIPLIERS.get(after.text);
  return multiplier === undefined ? { value, next: at + 1 } : { value: exact(value * multiplier), next: at + 2 };
}

/** Undefined for a unit that is not known: never the bare number instead. */
function quantityAt(reading: Reading, at: number, end: number): QuantityMatch | undefined {
  const number = numberIn(reading, at, end);
  if (!number) return undefined;
  const { value, next } = number;
  const token = next < end ? reading.tokens[next] : undefined;
  if (token?.kind === 'unit' || token?.kind === 'word') {
    const unit = unitOf(token.text);
    const whole = unit?.dimension === 'time' ? durationAt(reading, at, end) : undefined;
    // "1h 30m" is one length.
    if (whole?.ms !== undefined && whole.next > next + 1)
      return { quantity: { value: whole.ms, unit: MILLISECONDS }, next: whole.next };
    if (unit) return withRate(reading, { quantity: { value, unit }, next: next + 1 }, token.text, end);
    if (token.kind === 'unit') return undefined;
  }
  return withRate(reading, { quantity: { value, unit: PLAIN }, next }, '', end);
}

/** "5 per minute", "5 / min", "10 failed payments per minute". */
function withRate(reading: Reading, match: QuantityMatch, amount: string, end: number): QuantityMatch {
  let at = match.next;
  const nouns = amount === '' ? MOST_NOUNS : 0;
  while (at < Math.min(end, match.next + nouns) && isNoun(reading, at)) at++;
  const joint = at < end ? reading.tokens[at] : undefined;
  if (joint?.word !== 'per' && joint?.kind !== 'slash') return match;
  const time = at + 1 < end ? reading.tokens[at + 1] : undefined;
  const share = time && timesPerSecond(time.text);
  if (share === undefined) return match;
  const unit = rateOf(unitText(reading, match.next, at + 2, amount), amount, share);
  return { quantity: { value: match.quantity.value, unit }, next: at + 2 };
}

const MILLISECONDS: Unit = { text: 'ms', dimension: 'time', scale: 1 };
const MOST_NOUNS = 3;

function isNoun(reading: Reading, at: number): boolean {
  const token = reading.tokens[at];
  return token?.kind === 'word' && token.word !== 'per' && !RELATIVE_WORDS.has(token.word);
}

function unitText(reading: Reading, from: number, to: number, amount: string): string {
  const rest = phrase(reading, from, to).text;
  return amount === '' ? rest : `${amount} ${rest}`;
}
