/** Queries with an expected answer. Their `>` and `and` belong to SQL, not to the criterion. */
import { phrase, wholeOf, wordAt } from './phrases.ts';
import type { Reading } from './tokens.ts';
import type { EventCriterion } from './types.ts';

const ANSWERS = new Set(['returns', 'return', 'yields', 'gives', 'equals', 'is', 'shows']);

/** "select count(*) from orders where amount is null returns 0". */
export function commandOf(reading: Reading, from: number, to: number): EventCriterion | undefined {
  if (wordAt(reading, from, to) !== 'select') return undefined;
  let source = false;
  let answer = -1;
  for (let at = from + 1; at < to; at++) {
    const word = wordAt(reading, at, to);
    source ||= word === 'from' || reading.tokens[at]?.kind === 'open';
    if (ANSWERS.has(word) || reading.tokens[at]?.kind === 'op') answer = at;
  }
  if (!source || answer < 0) return undefined;
  return { kind: 'event', ...wholeOf(reading, from, to), evidence: [phrase(reading, answer, to)] };
}
