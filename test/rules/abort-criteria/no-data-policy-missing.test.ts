import { testRule } from '../../support/rule-tester.ts';

const yaml = (policy: string, id = 'error-rate'): string =>
  `metrics:\n  - id: ${id} # 5xx\n    query: sum(errors)\n${policy}rollout:\n  stages:\n    - id: canary\n      soak: 2h\n      abortCriteria: ["error-rate > 1% for 5m -> rollback"]\n`;
const markdown = (policy: string, id = 'error-rate'): string =>
  `# Rollout plan\n\n## Metrics\n\n| Id | Query | On no data |\n| --- | --- | --- |\n| ${id} | \`sum(errors)\` |${policy ? ` ${policy} ` : ' '}|\n\n## Stage 1: canary (1%, 2h)\n\n**Abort criteria**:\n\n- error-rate > 1% for 5m -> rollback\n`;

testRule('no-data-policy-missing', {
  artifact: 'ROLLOUT_PLAN',
  clean: [
    { name: 'hold', yaml: yaml('    onNoData: hold\n'), markdown: markdown('hold') },
    { name: 'a metric that aborts nothing', yaml: 'metrics:\n  - { id: orders, query: sum(orders) }\n' },
    { name: 'ignore', yaml: yaml('    onNoData: ignore\n'), markdown: markdown('ignore') },
    {
      name: 'told where the metric is declared',
      markdown:
        '# Rollout plan\n\n## Stage 1: canary (1%, 2h)\n\n**Abort criteria**:\n\n- error-rate > 1% for 5m -> rollback\n',
      beside: { 'rollout-plan.yaml': 'rolloutPlan: 1\nmetrics:\n  - { id: error-rate, query: sum(errors) }\n' },
    },
  ],
  faulty: [
    {
      name: 'not said',
      yaml: yaml('', '[|error-rate|]'),
      message:
        'An abort criterion reads "error-rate", and nothing says what no data means. An outage that takes the metric with it then looks like health: write `onNoData`.',
      fixed: { yaml: yaml('    onNoData: abort\n') },
    },
    { name: 'a cell left empty', markdown: markdown('', '[|error-rate|]'), fixed: { markdown: markdown('abort') } },
  ],
});
