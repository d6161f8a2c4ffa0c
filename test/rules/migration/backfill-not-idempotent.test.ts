import { testRule } from '../../support/rule-tester.ts';

const yaml = (keys: string): string =>
  `migration:\n  steps:\n    - id: backfill-amount\n      phase: migrate\n      stopWhen: [replicas lag]\n      verify: [no row is left]\n${keys}`;
const markdown = (keys: string): string =>
  `# Migration plan\n\n## Steps\n\n### 1. Migrate: backfill amount\n\n- Id: backfill-amount\n${keys}`;

testRule('backfill-not-idempotent', {
  artifact: 'MIGRATION_PLAN',
  clean: [
    {
      name: 'says that it may run twice',
      yaml: yaml('      backfill: { batchSize: 5000, idempotent: true }\n'),
      markdown: markdown('\n#### Backfill\n\n- Batch size: 5000\n- Resumable: yes\n'),
    },
    {
      name: 'says that it may not',
      yaml: yaml('      backfill: { batchSize: 5000, idempotent: false, resumable: false }\n'),
    },
    {
      name: 'the command goes on where it stopped',
      yaml: yaml('      up: { command: orders-backfill --batch 5000 --resume }\n'),
      markdown: markdown('- Up: `orders-backfill --batch 5000 --checkpoint backfill.pos`\n'),
    },
    {
      name: 'a statement that gives the same twice',
      yaml: yaml('      up: { sql: "UPDATE orders SET amount = cents / 100.0 WHERE id BETWEEN :a AND :b" }\n'),
    },
    {
      name: 'an insert that skips what is there',
      yaml: yaml('      up: { sql: INSERT INTO amounts SELECT id FROM orders ON CONFLICT DO NOTHING }\n'),
    },
    { name: 'in a sentence', markdown: markdown('\nIt can be re-run at any time.\n') },
  ],
  faulty: [
    {
      name: 'a job that says nothing',
      yaml: yaml('      up: { command: orders-backfill --batch 5000 }\n').replace(
        'backfill-amount',
        '[|backfill-amount|]',
      ),
      markdown: markdown('- Up: `orders-backfill --batch 5000`\n').replace(
        '### 1. Migrate: backfill amount',
        '### [|1. Migrate: backfill amount|]',
      ),
      message:
        'The backfill "backfill-amount" does not say whether it may run twice, nor whether it goes on where it stopped. It will be interrupted, and then nobody knows whether to start it again: write `idempotent` and `resumable` under `backfill`.',
      fixed: {
        yaml: `migration:
  steps:
    - id: backfill-amount
      phase: migrate
      stopWhen: [replicas lag]
      verify: [no row is left]
      up: { command: orders-backfill --batch 5000 }
      backfill: { idempotent: true, resumable: true }
`,
        markdown: `# Migration plan

## Steps

### 1. Migrate: backfill amount

- Id: backfill-amount
- Up: \`orders-backfill --batch 5000\`
- Backfill:
  - **Idempotent**: yes
  - **Resumable**: yes
`,
      },
    },
    {
      name: 'a backfill with a pace alone',
      yaml: yaml('      [|backfill|]: { batchSize: 5000, throttle: 200ms }\n'),
      markdown: markdown('\n#### [|Backfill|]\n\n- Batch size: 5000\n- Throttle: 200ms\n'),
      fixed: {
        yaml: `migration:
  steps:
    - id: backfill-amount
      phase: migrate
      stopWhen: [replicas lag]
      verify: [no row is left]
      backfill: { batchSize: 5000, throttle: 200ms, idempotent: true, resumable: true }
`,
        markdown: `# Migration plan

## Steps

### 1. Migrate: backfill amount

- Id: backfill-amount

#### Backfill

- Batch size: 5000
- Throttle: 200ms
- Idempotent: yes
- Resumable: yes
`,
      },
    },
    {
      name: 'rows that are added again',
      yaml: yaml('      up: { sql: INSERT INTO amounts SELECT id FROM orders }\n').replace(
        'backfill-amount',
        '[|backfill-amount|]',
      ),
      fixed: {
        yaml: `migration:
  steps:
    - id: backfill-amount
      phase: migrate
      stopWhen: [replicas lag]
      verify: [no row is left]
      up: { sql: INSERT INTO amounts SELECT id FROM orders }
      backfill: { idempotent: true, resumable: true }
`,
      },
    },
    {
      name: 'a sum that grows',
      yaml: yaml('      up: { sql: "UPDATE orders SET total = total + fee WHERE id BETWEEN :a AND :b" }\n').replace(
        'backfill-amount',
        '[|backfill-amount|]',
      ),
    },
  ],
});
