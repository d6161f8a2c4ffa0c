/** A fact is an effect before it knows its action. */
import type { Action, Change, Lock } from '../types.ts';

export type Fact = LockFact | Omit<Change, 'action'>;
export type LockFact = Omit<Lock, 'action'>;

/** What an engine's documentation says of an action. `version`: empty where it is not said. */
export type FactsOf = (action: Action, version: readonly number[]) => readonly Fact[];

type Blocks = Lock['blocks'];
type Held = Lock['held'];

export function locks(lock: string, blocks: Blocks, held: Held, source: string, unless?: string): LockFact {
  const what = `${VERBS[held]} ${BLOCKED[blocks]}`;
  return { kind: 'locks', what, lock, blocks, held, source, ...(unless !== undefined && { unless }) };
}

const VERBS: Readonly<Record<Held, string>> = { moment: 'briefly blocks', work: 'blocks' };
const BLOCKED: Readonly<Record<Blocks, string>> = {
  'reads-and-writes': 'reads and writes',
  writes: 'writes',
  ddl: 'other schema changes',
};

export function rewrites(what: string, source: string, unless?: string): Fact {
  return { kind: 'rewrites', what, source, ...(unless !== undefined && { unless }) };
}

/** All of it is gone, and nothing in the database brings it back. */
export function loses(what: string, source: string): readonly Fact[] {
  return [
    { kind: 'destroys', what, rows: 'all', source },
    { kind: 'irreversible', what, source },
  ];
}

export function irreversible(what: string, source: string, unless?: string): Fact {
  return { kind: 'irreversible', what, source, ...(unless !== undefined && { unless }) };
}
