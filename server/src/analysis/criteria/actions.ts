/** What happens when a criterion holds: after an arrow, after "then", after a semicolon, or before "if". */

import { ACTION_FILLERS, ACTION_VERBS, ACTIONS, CONDITION_WORDS, LIST_WORDS } from './action-words.ts';
import { matchPhrase, type PhraseMatch, phrase, skipOne, skipWords, wordAt } from './phrases.ts';
import type { Reading } from './tokens.ts';
import type { Action } from './types.ts';
import { RISES } from './words.ts';

export interface Split {
  readonly actions: readonly Action[];
  /** Where the condition goes on (prefix) or ends (suffix). */
  readonly at: number;
}

/** Words before the "if" of a long sentence are not looked through for ever. */
const LONGEST_PREFIX = 8;

/** "Roll back if", "Page on-call when", "Abort if": the condition begins after it. Undefined where there is no such thing. */
export function actionsBefore(reading: Reading, from: number, to: number): Split | undefined {
  const start = skipWords(reading, ACTION_FILLERS, from, to);
  const first = knownAction(reading, start, to);
  if (!first && !LIST_WORDS.has(wordAt(reading, start, to))) return undefined;
  for (let at = start + 1; at < Math.min(to, start + LONGEST_PREFIX); at++) {
    const token = reading.tokens[at];
    if (token?.kind !== 'word' && token?.kind !== 'string') return undefined;
    if (CONDITION_WORDS.has(token.word) && wordAt(reading, at + 1, to) !== 'call') {
      // "unless" and "until" turn the meaning round.
      if (token.word === 'unless' || token.word === 'until') return undefined;
      return { actions: knownActions(reading, start, at), at: at + 1 };
    }
  }
  return undefined;
}

/** The action that begins here. */
function knownAction(reading: Reading, at: number, to: number): PhraseMatch<Action['kind']> | undefined {
  return matchPhrase(reading, ACTIONS, at, to);
}

/** The known actions of "abort, roll back and page on-call"; other words belong to the action before them. */
function knownActions(reading: Reading, from: number, to: number): Action[] {
  const starts: { at: number; kind: Action['kind'] }[] = [];
  let fresh = true;
  for (let at = from; at < to; at = skipOne(reading, at)) {
    const known: PhraseMatch<Action['kind']> | undefined = fresh ? knownAction(reading, at, to) : undefined;
    if (known) starts.push({ at, kind: known.value });
    fresh = isJoint(reading, at) || (fresh && !known && ACTION_FILLERS.has(wordAt(reading, at, to)));
  }
  return starts.map(({ at, kind }, index) => {
    const end = withoutJoints(reading, at, starts[index + 1]?.at ?? to);
    return { kind, ...phrase(reading, at, end) };
  });
}

function isJoint(reading: Reading, at: number): boolean {
  const token = reading.tokens[at];
  const kind = token?.kind;
  const joins = kind === 'comma' || kind === 'stop' || kind === 'join' || kind === 'sign' || kind === 'slash';
  return joins || kind === 'arrow' || token?.word === 'and' || token?.word === 'or' || token?.word === 'then';
}

function withoutJoints(reading: Reading, from: number, to: number): number {
  let end = to;
  while (end > from + 1 && (isJoint(reading, end - 1) || ACTION_FILLERS.has(wordAt(reading, end - 1, to)))) end--;
  return end;
}

/** The actions at the end, and where the condition before them ends. */
export function actionsAfter(reading: Reading, from: number, to: number): Split {
  let numbers = false;
  for (let at = from; at < to; at = skipOne(reading, at)) {
    const token = reading.tokens[at];
    if (token?.kind === 'arrow') return { actions: statedActions(reading, at + 1, to), at };
    numbers ||= token?.kind === 'number';
    if (token?.word === 'then' && numbers) return { actions: statedActions(reading, at + 1, to), at };
    const opens = at > from && opensAction(reading, at, to);
    if (opens) return { actions: knownActions(reading, at + 1, to), at };
  }
  const bare = trailingAction(reading, from, to);
  return bare === undefined ? { actions: [], at: to } : { actions: knownActions(reading, bare, to), at: bare };
}

/** After an arrow stands an action, also where nobody knows it. */
export function statedActions(reading: Reading, from: number, to: number): readonly Action[] {
  const start = skipWords(reading, ACTION_FILLERS, from, to);
  if (start >= to) return from < to ? [{ kind: 'unknown', ...phrase(reading, from, to) }] : [];
  if (knownAction(reading, start, to)) return knownActions(reading, start, to);
  let end = start;
  while (end < to && !isJoint(reading, end)) end = skipOne(reading, end);
  const said = Math.max(end, start + 1);
  return [{ kind: 'unknown', ...phrase(reading, start, said) }, ...knownActions(reading, said, to)];
}

/** ", roll back", "; page on-call", "then pause", "triggers rollback": a known action must follow. */
function opensAction(reading: Reading, at: number, to: number): boolean {
  const token = reading.tokens[at];
  const kind = token?.kind;
  const punctuation = kind === 'comma' || kind === 'stop' || kind === 'colon' || kind === 'dash' || kind === 'sign';
  if (!punctuation && !ACTION_VERBS.has(wordAt(reading, at, to))) return false;
  const start = skipWords(reading, ACTION_FILLERS, at + 1, Math.min(to, at + LONGEST_PREFIX));
  const action = knownAction(reading, start, to);
  return action !== undefined && endsPhrase(reading, action.next, to);
}

/** An action is followed by its object, never by a verb: "; alert fires" and ", rollback succeeded" are events. */
function endsPhrase(reading: Reading, at: number, to: number): boolean {
  const token = at < to ? reading.tokens[at] : undefined;
  if (!token) return true;
  if (token.kind === 'op') return false;
  return (
    !RISES.has(token.word) &&
    !/^(?:is|are|was|has|have|fires?|fired|fails?|failed|rate|rates|count|latency|succeed(?:s|ed)?|completes?|completed|rehearsed)$/.test(
      token.word,
    )
  );
}

/** "error-rate > 1% for 5m rollback": a bare action as the last words. */
function trailingAction(reading: Reading, from: number, to: number): number | undefined {
  for (const length of [1, 2]) {
    const at = to - length;
    if (at > from && knownAction(reading, at, to)?.next === to && isFigureOrUnit(reading, at - 1)) return at;
  }
  return undefined;
}

function isFigureOrUnit(reading: Reading, at: number): boolean {
  const kind = reading.tokens[at]?.kind;
  return kind === 'unit' || kind === 'number';
}
