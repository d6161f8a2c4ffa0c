/** What is lost, which is the same in every engine; only the page that says so differs. */
import type { Action } from '../types.ts';
import { type Fact, irreversible, loses } from './fact.ts';

/** The pages of one vendor. */
export interface LossPages {
  readonly dropTable: string;
  readonly dropColumn: string;
  readonly dropDatabase: string;
  readonly dropSchema: string;
  readonly dropPartition: string;
  readonly truncate: string;
  readonly delete: string;
  readonly update: string;
  readonly alterType: string;
}

/** Wide enough for whatever was there before, or nearly so. */
const WIDE =
  /^(?:text|longtext|mediumtext|clob|nclob|json|jsonb|blob|longblob|bytea|numeric|decimal|n?varchar\(max\)|varbinary\(max\)|varchar|character varying|string|bigint|double precision|variant)$/;

export function lossesOf(action: Action, pages: LossPages): readonly Fact[] {
  const { facts, kind } = action;
  if (isTemporary(action)) return [];
  switch (kind) {
    case 'drop-table':
      return loses('drops the table and every row of it', pages.dropTable);
    case 'drop-column':
      return loses('drops the column and its values', pages.dropColumn);
    case 'drop-database':
      return loses('drops the database', pages.dropDatabase);
    case 'drop-schema':
      return facts.cascade ? loses('drops the schema and everything in it', pages.dropSchema) : [];
    case 'truncate':
      return loses('removes every row', pages.truncate);
    case 'drop-partition':
    case 'truncate-partition':
      return loses('removes every row of the partition', pages.dropPartition);
    case 'delete':
      return deleted(action, pages.delete);
    case 'update':
      return updated(action, pages.update);
    case 'alter-type':
      return narrowed(action, pages.alterType);
    default:
      return [];
  }
}

/** It ends with its session anyway, and nobody else sees it. */
export function isTemporary({ facts, table }: Action): boolean {
  return facts.temporary === true || table?.schema === 'pg_temp' || table?.name.startsWith('#') === true;
}

function deleted({ facts }: Action, source: string): readonly Fact[] {
  const bounded = facts.hasWhere || facts.batched;
  const gone: Fact = {
    kind: 'destroys',
    what: bounded ? 'removes the rows that the condition finds' : 'removes every row',
    rows: bounded ? 'some' : 'all',
    source,
  };
  if (bounded) return [gone];
  return [
    gone,
    irreversible('removes every row', source),
    { kind: 'unbounded', what: 'has no WHERE and no limit', source },
  ];
}

function updated({ facts }: Action, source: string): readonly Fact[] {
  if (facts.hasWhere || facts.batched) return [];
  return [
    { kind: 'destroys', what: 'overwrites the old values in every row', rows: 'all', source },
    { kind: 'unbounded', what: 'has no WHERE and no limit', source },
  ];
}

function narrowed({ facts, column }: Action, source: string): readonly Fact[] {
  if (!column || !facts.type || WIDE.test(facts.type)) return [];
  return [irreversible('converts the stored values', source, 'the new type holds every value of the old one')];
}
