/** Makes actions; what is not said has no key. */
import type { Cursor } from './cursor.ts';
import type { Kind } from './kinds.ts';
import type { Action, Facts } from './types.ts';

type Loose<T> = { readonly [K in keyof T]?: T[K] | undefined };

export type Parts = Loose<Omit<Action, 'kind' | 'range' | 'facts'>>;
export type LooseFacts = Loose<Facts>;

/** From the token `from` up to where the cursor stands. */
export function make(cursor: Cursor, from: number, kind: Kind, parts: Parts, facts: LooseFacts): Action {
  return { kind, range: cursor.range(from, cursor.at), ...defined(parts), facts: defined(facts) };
}

/** The same, up to the end of the statement. */
export function makeWhole(cursor: Cursor, from: number, kind: Kind, parts: Parts = {}, facts: LooseFacts = {}): Action {
  return { kind, range: cursor.range(from, cursor.end), ...defined(parts), facts: defined(facts) };
}

/** Facts that are false are left out: a fact is what the words say. */
function defined<T extends object>(from: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const entries = Object.entries(from).filter(([, value]) => value !== undefined && value !== false);
  return Object.fromEntries(entries) as { [K in keyof T]: Exclude<T[K], undefined> };
}
