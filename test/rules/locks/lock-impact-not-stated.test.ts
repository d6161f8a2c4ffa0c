import { testRule } from '../../support/rule-tester.ts';
import { inBoth } from '../../support/sql-plans.ts';

const LIMIT = "SET lock_timeout = '2s';\n";

testRule('lock-impact-not-stated', {
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
      name: 'stated under its key, or in so many words',
      ...inBoth(
        {
          up: 'ALTER TABLE orders ADD COLUMN a int;',
          yaml: 'locking: { lock: ACCESS EXCLUSIVE, expected: 50ms }',
          markdown: '- Lock: ACCESS EXCLUSIVE',
        },
        {
          up: 'ALTER TABLE orders ADD COLUMN b int;',
          yaml: 'description: Takes an exclusive lock for about 20ms.',
          markdown: '- Description: Takes an exclusive lock for about 20ms.',
        },
      ),
    },
    {
      name: 'nothing that is used is locked',
      ...inBoth(
        { up: 'CREATE TABLE copy (a int);\nALTER TABLE copy ADD COLUMN b int;' },
        { up: 'CREATE INDEX CONCURRENTLY i ON orders (a);\nALTER TABLE orders VALIDATE CONSTRAINT c;' },
        { up: 'UPDATE orders SET a = 1 WHERE id < 5000;' },
      ),
    },
    {
      name: 'a partition that is detached: nobody reaches it any more',
      ...inBoth(
        { up: 'ALTER TABLE events DETACH PARTITION events_2025 CONCURRENTLY;\nDROP TABLE events_2025;' },
        { up: 'ALTER TABLE events DETACH PARTITION logs.events_2026 CONCURRENTLY;' },
        { up: 'ALTER TABLE events_2026 ADD COLUMN a int;\nDROP TABLE logs.events_2026;' },
      ),
    },
    { name: 'an index build that should not block at all', ...inBoth({ up: 'CREATE INDEX i ON orders (a);' }) },
  ],
  faulty: [
    {
      name: 'a brief one',
      message:
        'The step "change-orders" takes ACCESS EXCLUSIVE on "orders", which briefly blocks reads and writes, and does not say so. Whoever runs it cannot tell a normal wait from an outage: write the lock under `locking`, with how long it is held on data of production size.',
      ...inBoth({ id: '[|change-orders|]', up: `${LIMIT}ALTER TABLE orders ADD COLUMN a int;` }),
      fixed: {
        yaml: `migration:
  steps:
    - id: change-orders
      engine: postgresql
      up:
        sql: |
          SET lock_timeout = '2s';
          ALTER TABLE orders ADD COLUMN a int;
      locking:
        lock: ACCESS EXCLUSIVE
        expected: 50ms
        window: off-peak
`,
      },
    },
    {
      name: 'the worst of several',
      message: /takes ACCESS EXCLUSIVE on "parts", which blocks reads and writes, and does not say so/,
      ...inBoth({
        id: '[|change-orders|]',
        up: `${LIMIT}ALTER TABLE orders ADD COLUMN a int;\nALTER TABLE parts ADD COLUMN b bigserial;`,
      }),
    },
    {
      name: 'LOCK itself',
      message: /takes ACCESS EXCLUSIVE on "orders", which blocks reads and writes, and does not say so/,
      ...inBoth({ id: '[|change-orders|]', up: `${LIMIT}LOCK TABLE orders IN ACCESS EXCLUSIVE MODE;` }),
    },
    {
      name: 'LOCK itself, in MySQL',
      message: /takes WRITE on "orders", which blocks reads and writes, and does not say so/,
      ...inBoth({
        id: '[|change-orders|]',
        engine: 'mysql',
        up: 'SET SESSION lock_wait_timeout = 5;\nLOCK TABLES orders WRITE;',
      }),
    },
    {
      name: 'a partition, which locks the table that it becomes a part of',
      message: /takes ACCESS EXCLUSIVE on "orders", which briefly blocks reads and writes, and does not say so/,
      ...inBoth({
        id: '[|change-orders|]',
        up: `${LIMIT}CREATE TABLE orders_2027 PARTITION OF orders FOR VALUES FROM (1) TO (2);`,
      }),
    },
    {
      name: 'of a table that the statement does not name',
      message: /^The step "change-orders" takes RESERVED, which briefly blocks writes, and does not say so\./,
      ...inBoth({ id: '[|change-orders|]', engine: 'sqlite', up: 'DROP INDEX orders_by_state;' }),
    },
    {
      name: 'as the engine calls it',
      message: /takes Sch-M on "orders"/,
      ...inBoth({
        id: '[|change-orders|]',
        engine: 'sqlserver',
        up: 'SET LOCK_TIMEOUT 2000;\nALTER TABLE dbo.orders ADD a int;',
      }),
    },
  ],
});
