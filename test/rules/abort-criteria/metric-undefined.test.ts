import { testRule } from '../../support/rule-tester.ts';

const METRICS = 'metrics:\n  - { id: error-rate, query: sum(errors), onNoData: abort }\n';
const yaml = (criterion: string, metrics = METRICS): string =>
  `${metrics}rollout:\n  stages:\n    - id: canary\n      soak: 2h\n      abortCriteria:\n        - ${criterion}\n`;
const BOTH_DECLARED = `metrics:
  - id: error-rate
    query: sum(rate(http_requests_total{code=~"5.."}[5m])) / sum(rate(http_requests_total[5m]))
    dashboard: https://grafana.example.com/d/service
    baseline: 0.1%
    onNoData: abort
  - id: queue-lag
    query: sum(rate(queue_lag_total[5m]))
    dashboard: https://grafana.example.com/d/service
    onNoData: abort
`;
const TABLE =
  '## Metrics\n\n| Id | Query | On no data |\n| --- | --- | --- |\n| error-rate | `sum(errors)` | abort |\n\n';
const markdown = (criterion: string, table = TABLE): string =>
  `# Rollout plan\n\n${table}## Stage 1: canary (1%, 2h)\n\n**Abort criteria**:\n\n- ${criterion}\n`;

testRule('metric-undefined', {
  artifact: 'ROLLOUT_PLAN',
  clean: [
    {
      name: 'declared',
      yaml: yaml('error-rate > 1% for 5m -> rollback'),
      markdown: markdown('error-rate > 1% for 5m -> rollback'),
    },
    {
      name: 'the same in words',
      yaml: yaml('Error rate above 1% for 5m -> rollback'),
      markdown: markdown('Error rate above 1% for 5m -> rollback'),
    },
    {
      name: 'declared by a name that is no id: told there',
      yaml: yaml('error-rate > 1% for 5m -> rollback').replace('id: error-rate', 'id: error_rate'),
    },
    {
      name: 'named by what is no id: told there',
      yaml: yaml('error-rate > 1% for 5m -> rollback').replace('soak: 2h', 'metrics: [error_rate]'),
    },
    { name: 'a narrower one in words', markdown: markdown('error rate of checkout above 1% for 5m -> rollback') },
    {
      name: 'declared by its mention where nobody keeps a list',
      markdown: markdown('error-rate > 1% for 5m -> rollback', ''),
    },
    {
      name: 'declared in the plan beside it',
      markdown: markdown('error-rate > 1% for 5m -> rollback', ''),
      beside: { 'rollout-plan.yaml': `rolloutPlan: 1\n${METRICS}` },
    },
    ...['error-rate-checkout', 'checkout-error-rate'].map((id) => ({
      name: `a narrower one: ${id}`,
      yaml: yaml(`${id} > 1% for 5m -> rollback`),
    })),
    { name: 'other words may mean one of them', yaml: yaml('Failed requests above 1% for 5m -> rollback') },
    { name: 'an event names none', yaml: yaml('smoke test fails -> rollback') },
  ],
  faulty: [
    {
      name: 'misspelt',
      yaml: yaml('[|eror-rate|] > 1% for 5m -> rollback'),
      markdown: markdown('[|eror-rate|] > 1% for 5m -> rollback'),
      message:
        'The metric "eror-rate" is declared nowhere, so nobody knows which query or dashboard it is. Declare it under `metrics`, or name one that is there.',
      fixed: {
        yaml: yaml('error-rate > 1% for 5m -> rollback'),
        markdown: markdown('error-rate > 1% for 5m -> rollback'),
      },
    },
    {
      name: 'told once, at the first mention',
      yaml: `${METRICS}rollout:\n  stages:\n    - id: canary\n      metrics: [[|checkout-lag|]]\n      abortCriteria: ["checkout-lag > 5 for 5m -> rollback"]\n`,
      fixed: {
        yaml: `${METRICS}  - id: checkout-lag\n    query: sum(rate(checkout_lag_total[5m]))\n    dashboard: https://grafana.example.com/d/service\n    onNoData: abort\nrollout:\n  stages:\n    - id: canary\n      metrics: [checkout-lag]\n      abortCriteria: ["checkout-lag > 5 for 5m -> rollback"]\n`,
      },
    },
    {
      name: 'a plan that declares none has made one mistake',
      yaml: yaml('[|error-rate|] > 1% and queue-lag > 10s for 5m -> rollback', ''),
      message:
        'The plan names metrics and declares none, so nobody knows which query or dashboard is meant. Declare them under `metrics`.',
      fixed: { yaml: yaml('error-rate > 1% and queue-lag > 10s for 5m -> rollback', BOTH_DECLARED) },
    },
    {
      name: 'each of them is declared',
      yaml: yaml('[|error-rate|] > 1% and queue-lag > 10s for 5m -> rollback', ''),
      fix: 'Declare "error-rate", "queue-lag"',
      fixed: { yaml: yaml('error-rate > 1% and queue-lag > 10s for 5m -> rollback', BOTH_DECLARED) },
    },
  ],
});
