import { testRule } from '../../support/rule-tester.ts';

const yaml = (success: string, abort: string): string =>
  `metrics:\n  - { id: error-rate, query: sum(errors), onNoData: abort }\nrollout:\n  stages:\n    - id: canary\n      soak: 2h\n      successCriteria:\n        - ${success}\n      abortCriteria:\n        - ${abort}\n`;
const markdown = (success: string, abort: string): string =>
  `# Rollout plan\n\n## Stage 1: canary (1%, 2h)\n\n**Success criteria**:\n\n- ${success}\n\n**Abort criteria**:\n\n- ${abort}\n`;
const both = (success: string, abort: string): { yaml: string; markdown: string } => ({
  yaml: yaml(success, abort),
  markdown: markdown(success, abort),
});

testRule('abort-overlaps-success', {
  artifact: 'ROLLOUT_PLAN',
  clean: [
    { name: 'a gap', ...both('error-rate < 0.5% for 1h', 'error-rate > 1% for 5m -> rollback') },
    { name: 'one limit, one side each', ...both('error-rate <= 1% for 1h', 'error-rate > 1% for 5m -> rollback') },
    { name: 'other metrics', ...both('p99-latency < 2s for 1h', 'error-rate > 1% for 5m -> rollback') },
    {
      name: 'other dimensions cannot be compared',
      ...both('error-rate < 50 for 1h', 'error-rate > 1% for 5m -> rollback'),
    },
  ],
  faulty: [
    {
      name: 'limits that are relative: no fix',
      ...both('error-rate < 3x baseline for 1h', '[|error-rate > 2x baseline for 5m|] -> rollback'),
      fixed: both('error-rate < 3x baseline for 1h', 'error-rate > 2x baseline for 5m -> rollback'),
    },
    {
      name: 'a success of two parts: no fix',
      ...both('error-rate < 2% and p99-latency < 400ms', '[|error-rate > 1% for 5m|] -> rollback'),
      fixed: both('error-rate < 2% and p99-latency < 400ms', 'error-rate > 1% for 5m -> rollback'),
    },
    {
      name: 'an abort of two parts: no fix',
      ...both('error-rate < 2% for 1h', '[|error-rate > 1% or p99-latency > 400ms for 5m|] -> rollback'),
      fixed: both('error-rate < 2% for 1h', 'error-rate > 1% or p99-latency > 400ms for 5m -> rollback'),
    },
    {
      name: 'a value between the limits',
      ...both('error-rate < 2% for 1h', '[|error-rate > 1% for 5m|] -> rollback'),
      message:
        'A value can satisfy both "error-rate > 1% for 5m" and the success criterion "error-rate < 2% for 1h": the stage would abort and succeed. Leave a gap between the two limits.',
      fixed: both('error-rate <= 1% for 1h', 'error-rate > 1% for 5m -> rollback'),
      related: ['error-rate < 2% for 1h'],
    },
    {
      name: 'the limit itself',
      ...both('error-rate <= 1% for 1h', '[|error-rate >= 1% for 5m|] -> rollback'),
      fixed: both('error-rate < 1% for 1h', 'error-rate >= 1% for 5m -> rollback'),
    },
  ],
});
