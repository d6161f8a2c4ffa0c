/** Finds phrases of several words in a row of tokens. */
import { upTo } from '../../util/parts.ts';
import type { Reading, Token } from './tokens.ts';
import type { Phrase } from './types.ts';

export interface PhraseMatch<T> {
  readonly value: T;
  /** Index of the token after the phrase. */
  readonly next: number;
}

interface Candidate<T> {
  readonly words: readonly string[];
  readonly value: T;
}

/** Phrases by their first word, so that a place in the text is compared with few of them. */
export type PhraseTable<T> = ReadonlyMap<string, readonly Candidate<T>[]>;

export function phraseTable<T>(groups: readonly (readonly [value: T, phrases: readonly string[]])[]): PhraseTable<T> {
  const table = new Map<string, Candidate<T>[]>();
  for (const [value, phrases] of groups) {
    for (const phrase of phrases) {
      const first = upTo(phrase, ' ');
      table.set(first, [...(table.get(first) ?? []), { words: phrase.split(' '), value }]);
    }
  }
  for (const candidates of table.values()) candidates.sort((a, b) => b.words.length - a.words.length);
  return table;
}

/** The longest phrase that begins at `at` and ends before `end`. */
export function matchPhrase<T>(
  reading: Reading,
  table: PhraseTable<T>,
  at: number,
  end: number,
): PhraseMatch<T> | undefined {
  for (const { words, value } of table.get(wordAt(reading, at, end)) ?? []) {
    const fits = at + words.length <= end && words.every((word, index) => reading.tokens[at + index]?.word === word);
    if (fits) return { value, next: at + words.length };
  }
  return undefined;
}

export function wordAt(reading: Reading, at: number, end: number): string {
  return at < end ? (reading.tokens[at]?.word ?? '') : '';
}

/** Index of the first token from `at` on that is none of the words. */
export function skipWords(reading: Reading, words: ReadonlySet<string>, at: number, end: number): number {
  let next = at;
  while (next < end && words.has(wordAt(reading, next, end))) next++;
  return next;
}

/** The words of the tokens from `from` to `to`. */
export function phrase(reading: Reading, from: number, to: number): Phrase {
  const start = edge(reading.tokens[from], 'from');
  const stop = Math.max(start, edge(reading.tokens[to - 1], 'to'));
  return { text: plain(reading.text.slice(start, stop)), range: { from: start, to: stop } };
}

/** The beginning of the text where there is no token: "10% above baseline" has no words for its comparison. */
function edge(token: Token | undefined, side: 'from' | 'to'): number {
  return token?.[side] ?? 0;
}

/** Without backticks and bold marks, which belong to Markdown and not to the words. */
export function plain(text: string): string {
  return text.replaceAll('`', '').replaceAll('**', '').trim();
}

/** Index after the token at `at`, or after its closing bracket. */
export function skipOne({ tokens }: Reading, at: number): number {
  const token = tokens[at];
  return token?.kind === 'open' && token.mate > at ? token.mate + 1 : at + 1;
}

/** What every criterion has, for one that is the tokens from `from` to `to`. */
export function wholeOf(reading: Reading, from: number, to: number) {
  const whole = phrase(reading, from, to);
  return { ...whole, condition: whole, actions: [] };
}
