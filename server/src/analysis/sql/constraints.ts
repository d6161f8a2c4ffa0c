/** Constraints of tables. */
import type { Cursor } from './cursor.ts';
import type { LooseFacts } from './make.ts';
import { phraseTable, takePhrase } from './phrases.ts';
import type { ConstraintKind, SqlName } from './types.ts';

export interface Constraint {
  readonly name: SqlName | undefined;
  readonly kind: ConstraintKind;
  readonly references: readonly SqlName[];
  readonly column: SqlName | undefined;
  readonly index: SqlName | undefined;
  readonly facts: LooseFacts;
}

const KINDS: readonly (readonly [string, ConstraintKind])[] = [
  ['primary key', 'primary-key'],
  ['foreign key', 'foreign-key'],
  ['not null', 'not-null'],
  ['unique', 'unique'],
  ['check', 'check'],
  ['exclude', 'exclude'],
  ['default', 'default'],
];

const KIND_TABLE = phraseTable(KINDS);

/** `[CONSTRAINT name] CHECK …`. Undefined, and nothing taken, where no constraint stands here. */
export function readConstraint(cursor: Cursor): Constraint | undefined {
  const start = cursor.at;
  const named = cursor.take('constraint');
  if (named) cursor.take('if', 'not', 'exists');
  const unnamed = named && KINDS.some(([words]) => startsWith(cursor, words) && cursor.word(1) !== '.');
  const name = named && !unnamed ? cursor.name() : undefined;
  const found = takePhrase(cursor, KIND_TABLE);
  // A column may be called "check": a bracket or more words follow the constraint, a type follows the column.
  if (!found || (!named && found[1] === 'check' && cursor.word() !== '(' && cursor.word() !== 'constraint')) {
    cursor.at = start;
    return undefined;
  }
  return { name, kind: found[1], ...readRest(cursor, found[1]) };
}

function startsWith(cursor: Cursor, words: string): boolean {
  return words.split(' ').every((word, ahead) => cursor.word(ahead) === word);
}

function readRest(cursor: Cursor, kind: ConstraintKind) {
  const references: SqlName[] = [];
  let column = kind === 'not-null' ? cursor.name() : undefined;
  let index: SqlName | undefined;
  const facts: { -readonly [K in keyof LooseFacts]: LooseFacts[K] } = { constraintKind: kind };
  while (!cursor.done) {
    if (cursor.takeOne('not valid', 'novalidate', 'not enforced')) facts.notValid = true;
    else if (cursor.take('using', 'index')) {
      // Oracle's USING INDEX TABLESPACE builds one.
      if (cursor.token()?.kind !== 'quoted' && ['tablespace', '(', ''].includes(cursor.word())) continue;
      index = cursor.name();
      facts.usingIndex = true;
    } else if (cursor.take('references')) {
      const table = cursor.name();
      if (table) references.push(table);
    } else if (kind === 'default' && cursor.take('for')) column = cursor.name();
    else if (cursor.take('clustered')) facts.clustered = true;
    else if (cursor.take('online', '=', 'on')) facts.online = true;
    else if (cursor.word() === '(' && cursor.word(1) !== 'online') cursor.skipParens();
    else cursor.next();
  }
  return { references, column, index, facts };
}
