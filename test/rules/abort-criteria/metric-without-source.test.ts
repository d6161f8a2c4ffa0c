import { testRule } from '../../support/rule-tester.ts';

testRule('metric-without-source', {
  artifact: 'ROLLOUT_PLAN',
  clean: [
    {
      name: 'a query',
      yaml: 'metrics:\n  - { id: queue-lag, query: max(lag) }\n',
      markdown: '# Rollout plan\n\n## Metrics\n\n| Id | Query |\n| --- | --- |\n| queue-lag | `max(lag)` |\n',
    },
    {
      name: 'a dashboard',
      yaml: 'metrics:\n  - { id: queue-lag, dashboard: "https://d.example.com" }\n',
      markdown:
        '# Rollout plan\n\n## Metrics\n\n| Id | Dashboard |\n| --- | --- |\n| queue-lag | https://d.example.com |\n',
    },
    { name: 'none', yaml: 'owner: team-payments\n' },
    { name: 'half typed', yaml: 'metrics:\n  - \n' },
  ],
  faulty: [
    {
      name: 'neither',
      yaml: 'metrics:\n  - id: [|queue-lag|]   # lag\n    baseline: 3s\n',
      markdown:
        '# Rollout plan\n\n## Metrics\n\n| Id | Query | Baseline |\n| --- | --- | --- |\n| [|queue-lag|] | | 3s |\n',
      message:
        'The metric "queue-lag" has neither a query nor a dashboard, so everybody who watches it watches something else. Write where it is read.',
      fixed: {
        yaml: 'metrics:\n  - id: queue-lag   # lag\n    query: sum(rate(queue_lag_total[5m]))\n    baseline: 3s\n',
        markdown:
          '# Rollout plan\n\n## Metrics\n\n| Id | Query | Baseline |\n| --- | --- | --- |\n| queue-lag | `sum(rate(queue_lag_total[5m]))` | 3s |\n',
      },
    },
    { name: 'an empty query', yaml: 'metrics:\n  - id: [|queue-lag|]\n    query:\n' },
  ],
});
