import { testRule } from '../../support/rule-tester.ts';

const yaml = (criterion: string, soak = '2h'): string =>
  `metrics:\n  - { id: error-rate, query: sum(errors), onNoData: abort }\nrollout:\n  stages:\n    - id: canary\n      soak: ${soak}\n      abortCriteria:\n        - ${criterion} # why\n`;
const markdown = (criterion: string): string =>
  `# Rollout plan\n\n## Stage 1: canary (1%, 2h)\n\n**Abort criteria**:\n\n- ${criterion}\n`;

testRule('abort-criterion-without-window', {
  artifact: 'ROLLOUT_PLAN',
  clean: [
    {
      name: 'what is counted',
      yaml: 'rollout:\n  stages:\n    - { id: a, abortCriteria: ["the pod restarts more than 3 times -> rollback"] }\n',
    },
    {
      name: 'for',
      yaml: yaml('error-rate > 1% for 5m -> rollback'),
      markdown: markdown('error-rate > 1% for 5m -> rollback'),
    },
    {
      name: 'an event needs none',
      yaml: yaml('smoke test fails -> rollback'),
      markdown: markdown('smoke test fails -> rollback'),
    },
    {
      name: 'a window in words',
      yaml: yaml('error rate above 1% for five minutes -> rollback'),
      markdown: markdown('error rate above 1% for five minutes'),
    },
    {
      name: 'one window for two limits',
      yaml: yaml('error-rate > 1% for 5m and p99-latency > 400ms -> rollback'),
    },
  ],
  faulty: [
    {
      name: 'a bare limit',
      yaml: yaml('[|error-rate > 1%|] -> rollback'),
      markdown: markdown('[|error-rate > 1%|] -> rollback'),
      message:
        '"error-rate > 1%" does not say for how long, so one noisy sample aborts the stage, or nobody dares to. Write the window, such as `for 5m`.',
      fixed: {
        yaml: yaml('error-rate > 1% for 5m -> rollback'),
        markdown: markdown('error-rate > 1% for 5m -> rollback'),
      },
    },
    {
      name: 'a window no longer than the soak',
      yaml: yaml('[|error-rate > 1%|] -> rollback', '2m'),
      fixed: { yaml: yaml('error-rate > 1% for 2m -> rollback', '2m') },
    },
    {
      name: 'in a mapping',
      yaml: yaml('{ when: [|error-rate > 1%|], then: rollback }'),
      fixed: { yaml: yaml('{ when: error-rate > 1% for 5m, then: rollback }') },
    },
  ],
});
