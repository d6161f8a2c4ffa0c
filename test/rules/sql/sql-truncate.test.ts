import { testRule } from '../../support/rule-tester.ts';
import { inBoth } from '../../support/sql-plans.ts';

const RIGHT = {
  yaml: 'reversible: false\nbackup: { ref: "s3://backups/orders.dump", ttl: 45d }',
  markdown: '- Reversible: no\n- Backup: s3://backups/orders.dump, kept 45d',
};

testRule('sql-truncate', {
  artifact: 'MIGRATION_PLAN',
  clean: [
    {
      name: 'a contract step that says what it is',
      ...inBoth({ phase: 'contract', ...RIGHT, up: 'TRUNCATE orders;' }),
    },
    {
      name: 'a step that does not say it: that is told where it would be said',
      ...inBoth({ phase: 'contract', up: 'TRUNCATE orders;' }),
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
      name: 'in a step that only adds',
      message:
        '"TRUNCATE orders" removes every row, in an expand step, while the old version still uses it. Do it in a contract step of a later release, after a soak and with a backup.',
      ...inBoth({ phase: 'expand', ...RIGHT, up: '[|TRUNCATE orders|];' }),
    },
    {
      name: 'several',
      ...inBoth({ phase: 'expand', up: '[|TRUNCATE TABLE a|], [|b|];\nDELETE FROM c WHERE id < 5;' }),
    },
    {
      name: 'where no step answers for it',
      message: /, where no step of the migration answers for it\. Make it a step/,
      yaml: `rollout:
  stages:
    - { id: full, environment: production, run: "psql shop -c '[|TRUNCATE orders|]'" }
rollback:
  steps:
    - { id: clean, run: "psql shop -c '[|TRUNCATE orders|]'" }
`,
    },
  ],
});
