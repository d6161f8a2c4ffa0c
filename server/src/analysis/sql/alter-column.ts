/** ALTER TABLE … ALTER COLUMN, MODIFY and CHANGE. */
import type { Clause } from './alter-add.ts';
import { readDefinition } from './columns.ts';
import type { Kind } from './kinds.ts';
import { listOf } from './lists.ts';
import { makeWhole } from './make.ts';
import { phraseTable, takePhrase } from './phrases.ts';
import type { Action } from './types.ts';

const FORMS: readonly (readonly [words: string, kind: Kind])[] = [
  ['set not null', 'set-not-null'],
  ['drop not null', 'drop-not-null'],
  ['set default', 'set-default'],
  ['drop default', 'drop-default'],
  ['set expression', 'set-expression'],
  ['drop expression', 'drop-expression'],
  ['add generated', 'set-identity'],
  ['set generated', 'set-identity'],
  ['set increment', 'set-identity'],
  ['set start', 'set-identity'],
  ['set minvalue', 'set-identity'],
  ['set maxvalue', 'set-identity'],
  ['set cache', 'set-identity'],
  ['set no', 'set-identity'],
  ['set cycle', 'set-identity'],
  ['restart', 'set-identity'],
  ['drop identity', 'set-identity'],
  ['set statistics', 'set-statistics'],
  ['set data type', 'alter-type'],
  ['type', 'alter-type'],
  // Attributes that only the planner reads: n_distinct.
  ['set (', 'set-statistics'],
  ['reset', 'set-statistics'],
  ['set', 'set-column-option'],
  ['options', 'set-column-option'],
  ['add', 'set-column-option'],
  ['drop', 'set-column-option'],
];

const FORM_TABLE = phraseTable(FORMS);

/** The cursor stands behind ALTER. */
export function alterColumn({ cursor, table, facts }: Clause, start: number): readonly Action[] {
  cursor.take('column');
  const column = cursor.name();
  const form = takePhrase(cursor, FORM_TABLE);
  if (form && form[1] !== 'alter-type') return [makeWhole(cursor, start, form[1], { table, column }, facts)];
  const definition = readDefinition(cursor);
  const found = { ...facts, ...definition.facts };
  return [makeWhole(cursor, start, 'alter-type', { table, column }, found)];
}

/** MySQL writes the whole definition again; what of it is new, the words cannot tell. */
export function modifyColumn(clause: Clause, start: number, verb: 'modify' | 'change'): readonly Action[] {
  const { cursor, table, facts } = clause;
  if (cursor.take('default', 'character', 'set')) return [makeWhole(cursor, start, 'set-options', { table }, facts)];
  cursor.take('column');
  cursor.take('if', 'exists');
  if (cursor.word() === '(') return modifyList(clause);
  const column = cursor.name();
  const to = verb === 'change' ? cursor.name() : undefined;
  const { facts: found } = readDefinition(cursor);
  const changed = makeWhole(cursor, start, 'alter-type', { table, column }, { ...facts, ...found });
  if (!to || to.name === column?.name) return [changed];
  return [makeWhole(cursor, start, 'rename-column', { table, column, to }, facts), changed];
}

/** Oracle: `MODIFY (a number(10), b NOT NULL)`. */
function modifyList({ cursor, table, facts }: Clause): readonly Action[] {
  const from = cursor.at + 1;
  cursor.skipParens();
  return Array.from(listOf(cursor.slice(from, cursor.at - 1)), (part) => {
    const start = part.at;
    const column = part.name();
    return makeWhole(part, start, 'alter-type', { table, column }, { ...facts, ...readDefinition(part).facts });
  });
}
