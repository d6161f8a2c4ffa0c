import { testRule } from '../../support/rule-tester.ts';

const yaml = (reverts: string, key = 'rollback'): string =>
  `change:\n  versions: [{ component: orders-api, kind: service, from: 4.18.2, to: 5.0.0 }]\n${key}:\n  timeBudget: 10m # measured\n${reverts}`;

const versions = (key: string, reverts: string): string =>
  `change:\n  versions:\n    - { component: orders-schema, kind: schema, from: V112, to: V113 }\n    - { component: orders-db, kind: database, from: "16.2", to: "16.4" }\n    - { component: payments-cli, kind: tool, to: 1.0.0 }\n    - { component: payments-web, from: 7.1.0, to: 8.0.0 }\nflags: [{ owner: team-orders }, { id: orders-write }]\n${key}:\n  timeBudget: 10m\n${reverts}`;

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
    {
      name: 'the first component whose old code is known, and the first flag that has a name',
      yaml: versions('[|rollback|]', ''),
      fixed: {
        yaml: versions(
          'rollback',
          '  reverts:\n    code: payments-web back to 7.1.0\n    config: orders-write off\n    data: "none needed: the old shape is complete throughout"\n',
        ),
      },
    },
    {
      name: 'a version of nothing: the example of the schema',
      yaml: 'change:\n  versions: [{ kind: service, from: 7.1.0, to: 8.0.0 }]\n[|rollback|]:\n  timeBudget: 10m\n',
      fixed: {
        yaml: 'change:\n  versions: [{ kind: service, from: 7.1.0, to: 8.0.0 }]\nrollback:\n  timeBudget: 10m\n  reverts:\n    code: orders-api back to 4.18.2\n    data: "none needed: the old shape is complete throughout"\n',
      },
    },
    { name: 'nothing behind the key', yaml: yaml('  [|reverts|]:\n') },
  ],
});
