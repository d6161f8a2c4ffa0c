/** What may follow a limit. Words that are not understood make the whole clause unknown: they may change what the number means. */
import { matchPhrase, phrase, skipOne, wordAt } from './phrases.ts';
import type { Reading } from './tokens.ts';
import type { Phrase, Window } from './types.ts';
import { isTimeName } from './units.ts';
import { WINDOW_OPENERS } from './window-words.ts';
import { windowAt } from './windows.ts';
import { NO_METRIC_WORDS, OR_BEYOND, QUALIFIERS, RELATIVE_WORDS, TAIL_ADVERBS } from './words.ts';

export interface Tail {
  readonly window?: Window;
  readonly qualifier?: Phrase;
  /** "5% or more". */
  readonly beyond?: '>=' | '<=';
}

interface Draft {
  window?: Window;
  from?: number;
  to?: number;
  nouns: number;
  beyond?: '>=' | '<=';
}

/** Everything from `at` to `end`, or undefined where some of it is not understood. */
export function tailOf(reading: Reading, at: number, end: number): Tail | undefined {
  const draft: Draft = { nouns: 0 };
  let next: number | undefined = at;
  while (next !== undefined && next < end) next = tailPart(reading, next, end, draft);
  if (next === undefined) return undefined;
  const { window, from, to, beyond } = draft;
  return {
    ...(window && { window }),
    ...(from !== undefined && to !== undefined && { qualifier: phrase(reading, from, to) }),
    ...(beyond && { beyond }),
  };
}

function tailPart(reading: Reading, at: number, end: number, draft: Draft): number | undefined {
  const kind = reading.tokens[at]?.kind;
  const word = wordAt(reading, at, end);
  if (kind === 'comma' || kind === 'dash' || kind === 'colon' || kind === 'stop') return at + 1;
  const window = windowAt(reading, at, end);
  if (window) {
    draft.window = longer(draft.window, window.window);
    return window.next;
  }
  if (kind === 'open') return bracket(reading, at, draft);
  if (TAIL_ADVERBS.has(word)) return at + 1;
  const beyond = beyondAt(reading, at, end);
  if (beyond) {
    draft.beyond = beyond;
    return at + 2;
  }
  return QUALIFIERS.has(word) ? qualifier(reading, at, end, draft) : noun(reading, at, draft);
}

/** "measured over 5m, for 15m": the longer one is how long the stage has to wait. */
function longer(one: Window | undefined, other: Window): Window {
  if (!one) return other;
  return (other.ms ?? 0) > (one.ms ?? 0) ? other : one;
}

/** "(5m)", "(for 10 minutes)" are windows; any other aside is skipped, unless it says what the number is relative to. */
function bracket(reading: Reading, at: number, draft: Draft): number | undefined {
  const next = skipOne(reading, at);
  const closing = next - 1;
  const window = windowAt(reading, at + 1, closing);
  if (window?.next === closing) {
    draft.window = longer(draft.window, window.window);
    return next;
  }
  for (let inside = at + 1; inside < closing; inside++) {
    if (RELATIVE_WORDS.has(wordAt(reading, inside, closing))) return undefined;
  }
  return next;
}

/** More words are another sentence. */
const LONGEST_QUALIFIER = 12;

/** "of requests", "on checkout in production", "at 900 rps". */
function qualifier(reading: Reading, at: number, end: number, draft: Draft): number | undefined {
  const load = wordAt(reading, at, end) === 'at';
  let next = at + 1;
  while (next < end && !endsQualifier(reading, next, end)) {
    const token = reading.tokens[next];
    if (!token || RELATIVE_WORDS.has(token.word) || NO_METRIC_WORDS.has(token.word)) return undefined;
    const figures = token.kind === 'number' || token.kind === 'op' || token.kind === 'sign' || token.kind === 'times';
    if (figures && !(load && token.kind === 'number' && !isTime(reading, next + 1))) return undefined;
    next = skipOne(reading, next);
  }
  if (next === at + 1 || next > at + LONGEST_QUALIFIER) return undefined;
  draft.from ??= at;
  draft.to = next;
  return next;
}

function isTime(reading: Reading, at: number): boolean {
  const text = reading.tokens[at]?.text ?? '';
  return text === 'm' || text === 'ms' || isTimeName(text.replace(/s$/, ''));
}

function endsQualifier(reading: Reading, at: number, end: number): boolean {
  const kind = reading.tokens[at]?.kind;
  if (kind === 'comma' || kind === 'dash' || kind === 'open' || kind === 'stop' || kind === 'close') return true;
  return matchPhrase(reading, WINDOW_OPENERS, at, end) !== undefined && windowAt(reading, at, end) !== undefined;
}

/** What is counted: "1000 messages". Three words at most; a sentence is none. */
function noun(reading: Reading, at: number, draft: Draft): number | undefined {
  const token = reading.tokens[at];
  const counts = token?.kind === 'word' && !RELATIVE_WORDS.has(token.word) && !NO_METRIC_WORDS.has(token.word);
  if (!counts || ++draft.nouns > 3) return undefined;
  draft.from ??= at;
  draft.to = at + 1;
  return at + 1;
}

/** "or more", after a number; "or more than 5%" is another comparison. */
export function beyondAt(reading: Reading, at: number, end: number): '>=' | '<=' | undefined {
  if (wordAt(reading, at, end) !== 'or') return undefined;
  const after = at + 2 < end ? reading.tokens[at + 2] : undefined;
  if (after?.kind === 'number' || after?.word === 'than') return undefined;
  return OR_BEYOND.get(wordAt(reading, at + 1, end));
}
