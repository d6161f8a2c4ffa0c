import { testRule } from '../../support/rule-tester.ts';
import { inBoth } from '../../support/sql-plans.ts';

testRule('sql-unbounded-write', {
  artifact: 'MIGRATION_PLAN',
  clean: [
    {
      name: 'a condition, a limit',
      ...inBoth(
        { up: 'UPDATE orders SET a = 1 WHERE id BETWEEN 1 AND 5000;\nDELETE FROM orders WHERE a IS NULL;' },
        { engine: 'mysql', up: 'UPDATE orders SET a = 1 LIMIT 5000;' },
        {
          engine: 'mysql',
          up: 'UPDATE orders o JOIN ids i ON i.id = o.id SET o.a = 1;\nDELETE o FROM orders o JOIN gone g USING (id);',
        },
        {
          engine: 'postgresql',
          up: 'EXPLAIN DELETE FROM orders;\nBEGIN;\nEXPLAIN ANALYZE DELETE FROM orders;\nROLLBACK;',
        },
        { engine: 'sqlserver', up: 'DELETE TOP (5000) FROM orders;' },
      ),
    },
    { name: 'a table that the plan has made', ...inBoth({ up: 'CREATE TABLE copy (a int);\nUPDATE copy SET a = 1;' }) },
    {
      name: 'the step says how large a batch is',
      ...inBoth({
        up: 'UPDATE orders SET a = 1;',
        yaml: 'backfill: { batchSize: 5000, throttle: 200ms }',
        markdown: '\n**Backfill**:\n\n- Batch size: 5000',
      }),
    },
    {
      name: 'a rollback and a stage that write what the plan has made, or a part',
      yaml: `migration:
  steps:
    - { id: a, up: { sql: CREATE TABLE copy (a int) } }
rollout:
  stages:
    - { id: full, environment: production, run: "psql -c 'DELETE FROM orders WHERE id < 100'" }
rollback:
  steps:
    - { id: empty, sql: DELETE FROM copy }
    - { id: clean, run: "psql -c 'DELETE FROM copy'" }
    - { id: part, sql: UPDATE orders SET a = b WHERE id < 100 }
`,
    },
    {
      name: 'a stage before production, and a restore, which fills the table again',
      yaml: `rollout:
  stages:
    - { id: staging, environment: staging, run: "psql -c 'DELETE FROM orders'" }
rollback:
  restore: { run: "psql shop -c 'DELETE FROM orders' && pg_restore -a -d shop orders.dump" }
`,
    },
    { name: 'words and routines', ...inBoth({ up: "INSERT INTO notes VALUES ('UPDATE orders SET a = 1');" }) },
  ],
  faulty: [
    {
      name: 'an update, forward and back',
      message:
        '"UPDATE orders SET a = b" writes every row in one statement. It locks all of them until it has ended, fills the log, and starts again from nothing when it is stopped: write it in batches, with a WHERE over a range of the key or a limit.',
      ...inBoth({ up: '[|UPDATE orders SET a = b|];', down: '[|UPDATE orders SET a = NULL|];' }),
    },
    {
      name: 'a delete, over lines, and a condition that bounds nothing',
      message: /^"DELETE FROM orders" removes every row in one statement/,
      ...inBoth({ up: '[|DELETE FROM orders|];\n[|UPDATE orders|]\n  SET a = 1\n  WHERE true;' }),
    },
    {
      name: 'a join that chooses no rows',
      ...inBoth({
        engine: 'mysql',
        up: '[|UPDATE orders o JOIN settings s SET o.a = s.a|];\n[|DELETE o FROM orders o LEFT JOIN gone g ON g.id = o.id|];',
      }),
    },
    {
      name: 'EXPLAIN ANALYZE, which runs what it explains',
      ...inBoth({ engine: 'postgresql', up: 'EXPLAIN ANALYZE [|DELETE FROM orders|];' }),
    },
    {
      name: 'where no step answers for it',
      message: /^"DELETE FROM customers" removes every row in one statement/,
      yaml: `rollout:
  stages:
    - { id: full, environment: production, run: "psql -c '[|DELETE FROM customers|]'" }
rollback:
  steps:
    - { id: wipe, sql: "[|DELETE FROM customers|];" }
    - { id: reset, run: "psql -c '[|UPDATE customers SET tier = 1|]'" }
`,
    },
    {
      name: 'in command lines, and without an engine',
      yaml: `migration:
  steps:
    - { id: a, up: { command: "mysql shop -e '[|UPDATE orders SET a = 1|]'" } }
    - { id: b, up: { command: "mongosh --eval '[|db.orders.deleteMany({})|]'" } }
    - id: c
      up: { sql: "[|DELETE FROM \\"Orders\\"|]; SELECT 1" }
`,
    },
  ],
});
