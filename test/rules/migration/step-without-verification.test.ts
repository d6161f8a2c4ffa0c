import { testRule } from '../../support/rule-tester.ts';

const yaml = (keys: string, id = 'add-amount'): string => `migration:\n  steps:\n    - id: ${id}\n${keys}`;
const markdown = (sql: string, keys = ''): string =>
  `# Migration plan\n\n## Steps\n\n### 1. Expand: add amount\n\n- Id: add-amount\n- Release: 5.0.0\n${keys}\n#### Up\n\n\`\`\`sql\n${sql}\n\`\`\`\n`;
const ADD = 'ALTER TABLE orders ADD COLUMN amount numeric(14,2)';

testRule('step-without-verification', {
  artifact: 'MIGRATION_PLAN',
  clean: [
    {
      name: 'a check',
      yaml: yaml(`      up: { sql: "${ADD}" }\n      verify: [the column is there]\n`),
      markdown: markdown(ADD, '- Verify: the column is there\n'),
    },
    {
      name: 'the step after it checks',
      yaml: `${yaml(`      up: { sql: "${ADD}" }\n`)}    - { id: verify-amount, kind: verification }\n`,
      markdown: `${markdown(ADD)}\n### 2. Verify the column\n\n- Id: look\n`,
    },
    { name: 'in a sentence', markdown: markdown(ADD, '\nCheck that both columns are there.\n') },
    {
      name: 'a flag, a command that nobody knows',
      yaml: yaml('      kind: flag\n    - { id: b, up: { command: deploy } }\n'),
    },
    { name: 'settings only', yaml: yaml(`      up: { sql: "SET lock_timeout = '2s'" }\n`) },
    {
      name: 'a removal without a proof is told once, by the other rule',
      yaml: yaml('      phase: contract\n      up: { sql: ALTER TABLE orders DROP COLUMN cents }\n', 'drop-cents'),
    },
    { name: 'misspelt', yaml: yaml(`      up: { sql: "${ADD}" }\n      verfy: [the column is there]\n`) },
  ],
  faulty: [
    {
      name: 'a column',
      yaml: yaml(`      phase: expand\n      reversible: false\n      up: { sql: "${ADD}" }\n`).replace(
        'add-amount',
        '[|add-amount|]',
      ),
      markdown: markdown(ADD).replace('### 1. Expand: add amount', '### [|1. Expand: add amount|]'),
      message:
        'Nothing checks that the step "add-amount" has worked. A statement that ran without an error may still have missed rows, and the next step builds on them: write under `verify` a query and what it returns.',
      fixed: {
        yaml: `migration:
  steps:
    - id: add-amount
      phase: expand
      reversible: false
      up: { sql: "ALTER TABLE orders ADD COLUMN amount numeric(14,2)" }
      verify:
        - select count(*) from information_schema.columns where table_name = 'orders' and column_name = 'amount' returns 1
`,
        markdown: `# Migration plan

## Steps

### 1. Expand: add amount

- Id: add-amount
- Release: 5.0.0
- Verify:
  - select count(*) from information_schema.columns where table_name = 'orders' and column_name = 'amount' returns 1

#### Up

\`\`\`sql
ALTER TABLE orders ADD COLUMN amount numeric(14,2)
\`\`\`
`,
      },
    },
    {
      name: 'rows, and a table',
      yaml: yaml(
        '      stopWhen: [p99-latency > 400ms for 5m]\n      up: { sql: UPDATE orders SET amount = 0 WHERE amount IS NULL }\n    - id: [|drop-tally|]\n      up: { sql: DROP TABLE tally }\n',
      ).replace('add-amount', '[|add-amount|]'),
      fixed: {
        yaml: `migration:
  steps:
    - id: add-amount
      stopWhen: [p99-latency > 400ms for 5m]
      up: { sql: UPDATE orders SET amount = 0 WHERE amount IS NULL }
      verify:
        - select count(*) from orders where amount is null returns 0
    - id: drop-tally
      up: { sql: DROP TABLE tally }
      verify:
        - select count(*) from information_schema.tables where table_name = 'tally' returns 0
`,
      },
    },
    {
      name: 'by its own word',
      yaml: yaml('      kind: schema\n      up: { command: alembic upgrade a1b2c3 }\n').replace(
        'add-amount',
        '[|add-amount|]',
      ),
      fixed: {
        yaml: `migration:
  steps:
    - id: add-amount
      kind: schema
      up: { command: alembic upgrade a1b2c3 }
      verify:
        - scripts/verify-migration.sh exits 0
`,
      },
    },
    {
      name: 'the proof of disuse came before; the drop itself is not checked',
      yaml: yaml(
        '      phase: contract\n      after: { when: [nobody reads cents for 14d] }\n      up: { sql: ALTER TABLE orders DROP COLUMN cents }\n',
        '[|drop-cents|]',
      ),
      fixed: {
        yaml: `migration:
  steps:
    - id: drop-cents
      phase: contract
      after: { when: [nobody reads cents for 14d] }
      up: { sql: ALTER TABLE orders DROP COLUMN cents }
      verify:
        - select count(*) from information_schema.columns where table_name = 'orders' and column_name = 'cents' returns 0
`,
      },
    },
  ],
});
