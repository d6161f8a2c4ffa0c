/** What a statement does, with the place of every part: UTF-16 offsets in the text that was scanned. */
import type { Kind } from './kinds.ts';

/** Half-open range in the scanned text. */
export interface TextRange {
  readonly from: number;
  readonly to: number;
}

/** A name of the database. Two spellings of one name have the same `name`. */
export interface SqlName {
  /** Without quotes, folded as the engine folds it. */
  readonly name: string;
  readonly schema?: string;
  /** The whole name as written, schema and quotes included. */
  readonly range: TextRange;
}

export interface Statement {
  /** Of its only action; of several unlike ones the head that they share: `alter-table`. */
  readonly kind: Kind;
  /** From its first word to its last, without the `;`. */
  readonly range: TextRange;
  /** The words that say what it is, on one line at most: what to underline. */
  readonly head: TextRange;
  /** What it does, one by one, in the order of the text. */
  readonly actions: Actions;
  /** Stands in the body of a `DO` block or the like, which has this range. */
  readonly within?: TextRange;
}

/** At least one: what nobody knows is `unknown`. */
export type Actions = readonly [Action, ...Action[]];

/** One thing that a statement does: one table of `DROP TABLE a, b`, one clause of `ALTER TABLE`. */
export interface Action {
  readonly kind: Kind;
  readonly range: TextRange;
  readonly table?: SqlName;
  readonly column?: SqlName;
  /** Of UPDATE: the columns that it writes. */
  readonly columns?: readonly SqlName[];
  readonly index?: SqlName;
  readonly constraint?: SqlName;
  /** Whatever is created, altered or dropped and is none of the above: a view, a type, a sequence, a database. */
  readonly object?: SqlName;
  /** What a rename leads to, or the partition that is attached. */
  readonly to?: SqlName;
  /** The tables that foreign keys point at, or the parent of a new partition: they are locked too. */
  readonly references?: readonly SqlName[];
  readonly facts: Facts;
}

export type ConstraintKind = 'check' | 'foreign-key' | 'unique' | 'primary-key' | 'exclude' | 'not-null' | 'default';

/** What the words say beyond the kind. A key that is absent is not said. */
export interface Facts {
  readonly hasWhere?: boolean;
  /** `LIMIT 5000`, `TOP (5000)`: true also where the number is a parameter. */
  readonly batched?: boolean;
  readonly concurrently?: boolean;
  readonly ifExists?: boolean;
  readonly ifNotExists?: boolean;
  readonly cascade?: boolean;
  readonly temporary?: boolean;
  /** A new table that is a partition; its parent is in `references`. */
  readonly partitionOf?: boolean;
  readonly unique?: boolean;
  readonly notValid?: boolean;
  readonly usingIndex?: boolean;
  readonly constraintKind?: ConstraintKind;
  /** Of a primary key that is dropped: the same statement adds another. */
  readonly replaced?: boolean;
  /** Of a new or changed column. */
  readonly notNull?: boolean;
  readonly nullable?: boolean;
  readonly type?: string;
  readonly using?: boolean;
  /** `volatile`: another value for each row. `unknown`: a function that nobody here knows. */
  readonly default?: 'constant' | 'volatile' | 'unknown';
  readonly generated?: 'stored' | 'virtual';
  readonly identity?: boolean;
  readonly primaryKey?: boolean;
  /** MySQL: `FIRST` or `AFTER`. */
  readonly placed?: boolean;
  /** MySQL: `ALGORITHM=…` and `LOCK=…` of the whole statement, in capitals. */
  readonly algorithm?: string;
  readonly lock?: string;
  /** SQL Server: `ONLINE = ON`. */
  readonly online?: boolean;
  readonly clustered?: boolean;
  /** FULLTEXT and SPATIAL indexes of MySQL. */
  readonly special?: 'fulltext' | 'spatial';
  /** Waits for its lock no longer than it says itself: `NOWAIT`, `WAIT 5`, `WAIT_AT_LOW_PRIORITY`. */
  readonly limitedWait?: boolean;
  /** Of a setting: its name in lower case, and its value as written. The value alone: the engine of a table. */
  readonly setting?: string;
  readonly value?: string;
}

export type EffectKind = 'destroys' | 'irreversible' | 'locks' | 'rewrites' | 'unbounded';

/** One consequence, true by the documentation that `source` leads to. */
export type Effect = Lock | Change;

interface Consequence {
  /** What is done, in a few words: "drops the table". */
  readonly what: string;
  /** Under which condition, which the words cannot tell, it is not so. Where it is set, a rule is a hint at most. */
  readonly unless?: string;
  readonly source: string;
  readonly action: Action;
}

export interface Lock extends Consequence {
  readonly kind: 'locks';
  /** As the vendor calls it: `ACCESS EXCLUSIVE`, `Sch-M`. */
  readonly lock: string;
  readonly blocks: 'reads-and-writes' | 'writes' | 'ddl';
  /** What is locked, where it is not the action's own table: the other end of a foreign key. */
  readonly on?: SqlName;
  /** A moment (metadata only), or while all rows are read or written. */
  readonly held: 'moment' | 'work';
  readonly rows?: never;
}

export interface Change extends Consequence {
  readonly kind: Exclude<EffectKind, 'locks'>;
  /** Only of `destroys`: whether a condition chooses what goes. */
  readonly rows?: 'all' | 'some';
  readonly lock?: never;
  readonly blocks?: never;
  readonly on?: never;
  readonly held?: never;
}

export function isLock(effect: Effect): effect is Lock {
  return effect.kind === 'locks';
}
