import { testRule } from '../../support/rule-tester.ts';
import { inBoth } from '../../support/sql-plans.ts';

const RIGHT = {
  yaml: 'reversible: false\nbackup: { ref: "s3://backups/orders.dump", ttl: 45d }',
  markdown: '- Reversible: no\n- Backup: s3://backups/orders.dump, kept 45d',
};

testRule('sql-drop-table', {
  artifact: 'MIGRATION_PLAN',
  clean: [
    {
      name: 'a contract step that says what it is',
      ...inBoth({ phase: 'contract', ...RIGHT, up: 'DROP TABLE orders;' }),
    },
    {
      name: 'a step that does not say it: that is told where it would be said',
      ...inBoth({ phase: 'contract', up: 'DROP TABLE orders;' }),
    },
    {
      name: 'the plan has made it itself, or nobody else sees it',
      ...inBoth({
        phase: 'expand',
        up: 'CREATE TABLE copy (a int, note text);\nCREATE TEMP TABLE scratch (note text);\nALTER TABLE copy DROP COLUMN note;\nTRUNCATE copy;\nTRUNCATE scratch;\nDROP TABLE copy;',
      }),
    },
    {
      name: 'the way back takes what its step has made',
      ...inBoth({ phase: 'expand', up: 'CREATE TABLE copy (note text);', down: 'DROP TABLE copy;' }),
    },
    {
      name: 'a column and rows, of which other rules speak',
      ...inBoth({ phase: 'expand', ...RIGHT, up: 'ALTER TABLE orders DROP COLUMN note;\nTRUNCATE parts;' }),
    },
    {
      name: 'a command of a contract step that says what it is',
      yaml: `migration:
  steps:
    - { id: clean, phase: contract, reversible: false, up: { command: "psql shop -c 'DROP TABLE orders'" } }
`,
    },
    {
      name: 'the way back in SQL, of which another rule speaks',
      ...inBoth({ phase: 'expand', up: 'ALTER TABLE orders ADD COLUMN note text;', down: 'DROP TABLE orders;' }),
    },
    {
      name: 'the restore, which puts the table in its place again',
      yaml: `rollback:
  restore: { run: "psql shop -c 'DROP TABLE orders' && pg_restore -d shop orders.dump" }
`,
    },
  ],
  faulty: [
    {
      name: 'in a step that only adds',
      message:
        '"DROP TABLE orders" drops the table and every row of it, in an expand step, while the old version still uses it. Do it in a contract step of a later release, after a soak and with a backup.',
      ...inBoth({ phase: 'expand', ...RIGHT, up: '[|DROP TABLE orders|];' }),
    },
    {
      name: 'several',
      ...inBoth({
        phase: 'expand',
        up: '[|DROP TABLE a|], [|b|];\nDROP TABLE IF EXISTS c;\nCREATE TABLE c (id int);\n[|DROP SCHEMA old CASCADE|];',
      }),
    },
    {
      name: 'a command that is the way back of a step',
      message: /, where no step of the migration answers for it\. Make it a step/,
      yaml: `migration:
  steps:
    - { id: widen, phase: expand, up: { sql: ALTER TABLE orders ADD COLUMN note text }, down: { command: "psql shop -c '[|DROP TABLE orders|]'" } }
`,
    },
    {
      name: 'where no step answers for it',
      message: /, where no step of the migration answers for it\. Make it a step/,
      yaml: `rollout:
  stages:
    - { id: full, environment: production, run: "psql shop -c '[|DROP TABLE orders|]'" }
rollback:
  steps:
    - { id: clean, run: "psql shop -c '[|DROP TABLE orders|]'" }
`,
    },
  ],
});
