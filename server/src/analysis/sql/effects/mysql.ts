/** MySQL and MariaDB with InnoDB. Every ALTER waits for an exclusive metadata lock; what differs is what comes after. */
import { olderThan } from '../engines.ts';
import type { Action } from '../types.ts';
import { type Fact, type FactsOf, locks, rewrites } from './fact.ts';
import { isTemporary, type LossPages, lossesOf } from './losses.ts';
import { OPERATIONS, type Operation, VARIANTS } from './mysql-operations.ts';
import { MARIA, MY } from './sources.ts';

const PAGES: LossPages = {
  dropTable: MY.dropTable,
  dropColumn: MY.alterTable,
  dropDatabase: MY.dropDatabase,
  dropSchema: MY.dropDatabase,
  dropPartition: MY.partitions,
  truncate: MY.truncate,
  delete: MY.delete,
  update: MY.update,
  alterType: MY.alterTable,
};

export const mysqlFacts: FactsOf = (action, version) => factsOf(action, version, 'mysql');
export const mariadbFacts: FactsOf = (action, version) => factsOf(action, version, 'mariadb');

type Flavour = 'mysql' | 'mariadb';

function factsOf(action: Action, version: readonly number[], flavour: Flavour): readonly Fact[] {
  if (isTemporary(action)) return [];
  // A schema is a database here, and goes with everything in it.
  const known = action.kind === 'drop-schema' ? { ...action, kind: 'drop-database' as const } : action;
  return [...lossesOf(known, PAGES), ...lockFacts(action, version, flavour)];
}

function lockFacts(action: Action, version: readonly number[], flavour: Flavour): readonly Fact[] {
  const { kind, facts } = action;
  const operation = operationOf(action, flavour);
  if (operation) return online(action, operation, version, flavour);
  if (kind === 'drop-table' || kind === 'truncate' || kind === 'create-trigger' || kind === 'drop-trigger')
    return [brief()];
  if (kind === 'drop-partition' || kind === 'truncate-partition' || kind === 'add-partition')
    return [brief(MY.partitions)];
  if (kind === 'change-partition') {
    const unless = 'it only exchanges or drops a partition';
    return [locks('LOCK=SHARED', 'writes', 'work', MY.partitions, unless)];
  }
  if (kind === 'lock') {
    const lets = facts.lock === 'READ';
    return [locks(lets ? 'READ' : 'WRITE', lets ? 'writes' : 'reads-and-writes', 'work', MY.lockTables)];
  }
  const unbounded = (kind === 'update' || kind === 'delete') && !facts.hasWhere && !facts.batched;
  return unbounded ? [locks('X', 'writes', 'work', MY.rowLocks)] : [];
}

function operationOf({ kind, facts }: Action, flavour: Flavour): Operation | undefined {
  if (kind === 'create-index' && facts.special) return VARIANTS.specialIndex;
  if (kind === 'add-column' && facts.generated === 'stored') return VARIANTS.storedColumn;
  if (kind === 'add-column' && facts.generated === 'virtual') return VARIANTS.virtualColumn;
  if (kind === 'add-column' && facts.identity) return VARIANTS.numberedColumn;
  if (kind === 'drop-constraint' && facts.constraintKind === 'primary-key')
    return facts.replaced ? VARIANTS.addPrimaryKey : VARIANTS.dropPrimaryKey;
  if (kind === 'rebuild' && facts.value !== undefined && !/^\W?innodb\W?$/i.test(facts.value))
    return VARIANTS.otherEngine;
  if (kind !== 'add-constraint') return OPERATIONS[kind];
  if (facts.constraintKind === 'primary-key') return VARIANTS.addPrimaryKey;
  if (facts.constraintKind === 'foreign-key') return VARIANTS.addForeignKey;
  if (facts.constraintKind === 'check' && flavour === 'mysql' && !facts.notValid) return VARIANTS.addCheck;
  return facts.constraintKind === 'unique' ? VARIANTS.addUnique : OPERATIONS['alter-constraint'];
}

function online(action: Action, operation: Operation, version: readonly number[], flavour: Flavour): readonly Fact[] {
  const { facts } = action;
  const source = flavour === 'mariadb' ? MARIA.inplace : action.kind === 'optimize' ? MY.optimize : MY.operations;
  const instant =
    facts.algorithm === 'INSTANT' || (facts.algorithm === undefined && isInstant(action, operation, version, flavour));
  if (instant) return [brief(flavour === 'mariadb' ? MARIA.instant : MY.operations)];
  const copies = facts.algorithm === 'COPY' || (!operation.inPlace && !facts.algorithm) || isAncient(version, flavour);
  const written = copies || operation.rebuilds ? [rewrites('builds the table anew', source, operation.unless)] : [];
  return [lockOf(action, operation, copies, version, flavour, source), ...written];
}

/** LOCK=… asks for at least that; where LOCK=NONE cannot be had, the statement fails and blocks nobody. */
function lockOf(
  { facts }: Action,
  operation: Operation,
  copies: boolean,
  version: readonly number[],
  flavour: Flavour,
  source: string,
): Fact {
  if (facts.lock === 'EXCLUSIVE') return locks('LOCK=EXCLUSIVE', 'reads-and-writes', 'work', MY.performance);
  if (facts.lock === 'SHARED') return locks('LOCK=SHARED', 'writes', 'work', MY.performance);
  // MariaDB copies online since 11.2.
  const onlineCopy = flavour === 'mariadb' && !olderThan(version, 11, 2);
  const permitted = copies ? onlineCopy : operation.permitsWrites;
  if (facts.lock === 'NONE' || permitted) return brief(flavour === 'mariadb' ? MARIA.online : MY.performance);
  return locks('LOCK=SHARED', 'writes', 'work', source, operation.unless);
}

/** A column between others could be added instantly only later than one at the end. */
function isInstant(
  { kind, facts }: Action,
  { instant }: Operation,
  version: readonly number[],
  flavour: Flavour,
): boolean {
  // A lock that is asked for is taken, and only the other algorithms take one.
  if (facts.lock === 'SHARED' || facts.lock === 'EXCLUSIVE') return false;
  const since = instant?.[flavour];
  if (!since || since === 'never') return false;
  if (kind === 'add-column' && facts.placed) {
    return !(flavour === 'mysql' ? olderThan(version, 8, 0, 29) : olderThan(version, 10, 4));
  }
  return !olderThan(version, ...since);
}

/** Before online DDL everything was copied. */
function isAncient(version: readonly number[], flavour: Flavour): boolean {
  return flavour === 'mysql' ? olderThan(version, 5, 6) : olderThan(version, 10, 0);
}

function brief(source: string = MY.metadata): Fact {
  return locks('exclusive metadata lock', 'reads-and-writes', 'moment', source);
}
