/** SQL Server: ALTER TABLE takes Sch-M, which nobody can read beside. */
import type { Action } from '../types.ts';
import { type Fact, type FactsOf, locks, rewrites } from './fact.ts';
import { isTemporary, type LossPages, lossesOf } from './losses.ts';
import { MS } from './sources.ts';

const PAGES: LossPages = {
  dropTable: MS.dropTable,
  dropColumn: MS.alterTable,
  dropDatabase: MS.dropDatabase,
  dropSchema: MS.dropDatabase,
  dropPartition: MS.truncate,
  truncate: MS.truncate,
  delete: MS.delete,
  update: MS.update,
  alterType: MS.alterTable,
};

export const sqlserverFacts: FactsOf = (action) => {
  if (isTemporary(action)) return [];
  return [...lossesOf(action, PAGES), ...(SPECIAL[action.kind]?.(action) ?? [])];
};

function schemaLock(held: 'moment' | 'work', source: string = MS.alterTable, unless?: string): Fact {
  return locks('Sch-M', 'reads-and-writes', held, source, unless);
}

const brief = (): readonly Fact[] => [schemaLock('moment')];

const SPECIAL: Readonly<Partial<Record<Action['kind'], (action: Action) => readonly Fact[]>>> = {
  'add-column': addColumn,
  'drop-column': () => [schemaLock('work', MS.alterTable, 'only the metadata changes, as it does for most types')],
  'alter-type': alterColumn,
  'add-constraint': ({ facts }) => {
    const checks = facts.constraintKind === 'default' || facts.notValid || facts.online;
    return [schemaLock(checks ? 'moment' : 'work')];
  },
  'drop-constraint': brief,
  'alter-constraint': brief,
  'validate-constraint': () => [schemaLock('work')],
  'set-trigger': brief,
  'set-options': brief,
  'change-partition': brief,
  rebuild: ({ facts }) => [
    schemaLock(facts.online ? 'moment' : 'work'),
    rewrites('builds the table anew', MS.alterTable),
  ],
  'create-index': createIndex,
  'drop-index': ({ facts }) => {
    const unless = facts.online
      ? undefined
      : 'the index is not clustered: dropping a clustered one rebuilds the others';
    return [schemaLock('moment', MS.dropIndex, unless)];
  },
  reindex: ({ facts }) => [schemaLock(facts.online ? 'moment' : 'work', MS.alterIndex)],
  'rename-table': () => [schemaLock('moment', MS.rename)],
  'rename-column': () => [schemaLock('moment', MS.rename)],
  'rename-index': () => [schemaLock('moment', MS.rename)],
  'drop-table': () => [schemaLock('moment', MS.locking)],
  truncate: () => [schemaLock('moment', MS.truncate)],
  update: escalated,
  delete: escalated,
};

/** Types whose columns cannot be added online. */
const NEVER_ONLINE = /\(max\)|^(?:xml|n?text|image|hierarchyid|geometry|geography)$/;

/** A constant that is the same for all rows is only noted; other defaults are written into each of them. */
function addColumn({ facts }: Action): readonly Fact[] {
  const filled = facts.notNull && facts.default !== undefined;
  if (!filled && !facts.identity && facts.generated !== 'stored') return brief();
  const constant = facts.default === 'constant' && !facts.identity && !NEVER_ONLINE.test(facts.type ?? '');
  const unless = constant ? 'the edition is Enterprise or Azure, which note a constant default only' : undefined;
  const perhaps =
    facts.default === 'unknown' ? 'the default is a runtime constant, and the edition Enterprise' : unless;
  return [
    schemaLock('work', MS.addNotNull, perhaps),
    rewrites('writes the value into every row', MS.addNotNull, perhaps),
  ];
}

function alterColumn({ facts, column }: Action): readonly Fact[] {
  if (!column) return [];
  const unless = 'the column only becomes longer, or stays as it is';
  const lock = facts.online
    ? schemaLock('moment')
    : schemaLock('work', MS.alterTable, facts.notNull ? undefined : unless);
  return [lock, rewrites('changes every row', MS.alterTable, unless)];
}

function createIndex({ facts }: Action): readonly Fact[] {
  if (facts.online) return [locks('S', 'writes', 'moment', MS.createIndex)];
  if (facts.clustered)
    return [schemaLock('work', MS.createIndex), rewrites('sorts the table by the index', MS.createIndex)];
  return [locks('S', 'writes', 'work', MS.createIndex)];
}

/** Above 5,000 locks a statement's row locks become one of the table. */
function escalated({ facts }: Action): readonly Fact[] {
  if (facts.hasWhere || facts.batched) return [];
  const unless = 'row versions are read, or lock escalation is off';
  return [locks('X', 'writes', 'work', MS.locking), locks('X', 'reads-and-writes', 'work', MS.locking, unless)];
}
