/** Sentences without a comparison: an event that can be seen, words that nobody can measure, or neither. In doubt, neither. */

import { isNamed } from './named.ts';
import { matchPhrase, phrase, wholeOf, wordAt } from './phrases.ts';
import { EMPTY_WORDS, HINTS, type Hint } from './sentence-words.ts';
import type { Reading } from './tokens.ts';
import type { Phrase, SimpleCriterion, Window } from './types.ts';
import { WINDOW_OPENERS } from './window-words.ts';
import { windowAt } from './windows.ts';

interface Signs {
  readonly found: ReadonlyMap<Hint, readonly Phrase[]>;
  /** Words that are neither hints nor empty: they say of what the sentence speaks. */
  readonly names: number;
  readonly hasNumber: boolean;
  readonly window: Window | undefined;
}

/** Nobody reads more evidence. */
const MOST_EVIDENCE = 4;
/** In a longer sentence a vague word may stand beside what is meant, not for it. */
const MOST_NAMES = 7;

export function sentenceOf(reading: Reading, from: number, to: number): SimpleCriterion {
  const whole = wholeOf(reading, from, to);
  const signs = signsIn(reading, from, to);
  const event = eventEvidence(signs);
  const vague = vagueEvidence(signs);
  const named = !signs.found.has('happens') && !signs.found.has('moves') && isNamed(whole.text) && { isNamed: true };
  if (vague.length > 0 && (event.length === 0 || isOnlyVague(signs)))
    return { kind: 'vague', ...whole, evidence: vague, ...named };
  if (event.length === 0 || vague.length > 0) return { kind: 'unknown', ...whole };
  return { kind: 'event', ...whole, evidence: event, ...named, ...(signs.window && { window: signs.window }) };
}

/** "Problems are reported": that somebody reports it does not make it measurable. */
function isOnlyVague({ found, names }: Signs): boolean {
  return found.has('nothing') && !found.has('evident') && !found.has('symptom') && names === 0;
}

function eventEvidence({ found, names, hasNumber }: Signs): readonly Phrase[] {
  const evident = found.get('evident') ?? [];
  if (evident.length > 0) return evident;
  const happens = found.get('happens') ?? [];
  const symptoms = found.get('symptom') ?? [];
  const metrics = found.get('metric') ?? [];
  const ofSomething = names > 0 || symptoms.length > 0 || metrics.length > 0 || found.has('nothing') || hasNumber;
  if (happens.length > 0 && ofSomething) return happens;
  return symptoms.length > 0 && found.has('counts') && !found.has('compares') ? symptoms : [];
}

function vagueEvidence({ found, hasNumber, names }: Signs): readonly Phrase[] {
  if (names > MOST_NAMES) return [];
  // A number or a comparison that was not understood may say exactly what is meant.
  if (hasNumber || found.has('compares')) return [];
  const judgeable = found.has('metric') || found.has('symptom');
  return [
    ...(found.get('vague') ?? []),
    ...(found.get('nothing') ?? []),
    ...(judgeable ? (found.get('judged') ?? []) : []),
    ...(judgeable ? (found.get('moves') ?? []) : []),
  ].slice(0, MOST_EVIDENCE);
}

function signsIn(reading: Reading, from: number, to: number): Signs {
  const found = new Map<Hint, Phrase[]>();
  let names = 0;
  let hasNumber = false;
  let window: Window | undefined;
  for (let at = from; at < to; ) {
    const length = matchPhrase(reading, WINDOW_OPENERS, at, to) && windowAt(reading, at, to);
    const hint = length ? undefined : matchPhrase(reading, HINTS, at, to);
    if (length) window = length.window;
    else if (hint) note(found, hint.value, phrase(reading, at, hint.next));
    else {
      const token = reading.tokens[at];
      hasNumber ||= token?.kind === 'number';
      if (isName(reading, at, to)) names++;
      if (token?.kind === 'word' && REFERENCE.test(token.text)) note(found, 'evident', phrase(reading, at, at + 1));
    }
    at = length?.next ?? hint?.next ?? at + 1;
  }
  return { found, names, hasNumber, window };
}

/** `PAY-412`, `#318`: a ticket that can be looked up. */
const REFERENCE = /^(?:[A-Z][A-Z0-9]+-\d+|#\d+)$/;

function note(found: Map<Hint, Phrase[]>, hint: Hint, words: Phrase): void {
  const noted = found.get(hint) ?? [];
  if (noted.length < MOST_EVIDENCE) found.set(hint, [...noted, words]);
}

function isName(reading: Reading, at: number, to: number): boolean {
  const kind = reading.tokens[at]?.kind;
  return kind === 'string' || (kind === 'word' && !EMPTY_WORDS.has(wordAt(reading, at, to)));
}
