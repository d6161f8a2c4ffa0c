import { testRule } from '../../support/rule-tester.ts';
import { inBoth } from '../../support/sql-plans.ts';

testRule('sql-add-not-null', {
  artifact: 'MIGRATION_PLAN',
  clean: [
    {
      name: 'with a value for every row',
      ...inBoth({
        up: "ALTER TABLE orders ADD COLUMN state text NOT NULL DEFAULT 'open';\nALTER TABLE orders ADD COLUMN seq bigserial;\nALTER TABLE orders ADD COLUMN note text;",
      }),
    },
    { name: 'in a new table', ...inBoth({ up: 'CREATE TABLE copy (a int);\nALTER TABLE copy ALTER a SET NOT NULL;' }) },
    {
      name: 'a constraint has proved it',
      ...inBoth(
        { up: 'ALTER TABLE orders ADD CONSTRAINT c CHECK (a IS NOT NULL) NOT VALID;' },
        { up: 'ALTER TABLE orders VALIDATE CONSTRAINT c;\nALTER TABLE orders ALTER a SET NOT NULL;' },
      ),
    },
    { name: 'the way back', ...inBoth({ down: 'ALTER TABLE orders ALTER a SET NOT NULL;' }) },
    {
      name: 'nobody is there meanwhile',
      yaml: `migration:
  maintenanceWindow: { start: 2026-12-01T22:00+01:00, length: 1h }
  steps:
    - { id: alter, engine: postgresql, up: { sql: "ALTER TABLE orders ADD COLUMN state text NOT NULL" } }
`,
    },
    {
      name: 'a column that is computed',
      ...inBoth({ up: 'ALTER TABLE orders ADD COLUMN total int GENERATED ALWAYS AS (a * b) STORED NOT NULL;' }),
    },
    {
      name: 'MySQL, where whoever changes a column says NOT NULL again',
      ...inBoth({ engine: 'mysql', up: 'ALTER TABLE orders MODIFY COLUMN state bigint NOT NULL;' }),
    },
    {
      name: 'another column in a new table',
      ...inBoth({ up: 'CREATE TABLE copy (a int);\nALTER TABLE copy ADD COLUMN state text NOT NULL;' }),
    },
    {
      name: 'an engine that is not known: a new table, a new column',
      yaml: `migration:
  steps:
    - { id: copy, up: { sql: "CREATE TABLE copy (a int); ALTER TABLE copy ALTER COLUMN a SET NOT NULL, ADD COLUMN b int NOT NULL" } }
    - { id: widen, up: { sql: "ALTER TABLE orders ADD COLUMN amount int; ALTER TABLE orders ALTER COLUMN amount SET NOT NULL" } }
`,
    },
  ],
  faulty: [
    {
      name: 'a column that rows have no value for',
      message:
        '"orders.state" is added as NOT NULL without a default. Rows that are there have no value for it, and the old version inserts none, so either the statement or every insert fails: add it as nullable or with a default, fill it, and demand it later.',
      ...inBoth(
        { up: 'ALTER TABLE orders [|ADD COLUMN state text NOT NULL|];' },
        { engine: 'mysql', up: 'ALTER TABLE parts [|ADD state int NOT NULL|];' },
      ),
    },
    {
      name: 'old rows are read under a lock, also for a column that is new',
      message: /becomes NOT NULL: every row is read .* Add CHECK \(… IS NOT NULL\) NOT VALID first/,
      ...inBoth(
        { up: 'ALTER TABLE orders ADD COLUMN amount int;' },
        { up: 'ALTER TABLE orders [|ALTER COLUMN amount SET NOT NULL|], [|ALTER state SET NOT NULL|];' },
      ),
    },
    {
      name: 'on an engine that knows no such constraint',
      message: /becomes NOT NULL: .* Do it when all rows are filled and every version writes it/,
      ...inBoth({ engine: 'cockroachdb', up: 'ALTER TABLE orders [|ALTER COLUMN amount SET NOT NULL|];' }),
    },
  ],
});
