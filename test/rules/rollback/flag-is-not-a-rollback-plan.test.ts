import { testRule } from '../../support/rule-tester.ts';

const FILL =
  'migration:\n  steps:\n    - id: fill\n      phase: migrate\n      reversible: true\n      up: { command: orders-backfill --batch 5000 }\n      down: { sql: UPDATE orders SET amount = NULL WHERE id < :last; }\n      backfill: { batchSize: 5000 }\n';
const yaml = (rest: string, step = FILL): string =>
  `${step}rollback:\n  steps:\n    - { id: flag-off, run: flagctl set orders-write --off }\n${rest}`;
const FLAG = '# Rollback plan\n\n## Steps\n\n1. Turn the feature flag off\n';
const MIGRATION =
  '# Migration plan\n\n## Steps\n\n### 1. Migrate: fill\n\n**Kind**: backfill\n\n**Up**: `orders-backfill --batch 5000`\n';

testRule('flag-is-not-a-rollback-plan', {
  artifact: 'ROLLBACK_PLAN',
  clean: [
    {
      name: 'the old version is deployed',
      yaml: yaml('    - { id: redeploy, run: kubectl rollout undo deployment/orders-api }\n'),
      markdown: `${FLAG}2. Deploy 4.18.2\n`,
      beside: { 'MIGRATION_PLAN.md': MIGRATION },
    },
    {
      name: 'the rows may stay',
      yaml: yaml('  reverts: { data: none needed }\n'),
      markdown: `${FLAG}\n## Not reverted\n\n- the filled rows: 4.18 ignores them\n`,
      beside: { 'MIGRATION_PLAN.md': MIGRATION },
    },
    {
      name: 'no step writes data',
      yaml: yaml(
        '',
        'migration:\n  steps:\n    - { id: add, phase: expand, up: { sql: "ALTER TABLE o ADD c int;" } }\n',
      ),
      markdown: FLAG,
    },
  ],
  faulty: [
    {
      name: 'a flag, and rows that are filled',
      yaml: yaml('').replace('flagctl set orders-write --off', '[|flagctl set orders-write --off|]'),
      message:
        'The rollback only turns a flag, and a flag does not take back what "fill" has written. The old code then reads the new rows: write what happens to them.',
      fixed: {
        yaml: yaml('    - { id: undo-fill, sql: UPDATE orders SET amount = NULL WHERE id < :last;, undoes: fill }\n'),
      },
    },
    {
      name: 'a command that takes it back',
      yaml: yaml('', FILL.replace(/down: .*/, 'down: { command: orders-unfill }')).replace(
        'flagctl set orders-write --off',
        '[|flagctl set orders-write --off|]',
      ),
      fixed: {
        yaml: yaml(
          '    - { id: undo-fill, run: orders-unfill, undoes: fill }\n',
          FILL.replace(/down: .*/, 'down: { command: orders-unfill }'),
        ),
      },
    },
    {
      name: 'a step without an id: no fix',
      yaml: yaml('', FILL.replace('id: fill', 'title: fill the rows')).replace(
        'flagctl set orders-write --off',
        '[|flagctl set orders-write --off|]',
      ),
    },
    {
      name: 'in the artifacts',
      markdown: FLAG.replace('Turn the feature flag off', '[|Turn the feature flag off|]'),
      beside: { 'MIGRATION_PLAN.md': MIGRATION },
    },
  ],
});
