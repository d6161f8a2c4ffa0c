/** What is created, altered or dropped: the words between the verb and the name. */
import type { Cursor } from './cursor.ts';
import { OBJECT_TYPES, type ObjectType } from './kinds.ts';
import { phraseTable, takePhrase } from './phrases.ts';

/** Between the verb and the type. `or alter` and `or replace` too. */
const MODIFIERS: ReadonlySet<string> = new Set(
  `or replace alter global local temp temporary unlogged unique clustered nonclustered columnstore fulltext spatial
   bitmap hypothetical recursive constraint trusted procedural online offline ignore secure transient volatile dynamic
   external default public vector search primary xml definer sql security invoker algorithm merge temptable undefined
   force editionable noneditionable hybrid iceberg if stable aggregate default nonclustered hash`.split(/\s+/),
);

const TYPES = phraseTable(OBJECT_TYPES);

export interface ObjectHead {
  readonly type: ObjectType;
  readonly modifiers: ReadonlySet<string>;
}

/** Takes the type, and the modifiers before it. */
export function readObjectType(cursor: Cursor): ObjectHead {
  const modifiers = new Set<string>();
  for (let words = 0; words < 24 && !cursor.done; words++) {
    const type = typeHere(cursor);
    if (type) return { type, modifiers };
    const word = cursor.word();
    // DEFINER = `root`@`%` stands before views and routines of MySQL.
    const definer = modifiers.has('definer') || modifiers.has('algorithm');
    if (!MODIFIERS.has(word) && !definer) break;
    modifiers.add(word);
    cursor.next();
  }
  return { type: 'other', modifiers };
}

function typeHere(cursor: Cursor): ObjectType | undefined {
  // "constraint" and "aggregate" may be modifiers before another type.
  if (cursor.word() === 'constraint' && cursor.word(1) === 'trigger') return undefined;
  if (cursor.word() === 'aggregate' && cursor.word(1) === 'function') return undefined;
  return takePhrase(cursor, TYPES)?.[1];
}
