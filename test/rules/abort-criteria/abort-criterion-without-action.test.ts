import { testRule } from '../../support/rule-tester.ts';

const METRICS = 'metrics:\n  - { id: error-rate, query: sum(errors), onNoData: abort }\n';
const yaml = (criterion: string, more = '', rollout = ''): string =>
  `${METRICS}rollout:\n${rollout}  stages:\n    - id: canary\n${more}      abortCriteria:\n        - smoke test fails -> rollback\n        - ${criterion}\n`;
const markdown = (criterion: string, heading = 'Abort criteria'): string =>
  `# Rollout plan\n\n## Stage 1: canary (1%, 2h)\n\n**${heading}**:\n\n- smoke test fails -> rollback\n- ${criterion}\n`;

testRule('abort-criterion-without-action', {
  artifact: 'ROLLOUT_PLAN',
  clean: [
    {
      name: 'says it',
      yaml: yaml('error-rate > 1% for 5m -> pause'),
      markdown: markdown('error-rate > 1% for 5m -> pause'),
    },
    { name: 'a mapping says it', yaml: yaml('{ when: error-rate > 1% for 5m, then: page }') },
    { name: 'the stage says it', yaml: yaml('error-rate > 1% for 5m', '      onAbort: rollback\n') },
    { name: 'the rollout says it', yaml: yaml('error-rate > 1% for 5m', '', '  onAbort: rollback\n') },
    { name: 'the heading says it', markdown: markdown('error-rate > 1% for 5m', 'Roll back if') },
    { name: 'the heading says it in one word', markdown: markdown('error-rate > 1% for 5m', 'Rollback if') },
    { name: 'nothing is rolled out', yaml: METRICS },
    { name: 'no stages', yaml: `${METRICS}rollout:\n  strategy: canary\n` },
    {
      name: 'a stage without any, and one where something else stands in their place',
      yaml: `${METRICS}rollout:\n  stages:\n    - id: canary\n    - { id: full, abortCriteria: { when: error-rate > 1% } }\n`,
    },
    { name: 'what is not understood may say it', yaml: yaml('the moon over Bern') },
    { name: 'what nobody can measure has its own rule', yaml: yaml('there are issues') },
  ],
  faulty: [
    {
      name: 'one that does not',
      yaml: yaml('[|error-rate > 1% for 5m|]'),
      markdown: markdown('[|error-rate > 1% for 5m|]'),
      message:
        '"error-rate > 1% for 5m" does not say what happens when it holds, so it is discussed when it does. End it with `-> rollback`, `-> pause` or `-> page`.',
      fixed: {
        yaml: yaml('error-rate > 1% for 5m -> rollback'),
        markdown: markdown('error-rate > 1% for 5m -> rollback'),
      },
    },
    {
      name: 'none of them: one omission',
      yaml: `${METRICS}rollout:\n  stages:\n    - id: canary\n      abortCriteria:\n        - [|error-rate > 1% for 5m|]\n        - smoke test fails\n`,
      message: /say it once for all of them/,
      fixed: {
        yaml: `${METRICS}rollout:\n  onAbort: rollback\n  stages:\n    - id: canary\n      abortCriteria:\n        - error-rate > 1% for 5m\n        - smoke test fails\n`,
      },
    },
    {
      name: 'only in a stage that others extend',
      yaml: `${METRICS}rollout:\n  stages:\n    - id: canary\n      abortCriteria: ["[|error-rate > 1% for 5m|]"]\n    - { id: full, extends: canary }\n`,
      message: /^"error-rate > 1% for 5m" does not say/,
    },
  ],
});
