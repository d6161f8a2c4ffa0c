import { testRule } from '../../support/rule-tester.ts';

const yaml = (rest: string, key = 'rollback'): string =>
  `${key}:\n  steps:\n    - { id: redeploy, run: kubectl rollout undo deployment/orders-api }\n${rest}`;
const STEPS = '## Steps\n\n1. `kubectl rollout undo deployment/orders-api`\n';
const SMOKE =
  'validation:\n  smoke:\n    - { check: the start page is shown }\n    - check: log in\n      run: |\n        export TOKEN=$(scripts/login.sh)\n        scripts/whoami.sh\n    - { check: place an order, run: scripts/orders.sh }\n';

testRule('rollback-missing-verification', {
  artifact: 'ROLLBACK_PLAN',
  clean: [
    {
      name: 'a check',
      yaml: yaml('  verify: [scripts/smoke.sh exits 0]\n'),
      markdown: `# Rollback plan\n\n${STEPS}\n## After rollback\n\n- scripts/smoke.sh exits 0\n`,
    },
    {
      name: 'a step that checks',
      yaml: yaml('    - { id: smoke, manual: run the smoke checks against 4.18.2 }\n'),
      markdown: `# Rollback plan\n\n${STEPS}2. Run the smoke checks against 4.18.2\n`,
    },
    {
      name: 'a check at one step of several',
      yaml: yaml('    - { id: clear-cache, run: redis-cli flushdb, verify: [the cache is empty] }\n'),
    },
    {
      name: 'a check of the restore, in the artifact',
      yaml: yaml(''),
      beside: {
        'ROLLBACK_PLAN.md':
          '# Rollback plan\n\n## Restore\n\n- **Run**: `pg_restore orders.dump`\n- **Verify**: 4 million rows\n',
      },
    },
    {
      name: 'a check at the step',
      yaml: 'rollback:\n  steps:\n    - { id: redeploy, run: deploy 4.18.2, verify: [all pods are ready] }\n',
    },
  ],
  faulty: [
    {
      name: 'none',
      yaml: yaml('', '[|rollback|]'),
      message:
        'Nothing checks that the rollback worked, and one that ran without helping looks like one that did. Write checks with an outcome under `verify`.',
      fixed: { yaml: yaml('  verify:\n    - scripts/smoke.sh --target production exits 0\n') },
    },
    {
      name: 'none in the artifact',
      markdown: `# [|Rollback plan|]\n\n${STEPS}`,
      fixed: { markdown: `# Rollback plan\n\n${STEPS}\n## Verify\n\n- scripts/smoke.sh --target production exits 0\n` },
    },
    {
      name: 'the first smoke check of the plan that is one command',
      yaml: `${yaml('', '[|rollback|]')}${SMOKE}`,
      fixed: { yaml: `${yaml('  verify:\n    - scripts/orders.sh exits 0\n')}${SMOKE}` },
    },
    {
      name: 'the smoke checks of the plan',
      yaml: `${yaml('', '[|rollback|]')}validation:\n  smoke:\n    - { check: place an order, run: scripts/orders.sh }\n`,
      fixed: {
        yaml: `${yaml('  verify:\n    - scripts/orders.sh exits 0\n')}validation:\n  smoke:\n    - { check: place an order, run: scripts/orders.sh }\n`,
      },
    },
  ],
});
