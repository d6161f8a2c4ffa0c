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
      name: 'the step has a way back of its own',
      yaml: yaml('', 'rollback', '{ id: fill, kind: backfill, down: { sql: UPDATE orders SET amount = NULL; } }'),
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
      name: 'the change touches the database',
      yaml: 'change: { surfaces: [database] }\n[|rollback|]:\n  steps:\n    - { id: redeploy, run: deploy 4.18.2 }\n',
      message: /^The change touches the database, and nothing says how the data comes back\./,
    },
  ],
});
