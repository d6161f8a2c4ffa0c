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
      name: 'a flag is turned and the old version deployed in one step',
      yaml: `${FILL}rollback:\n  steps:\n    - { id: back, flag: orders-write, run: deploy 4.18.2 with orders-write off }\n`,
    },
    {
      name: 'there is no way back',
      yaml: yaml('  approach: roll-forward-only\n'),
      markdown: `${FLAG}\n## Approach\n\nroll-forward-only\n`,
      beside: { 'MIGRATION_PLAN.md': MIGRATION },
    },
    {
      name: 'a step of the rollback takes the rows back',
      yaml: yaml('    - { id: clear, flag: orders-write, sql: UPDATE orders SET amount = NULL WHERE id < :last; }\n'),
    },
    {
      name: 'what is written cannot be undone: others ask for its backup',
      yaml: yaml('', FILL.replace('reversible: true', 'reversible: false')),
    },
    {
      name: 'the plan beside it says how it goes back',
      markdown: FLAG,
      beside: {
        'MIGRATION_PLAN.md': MIGRATION,
        'rollout-plan.yaml': 'rollback:\n  steps:\n    - { id: redeploy, run: deploy 4.18.2 }\n',
      },
    },
    {
      name: 'its steps stand in the artifact beside it',
      yaml: `${FILL}rollback:\n  timeBudget: 10m\n`,
      beside: { 'ROLLBACK_PLAN.md': FLAG },
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
      related: ['fill'],
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
      name: 'a step that names its flag',
      yaml: `${FILL}rollback:\n  steps:\n    - { id: [|off|], flag: orders-write, manual: switch it off }\n`,
    },
    {
      name: 'in the artifacts',
      markdown: FLAG.replace('Turn the feature flag off', '[|Turn the feature flag off|]'),
      beside: { 'MIGRATION_PLAN.md': MIGRATION },
    },
    {
      name: 'in the artifact, beside a plan that leaves the steps to it',
      markdown: FLAG.replace('Turn the feature flag off', '[|Turn the feature flag off|]'),
      beside: { 'rollout-plan.yaml': `${FILL}rollback:\n  timeBudget: 10m\n` },
      related: ['fill'],
    },
  ],
});
