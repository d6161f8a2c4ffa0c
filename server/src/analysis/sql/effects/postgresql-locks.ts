/** Locks of PostgreSQL, for statements whose lock is always the same. Data only. */
import type { Kind } from '../kinds.ts';
import type { Effect } from '../types.ts';
import { PG } from './sources.ts';

export type PgLock = 'SHARE UPDATE EXCLUSIVE' | 'SHARE' | 'SHARE ROW EXCLUSIVE' | 'EXCLUSIVE' | 'ACCESS EXCLUSIVE';

/** Only ACCESS EXCLUSIVE blocks a SELECT. */
export const BLOCKS: Readonly<Record<PgLock, NonNullable<Effect['blocks']>>> = {
  'SHARE UPDATE EXCLUSIVE': 'ddl',
  SHARE: 'writes',
  'SHARE ROW EXCLUSIVE': 'writes',
  EXCLUSIVE: 'writes',
  'ACCESS EXCLUSIVE': 'reads-and-writes',
};

type Plain = readonly [lock: PgLock, held: 'moment' | 'work', source: string];

const BRIEF: Plain = ['ACCESS EXCLUSIVE', 'moment', PG.alterTable];

/** "An ACCESS EXCLUSIVE lock is acquired unless explicitly noted." */
export const LOCKS: Readonly<Partial<Record<Kind, Plain>>> = {
  'drop-column': BRIEF,
  'drop-not-null': BRIEF,
  'set-default': BRIEF,
  'drop-default': BRIEF,
  'drop-expression': BRIEF,
  'set-identity': BRIEF,
  'set-column-option': BRIEF,
  'drop-constraint': BRIEF,
  'alter-constraint': BRIEF,
  'rename-table': BRIEF,
  'rename-column': BRIEF,
  'rename-constraint': BRIEF,
  'set-row-security': BRIEF,
  'set-replica-identity': BRIEF,
  'set-rule': BRIEF,
  'set-inherit': BRIEF,
  'set-of-type': BRIEF,
  'validate-constraint': ['SHARE UPDATE EXCLUSIVE', 'work', PG.alterTable],
  'set-statistics': ['SHARE UPDATE EXCLUSIVE', 'moment', PG.alterTable],
  'set-cluster': ['SHARE UPDATE EXCLUSIVE', 'moment', PG.alterTable],
  'set-options': ['SHARE UPDATE EXCLUSIVE', 'moment', PG.alterTable],
  'set-trigger': ['SHARE ROW EXCLUSIVE', 'moment', PG.alterTable],
  'create-trigger': ['SHARE ROW EXCLUSIVE', 'moment', PG.locks],
  'drop-trigger': ['ACCESS EXCLUSIVE', 'moment', PG.locks],
  'create-statistics': ['SHARE UPDATE EXCLUSIVE', 'moment', PG.locks],
  'drop-table': ['ACCESS EXCLUSIVE', 'moment', PG.locks],
  truncate: ['ACCESS EXCLUSIVE', 'moment', PG.truncate],
  vacuum: ['SHARE UPDATE EXCLUSIVE', 'work', PG.locks],
  analyze: ['SHARE UPDATE EXCLUSIVE', 'work', PG.locks],
  'vacuum-full': ['ACCESS EXCLUSIVE', 'work', PG.vacuum],
  cluster: ['ACCESS EXCLUSIVE', 'work', PG.cluster],
};
