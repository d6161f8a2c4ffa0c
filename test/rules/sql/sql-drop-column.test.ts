import { testRule } from '../../support/rule-tester.ts';
import { inBoth } from '../../support/sql-plans.ts';

const RIGHT = {
  yaml: 'reversible: false\nbackup: { ref: "s3://backups/orders.dump", ttl: 45d }',
  markdown: '- Reversible: no\n- Backup: s3://backups/orders.dump, kept 45d',
};

testRule('sql-drop-column', {
  artifact: 'MIGRATION_PLAN',
  clean: [
    {
      name: 'a contract step that says what it is',
      ...inBoth({ phase: 'contract', ...RIGHT, up: 'ALTER TABLE orders DROP COLUMN note;' }),
    },
    {
      name: 'a step that does not say it: that is told where it would be said',
      ...inBoth({ phase: 'contract', up: 'ALTER TABLE orders DROP COLUMN note;' }),
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
  ],
  faulty: [
    {
      name: 'by a tool that works beside live traffic',
      message:
        '"DROP COLUMN street" drops the column and its values, in an expand step, while the old version still uses it. Do it in a contract step of a later release, after a soak and with a backup.',
      yaml: `migration:
  steps:
    - { id: a, phase: expand, up: { command: "gh-ost --database=shop --table=invoices --alter='[|DROP COLUMN street|]' --execute" } }
    - { id: b, phase: expand, up: { command: "pt-online-schema-change --alter 'ADD a int, [|DROP COLUMN town|]' D=shop,t=invoices --execute" } }
`,
    },
    {
      name: 'in a step that only adds',
      message:
        '"ALTER TABLE orders DROP COLUMN note" drops the column and its values, in an expand step, while the old version still uses it. Do it in a contract step of a later release, after a soak and with a backup.',
      ...inBoth({ phase: 'expand', ...RIGHT, up: 'ALTER TABLE orders [|DROP COLUMN note|];' }),
    },
    {
      name: 'several',
      ...inBoth({
        phase: 'expand',
        up: 'ALTER TABLE orders [|DROP COLUMN note|],\n  ADD COLUMN amount int,\n  [|DROP COLUMN IF EXISTS tax|];',
      }),
    },
    {
      name: 'where no step answers for it',
      message: /, where no step of the migration answers for it\. Make it a step/,
      yaml: `rollout:
  stages:
    - { id: full, environment: production, run: "psql shop -c 'ALTER TABLE orders [|DROP COLUMN note|]'" }
rollback:
  steps:
    - { id: clean, run: "psql shop -c 'ALTER TABLE orders [|DROP COLUMN note|]'" }
`,
    },
  ],
});
