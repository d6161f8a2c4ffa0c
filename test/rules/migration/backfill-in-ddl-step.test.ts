import { testRule } from '../../support/rule-tester.ts';

const ADD = 'ALTER TABLE orders ADD COLUMN amount int;';
const FILL = 'UPDATE orders SET amount = cents / 100 WHERE amount IS NULL;';
const yaml = (...lines: readonly string[]): string =>
  `migration:\n  steps:\n    - id: add-amount\n      phase: expand\n      release: 5.0.0\n      up:\n        sql: |\n${lines.map((line) => `          ${line}\n`).join('')}`;
const markdown = (...lines: readonly string[]): string =>
  `# Migration plan\n\n## Steps\n\n### 1. Expand: add amount (5.0.0)\n\n- Id: add-amount\n\n\`\`\`sql\n${lines.join('\n')}\n\`\`\`\n`;

testRule('backfill-in-ddl-step', {
  artifact: 'MIGRATION_PLAN',
  clean: [
    { name: 'the column alone', yaml: yaml(ADD), markdown: markdown(ADD) },
    { name: 'the rows alone', yaml: yaml(FILL), markdown: markdown(FILL) },
    {
      name: 'a table that the step makes',
      yaml: yaml(
        'CREATE TABLE copy (id int);',
        'ALTER TABLE copy ADD COLUMN amount int;',
        'UPDATE copy SET amount = 0;',
      ),
    },
    {
      name: 'rows of another table',
      yaml: yaml(ADD, 'UPDATE settings SET value = 2;'),
      markdown: markdown(ADD, 'UPDATE settings SET value = 2;'),
    },
    { name: 'in a comment', yaml: yaml(ADD, '-- UPDATE orders SET amount = 0 comes later') },
  ],
  faulty: [
    {
      name: 'added and filled at once',
      yaml: yaml("SET lock_timeout = '2s';", ADD, FILL.replace('UPDATE orders', '[|UPDATE orders|]')),
      markdown: markdown("SET lock_timeout = '2s';", ADD, FILL.replace('UPDATE orders', '[|UPDATE orders|]')),
      message:
        'The step "add-amount" changes the table "orders" and fills its rows at once. The lock of the ALTER is held, or asked for again, while all rows are written: fill them in a step of its own, in batches.',
      fixed: {
        yaml: `metrics:
  - id: p99-latency
    query: histogram_quantile(0.99, rate(http_request_seconds_bucket[5m]))
    dashboard: https://grafana.example.com/d/service
    baseline: 180ms
    onNoData: hold
migration:
  steps:
    - id: add-amount
      phase: expand
      release: 5.0.0
      up:
        sql: |
          SET lock_timeout = '2s';
          ALTER TABLE orders ADD COLUMN amount int;
      down:
        sql: |
          SET lock_timeout = '2s';
          ALTER TABLE orders DROP COLUMN amount;
    - id: backfill-orders
      phase: migrate
      release: 5.0.0
      title: Fill the new shape for old rows
      reversible: true
      up:
        sql: UPDATE orders SET amount = cents / 100 WHERE amount IS NULL;
      down:
        description: "nothing to take back: nobody reads the new shape yet"
      backfill:
        batchSize: 5000
        throttle: 200ms
        idempotent: true
        resumable: true
      verify:
        - select count(*) from orders where amount is null returns 0
      stopWhen:
        - p99-latency > 400ms for 10m -> pause
`,
        markdown: `# Migration plan

## Steps

### 1. Expand: add amount (5.0.0)

- Id: add-amount
- Down:
  \`\`\`sql
  SET lock_timeout = '2s';
  ALTER TABLE orders DROP COLUMN amount;
  \`\`\`

\`\`\`sql
SET lock_timeout = '2s';
ALTER TABLE orders ADD COLUMN amount int;
\`\`\`

### 2. Migrate: Fill the new shape for old rows (5.0.0)

- **Id**: backfill-orders
- **Reversible**: yes
- **Down**: nothing to take back: nobody reads the new shape yet

**Up**:

\`\`\`sql
UPDATE orders SET amount = cents / 100 WHERE amount IS NULL;
\`\`\`

**Backfill**:

- **Batch size**: 5000
- **Throttle**: 200ms
- **Idempotent**: yes
- **Resumable**: yes

**Verify**:

- select count(*) from orders where amount is null returns 0

**Stop when**:

- p99-latency > 400ms for 10m -> pause
`,
      },
    },
    {
      name: 'two writes on the line of the key',
      yaml: `migration:\n  steps:\n    - { id: add-amount, up: { sql: "${ADD} [|UPDATE orders|] SET amount = 1 WHERE a = 2; UPDATE orders SET amount = 2 WHERE a = 3;" } }\n`,
      message: /changes the table "orders" and fills its rows at once/,
    },
    {
      name: 'filled and then constrained: nobody can split that for you',
      yaml: yaml(
        ADD,
        FILL.replace('UPDATE orders', '[|UPDATE orders|]'),
        'ALTER TABLE orders ALTER COLUMN amount SET NOT NULL;',
      ),
      markdown: markdown(FILL.replace('UPDATE orders', '[|UPDATE orders|]'), ADD),
    },
  ],
});
