/** Mistakes in statements, as a plan and as the artifacts would make them. */
import type { Mistake } from './planted-mistakes.ts';

const MIGRATION = 'MIGRATION_PLAN.md';

/** The clause of the expand step that each mistake is added to. */
export const CLAUSES = 'ADD COLUMN amount numeric(14,2), ADD COLUMN currency char(3)';

const IN_STATEMENTS: readonly Mistake[] = [
  {
    name: 'a column gets another name',
    rule: 'sql-rename',
    replace: [[`${CLAUSES};`, `${CLAUSES}; ALTER TABLE orders RENAME COLUMN note TO remark;`]],
    at: 'RENAME COLUMN',
    noFix: true,
  },
  {
    name: 'a column gets another type',
    rule: 'sql-type-change',
    replace: [[CLAUSES, `${CLAUSES}, ALTER COLUMN state TYPE smallint`]],
    at: 'TYPE smallint',
    noFix: true,
  },
  {
    name: 'every insert of the old version fails',
    rule: 'sql-add-not-null',
    replace: [[CLAUSES, `${CLAUSES} NOT NULL`]],
    at: 'NOT NULL',
    noFix: true,
  },
  {
    name: 'every row is checked',
    rule: 'sql-add-constraint',
    replace: [[CLAUSES, `${CLAUSES}, ADD CHECK (amount_cents >= 0)`]],
    at: 'ADD CHECK',
    noFix: true,
  },
  {
    name: 'a change that loses the values',
    rule: 'sql-drop-then-add',
    replace: [
      [
        'ALTER TABLE orders DROP COLUMN amount_cents;',
        'ALTER TABLE orders DROP COLUMN amount_cents, ADD COLUMN amount_cents bigint;',
      ],
    ],
    at: 'ADD COLUMN amount_cents',
    noFix: true,
  },
  {
    name: 'a value that stays',
    rule: 'sql-enum-add',
    replace: [[`${CLAUSES};`, `${CLAUSES}; ALTER TYPE order_state ADD VALUE 'disputed';`]],
    at: 'ADD VALUE',
    noFix: true,
    quiet: true,
  },
];

export const SQL_MISTAKES: readonly Mistake[] = [
  ...IN_STATEMENTS,
  {
    name: 'every row in one statement',
    rule: 'sql-unbounded-write',
    replace: [
      [
        'down: { command: flagctl set orders-write-currency --off }',
        'down: { sql: "UPDATE orders SET amount = NULL" }',
      ],
    ],
    at: 'UPDATE orders SET amount = NULL"',
    noFix: true,
  },
  {
    name: 'a table goes while the canary runs',
    rule: 'sql-drop-table',
    replace: [['      weight: 1%\n', `      weight: 1%\n      run: psql shop -c 'DROP TABLE orders_2019'\n`]],
    at: 'DROP TABLE orders_2019',
    noFix: true,
  },
  {
    name: 'a column goes while the canary runs',
    rule: 'sql-drop-column',
    replace: [
      ['      weight: 1%\n', `      weight: 1%\n      run: psql shop -c 'ALTER TABLE orders DROP COLUMN note'\n`],
    ],
    at: 'DROP COLUMN note',
    noFix: true,
  },
  {
    name: 'a table is emptied while the canary runs',
    rule: 'sql-truncate',
    replace: [['      weight: 1%\n', `      weight: 1%\n      run: psql shop -c 'TRUNCATE orders'\n`]],
    at: 'TRUNCATE orders',
    noFix: true,
  },
];

export const SQL_MISTAKES_IN_MARKDOWN: readonly Mistake[] = IN_STATEMENTS.map((mistake) => ({
  ...mistake,
  file: MIGRATION,
}));
