/** PostgreSQL: which lock each statement takes, for how long, and what it rewrites. */
import { olderThan } from '../engines.ts';
import type { Action } from '../types.ts';
import { type Fact, type FactsOf, irreversible, type LockFact, locks, loses, rewrites } from './fact.ts';
import { isTemporary, type LossPages, lossesOf } from './losses.ts';
import { BLOCKS, LOCKS, type PgLock } from './postgresql-locks.ts';
import { PG } from './sources.ts';

const PAGES: LossPages = {
  dropTable: PG.dropTable,
  dropColumn: PG.alterTable,
  dropDatabase: PG.dropDatabase,
  dropSchema: PG.dropSchema,
  dropPartition: PG.alterTable,
  truncate: PG.truncate,
  delete: PG.delete,
  update: PG.update,
  alterType: PG.alterTable,
};

export const postgresqlFacts: FactsOf = (action, version) => {
  if (isTemporary(action)) return [];
  const special = SPECIAL[action.kind];
  const plain = LOCKS[action.kind];
  const held = plain ? [lock(plain[0], plain[1], plain[2])] : [];
  return [...lossesOf(action, PAGES), ...(special ? special(action, version) : held), ...others(action)];
};

function lock(mode: PgLock, held: 'moment' | 'work', source: string, unless?: string): LockFact {
  return locks(mode, BLOCKS[mode], held, source, unless);
}

type Special = (action: Action, version: readonly number[]) => readonly Fact[];

/** Where the lock, or how long it is held, depends on more than the kind. */
const SPECIAL: Readonly<Partial<Record<Action['kind'], Special>>> = {
  'add-column': addColumn,
  'alter-type': ({ column }) => (column ? changeType() : []),
  'set-not-null': (_, version) => {
    const proven = olderThan(version, 12) ? undefined : 'a valid CHECK constraint proves that there is no NULL';
    return [lock('ACCESS EXCLUSIVE', 'work', PG.alterTable, proven)];
  },
  'add-constraint': addConstraint,
  'attach-partition': (_, version) => [
    lock(olderThan(version, 12) ? 'ACCESS EXCLUSIVE' : 'SHARE UPDATE EXCLUSIVE', 'moment', PG.alterTable),
  ],
  'detach-partition': ({ facts }) => [
    lock(facts.concurrently ? 'SHARE UPDATE EXCLUSIVE' : 'ACCESS EXCLUSIVE', 'moment', PG.alterTable),
  ],
  'rename-index': (_, version) => [
    lock(olderThan(version, 12) ? 'ACCESS EXCLUSIVE' : 'SHARE UPDATE EXCLUSIVE', 'moment', PG.alterIndex),
  ],
  'create-index': ({ facts }) =>
    facts.concurrently
      ? [lock('SHARE UPDATE EXCLUSIVE', 'work', PG.concurrently)]
      : [lock('SHARE', 'work', PG.createIndex)],
  'drop-index': ({ facts }) =>
    facts.concurrently
      ? [lock('SHARE UPDATE EXCLUSIVE', 'work', PG.dropIndex)]
      : [lock('ACCESS EXCLUSIVE', 'moment', PG.dropIndex)],
  reindex: ({ facts }) =>
    facts.concurrently
      ? [lock('SHARE UPDATE EXCLUSIVE', 'work', PG.reindex)]
      : [lock('SHARE', 'work', PG.reindex), lock('ACCESS EXCLUSIVE', 'work', PG.reindex)],
  'refresh-materialized-view': ({ facts }) => [
    lock(facts.concurrently ? 'EXCLUSIVE' : 'ACCESS EXCLUSIVE', 'work', PG.refresh),
  ],
  update: (action) => (isUnbounded(action) ? [locks('FOR NO KEY UPDATE', 'writes', 'work', PG.rowLocks)] : []),
  delete: (action) => (isUnbounded(action) ? [locks('FOR UPDATE', 'writes', 'work', PG.rowLocks)] : []),
  lock: ({ facts }) => {
    const mode = (facts.lock ?? 'ACCESS EXCLUSIVE') as PgLock;
    return BLOCKS[mode] ? [lock(mode, 'work', PG.lock)] : [];
  },
  'create-table': ({ references, facts }) => {
    const mode = facts.partitionOf ? 'ACCESS EXCLUSIVE' : 'SHARE ROW EXCLUSIVE';
    return (references ?? []).map((on) => ({ ...lock(mode, 'moment', PG.createTable), on }));
  },
  'set-schema': ofTable,
  'set-owner': ofTable,
  'set-logged': () => wholeTable('writes the table anew'),
  'set-access-method': () => wholeTable('writes the table anew'),
  'set-tablespace': () => wholeTable('copies the table to another tablespace'),
  'set-expression': () => wholeTable('computes the column anew in every row'),
};

/** Functions, types and schemas are no tables, and nobody waits for them. */
function ofTable({ table }: Action): readonly Fact[] {
  return table ? [lock('ACCESS EXCLUSIVE', 'moment', PG.alterTable)] : [];
}

function isUnbounded({ facts }: Action): boolean {
  return !facts.hasWhere && !facts.batched;
}

function wholeTable(what: string): readonly Fact[] {
  return [lock('ACCESS EXCLUSIVE', 'work', PG.alterTable), rewrites(what, PG.alterTable)];
}

/** A constant default is kept beside the table since version 11; everything else is written into each row. */
function addColumn({ facts, references }: Action, version: readonly number[]): readonly Fact[] {
  const stored = facts.generated === 'stored' || facts.identity === true;
  const old = olderThan(version, 11) && facts.default !== undefined;
  const sure = stored || old || facts.default === 'volatile';
  const maybe = facts.default === 'unknown' ? 'the default is not volatile' : undefined;
  const rewritten =
    sure || maybe !== undefined ? [rewrites('writes every row anew', PG.alterTable, sure ? undefined : maybe)] : [];
  const builds = facts.unique || facts.primaryKey;
  const own = lock('ACCESS EXCLUSIVE', sure || builds ? 'work' : 'moment', PG.alterTable);
  const others = (references ?? []).map((on) => ({ ...lock('SHARE ROW EXCLUSIVE', 'moment', PG.alterTable), on }));
  return [own, ...rewritten, ...others];
}

function changeType(): readonly Fact[] {
  const unless = 'the old type can be read as the new one: varchar as text, or a longer varchar';
  return [
    lock('ACCESS EXCLUSIVE', 'work', PG.alterTable, unless),
    rewrites('writes every row anew', PG.alterTable, unless),
  ];
}

function addConstraint({ facts, references }: Action): readonly Fact[] {
  const held = facts.notValid || facts.usingIndex ? 'moment' : 'work';
  if (facts.constraintKind !== 'foreign-key') return [lock('ACCESS EXCLUSIVE', held, PG.alterTable)];
  const own = lock('SHARE ROW EXCLUSIVE', held, PG.alterTable);
  return [own, ...(references ?? []).map((on) => ({ ...own, on }))];
}

/** What no lock says. */
function others({ kind, facts, to }: Action): readonly Fact[] {
  if (kind === 'vacuum-full') return [rewrites('writes the table into a new file', PG.vacuum)];
  if (kind === 'cluster') return [rewrites('writes the table anew in the order of an index', PG.cluster)];
  if (kind === 'enum-add') return [irreversible('adds a value that cannot be removed', PG.alterType)];
  if (kind === 'drop-owned') return loses('drops everything that the role owns', PG.dropOwned);
  if (kind === 'drop-type' && facts.cascade) return loses('drops every column of the type', PG.dropType);
  if (kind === 'attach-partition' && to) {
    const unless = 'a CHECK constraint proves that every row belongs there';
    return [{ ...lock('ACCESS EXCLUSIVE', 'work', PG.alterTable, unless), on: to }];
  }
  return [];
}
