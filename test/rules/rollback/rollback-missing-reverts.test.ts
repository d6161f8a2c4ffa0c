import { testRule } from '../../support/rule-tester.ts';

const yaml = (reverts: string, key = 'rollback'): string =>
  `change:\n  versions: [{ component: orders-api, kind: service, from: 4.18.2, to: 5.0.0 }]\n${key}:\n  timeBudget: 10m # measured\n${reverts}`;

testRule('rollback-missing-reverts', {
  artifact: 'ROLLBACK_PLAN',
  clean: [
    {
      name: 'it says what goes back',
      yaml: yaml('  reverts: { code: orders-api back to 4.18.2 }\n'),
      markdown: '# Rollback plan\n\n## What is reverted\n\n- **Code**: orders-api back to 4.18.2\n',
    },
    {
      name: 'the artifact says it',
      yaml: yaml(''),
      beside: {
        'ROLLBACK_PLAN.md': '# Rollback plan\n\n## What is reverted\n\n- **Code**: orders-api back to 4.18.2\n',
      },
    },
    {
      name: 'there is no way back',
      yaml: yaml('  approach: roll-forward-only\n'),
      markdown: '# Rollback plan\n\n**Approach**: forward-only\n',
    },
    { name: 'a key that is misspelt', yaml: yaml('  revert: { code: orders-api back to 4.18.2 }\n') },
  ],
  faulty: [
    {
      name: 'it does not say it',
      yaml: yaml('', '[|rollback|]'),
      message:
        'The rollback does not say what goes back. Code, configuration, data and schema go back by different hands, and at night one of them is forgotten: write what happens to each under `reverts`.',
      fixed: {
        yaml: yaml(
          '  reverts:\n    code: orders-api back to 4.18.2\n    data: "none needed: the old shape is complete throughout"\n',
        ),
      },
    },
    {
      name: 'the artifact does not say it',
      markdown: '# [|Rollback plan|]\n\n## Steps\n\n1. `kubectl rollout undo deployment/orders-api`\n',
      fixed: {
        markdown:
          '# Rollback plan\n\n## What is reverted\n\n- **Code**: orders-api back to 4.18.2\n- **Data**: none needed: the old shape is complete throughout\n\n## Steps\n\n1. `kubectl rollout undo deployment/orders-api`\n',
      },
    },
    { name: 'nothing behind the key', yaml: yaml('  [|reverts|]:\n') },
  ],
});
