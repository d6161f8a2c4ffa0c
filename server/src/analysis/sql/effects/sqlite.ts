/** SQLite: one writer at a time, for the whole file. */
import type { Action } from '../types.ts';
import { type Fact, type FactsOf, locks, rewrites } from './fact.ts';
import { isTemporary, type LossPages, lossesOf } from './losses.ts';
import { LITE } from './sources.ts';

const PAGES: LossPages = {
  dropTable: LITE.dropTable,
  dropColumn: LITE.alterTable,
  dropDatabase: LITE.dropTable,
  dropSchema: LITE.dropTable,
  dropPartition: LITE.dropTable,
  truncate: LITE.delete,
  delete: LITE.delete,
  update: LITE.update,
  alterType: LITE.alterTable,
};

const WRITES_BRIEFLY: ReadonlySet<Action['kind']> = new Set([
  'add-column',
  'rename-table',
  'rename-column',
  'drop-index',
]);

export const sqliteFacts: FactsOf = (action) => {
  if (isTemporary(action)) return [];
  return [...lossesOf(action, PAGES), ...lockFacts(action)];
};

function lockFacts({ kind, facts }: Action): readonly Fact[] {
  if (WRITES_BRIEFLY.has(kind)) return [writer('moment')];
  if (kind === 'drop-column')
    return [writer('work'), rewrites('writes the table anew without the column', LITE.alterTable)];
  if (kind === 'create-index' || kind === 'reindex' || kind === 'drop-table') return [writer('work')];
  if (kind === 'vacuum') return [writer('work', LITE.vacuum), rewrites('writes the whole database anew', LITE.vacuum)];
  const unbounded = (kind === 'update' || kind === 'delete') && !facts.hasWhere && !facts.batched;
  return unbounded ? [writer('work')] : [];
}

function writer(held: 'moment' | 'work', source: string = LITE.locking): Fact {
  return locks('RESERVED', 'writes', held, source);
}
