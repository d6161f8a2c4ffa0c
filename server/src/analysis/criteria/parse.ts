/** Reads the text of a criterion. Never fails: what is not understood is `unknown`. */
import QuickLRU from 'quick-lru';
import { actionsAfter, actionsBefore, statedActions } from './actions.ts';
import { commandOf } from './commands.ts';
import { conditionOf } from './compound.ts';
import { limitAt } from './limits.ts';
import { phrase, plain, skipWords } from './phrases.ts';
import { type Reading, read } from './tokens.ts';
import type { Action, Criterion, Quantity, TextRange } from './types.ts';

/** A longer text is a document. What it says is not guessed at, and it costs nothing. */
const LONGEST = 10_000;

/** The same words stand in many stages and plans, and are asked for by many rules. */
const recent = new QuickLRU<string, Criterion>({ maxSize: 2_000 });

export function parseCriterion(text: string): Criterion {
  if (text.length > LONGEST) return withActions(undefined, [], text);
  const criterion = recent.get(text) ?? parse(text);
  recent.set(text, criterion);
  return criterion;
}

function parse(text: string): Criterion {
  const reading = readUnquoted(text);
  const { from, to } = unwrapped(reading);
  if (from >= to) return withActions(undefined, [], text);
  const prefix = actionsBefore(reading, from, to);
  const start = prefix?.at ?? from;
  const suffix = actionsAfter(reading, start, to);
  const actions = suffix.actions.length > 0 ? suffix.actions : (prefix?.actions ?? []);
  const condition = conditionAt(reading, start, suffix.at);
  return withActions(condition, actions, text);
}

/** Quotes around everything are no part of it; blanks in their place keep the offsets. */
function readUnquoted(text: string): Reading {
  const reading = read(text);
  const [only] = reading.tokens;
  if (reading.tokens.length !== 1 || only?.kind !== 'string') return reading;
  const inside = text.slice(only.from + 1, only.to - 1);
  return read(`${' '.repeat(only.from + 1)}${inside}`);
}

function conditionAt(reading: Reading, from: number, to: number): Criterion | undefined {
  if (from >= to) return undefined;
  const condition = commandOf(reading, from, to) ?? conditionOf(reading, from, to);
  const start = skipWords(reading, IF_WORDS, from, to - 1);
  const words = phrase(reading, start, to);
  // "if needed" is vague as a whole.
  const needed = condition.kind === 'vague' && condition.evidence.some(({ range }) => range.from < words.range.from);
  return needed ? condition : { ...condition, condition: words };
}

const IF_WORDS = new Set(['if', 'when', 'whenever', 'once']);

function withActions(condition: Criterion | undefined, actions: readonly Action[], text: string): Criterion {
  const whole = wholeOf(text);
  if (!condition) return { kind: 'unknown', ...whole, condition: whole, actions };
  return { ...condition, ...whole, actions };
}

/** What a text says to do, without a condition: the `then` of a mapping. */
export function parseActions(text: string): readonly Action[] {
  const reading = read(text);
  return statedActions(reading, 0, reading.tokens.length);
}

/** A number with its unit and nothing else, as a baseline is written: `0.1%`, `180ms`. */
export function parseQuantity(text: string): Quantity | undefined {
  const reading = read(text);
  const match = limitAt(reading, 0, reading.tokens.length);
  if (match?.limit.kind !== 'absolute' || match.next !== reading.tokens.length) return undefined;
  const { value, unit } = match.limit;
  return { value, unit };
}

/** The text without blanks around it. */
function wholeOf(text: string) {
  const trimmed = text.trim();
  const from = trimmed === '' ? 0 : text.indexOf(trimmed);
  const range: TextRange = { from, to: from + trimmed.length };
  return { text: plain(trimmed), range };
}

/** Without brackets around everything, list marks and full stops. */
function unwrapped(reading: Reading): { from: number; to: number } {
  const { tokens } = reading;
  let from = 0;
  let to = tokens.length;
  for (;;) {
    const first = tokens[from];
    const last = tokens[to - 1];
    if (to <= from || !first || !last) return { from, to };
    if (MARKS.has(first.kind) && !startsNumber(reading, from)) from++;
    else if (last.kind === 'stop' || last.kind === 'comma' || last.kind === 'colon') to--;
    else if (isCheckbox(reading, from)) from = first.mate + 1;
    else if (first.kind === 'open' && first.mate === to - 1) {
      from++;
      to--;
    } else return { from, to };
  }
}

/** `[ ]` and `[x]` of a task list. */
function isCheckbox({ tokens }: Reading, at: number): boolean {
  const first = tokens[at];
  return first?.kind === 'open' && first.text === '[' && first.mate > at && first.mate <= at + 2;
}

const MARKS = new Set(['other', 'dash', 'sign', 'stop', 'comma']);

/** "-5": a number, no list mark. */
function startsNumber({ tokens }: Reading, at: number): boolean {
  return tokens[at + 1]?.kind === 'number' && tokens[at + 1]?.glued === true;
}
