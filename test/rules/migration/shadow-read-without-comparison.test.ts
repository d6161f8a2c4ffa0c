import { testRule } from '../../support/rule-tester.ts';

const METRIC = 'metrics:\n  - { id: amount-mismatch, query: mismatches }\n';
const yaml = (keys: string): string =>
  `${METRIC}migration:\n  steps:\n    - id: read-both\n      kind: shadow-read\n${keys}`;
const markdown = (keys: string, title = 'shadow reads'): string =>
  `# Migration plan\n\n## Steps\n\n### 1. Migrate: ${title}\n\n- Release: 5.0.1\n${keys}`;

testRule('shadow-read-without-comparison', {
  artifact: 'MIGRATION_PLAN',
  clean: [
    {
      name: 'a limit',
      yaml: yaml('      reconciliation: { metric: amount-mismatch, limit: amount-mismatch > 0 for 5m -> pause }\n'),
      markdown: markdown('- Stop when: more than 3 mismatches in an hour\n'),
    },
    {
      name: 'a check',
      yaml: yaml('      verify: [amount-mismatch = 0 for 24h]\n'),
      markdown: markdown('- Verify: answer-drift = 0 for 24h\n'),
    },
    {
      name: 'with a dual write the limit is asked for there',
      yaml: `${yaml('')}    - { id: dual-write }\n    - { id: backfill-amount }\n`,
    },
    { name: 'no shadow read', markdown: markdown('', 'serve the new shape') },
  ],
  faulty: [
    {
      name: 'answers that nobody compares',
      yaml: yaml('').replace('read-both', '[|read-both|]'),
      markdown: markdown('').replace('Migrate: shadow reads', 'Migrate: [|shadow reads|]'),
      message:
        /^"(?:read-both|shadow-reads)" reads both copies, and no limit says which difference between the answers stops the change\. Reads that nobody compares prove nothing and cost load: write a mismatch metric and its limit under `reconciliation`\.$/,
      fixed: {
        yaml: `metrics:
  - { id: amount-mismatch, query: mismatches }
migration:
  steps:
    - id: read-both
      kind: shadow-read
      reconciliation:
        metric: amount-mismatch
        limit: amount-mismatch > 0 for 5m -> pause
        sourceOfTruth: the old shape
`,
        markdown: `# Migration plan

## Steps

### 1. Migrate: shadow reads

- Release: 5.0.1
- Reconciliation:
  - **Metric**: shadow-read-mismatch
  - **Limit**: shadow-read-mismatch > 0 for 5m -> pause
  - **Source of truth**: the old shape
`,
      },
    },
    {
      name: 'a sample without a limit',
      yaml: yaml('      [|reconciliation|]: { metric: amount-mismatch, sample: 10% }\n'),
      markdown: markdown('\n#### [|Reconciliation|]\n\n- Sample: 10%\n'),
      fixed: {
        yaml: `metrics:
  - { id: amount-mismatch, query: mismatches }
migration:
  steps:
    - id: read-both
      kind: shadow-read
      reconciliation: { metric: amount-mismatch, limit: amount-mismatch > 0 for 5m -> pause, sample: 10% }
`,
        markdown: `# Migration plan

## Steps

### 1. Migrate: shadow reads

- Release: 5.0.1

#### Reconciliation

- Metric: shadow-read-mismatch
- Limit: shadow-read-mismatch > 0 for 5m -> pause
- Sample: 10%
`,
      },
    },
  ],
});
