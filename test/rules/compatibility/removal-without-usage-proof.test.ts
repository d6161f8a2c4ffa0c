import { testRule } from '../../support/rule-tester.ts';

const METRIC = 'metrics:\n  - { id: amount-cents-readers, query: sum(reads) }\n';
const yaml = (keys: string, title = 'Drop amount_cents'): string =>
  `migration:\n  steps:\n    - id: drop-cents\n      phase: contract\n      title: ${title}\n${keys}`;
const markdown = (keys: string): string =>
  `# Migration plan\n\n## Steps\n\n### 1. Contract: drop amount_cents\n\n- Release: 5.2.0\n${keys}`;

testRule('removal-without-usage-proof', {
  artifact: 'MIGRATION_PLAN',
  clean: [
    {
      name: 'a criterion',
      yaml: METRIC + yaml('      verify: ["amount-cents-readers = 0 for 14d"]\n'),
      markdown: markdown('- Verify: amount-cents-readers = 0 for 14d\n'),
    },
    {
      name: 'a limit for a metric of usage',
      yaml: METRIC + yaml('      verify: ["amount-cents-readers < 1 for 14d"]\n'),
    },
    {
      name: 'in words',
      yaml: yaml('      after: { when: ["no client has read amount_cents for two weeks"] }\n'),
      markdown: markdown('- Verify: nobody reads the column any more\n'),
    },
    {
      name: 'the contract measures it',
      yaml: `compatibility:\n  deprecations:\n    - { what: amount_cents, usage: { query: access log } }\n${yaml('')}`,
    },
    {
      name: 'the step before it has shown it',
      yaml: 'migration:\n  steps:\n    - { id: watch, verify: ["zero callers for 30d"] }\n    - { id: drop-cents, phase: contract, title: Drop amount_cents, after: { step: watch } }\n',
    },
    { name: 'no shape that others see', yaml: yaml('', 'Remove the dual-write flag') },
    { name: 'nothing is removed', yaml: yaml('', 'Rotate the keys').replace('drop-cents', 'rotate-keys') },
    { name: 'not known yet', yaml: yaml('      after: TBD\n') },
    {
      name: 'deprecated and measured by its step',
      yaml: `compatibility:\n  deprecations: [{ what: amount_cents }]\n${METRIC}${yaml('      verify: ["amount-cents-readers = 0 for 14d"]\n')}`,
    },
    {
      name: 'a removal of the past',
      yaml: 'compatibility:\n  deprecations:\n    - { what: amount_cents, removedOn: 2026-01-01 }\n',
    },
  ],
  faulty: [
    {
      name: 'a step without a name shows it, and nothing says that it comes before',
      yaml: 'migration:\n  steps:\n    - { title: Watch, verify: ["zero callers for 30d"] }\n    - { id: [|drop-cents|], phase: contract, title: Drop amount_cents }\n',
    },
    {
      name: 'it waits for something else',
      yaml: METRIC + yaml('      after: { when: ["the release is out"] }\n').replace('drop-cents', '[|drop-cents|]'),
      fixed: {
        yaml: METRIC + yaml('      after: { when: ["the release is out", amount-cents-readers = 0 for 14d] }\n'),
      },
    },
    {
      name: 'a contract step',
      yaml: METRIC.replace('amount-cents-readers', 'error-rate') + yaml('').replace('drop-cents', '[|drop-cents|]'),
      markdown: markdown('').replace('### 1. Contract: drop amount_cents', '### 1. Contract: [|drop amount_cents|]'),
      message:
        /^The step "drop-(?:amount-)?cents" removes the old shape, and nothing shows that nobody uses it any more\./,
      fixed: {
        yaml: `metrics:\n  - { id: error-rate, query: sum(reads) }\n  - id: amount-cents-readers\n    query: sum(rate(amount_cents_readers_total[5m]))\n    dashboard: https://grafana.example.com/d/service\n    onNoData: abort\n${yaml('      after:\n        when:\n          - amount-cents-readers = 0 for 14d\n')}`,
      },
    },
    {
      name: 'a step that only waits',
      yaml: `${METRIC}migration:\n  steps:\n    - id: [|drop-cents|]\n      phase: contract\n      title: Drop amount_cents\n      after: { step: fill, soak: 90d }\n    - { id: fill, phase: migrate }\n`,
      fixed: {
        yaml: `${METRIC}migration:\n  steps:\n    - id: drop-cents\n      phase: contract\n      title: Drop amount_cents\n      after: { step: fill, soak: 90d, when: [amount-cents-readers = 0 for 14d] }\n    - { id: fill, phase: migrate }\n`,
      },
    },
    {
      name: 'a deprecation without a step',
      yaml: `${METRIC}compatibility:\n  deprecations:\n    - what: [|amount_cents|]\n      announced: 2026-12-01\n`,
      message:
        '"amount_cents" is to be removed, and nothing shows that nobody uses it any more. The ones who never read an announcement are found by a measurement, or by an outage: write under `usage` which metric must be zero.',
      fixed: {
        yaml: `${METRIC}compatibility:\n  deprecations:\n    - what: amount_cents\n      announced: 2026-12-01\n      usage:\n        metric: amount-cents-readers\n        until: amount-cents-readers = 0 for 14d\n`,
      },
    },
    {
      name: 'a deprecation and its step are one mistake, told at the step',
      yaml: `compatibility:\n  deprecations: [{ what: amount_cents }]\n${yaml('').replace('drop-cents', '[|drop-cents|]')}`,
    },
  ],
});
