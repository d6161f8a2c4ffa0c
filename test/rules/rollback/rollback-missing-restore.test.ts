import { testRule } from '../../support/rule-tester.ts';

const FILL = '{ id: fill, phase: migrate, up: { sql: UPDATE orders SET amount = 1 WHERE id < :last; } }';
const yaml = (rest: string, key = 'rollback', step = FILL): string =>
  `migration:\n  steps:\n    - ${step}\n${key}:\n  steps:\n    - { id: redeploy, run: kubectl rollout undo deployment/orders-api }\n${rest}`;
const UNDO = '# Rollback plan\n\n## Steps\n\n1. `kubectl rollout undo deployment/orders-api`\n';
const MIGRATION =
  '# Migration plan\n\n## Steps\n\n### 1. Migrate: fill\n\n**Up**:\n\n```sql\nUPDATE orders SET amount = 1 WHERE id < 100;\n```\n';
const HOW = 'restore the last backup beside production and copy back what is missing';

testRule('rollback-missing-restore', {
  artifact: 'ROLLBACK_PLAN',
  clean: [
    {
      name: 'how it is restored',
      yaml: yaml('  restore: { description: copy the column back from the backup }\n'),
      markdown: `${UNDO}\n## Data restore\n\nCopy the column back from the backup.\n`,
      beside: { 'MIGRATION_PLAN.md': MIGRATION },
    },
    {
      name: 'nothing to restore',
      yaml: yaml('  reverts: { data: none needed }\n'),
      markdown: `${UNDO}2. Leave the new column in place\n`,
      beside: { 'MIGRATION_PLAN.md': MIGRATION },
    },
    {
      name: 'no data is touched',
      yaml: yaml('', 'rollback', '{ id: flip, phase: migrate, kind: config }'),
      markdown: UNDO,
    },
    {
      name: 'nothing goes back',
      yaml: yaml('  approach: roll-forward-only\n'),
      markdown: `# Rollback plan\n\n**Approach**: roll-forward-only\n\n## Steps\n\n1. Fix it and ship 5.0.1\n`,
      beside: { 'MIGRATION_PLAN.md': MIGRATION },
    },
    {
      name: 'the step has a way back of its own',
      yaml: yaml('', 'rollback', '{ id: fill, kind: backfill, down: { sql: UPDATE orders SET amount = NULL; } }'),
    },
    {
      name: 'the schema stays',
      yaml: yaml('  reverts: { schema: stays as it is }\n'),
    },
    {
      name: 'a statement of the rollback repairs the rows',
      yaml: yaml('    - { id: clear, sql: UPDATE orders SET amount = NULL; }\n'),
    },
    {
      name: 'a step of the rollback undoes the one that fills',
      yaml: yaml('    - { id: clear, run: orders-unfill, undoes: fill }\n'),
    },
    {
      name: 'a decision for wrong values',
      yaml: yaml('  decisions: [{ failed: wrong amounts, method: copy them from the snapshot }]\n'),
    },
    {
      name: 'the artifact says what stays, the plan says what is run',
      yaml: yaml('  reverts: { code: orders-api back to 4.18.2 }\n'),
      beside: { 'ROLLBACK_PLAN.md': '# Rollback plan\n\n## What is reverted\n\n- **Data**: none needed\n' },
    },
    {
      name: 'the artifact repairs the rows, the plan says what is run',
      yaml: yaml(''),
      beside: {
        'ROLLBACK_PLAN.md': '# Rollback plan\n\n## Steps\n\n1. Clear what was filled\n   - **Undoes**: fill\n',
      },
    },
    { name: 'a key that is misspelt', yaml: yaml('  restor: { description: copy it back }\n') },
    {
      name: 'a run book, which may say it',
      yaml: yaml('  runbook: https://wiki.example.com/rollback\n'),
    },
    {
      name: 'only a flag is turned, of which another rule speaks',
      yaml: `migration:\n  steps:\n    - ${FILL}\nrollback:\n  steps:\n    - { id: off, flag: orders-write, manual: switch it off }\n`,
    },
    {
      name: 'the change touches the database, and its steps have a way back of their own',
      yaml: `change: { surfaces: [database] }\n${yaml('', 'rollback', '{ id: fill, kind: backfill, down: { command: orders-unfill } }')}`,
    },
    {
      name: 'the change does not touch the database',
      yaml: 'change: { surfaces: [http-api] }\nrollback:\n  steps:\n    - { id: redeploy, run: deploy 4.18.2 }\n',
    },
    {
      name: 'a backup that another artifact declares',
      yaml: yaml(''),
      beside: {
        'MIGRATION_PLAN.md':
          '---\nbackups:\n  - { id: nightly, ref: s3://backups/orders.dump }\n---\n\n# Migration plan\n',
      },
    },
    { name: 'a backup', yaml: `backups: [{ id: nightly, restore: pg_restore orders.dump }]\n${yaml('')}` },
  ],
  faulty: [
    {
      name: 'data is changed, and not a word of it',
      yaml: yaml('', '[|rollback|]'),
      message:
        'The step "fill" changes data, and nothing says how the data comes back. Code that goes back then meets data that does not: write how it is restored under `restore`, or why it need not be.',
      fixed: { yaml: yaml(`  restore:\n    description: ${HOW}\n`) },
    },
    {
      name: 'in the artifacts',
      markdown: UNDO.replace('Rollback plan', '[|Rollback plan|]'),
      beside: { 'MIGRATION_PLAN.md': MIGRATION },
    },
    {
      name: 'the schema is changed by a command',
      yaml: yaml('', '[|rollback|]', '{ id: widen, phase: expand, kind: schema, up: { command: orders-ddl widen } }'),
      message: /^The step "widen" changes data,/,
    },
    {
      name: 'only the code is said to go back',
      yaml: yaml('  reverts: { code: orders-api back to 4.18.2 }\n', '[|rollback|]'),
    },
    {
      name: 'a flag, and the old version',
      yaml: yaml('    - { id: off, run: flagctl set orders-write --off }\n', '[|rollback|]'),
    },
    {
      name: 'no steps at all',
      yaml: `migration:\n  steps:\n    - ${FILL}\n[|rollback|]:\n  timeBudget: 10m\n`,
    },
    {
      name: 'the service is stopped, which is more than a flag',
      yaml: `migration:\n  steps:\n    - ${FILL}\n[|rollback|]:\n  steps:\n    - { id: stop, run: systemctl stop orders-worker }\n`,
    },
    {
      name: 'the change touches the database among others',
      yaml: 'change: { surfaces: [http-api, database] }\n[|rollback|]:\n  steps:\n    - { id: redeploy, run: deploy 4.18.2 }\n',
    },
    {
      name: 'the change touches the database',
      yaml: 'change: { surfaces: [database] }\n[|rollback|]:\n  steps:\n    - { id: redeploy, run: deploy 4.18.2 }\n',
      message: /^The change touches the database, and nothing says how the data comes back\./,
    },
  ],
});
