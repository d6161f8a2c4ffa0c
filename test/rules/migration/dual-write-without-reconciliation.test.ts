import { testRule } from '../../support/rule-tester.ts';

const METRIC = 'metrics:\n  - { id: amount-mismatch, query: mismatches }\n';
const yaml = (keys: string): string =>
  `${METRIC}migration:\n  steps:\n    - id: dual-write\n      phase: migrate\n${keys}    - { id: backfill-amount }\n`;
const markdown = (keys: string, title = 'write both shapes'): string =>
  `# Migration plan\n\n## Steps\n\n### 1. Migrate: ${title}\n\n- Id: dual-write\n${keys}`;

testRule('dual-write-without-reconciliation', {
  artifact: 'MIGRATION_PLAN',
  clean: [
    {
      name: 'a limit',
      yaml: yaml('      reconciliation: { metric: amount-mismatch, limit: amount-mismatch > 0 for 5m -> pause }\n'),
      markdown: markdown('- Stop when: amount-mismatch > 0 for 5m\n'),
    },
    { name: 'a check of the step', yaml: yaml('      verify: ["amount-mismatch = 0 for 24h"]\n') },
    {
      name: 'a stage aborts on it',
      yaml: `${yaml('')}rollout:\n  stages:\n    - { id: canary, abortCriteria: [amount-mismatch > 0 for 5m -> rollback] }\n`,
    },
    {
      name: 'a metric that is declared to tell whether both are the same, whatever it is called',
      yaml: yaml('      verify: ["twins = 0 for 24h"]\n').replace(
        METRIC,
        'metrics:\n  - { id: twins, signal: correctness }\n',
      ),
    },
    { name: 'a metric whose name tells it', markdown: markdown('- Verify: lost-rows = 0 for 24h\n') },
    { name: 'in words', markdown: markdown('- Verify: no row differs between the two columns\n') },
    {
      name: 'no dual write',
      yaml: yaml('').replace('dual-write', 'rotate-keys'),
      markdown: markdown('', 'move the orders').replace('dual-write', 'move-orders'),
    },
    {
      name: 'the end of one',
      yaml: 'migration:\n  steps:\n    - { id: stop-dual-write, title: Stop the dual write }\n',
    },
  ],
  faulty: [
    {
      name: 'two copies that nobody compares',
      yaml: yaml('').replace('dual-write', '[|dual-write|]'),
      markdown: markdown('').replace('### 1. Migrate: write both shapes', '### [|1. Migrate: write both shapes|]'),
      message:
        '"dual-write" writes two copies, and no limit says which difference between them stops the change. Two writes come apart at the first error between them, and reads are switched to the wrong copy: write a mismatch metric and its limit under `reconciliation`.',
      fixed: {
        yaml: `metrics:
  - { id: amount-mismatch, query: mismatches }
migration:
  steps:
    - id: dual-write
      phase: migrate
      reconciliation:
        metric: amount-mismatch
        limit: amount-mismatch > 0 for 5m -> pause
        sourceOfTruth: the old shape
    - { id: backfill-amount }
`,
        markdown: `# Migration plan

## Steps

### 1. Migrate: write both shapes

- Id: dual-write
- Reconciliation:
  - **Metric**: dual-write-mismatch
  - **Limit**: dual-write-mismatch > 0 for 5m -> pause
  - **Source of truth**: the old shape
`,
      },
    },
    {
      name: 'a metric without a limit',
      yaml: yaml('      [|reconciliation|]: { metric: amount-mismatch, sourceOfTruth: cents }\n'),
      markdown: markdown('\n#### [|Reconciliation|]\n\n- Metric: amount-mismatch\n'),
      fixed: {
        yaml: `metrics:
  - { id: amount-mismatch, query: mismatches }
migration:
  steps:
    - id: dual-write
      phase: migrate
      reconciliation: { metric: amount-mismatch, limit: amount-mismatch > 0 for 5m -> pause, sourceOfTruth: cents }
    - { id: backfill-amount }
`,
        markdown: `# Migration plan

## Steps

### 1. Migrate: write both shapes

- Id: dual-write

#### Reconciliation

- Metric: amount-mismatch
- Limit: amount-mismatch > 0 for 5m -> pause
`,
      },
    },
    {
      name: 'no metric either',
      yaml: yaml('')
        .replace('dual-write', '[|dual-write|]')
        .replace('amount-mismatch, query: mismatches', 'error-rate, query: errors'),
      fixed: {
        yaml: `metrics:
  - { id: error-rate, query: errors }
  - id: dual-write-mismatch
    query: sum(rate(dual_write_mismatch_total[5m]))
    dashboard: https://grafana.example.com/d/service
    onNoData: abort
migration:
  steps:
    - id: dual-write
      phase: migrate
      reconciliation:
        metric: dual-write-mismatch
        limit: dual-write-mismatch > 0 for 5m -> pause
        sourceOfTruth: the old shape
    - { id: backfill-amount }
`,
      },
    },
  ],
});
