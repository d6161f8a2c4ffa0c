import { testRule } from '../../support/rule-tester.ts';
import { inBoth } from '../../support/sql-plans.ts';

testRule('missing-lock-timeout', {
  artifact: 'MIGRATION_PLAN',
  clean: [
    {
      name: 'by a tool that works beside live traffic',
      yaml: `change:
  environment:
    database: { engine: mysql }
migration:
  steps:
    - { id: a, up: { command: "gh-ost --table=orders --alter='DROP COLUMN a, ADD b int' --execute" } }
`,
    },
    {
      name: 'each engine in its own way',
      ...inBoth(
        { up: "SET lock_timeout = '2s';\nALTER TABLE orders ADD COLUMN a int;" },
        { up: "BEGIN;\nSET LOCAL lock_timeout TO '2s';\nALTER TABLE orders ADD COLUMN b int;\nCOMMIT;" },
        { engine: 'mysql', up: 'SET SESSION lock_wait_timeout = 5;\nALTER TABLE orders ADD a int;' },
        { engine: 'mariadb', up: 'ALTER TABLE orders NOWAIT ADD a int;' },
        { engine: 'sqlserver', up: 'SET LOCK_TIMEOUT 2000;\nALTER TABLE orders ADD a int;' },
      ),
    },
    {
      name: 'nobody waits: new tables, online builds, rows',
      ...inBoth({
        up: 'CREATE TABLE copy (a int);\nALTER TABLE copy ADD COLUMN b int;\nCREATE INDEX CONCURRENTLY i ON orders (a);\nUPDATE orders SET a = 1 WHERE id < 5000;',
      }),
    },
    {
      name: 'LOCK that waits for nobody, and a partition of a new table',
      ...inBoth({
        up: 'LOCK TABLE orders IN ACCESS EXCLUSIVE MODE NOWAIT;\nLOCK TABLE orders IN ROW EXCLUSIVE MODE;\nCREATE TABLE events (at date) PARTITION BY RANGE (at);\nCREATE TABLE events_2027 PARTITION OF events DEFAULT;\nCREATE TABLE notes (id int REFERENCES orders);',
      }),
    },
    {
      name: 'a partition that is detached: nobody reaches it any more',
      ...inBoth(
        { up: 'ALTER TABLE events DETACH PARTITION events_2025 CONCURRENTLY;\nDROP TABLE events_2025;' },
        { up: 'ALTER TABLE events DETACH PARTITION logs.events_2026 CONCURRENTLY;' },
        { up: 'ALTER TABLE events_2026 ADD COLUMN a int;\nDROP TABLE logs.events_2026;' },
      ),
    },
    {
      name: 'said under `locking`, or in the environment of the command',
      yaml: `migration:
  steps:
    - id: a
      engine: postgresql
      up: { sql: ALTER TABLE orders ADD COLUMN a int }
      locking: { lock: ACCESS EXCLUSIVE, timeout: 2s }
    - { id: b, up: { command: "PGOPTIONS='-c lock_timeout=2s' psql shop -c 'ALTER TABLE orders ADD COLUMN a int'" } }
`,
    },
    {
      name: 'engines of which it is not known',
      ...inBoth(
        { engine: 'sqlite', up: 'ALTER TABLE orders ADD COLUMN a int;' },
        { engine: 'oracle', up: 'ALTER TABLE orders ADD a int;' },
      ),
    },
  ],
  faulty: [
    {
      name: 'once for each way, at the first that waits',
      message:
        "The statement waits for its lock without a limit. Behind one long transaction it waits for minutes, and everybody who uses the table queues behind it: write `SET lock_timeout = '2s';` before it, and try again when it gives up.",
      ...inBoth({
        up: 'SELECT 1;\n[|ALTER TABLE orders|] ADD COLUMN a int;\nALTER TABLE orders ADD COLUMN b int;',
        down: '[|ALTER TABLE orders|]\n  DROP COLUMN a;',
      }),
      fixed: inBoth({
        up: "SELECT 1;\nSET lock_timeout = '2s';\nALTER TABLE orders ADD COLUMN a int;\nALTER TABLE orders ADD COLUMN b int;",
        down: "SET lock_timeout = '2s';\nALTER TABLE orders\n  DROP COLUMN a;",
      }),
    },
    {
      name: 'a limit that is none, or comes too late, or is of something else',
      ...inBoth(
        { up: 'SET lock_timeout = 0;\n[|ALTER TABLE orders|] ADD COLUMN a int;' },
        { up: "[|ALTER TABLE orders|] ADD COLUMN b int;\nSET lock_timeout = '2s';" },
        { engine: 'mysql', up: 'SET innodb_lock_wait_timeout = 5;\n[|ALTER TABLE parts|] ADD a int;' },
      ),
    },
    {
      name: 'a partition that is detached and attached again',
      ...inBoth({
        up: 'ALTER TABLE events DETACH PARTITION events_2025 CONCURRENTLY;\nALTER TABLE events ATTACH PARTITION events_2025 DEFAULT;\n[|DROP TABLE events_2025|];',
      }),
    },
    {
      name: 'LOCK itself',
      ...inBoth(
        { up: 'BEGIN;\n[|LOCK TABLE orders|] IN ACCESS EXCLUSIVE MODE;\nCOMMIT;' },
        { engine: 'mysql', up: '[|LOCK TABLES orders|] WRITE;' },
      ),
    },
    {
      name: 'a partition, which locks the table that it becomes a part of',
      message: /, and everybody who uses the table "orders" queues behind it: /,
      ...inBoth({ up: '[|CREATE TABLE orders_2027|] PARTITION OF orders FOR VALUES FROM (1) TO (2);' }),
    },
    {
      name: 'in one line',
      yaml: `migration:
  steps:
    - id: a
      engine: postgresql
      up:
        sql: [|ALTER TABLE orders|] ADD COLUMN a int;
    - { id: b, engine: sqlserver, up: { sql: "[|ALTER TABLE dbo.orders|] ADD b int" } }
`,
      fixed: {
        yaml: `migration:
  steps:
    - id: a
      engine: postgresql
      up:
        sql: |-
          SET lock_timeout = '2s';
          ALTER TABLE orders ADD COLUMN a int;
    - { id: b, engine: sqlserver, up: { sql: "SET LOCK_TIMEOUT 2000;\\nALTER TABLE dbo.orders ADD b int" } }
`,
      },
    },
    {
      name: 'in a command line',
      yaml: `migration:
  steps:
    - { id: a, up: { command: "psql shop -c '[|ALTER TABLE orders|] ADD COLUMN a int'" } }
`,
    },
  ],
});
