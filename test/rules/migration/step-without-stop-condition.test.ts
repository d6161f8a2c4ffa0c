import { testRule } from '../../support/rule-tester.ts';

const METRICS =
  'metrics:\n  - { id: p99-latency, query: p99, dashboard: "https://d.example.com", baseline: 180ms, onNoData: hold }\n';
const yaml = (keys: string): string =>
  `${METRICS}migration:\n  steps:\n    - id: fill-amount\n      phase: migrate\n${keys}`;
const markdown = (keys: string): string =>
  `# Migration plan\n\n## Steps\n\n### 1. Migrate: fill amount\n\n- Id: fill-amount\n${keys}`;
const BACKFILL = '      backfill: { batchSize: 5000, throttle: 200ms, idempotent: true }\n';

testRule('step-without-stop-condition', {
  artifact: 'MIGRATION_PLAN',
  clean: [
    {
      name: 'says what stops it',
      yaml: yaml(`${BACKFILL}      stopWhen: [p99-latency > 400ms for 10m -> pause]\n`),
      markdown: markdown('- Kind: backfill\n- Stop when: p99-latency > 400ms for 10m\n'),
    },
    {
      name: 'in a sentence',
      yaml: yaml(`${BACKFILL}      description: Pause it when replicas lag more than 10 s.\n`),
      markdown: markdown('- Kind: data\n\nIf the replicas lag, stop the job.\n'),
    },
    {
      name: 'a flag',
      yaml: yaml('      kind: flag\n      up: { command: flagctl set fill --on }\n'),
      markdown: markdown('- Kind: config\n'),
    },
    {
      name: 'one row by its key',
      yaml: yaml('      up: { sql: "UPDATE settings SET value = 2 WHERE key = \'shape\';" }\n'),
    },
    { name: 'schema only', yaml: yaml('      up: { sql: ALTER TABLE orders ADD COLUMN amount int }\n') },
  ],
  faulty: [
    {
      name: 'a backfill',
      yaml: yaml(BACKFILL).replace('id: fill-amount', 'id: [|fill-amount|]'),
      markdown: markdown('- Kind: backfill\n').replace(
        '### 1. Migrate: fill amount',
        '### [|1. Migrate: fill amount|]',
      ),
      message:
        'Nothing stops the step "fill-amount" half-way. It writes beside live traffic, and whoever sees the latency rise must not have to ask first: write the conditions under `stopWhen`.',
      fixed: {
        yaml: `metrics:
  - { id: p99-latency, query: p99, dashboard: "https://d.example.com", baseline: 180ms, onNoData: hold }
migration:
  steps:
    - id: fill-amount
      phase: migrate
      backfill: { batchSize: 5000, throttle: 200ms, idempotent: true }
      stopWhen:
        - p99-latency > 360ms for 10m -> pause
`,
        markdown: `# Migration plan

## Steps

### 1. Migrate: fill amount

- Id: fill-amount
- Kind: backfill
- Stop when:
  - p99-latency > 400ms for 10m -> pause
`,
      },
    },
    {
      name: 'rows that are written by a statement',
      yaml: yaml('      up: { sql: UPDATE orders SET amount = cents / 100.0 WHERE amount IS NULL }\n')
        .replace('id: fill-amount', 'id: [|fill-amount|]')
        .replace(METRICS, ''),
      markdown: `${markdown('')}- Up: \`psql -c "DELETE FROM carts WHERE updated < '2020-01-01'"\`\n`.replace(
        '### 1. Migrate: fill amount',
        '### [|1. Migrate: fill amount|]',
      ),
      fixed: {
        yaml: `metrics:
  - id: p99-latency
    query: histogram_quantile(0.99, rate(http_request_seconds_bucket[5m]))
    dashboard: https://grafana.example.com/d/service
    baseline: 180ms
    onNoData: hold
migration:
  steps:
    - id: fill-amount
      phase: migrate
      up: { sql: UPDATE orders SET amount = cents / 100.0 WHERE amount IS NULL }
      stopWhen:
        - p99-latency > 400ms for 10m -> pause
`,
        markdown: `# Migration plan

## Steps

### 1. Migrate: fill amount

- Id: fill-amount
- Up: \`psql -c "DELETE FROM carts WHERE updated < '2020-01-01'"\`
- Stop when:
  - p99-latency > 400ms for 10m -> pause
`,
      },
    },
  ],
});
