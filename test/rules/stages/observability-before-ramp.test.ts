import { testRule } from '../../support/rule-tester.ts';

const plan = (metrics: string, own = '', stage = '') =>
  `metrics:\n${metrics}rollout:\n${own}  stages:\n    - id: canary\n      environment: production\n      [|metrics|]: [error-rate, p99-latency]\n${stage}`;
const clean = (text: string) => text.replace('[|', '').replace('|]', '');
const sources = '  - { id: error-rate, source: Datadog, onNoData: abort }\n  - { id: p99-latency, source: Datadog }\n';
const artifact = (more: string) =>
  `# Rollout plan\n\n${more}## Stage 1: canary (1%, 2h)\n\n**Environment**: production\n\n**[|Metrics|]**: error rate, p99 latency\n`;

testRule('observability-before-ramp', {
  artifact: 'ROLLOUT_PLAN',
  clean: [
    { name: 'one can be seen', yaml: clean(plan(sources.replace('Datadog }', 'Datadog, alert: LatencyHigh }'))) },
    { name: 'a dashboard of the rollout', yaml: clean(plan(sources, '  dashboard: https://d.example.com\n')) },
    { name: 'a dashboard of the stage', yaml: clean(plan(sources, '', '      dashboard: https://d.example.com\n')) },
    {
      name: 'metrics with nothing at all are told by themselves',
      yaml: clean(plan('  - { id: error-rate, onNoData: abort }\n  - { id: p99-latency }\n')),
    },
    { name: 'metrics that nobody declares, too', yaml: clean(plan('  - { id: other, query: x }\n')) },
    {
      name: 'prose that says where to look',
      markdown: clean(artifact('Watch [the board](https://grafana.example.com/d/orders).\n\n')),
    },
    { name: 'nobody is there yet', yaml: clean(plan(sources)).replace('production', 'staging') },
  ],
  faulty: [
    {
      name: 'nowhere to look',
      yaml: plan(sources),
      message:
        'Stage "canary" is in production, and none of its metrics has a query, a dashboard or an alert. Nobody can then see what it does to users: say where to look before it starts.',
      fixed: {
        yaml: clean(plan(sources)).concat('  dashboard: https://grafana.example.com/d/service\n'),
      },
    },
    { name: 'named, and no more', markdown: artifact('') },
  ],
});
