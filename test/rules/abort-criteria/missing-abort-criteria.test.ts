import { expect, test } from 'vitest';
import { checkAll, quickFixesOf } from '../../support/checking.ts';
import { limitedBy, testRule } from '../../support/rule-tester.ts';

const METRICS = `rolloutPlan: 1
metrics:
  - { id: error-rate, query: sum(errors), dashboard: "https://d.example.com", baseline: 0.1%, onNoData: abort }
`;

testRule('missing-abort-criteria', {
  artifact: 'ROLLOUT_PLAN',
  clean: [
    ...['Abort', 'Abort on', 'Stop when', 'Halt', 'Rollback trigger'].map((column) => ({
      name: `a column "${column}"`,
      markdown: `# Rollout plan\n\n## Stages\n\n| Stage | Traffic | ${column} |\n| --- | --- | --- |\n| canary | 1% | error-rate > 1% for 5m -> rollback |\n| full | 100% | same |\n`,
    })),
    {
      name: 'criteria of its own',
      yaml: 'rollout:\n  stages:\n    - id: canary\n      abortCriteria: ["error-rate > 1% for 5m -> rollback"]\n',
      markdown:
        '# Rollout plan\n\n## Stage 1: canary (1%, 2h)\n\n**Abort criteria**:\n- error-rate > 1% for 5m -> rollback\n',
    },
    {
      name: 'inherited by extends',
      yaml: 'rollout:\n  stages:\n    - id: canary\n      abortCriteria: ["error-rate > 1% for 5m -> rollback"]\n    - { id: full, extends: canary }\n',
    },
    {
      name: 'once for every stage',
      yaml: 'rollout:\n  abortCriteria: ["error-rate > 1% for 5m -> rollback"]\n  stages:\n    - id: canary\n    - id: full\n',
      markdown:
        '# Rollout plan\n\n## Rollback triggers\n\n- error-rate > 1% for 5m\n\n## Stage 1: canary (1%, 2h)\n\nSmall.\n\n## Stage 2: full (100%, 2h)\n\nAll.\n',
    },
    {
      name: 'a wrong value is another mistake',
      yaml: 'rollout:\n  stages:\n    - id: canary\n      abortCriteria: 5\n',
    },
    {
      name: 'unreadable text is another mistake',
      yaml: 'rollout:\n  stages:\n    - id: canary\n      abortCriteria: [a: b: c\n',
    },
    { name: 'None is an answer', yaml: 'rollout:\n  stages:\n    - id: staging\n      abortCriteria: none\n' },
    { name: 'a template is judged where it is used', yaml: 'rollout:\n  templates:\n    - id: base\n' },
  ],
  faulty: [
    {
      name: 'a stage without',
      yaml: `${METRICS}rollout:
  stages:
    - id: [|canary|]
      weight: 1%   # a comment
      soak: 2h
      metrics: [error-rate]
`,
      markdown: '# Rollout plan\n\n## Stage 1: [|canary|] (1%, 2h)\n\n**Metrics**: error-rate\n',
      message:
        'Stage "canary" has no abort criterion, so whether to stop it is argued about while users are hurt. Write what is measured, the limit, for how long, and what then happens.',
      fixed: {
        yaml: `${METRICS}rollout:
  stages:
    - id: canary
      weight: 1%   # a comment
      soak: 2h
      metrics: [error-rate]
      abortCriteria:
        - error-rate > 1% for 5m -> rollback
`,
        markdown:
          '# Rollout plan\n\n## Stage 1: canary (1%, 2h)\n\n**Metrics**: error-rate\n\n**Abort criteria**:\n\n- error-rate > 1% for 5m -> rollback\n',
      },
    },
    {
      name: 'an empty list',
      yaml: `${METRICS}rollout:\n  stages:\n    - id: canary\n      [|abortCriteria|]: []\n`,
      fixed: {
        yaml: `${METRICS}rollout:\n  stages:\n    - id: canary\n      abortCriteria:\n        - error-rate > 1% for 5m -> rollback\n`,
      },
    },
    {
      name: 'a stage in one line',
      yaml: `${METRICS}rollout:\n  stages:\n    - { id: [|canary|], weight: 1% }\n`,
      fixed: {
        yaml: `${METRICS}rollout:\n  stages:\n    - { id: canary, weight: 1%, abortCriteria: [error-rate > 1% for 5m -> rollback] }\n`,
      },
    },
    {
      name: 'told where it would be inherited from',
      yaml: 'rollout:\n  stages:\n    - id: [|canary|]\n    - { id: half, extends: canary, weight: 50% }\n    - { id: full, extends: half, weight: 100% }\n',
    },
    { name: 'stages that extend each other', yaml: 'rollout:\n  stages:\n    - { id: [|a|], extends: a }\n' },
    {
      name: 'triggers of the rollback do not stop a stage',
      yaml: 'rollback:\n  triggers: ["error-rate > 1% for 5m"]\nrollout:\n  stages:\n    - id: [|canary|]\n',
    },
    {
      name: 'the policy asks every stage for its own',
      yaml: `${METRICS}rollout:\n  abortCriteria: ["error-rate > 1% for 5m -> rollback"]\n  stages:\n    - id: [|canary|]\n    - { id: half, abortCriteria: ["error-rate > 1% for 5m -> rollback"] }\n`,
      beside: limitedBy('missing-abort-criteria', 'perStage: true'),
      message: /has no abort criterion of its own, and the policy asks/,
    },
  ],
});

test('the fix is the one that editors apply unasked', async () => {
  const files = { 'rollout-plan.yaml': `${METRICS}rollout:\n  stages:\n    - id: canary\n` };
  const problem = (await checkAll(files)).find(({ code }) => code === 'missing-abort-criteria');
  expect(problem && (await quickFixesOf(files, problem))[0]).toMatchObject({ preferred: true });
});
