import { testRule } from '../../support/rule-tester.ts';
import { inBoth } from '../../support/sql-plans.ts';

testRule('table-rewrite', {
  artifact: 'MIGRATION_PLAN',
  clean: [
    {
      name: 'only the catalogue changes',
      ...inBoth(
        {
          up: 'ALTER TABLE orders ADD COLUMN a int DEFAULT 0;\nALTER TABLE orders ADD COLUMN b timestamptz DEFAULT now();',
        },
        { engine: 'mysql', up: 'ALTER TABLE orders ADD COLUMN a int DEFAULT 0;' },
      ),
    },
    {
      name: 'a new table',
      ...inBoth({ up: 'CREATE TABLE copy (a int);\nCLUSTER copy USING copy_a;\nVACUUM FULL copy;' }),
    },
    {
      name: 'a function that nobody knows, and a type that has a rule of its own',
      ...inBoth({
        up: 'ALTER TABLE orders ADD COLUMN a int DEFAULT next_number();\nALTER TABLE orders ALTER COLUMN b TYPE bigint;',
      }),
    },
    {
      name: 'InnoDB builds the table anew beside those who read and write',
      ...inBoth({
        engine: 'mysql',
        up: 'ALTER TABLE orders ENGINE=InnoDB;\nALTER TABLE orders FORCE;\nOPTIMIZE TABLE orders;\nALTER TABLE orders DROP PRIMARY KEY, ADD PRIMARY KEY (id, region);',
      }),
    },
    {
      name: 'in an announced window',
      yaml: `migration:
  maintenanceWindow: { start: 2026-12-01T22:00+01:00, length: 1h }
  steps:
    - { id: vacuum, engine: postgresql, up: { sql: VACUUM FULL orders } }
`,
    },
  ],
  faulty: [
    {
      name: 'a value of its own for each row',
      message:
        'The statement writes every row anew, and meanwhile ACCESS EXCLUSIVE blocks reads and writes. On data of production size that is an outage: add the column without the value, give new rows their value by a default that is set afterwards, and fill the old ones in batches.',
      ...inBoth({
        up: "SET lock_timeout = '2s';\nALTER TABLE orders [|ADD COLUMN token uuid NOT NULL DEFAULT gen_random_uuid()|];",
      }),
      fixed: inBoth({
        up: "SET lock_timeout = '2s';\nALTER TABLE orders ADD COLUMN token uuid;\nALTER TABLE orders ALTER COLUMN token SET DEFAULT gen_random_uuid();",
      }),
    },
    {
      name: 'maintenance that writes the table anew',
      message:
        /^The statement writes the table into a new file, and meanwhile .* such as pg_repack, or a maintenance window\.$/,
      ...inBoth({
        up: '[|VACUUM FULL orders|];\n[|CLUSTER orders USING orders_id|];\nALTER TABLE orders [|SET LOGGED|];',
      }),
    },
    {
      name: 'in MySQL, what InnoDB can only copy',
      message:
        / an outage: use a tool that works online, such as gh-ost or pt-online-schema-change, or a maintenance window\.$/,
      ...inBoth({
        engine: 'mysql',
        up: 'ALTER TABLE orders [|ENGINE=MyISAM|];\nALTER TABLE orders [|FORCE|], ALGORITHM=COPY;\nALTER TABLE orders [|DROP PRIMARY KEY|];',
      }),
    },
    {
      name: 'in SQL Server and SQLite',
      message:
        / an outage: write it WITH \(ONLINE = ON\), where the edition has that, or do it in a maintenance window\.$/,
      ...inBoth(
        { engine: 'sqlserver', up: 'ALTER TABLE dbo.orders [|REBUILD|];' },
        { engine: 'sqlite', up: '[|VACUUM|];' },
      ),
    },
  ],
});
