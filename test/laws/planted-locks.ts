/** Mistakes in what is said of locks, as a plan and as the artifacts would make them. */
import type { Mistake } from './planted-mistakes.ts';
import { CLAUSES } from './planted-sql.ts';

const MIGRATION = 'MIGRATION_PLAN.md';

const IN_STATEMENTS: readonly Mistake[] = [
  {
    name: 'writers wait for an index',
    rule: 'non-concurrent-index',
    replace: [[`${CLAUSES};`, `${CLAUSES}; CREATE INDEX orders_note ON orders (note);`]],
    at: 'CREATE INDEX',
    // The statements beside it keep the migration in a transaction, where the online form could not run.
    noFix: true,
  },
  {
    name: 'an index that the migration tool cannot build',
    rule: 'concurrent-index-in-transaction',
    replace: [[`${CLAUSES};`, `${CLAUSES}; CREATE INDEX CONCURRENTLY orders_note ON orders (note);`]],
    at: 'CREATE INDEX',
    noFix: true,
  },
  {
    name: 'a value of its own for each row',
    rule: 'table-rewrite',
    replace: [[`${CLAUSES};`, `${CLAUSES}; ALTER TABLE orders ADD COLUMN token uuid DEFAULT gen_random_uuid();`]],
    at: 'gen_random_uuid',
  },
];

export const LOCK_MISTAKES: readonly Mistake[] = [
  ...IN_STATEMENTS,
  {
    name: 'no limit',
    rule: 'missing-lock-timeout',
    replace: [["          SET lock_timeout = '2s';\n", '']],
    at: 'ALTER TABLE orders ADD COLUMN amount',
  },
  {
    name: 'no word of the lock',
    rule: 'lock-impact-not-stated',
    replace: [['      locking: { lock: ACCESS EXCLUSIVE, expected: 50ms, window: off-peak }\n', '']],
    at: '- id: expand-columns',
  },
  {
    name: 'a window without an end',
    rule: 'downtime-not-declared',
    replace: [['  overlapProtects:', '  maintenanceWindow: { start: 2026-12-01T22:00+01:00 }\n  overlapProtects:']],
    at: 'maintenanceWindow',
  },
];

export const LOCK_MISTAKES_IN_MARKDOWN: readonly Mistake[] = [
  ...IN_STATEMENTS.map((mistake) => ({ ...mistake, file: MIGRATION })),
  {
    file: MIGRATION,
    name: 'no limit',
    rule: 'missing-lock-timeout',
    replace: [["SET lock_timeout = '2s';\n", '']],
    at: 'ALTER TABLE orders ADD COLUMN amount',
  },
  {
    file: MIGRATION,
    name: 'no word of the lock',
    rule: 'lock-impact-not-stated',
    replace: [[/#### Locking\n[\s\S]*?(?=#### )/, '']],
    at: /^### .*columns/i,
  },
];
