import { testRule } from '../../support/rule-tester.ts';

const yaml = (criterion: string): string =>
  `metrics:\n  - { id: error-rate, query: sum(errors), onNoData: abort, baseline: 0.1% }\nrollout:\n  stages:\n    - id: canary\n      abortCriteria:\n        - ${criterion}\n`;
const LATENCY = '  - { id: p99-latency, query: p99, onNoData: hold, baseline: 180ms }\n';
const markdown = (criterion: string): string =>
  `# Rollout plan\n\n## Stage 1: canary (1%, 2h)\n\n**Abort criteria**:\n\n- ${criterion}\n`;
const both = (criterion: string): { yaml: string; markdown: string } => ({
  yaml: yaml(criterion),
  markdown: markdown(criterion),
});

testRule('abort-criterion-not-measurable', {
  artifact: 'ROLLOUT_PLAN',
  clean: [
    { name: 'a threshold', ...both('error-rate > 1% for 5m -> rollback') },
    { name: 'an event', ...both('any data loss report -> rollback') },
    { name: 'a test that fails', ...both('smoke test fails -> rollback') },
    { name: 'a placeholder has its own rule', ...both('TBD') },
  ],
  faulty: [
    {
      name: 'issues',
      ...both('if [|there are issues|]'),
      message: /read differently by everybody/,
      fixed: both('error-rate > 1% for 5m -> rollback'),
    },
    {
      name: 'one criterion is proposed for it, also where two metrics are there',
      yaml: yaml('[|too many errors|] -> rollback').replace('rollout:', `${LATENCY}rollout:`),
      fixed: { yaml: yaml('error-rate > 1% for 5m -> rollback').replace('rollout:', `${LATENCY}rollout:`) },
    },
    { name: 'too many', ...both('[|too many errors|] -> rollback') },
  ],
});
