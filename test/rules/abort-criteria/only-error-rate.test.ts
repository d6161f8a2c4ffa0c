import { testRule } from '../../support/rule-tester.ts';

const METRICS =
  'metrics:\n  - { id: error-rate, query: sum(errors), onNoData: abort }\n  - { id: p99-latency, query: p99, onNoData: hold }\n';
const yaml = (metrics: string, environment = 'production'): string =>
  `${METRICS}rollout:\n  stages:\n    - id: canary\n      environment: ${environment}\n      soak: 2h\n      [|metrics|]: [${metrics}]\n      abortCriteria: ["error-rate > 1% for 5m -> rollback"]\n`;
const plain = (metrics: string, environment?: string): string => yaml(metrics, environment).replace(/\[\||\|\]/g, '');
const markdown = (metrics: string): string =>
  `# Rollout plan\n\n## Stage 1: canary (1%, 2h)\n\n**Environment**: production\n\n**[|Metrics|]**: ${metrics}\n\n**Abort criteria**:\n\n- error-rate > 1% for 5m -> rollback\n`;
const plainMarkdown = (metrics: string): string => markdown(metrics).replace(/\[\||\|\]/g, '');

const DECLARED = `  - id: p99-latency
    query: histogram_quantile(0.99, rate(http_request_seconds_bucket[5m]))
    dashboard: https://grafana.example.com/d/service
    baseline: 180ms
    onNoData: hold
`;

testRule('only-error-rate', {
  artifact: 'ROLLOUT_PLAN',
  clean: [
    { name: 'latency too', yaml: plain('error-rate, p99-latency'), markdown: plainMarkdown('error-rate, p99-latency') },
    { name: 'nothing is watched yet', yaml: plain('').replace('error-rate > 1% for 5m', 'smoke test fails') },
    { name: 'staging', yaml: plain('error-rate', 'staging') },
    {
      name: 'a metric of unknown kind',
      yaml: plain('error-rate, frobnication'),
      markdown: plainMarkdown('error-rate, frobnication'),
    },
  ],
  faulty: [
    {
      name: 'errors alone',
      yaml: yaml('error-rate'),
      markdown: markdown('error-rate'),
      message:
        'Stage "canary" watches nothing but errors. What is slow, or wrong and answers 200, passes: watch latency too, and what the service is for.',
      fixed: { yaml: plain('error-rate, p99-latency') },
    },
    {
      name: 'the latency that is declared, whatever its name',
      yaml: yaml('error-rate').replace('p99-latency', 'response-time'),
      fixed: { yaml: plain('error-rate, response-time').replace('id: p99-latency', 'id: response-time') },
    },
    {
      name: 'none is declared: it is',
      yaml: yaml('error-rate').replace(/.*p99-latency.*\n/, ''),
      fixed: { yaml: plain('error-rate, p99-latency').replace(/.*p99, .*\n/, DECLARED) },
    },
    {
      name: 'where nobody keeps a list of metrics, none is begun',
      markdown: markdown('error-rate'),
      fixed: { markdown: plainMarkdown('error-rate, p99-latency') },
    },
    { name: 'two kinds of errors', yaml: yaml('error-rate, crash-count') },
  ],
});
