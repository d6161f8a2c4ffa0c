import { testRule } from '../../support/rule-tester.ts';
import { inBoth } from '../../support/sql-plans.ts';

testRule('sql-add-constraint', {
  artifact: 'MIGRATION_PLAN',
  clean: [
    {
      name: 'checked afterwards, made of an index',
      ...inBoth({
        up: 'ALTER TABLE orders ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES b (id) NOT VALID;\nALTER TABLE orders VALIDATE CONSTRAINT f;\nALTER TABLE orders ADD CONSTRAINT u UNIQUE USING INDEX orders_u;',
      }),
    },
    {
      name: 'on a new table',
      ...inBoth({ up: 'CREATE TABLE copy (a int);\nALTER TABLE copy ADD CHECK (a > 0);' }),
    },
    {
      name: 'other engines have other forms',
      ...inBoth(
        { engine: 'mysql', up: 'ALTER TABLE orders ADD UNIQUE (a), ADD CHECK (a > 0) NOT ENFORCED;' },
        {
          engine: 'mysql',
          up: 'SET foreign_key_checks = 0;\nALTER TABLE orders ADD FOREIGN KEY (a) REFERENCES b (id);',
        },
        {
          engine: 'mysql',
          up: 'SET unique_checks = 0, foreign_key_checks = 0;\nALTER TABLE parts ADD FOREIGN KEY (a) REFERENCES b (id);',
        },
        { engine: 'sqlserver', up: 'ALTER TABLE orders WITH NOCHECK ADD CONSTRAINT c CHECK (a > 0);' },
        { engine: 'cockroachdb', up: 'ALTER TABLE orders ADD CONSTRAINT c CHECK (a > 0);' },
      ),
    },
    {
      name: 'nobody is there meanwhile',
      yaml: `migration:
  maintenanceWindow: { start: 2026-12-01T22:00+01:00, length: 1h }
  steps:
    - { id: alter, engine: postgresql, up: { sql: "ALTER TABLE orders ADD CHECK (a > 0)" } }
`,
    },
    {
      name: 'an index, and columns for which the table is written anew: other rules speak of them',
      ...inBoth({
        up: 'CREATE UNIQUE INDEX orders_u ON orders (a);\nALTER TABLE orders ADD COLUMN b uuid UNIQUE DEFAULT gen_random_uuid();\nALTER TABLE orders ADD COLUMN c bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY;\nALTER TABLE orders ADD COLUMN d int GENERATED ALWAYS AS (a * 2) STORED UNIQUE;',
      }),
    },
  ],
  faulty: [
    {
      name: 'a foreign key and a check',
      message:
        'The foreign key is checked against every row while SHARE ROW EXCLUSIVE blocks writes. Add it NOT VALID, which takes a moment, and run VALIDATE CONSTRAINT in a later step, which blocks nobody.',
      ...inBoth({
        up: 'ALTER TABLE orders [|ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES b (id)|],\n  [|ADD CHECK (a > 0)|];',
      }),
    },
    {
      name: 'what builds an index',
      message:
        /^The UNIQUE constraint is built while ACCESS EXCLUSIVE blocks reads and writes\. Build the index with CREATE UNIQUE INDEX CONCURRENTLY/,
      ...inBoth({
        up: 'ALTER TABLE orders [|ADD CONSTRAINT u UNIQUE (a)|];\nALTER TABLE orders [|ADD COLUMN b int UNIQUE|];',
      }),
    },
    {
      name: 'a primary key that comes with its column, and what excludes',
      message:
        /^The primary key is built while .* Build the index with CREATE UNIQUE INDEX CONCURRENTLY, and add the constraint USING INDEX\.$/,
      ...inBoth({
        up: 'ALTER TABLE orders [|ADD COLUMN b int PRIMARY KEY|];\nALTER TABLE orders [|ADD CONSTRAINT e EXCLUDE USING gist (a WITH =)|];',
      }),
    },
    {
      name: 'an index of SQL Server',
      message: /Add it WITH \(ONLINE = ON\)\.$/,
      ...inBoth({ engine: 'sqlserver', up: 'ALTER TABLE orders [|ADD CONSTRAINT u UNIQUE (a)|];' }),
    },
    {
      name: 'what excludes, for which there is no other form',
      message:
        /^The EXCLUDE constraint is checked against every row .* There is no form that blocks nobody: run it in a maintenance window\.$/,
      ...inBoth({ up: 'ALTER TABLE orders [|ADD CONSTRAINT e EXCLUDE USING gist (a WITH =)|];' }),
    },
    {
      name: 'a check of SQL Server',
      message: /Add it WITH NOCHECK, and check it when the table is quiet\.$/,
      ...inBoth({ engine: 'sqlserver', up: 'ALTER TABLE orders [|ADD CONSTRAINT c CHECK (a > 0)|];' }),
    },
    {
      name: 'MySQL is told not to check foreign keys, and checks the rest',
      ...inBoth({ engine: 'mysql', up: 'SET foreign_key_checks = 0;\nALTER TABLE orders [|ADD CHECK (a > 0)|];' }),
    },
    {
      name: 'MySQL is told other things',
      ...inBoth({
        engine: 'mysql',
        up: 'SELECT 1;\nSET lock_wait_timeout = 5;\nALTER TABLE orders [|ADD FOREIGN KEY (a) REFERENCES b (id)|];',
      }),
    },
    {
      name: 'in other engines',
      message: /Change the table with an online tool, or say in the plan when the service is stopped\.$/,
      ...inBoth(
        { engine: 'mysql', up: 'ALTER TABLE orders [|ADD FOREIGN KEY (a) REFERENCES b (id)|], [|ADD CHECK (a > 0)|];' },
        { engine: 'sqlserver', up: 'ALTER TABLE orders [|ADD CONSTRAINT c CHECK (a > 0)|];' },
      ),
    },
  ],
});
