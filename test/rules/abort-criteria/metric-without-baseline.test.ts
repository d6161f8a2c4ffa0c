import { testRule } from '../../support/rule-tester.ts';

const yaml = (criterion: string, baseline = ''): string =>
  `metrics:\n  - id: p99-latency\n    query: p99\n${baseline}    onNoData: hold\nrollout:\n  stages:\n    - id: canary\n      soak: 2h\n      abortCriteria:\n        - ${criterion}\n`;
const markdown = (criterion: string, baseline = ''): string =>
  `# Rollout plan\n\n## Metrics\n\n| Id | Query | Baseline | On no data |\n| --- | --- | --- | --- |\n| p99-latency | \`p99\` |${baseline ? ` ${baseline} ` : ' '}| hold |\n\n## Stage 1: canary (1%, 2h)\n\n**Abort criteria**:\n\n- ${criterion}\n`;

testRule('metric-without-baseline', {
  artifact: 'ROLLOUT_PLAN',
  clean: [
    {
      name: 'an absolute limit',
      yaml: yaml('p99-latency > 400ms for 5m -> pause'),
      markdown: markdown('p99-latency > 400ms for 5m -> pause'),
    },
    { name: 'a query is no name of a metric', yaml: yaml('"sum(rate(http_errors_total[5m])) > 5 for 5m -> rollback"') },
    {
      name: 'a baseline',
      yaml: yaml('p99-latency > 2x baseline for 5m -> pause', '    baseline: 180ms\n'),
      markdown: markdown('p99-latency > 2x baseline for 5m -> pause', '180ms'),
    },
    { name: 'relative to something else', yaml: yaml('p99-latency > 2x stable for 5m -> pause') },
    {
      name: 'named without a limit',
      yaml: yaml('smoke test fails -> pause').replace('soak', 'metrics: [p99-latency]\n      soak'),
    },
  ],
  faulty: [
    {
      name: 'twice what?',
      yaml: yaml('p99-latency > [|2x baseline|] for 5m -> pause'),
      markdown: markdown('p99-latency > [|2x baseline|] for 5m -> pause'),
      message:
        '"2x baseline" is relative to the baseline of "p99-latency", and none is written down: once the rollout runs, nobody can tell what normal was. Write `baseline` at the metric.',
      fixed: {
        yaml: yaml('p99-latency > 2x baseline for 5m -> pause', '    baseline: 180ms\n'),
        markdown: markdown('p99-latency > 2x baseline for 5m -> pause', '180ms'),
      },
    },
    ...[
      ['error-rate', '0.1%'],
      ['orders-per-minute', '100'],
    ].map(([id, baseline]) => ({
      name: `what is normal of ${id}`,
      yaml: yaml(`${id} > [|2x baseline|] for 5m -> pause`).replace('p99-latency', `${id}`),
      fixed: {
        yaml: yaml(`${id} > 2x baseline for 5m -> pause`, `    baseline: ${baseline}\n`).replace(
          'p99-latency',
          `${id}`,
        ),
      },
    })),
    { name: 'a share more', yaml: yaml('p99-latency > [|baseline +10%|] for 5m -> pause') },
  ],
});
