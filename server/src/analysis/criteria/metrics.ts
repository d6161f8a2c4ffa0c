/** The metric of a comparison: which of the words before the sign (or after the limit) are its name. */
import { isId, suggestId } from '../../model/notation.ts';
import { LABELS, OPENING_WORDS } from './action-words.ts';
import { matchPhrase, phrase, skipOne, skipWords, wordAt } from './phrases.ts';
import type { Reading, TokenKind } from './tokens.ts';
import type { Metric, Window } from './types.ts';
import { WINDOW_OPENERS } from './window-words.ts';
import { type WindowMatch, windowAt } from './windows.ts';
import {
  BASES,
  METRIC_HEAD_WORDS,
  METRIC_TAIL_VERBS,
  MOVEMENT_NOUNS,
  NO_METRIC_ENDINGS,
  NO_METRIC_WORDS,
  PROSE_WORDS,
  QUALIFIERS,
} from './words.ts';

export interface MetricMatch {
  /** Undefined where no words are left, and `broken` where there are words that are no name. */
  readonly metric: Metric | undefined;
  readonly broken: boolean;
  readonly window?: Window;
  /** "increase in latency": how far it moved is compared. */
  readonly by?: 1 | -1;
}

/** More words are a sentence, not a name. */
const MOST_WORDS = 10;

/** The metric in the tokens before the operator. */
export function metricBefore(reading: Reading, from: number, to: number): MetricMatch {
  const leading = openedWindow(reading, skipOpening(reading, from, to), to);
  const trailing = windowUpTo(reading, leading?.next ?? from, to);
  const window = trailing?.window ?? leading?.window;
  const noun = movement(reading, clauseStart(reading, leading?.next ?? from, trailing?.at ?? to), to);
  const end = withoutTail(reading, noun.next, trailing?.at ?? to);
  const start = skipWords(reading, METRIC_HEAD_WORDS, noun.next, end);
  return {
    ...named(reading, start, end),
    ...(window && { window }),
    ...(noun.by !== undefined && { by: noun.by }),
  };
}

/** The metric in the tokens after the limit: "more than 5 [failed payments]". */
export function metricAfter(reading: Reading, from: number, end: number): MetricMatch & { readonly next: number } {
  const start = skipWords(reading, AFTER_LIMIT, from, end);
  let next = start;
  while (next < end && isName(reading, next) && !openedWindow(reading, next, end)) next++;
  return { ...named(reading, start, next), next };
}

const AFTER_LIMIT = new Set(['of', 'the', 'all', 'our']);

function isName(reading: Reading, at: number): boolean {
  const kind = reading.tokens[at]?.kind;
  return kind === 'word' || kind === 'string';
}

/** A window that a word opens; figures alone may belong to the name. */
function openedWindow(reading: Reading, at: number, end: number): WindowMatch | undefined {
  return matchPhrase(reading, WINDOW_OPENERS, at, end) ? windowAt(reading, at, end) : undefined;
}

/** "5xx rate [over 10 minutes] exceeds 1%". */
function windowUpTo(reading: Reading, from: number, to: number): { at: number; window: Window } | undefined {
  for (let at = Math.max(from + 1, to - MOST_WORDS); at < to; at++) {
    const match = openedWindow(reading, at, to);
    if (match?.next === to) return { at, window: match.window };
  }
  return undefined;
}

/** Past "if", "any", list marks, and an aside such as "in production,". */
function skipOpening(reading: Reading, from: number, to: number): number {
  let at = from;
  while (at < to) {
    const word = wordAt(reading, at, to);
    const aside = QUALIFIERS.has(word) && !openedWindow(reading, at, to) ? commaAfter(reading, at, to) : undefined;
    if (aside !== undefined) at = aside + 1;
    else if (OPENING_WORDS.has(word) || PUNCTUATION.has(reading.tokens[at]?.kind)) at++;
    else return at;
  }
  return at;
}

function commaAfter(reading: Reading, at: number, to: number): number | undefined {
  for (let next = at; next < Math.min(to, at + MOST_WORDS); next++) {
    if (reading.tokens[next]?.kind === 'comma') return next;
  }
  return undefined;
}

const PUNCTUATION: ReadonlySet<TokenKind | undefined> = new Set<TokenKind>([
  'comma',
  'colon',
  'dash',
  'sign',
  'other',
  'stop',
]);

/** After "if", and after a label ("Trigger:"). */
function clauseStart(reading: Reading, from: number, to: number): number {
  const at = skipOpening(reading, from, to);
  const label = matchPhrase(reading, LABELS, at, to);
  return label && reading.tokens[label.next]?.kind === 'colon' ? skipOpening(reading, label.next, to) : at;
}

function movement(reading: Reading, at: number, to: number): { next: number; by?: 1 | -1 } {
  const by = MOVEMENT_NOUNS.get(wordAt(reading, at, to));
  const joint = wordAt(reading, at + 1, to);
  return by !== undefined && (joint === 'in' || joint === 'of') ? { next: at + 2, by } : { next: at };
}

function withoutTail(reading: Reading, from: number, to: number): number {
  let end = to;
  while (end > from && endsInTail(reading, from, end)) end--;
  return end;
}

function endsInTail(reading: Reading, from: number, end: number): boolean {
  const kind = reading.tokens[end - 1]?.kind;
  const word = wordAt(reading, end - 1, end);
  if (kind === 'open' || PUNCTUATION.has(kind) || word === 'of') return true;
  return METRIC_TAIL_VERBS.has(word) && end > from + 1;
}

function named(reading: Reading, from: number, to: number): { metric: Metric | undefined; broken: boolean } {
  if (from >= to) return { metric: undefined, broken: false };
  const slug = isNamePart(reading, from, to) ? slugOf(reading, from, to) : '';
  if (slug === '' || !/\p{L}/u.test(slug)) return { metric: undefined, broken: true };
  return { metric: { ...phrase(reading, from, to), slug, written: writtenAs(reading, from, to) }, broken: false };
}

function isNamePart(reading: Reading, from: number, to: number): boolean {
  if (matchPhrase(reading, BASES, from, to)?.next === to || NO_METRIC_ENDINGS.has(wordAt(reading, to - 1, to)))
    return false;
  let words = 0;
  for (let at = from; at < to; at = skipOne(reading, at)) {
    const token = reading.tokens[at];
    if (!token || token.kind === 'stop' || token.kind === 'arrow' || !mayName(token.word)) return false;
    if (++words > MOST_WORDS) return false;
    // "99% of requests" is a name; "latency 10%" is half a limit.
    if (token.text === '%' && (at !== from + 1 || wordAt(reading, at + 1, to) !== 'of')) return false;
  }
  return true;
}

function mayName(word: string): boolean {
  return !NO_METRIC_WORDS.has(word) && !PROSE_WORDS.has(word);
}

/** The id that the words would be: brackets and quotes are asides. */
function slugOf(reading: Reading, from: number, to: number): string {
  const words: string[] = [];
  for (let at = from; at < to; at = skipOne(reading, at)) {
    const token = reading.tokens[at];
    if (token?.kind === 'word' || token?.kind === 'unit' || token?.kind === 'number') words.push(slugify(token.text));
  }
  return words.filter((word) => word !== '').join('-');
}

/** The id that the format would suggest; letters that no id has are kept, so that every metric has a slug. */
function slugify(text: string): string {
  if (isId(text)) return text;
  const other = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  return /^[\x00-\x7f]*$/.test(other) ? (suggestId(text) ?? '') : other;
}

function writtenAs(reading: Reading, from: number, to: number): Metric['written'] {
  const { text, tokens } = reading;
  const brackets = tokens
    .slice(from, Math.min(to, from + 64))
    .some((token) => token.kind === 'open' && (token.glued || token.text !== '('));
  if (brackets) return 'query';
  const first = tokens[from];
  if (to - from !== 1 || first?.kind !== 'word') return 'words';
  return /[-_.:/]/.test(first.text) || text.charAt(first.from - 1) === '`' ? 'id' : 'words';
}
