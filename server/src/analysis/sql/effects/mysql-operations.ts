/** Online DDL of InnoDB, as the tables of the manual say it. Data only. */
import type { Kind } from '../kinds.ts';

export interface Operation {
  /** Since when only the data dictionary changes. Absent: never. */
  readonly instant?: { readonly mysql: readonly number[] | 'never'; readonly mariadb: readonly number[] | 'never' };
  /** Can be done without copying the table through the server. */
  readonly inPlace: boolean;
  readonly rebuilds: boolean;
  /** Rows can be written meanwhile. */
  readonly permitsWrites: boolean;
  /** What is written so is done, unless … */
  readonly unless?: string;
}

const METADATA: Operation = { inPlace: true, rebuilds: false, permitsWrites: true };
const REBUILD: Operation = { inPlace: true, rebuilds: true, permitsWrites: true };
const COPY: Operation = { inPlace: false, rebuilds: true, permitsWrites: false };
const LOCKED_BUILD: Operation = { inPlace: true, rebuilds: false, permitsWrites: false };

export const OPERATIONS: Readonly<Partial<Record<Kind, Operation>>> = {
  'add-column': { ...REBUILD, instant: { mysql: [8, 0, 12], mariadb: [10, 3, 2] } },
  'drop-column': { ...REBUILD, instant: { mysql: [8, 0, 29], mariadb: [10, 4] } },
  'rename-column': METADATA,
  'set-default': METADATA,
  'drop-default': METADATA,
  'alter-type': {
    ...COPY,
    unless: 'the type stays as it is, a VARCHAR only grows below 256 bytes, or an ENUM gets values at its end',
  },
  'create-index': { inPlace: true, rebuilds: false, permitsWrites: true },
  'drop-index': METADATA,
  'rename-index': METADATA,
  'rename-table': METADATA,
  'convert-charset': COPY,
  rebuild: REBUILD,
  optimize: { ...REBUILD, unless: 'the table is not of InnoDB' },
  'drop-constraint': METADATA,
  'alter-constraint': METADATA,
  'set-options': METADATA,
};

/** What the kind alone does not say. */
export const VARIANTS = {
  specialIndex: LOCKED_BUILD,
  addPrimaryKey: REBUILD,
  dropPrimaryKey: COPY,
  /** Only InnoDB builds a table anew beside those who write. */
  otherEngine: COPY,
  addForeignKey: { ...COPY, unless: 'foreign_key_checks is off' },
  /** The manual's tables leave it out; the server answers "Try ALGORITHM=COPY". */
  addCheck: COPY,
  addUnique: { inPlace: true, rebuilds: false, permitsWrites: true },
  storedColumn: COPY,
  virtualColumn: METADATA,
  /** An AUTO_INCREMENT column is numbered row by row. */
  numberedColumn: { ...LOCKED_BUILD, rebuilds: true },
} as const satisfies Record<string, Operation>;
