/** How long: durations in figures and in words, and the windows that hold them. */
import { matchPhrase, phrase, skipWords, wordAt } from './phrases.ts';
import type { Reading } from './tokens.ts';
import type { Window } from './types.ts';
import { exact, unitOf } from './units.ts';
import { WINDOW_CLOSERS, WINDOW_COUNTS, WINDOW_FILLERS, WINDOW_OPENERS } from './window-words.ts';
import { NUMBER_WORDS } from './words.ts';

interface Length {
  readonly ms: number | undefined;
  readonly next: number;
}

export interface WindowMatch {
  readonly window: Window;
  readonly next: number;
}

/** `5m`, `1h30m`, `1 hour and 30 minutes`, `an hour`, `half an hour`, `five minutes`, `10+ minutes`. */
export function durationAt(reading: Reading, at: number, end: number): Length | undefined {
  let length = lengthAt(reading, at, end);
  for (let parts = 1; length && parts < MOST_PARTS; parts++) {
    const more = wordAt(reading, length.next, end) === 'and' ? length.next + 1 : length.next;
    const part = isFigure(reading, more, end) ? lengthAt(reading, more, end) : undefined;
    if (!part) break;
    const known = length.ms !== undefined && part.ms !== undefined;
    length = { ms: known ? exact((length.ms as number) + (part.ms as number)) : undefined, next: part.next };
  }
  return length;
}

/** Weeks to milliseconds. More figures are no length, and a text of nothing else must not be read again at each of them. */
const MOST_PARTS = 6;

/** One number and one unit of time. */
function lengthAt(reading: Reading, at: number, end: number): Length | undefined {
  const amount = amountAt(reading, at, end);
  if (!amount) return undefined;
  const { tokens } = reading;
  let next = amount.next;
  if (next < end && tokens[next]?.text === '+') next++;
  next = skipWords(reading, AMOUNT_FILLERS, next, end);
  const token = next < end ? tokens[next] : undefined;
  const unit = token && (token.kind === 'unit' || token.kind === 'word') ? unitOf(token.text) : undefined;
  if (unit?.dimension === 'time') return { ms: exact(amount.value * unit.scale), next: next + 1 };
  const unsure = token !== undefined && UNSURE_LENGTHS.has(unit?.dimension === 'unknown' ? token.text : '');
  return unsure ? { ms: undefined, next: next + 1 } : undefined;
}

/** "five consecutive minutes". */
const AMOUNT_FILLERS = new Set(['full', 'consecutive', 'straight', 'continuous', 'whole', 'contiguous']);
/** A length in time, but nobody knows which: `5M`, a month. */
const UNSURE_LENGTHS = new Set([
  'M',
  'H',
  'D',
  'S',
  'month',
  'months',
  'quarter',
  'quarters',
  'year',
  'years',
  'sprint',
  'sprints',
]);

interface Amount {
  readonly value: number;
  readonly next: number;
}

function amountAt(reading: Reading, at: number, end: number): Amount | undefined {
  const token = at < end ? reading.tokens[at] : undefined;
  if (!token) return undefined;
  if (token.kind === 'number') return { value: token.value, next: at + 1 };
  if (token.word === 'half') return { value: 0.5, next: skipWords(reading, new Set(['a', 'an']), at + 1, end) };
  if (token.word === 'a' || token.word === 'an') return { value: 1, next: at + 1 };
  const value = token.kind === 'word' ? NUMBER_WORDS.get(token.word) : undefined;
  return value === undefined ? undefined : { value, next: at + 1 };
}

function isFigure(reading: Reading, at: number, end: number): boolean {
  return at < end && reading.tokens[at]?.kind === 'number';
}

/** `for 5m`, `over 10 min`, `sustained for at least five minutes`, `in the last hour`, and `for several minutes`, whose length is not said. */
export function windowAt(reading: Reading, at: number, end: number): WindowMatch | undefined {
  const opener = matchPhrase(reading, WINDOW_OPENERS, at, end);
  if (!opener) return bareWindowAt(reading, at, end);
  const length = durationAfterFillers(reading, opener.next, end);
  if (length) return closed(reading, at, length, end);
  return opener.value === 'sure' ? countedWindowAt(reading, at, opener.next, end) : undefined;
}

/** A length with nothing before it: ", 5m", "(10 minutes)", "5-minute window", "more than 5 minutes". */
function bareWindowAt(reading: Reading, at: number, end: number): WindowMatch | undefined {
  const length = durationAfterFillers(reading, at, end);
  return length && closed(reading, at, length, end);
}

function durationAfterFillers(reading: Reading, at: number, end: number): Length | undefined {
  const limit = Math.min(end, at + MOST_FILLERS);
  for (let next = at; next < limit; next++) {
    const length = durationAt(reading, next, end);
    if (length) return length;
    const token = reading.tokens[next];
    const skipped = token?.kind === 'approx' || token?.text === '>' || token?.text === '>=';
    if (!skipped && !WINDOW_FILLERS.has(wordAt(reading, next, limit))) return undefined;
  }
  return undefined;
}

/** "for at least the whole of the last full consecutive 5 minutes" has fewer. */
const MOST_FILLERS = 9;

function closed(reading: Reading, at: number, length: Length, end: number): WindowMatch {
  const next = matchPhrase(reading, WINDOW_CLOSERS, length.next, end)?.next ?? length.next;
  return { window: { ...phrase(reading, at, next), ms: length.ms }, next };
}

/** "for 3 consecutive checks", "for two evaluations", "for a while". */
function countedWindowAt(reading: Reading, at: number, from: number, end: number): WindowMatch | undefined {
  let next = from;
  let counted = false;
  while (next < Math.min(end, from + MOST_FILLERS)) {
    const token = reading.tokens[next];
    const word = wordAt(reading, next, end);
    const counts = WINDOW_COUNTS.has(word) || (token !== undefined && unitOf(token.text)?.dimension === 'time');
    const known = counts || WINDOW_FILLERS.has(word) || token?.kind === 'number' || NUMBER_WORDS.has(word);
    if (!known) break;
    counted ||= counts;
    next++;
  }
  next = matchPhrase(reading, WINDOW_CLOSERS, next, end)?.next ?? next;
  return counted ? { window: { ...phrase(reading, at, next), ms: undefined }, next } : undefined;
}
