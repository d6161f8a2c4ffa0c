import { testRule } from '../../support/rule-tester.ts';

const yaml = (keys: string): string =>
  `migration:\n  steps:\n    - id: backfill-amount\n      phase: migrate\n      stopWhen: [replicas lag]\n      verify: [no row is left]\n${keys}`;
const markdown = (keys: string): string =>
  `# Migration plan\n\n## Steps\n\n### 1. Migrate: backfill amount\n\n- Id: backfill-amount\n${keys}`;

testRule('backfill-not-batched', {
  artifact: 'MIGRATION_PLAN',
  clean: [
    {
      name: 'batches and a pause',
      yaml: yaml('      backfill: { batchSize: 5000, throttle: 200ms }\n'),
      markdown: markdown('\n#### Backfill\n\n- Batch size: 5000\n- Throttle: 200ms\n'),
    },
    {
      name: 'the command has a size',
      yaml: yaml('      up: { command: orders-backfill --batch 5000 }\n'),
      markdown: markdown('- Up: `orders-backfill --chunk-size 5000`\n'),
    },
    {
      name: 'a statement for a part of the rows',
      yaml: yaml('      up: { sql: "UPDATE orders SET amount = cents WHERE id BETWEEN :low AND :high;" }\n'),
    },
    { name: 'in a sentence', markdown: markdown('\nThe job takes 5,000 rows at a time.\n') },
    {
      name: 'a statement with a limit of its own',
      yaml: yaml(
        '      engine: sqlserver\n      up: { sql: UPDATE TOP (5000) orders SET amount = cents WHERE amount IS NULL; }\n',
      ),
    },
    { name: 'a rate', yaml: yaml('      backfill: { rate: 2000 rows/s }\n') },
    {
      name: 'every row at once is told by the rule of unbounded writes',
      yaml: yaml('      up: { sql: UPDATE orders SET amount = cents / 100.0; }\n'),
    },
    {
      name: 'no backfill',
      yaml: yaml('      kind: verification\n'),
      markdown: markdown('').replace('Migrate: backfill', 'Verify the backfill of'),
    },
  ],
  faulty: [
    {
      name: 'a command that says nothing',
      yaml: yaml('      up: { command: orders-backfill }\n').replace('backfill-amount', '[|backfill-amount|]'),
      markdown: markdown('- Up: `orders-backfill`\n').replace(
        '### 1. Migrate: backfill amount',
        '### [|1. Migrate: backfill amount|]',
      ),
      message:
        'The backfill "backfill-amount" says neither a batch size nor a pause. One long write holds its locks until the end and lets replicas fall behind: write under `backfill` how many rows at a time, and the pause between.',
      fixed: {
        yaml: `migration:
  steps:
    - id: backfill-amount
      phase: migrate
      stopWhen: [replicas lag]
      verify: [no row is left]
      up: { command: orders-backfill }
      backfill:
        batchSize: 5000
        throttle: 200ms
`,
        markdown: `# Migration plan

## Steps

### 1. Migrate: backfill amount

- Id: backfill-amount
- Up: \`orders-backfill\`
- Backfill:
  - **Batch size**: 5000
  - **Throttle**: 200ms
`,
      },
    },
    {
      name: 'a backfill without its pace',
      yaml: yaml('      [|backfill|]: { idempotent: true, resumable: true }\n'),
      markdown: markdown('\n#### [|Backfill|]\n\n- Idempotent: yes\n'),
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
`,
      },
    },
    {
      name: 'a statement that fills a column which the plan has added',
      yaml: 'migration:\n  steps:\n    - { id: add, phase: expand, up: { sql: ALTER TABLE orders ADD COLUMN amount int } }\n    - id: [|fill|]\n      phase: migrate\n      up: { sql: UPDATE orders SET amount = o.cents FROM old o WHERE o.id = orders.id }\n',
      fixed: {
        yaml: `migration:
  steps:
    - { id: add, phase: expand, up: { sql: ALTER TABLE orders ADD COLUMN amount int } }
    - id: fill
      phase: migrate
      up: { sql: UPDATE orders SET amount = o.cents FROM old o WHERE o.id = orders.id }
      backfill:
        batchSize: 5000
        throttle: 200ms
`,
      },
    },
  ],
});
