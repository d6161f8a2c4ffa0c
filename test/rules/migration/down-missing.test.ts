import { testRule } from '../../support/rule-tester.ts';

const UP =
  "      up:\n        sql: |\n          SET lock_timeout = '2s';\n          ALTER TABLE orders ADD COLUMN amount numeric(14,2), ADD COLUMN currency char(3);\n";
const yaml = (keys: string): string => `migration:\n  steps:\n    - id: add-amount\n      phase: expand\n${keys}`;
const markdown = (keys: string, sql = 'ALTER TABLE orders ADD COLUMN amount numeric(14,2);'): string =>
  `# Migration plan\n\n## Steps\n\n### 1. Expand: add amount\n\n- Id: add-amount\n${keys}\n#### Up\n\n\`\`\`sql\n${sql}\n\`\`\`\n`;

testRule('down-missing', {
  artifact: 'MIGRATION_PLAN',
  clean: [
    {
      name: 'a way back',
      yaml: yaml(
        `      reversible: true\n${UP}      down: { sql: "ALTER TABLE orders DROP COLUMN amount, DROP COLUMN currency;" }\n`,
      ),
      markdown: markdown('- Reversible: yes\n- Down: drop the column again\n'),
    },
    { name: 'said beside the word', markdown: markdown('- Reversible: yes, by `helm uninstall orders`\n') },
    { name: 'not reversible', yaml: yaml(`      reversible: false\n${UP}`), markdown: markdown('- Reversible: no\n') },
    {
      name: 'a flag is turned back',
      yaml: 'flags:\n  - { id: write-amount }\nmigration:\n  steps:\n    - { id: dual-write, reversible: true, flag: write-amount }\n',
    },
    { name: 'nothing to take back, and that is said', yaml: yaml(`      reversible: true\n${UP}      down: none\n`) },
    {
      name: 'forward only',
      yaml: `${yaml(`      reversible: true\n${UP}`)}rollback:\n  approach: roll-forward-only\n`,
    },
    { name: 'who only looks', yaml: yaml('      reversible: true\n      kind: verification\n') },
    {
      name: 'not said whether it can be undone, and nobody can tell',
      yaml: yaml('      up: { command: migrate up }\n'),
      markdown: markdown('', 'UPDATE orders SET amount = 0 WHERE amount IS NULL;'),
    },
    { name: 'the words say it', markdown: markdown('\nRolled back by dropping the column.\n') },
  ],
  faulty: [
    {
      name: 'nothing beside the word',
      markdown: markdown('- Reversible: yes.\n').replace('1. Expand: add amount', '[|1. Expand: add amount|]'),
    },
    {
      name: 'columns that are added',
      yaml: yaml(`      reversible: true\n${UP}`).replace('add-amount', '[|add-amount|]'),
      markdown: markdown('- Reversible: yes\n').replace('### 1. Expand: add amount', '### [|1. Expand: add amount|]'),
      message:
        'The step "add-amount" is reversible, and nothing says how. A way back that is thought of during an incident is untested: write it under `down`.',
      fixed: {
        yaml: `migration:
  steps:
    - id: add-amount
      phase: expand
      reversible: true
      up:
        sql: |
          SET lock_timeout = '2s';
          ALTER TABLE orders ADD COLUMN amount numeric(14,2), ADD COLUMN currency char(3);
      down:
        sql: |
          SET lock_timeout = '2s';
          ALTER TABLE orders DROP COLUMN amount, DROP COLUMN currency;
`,
        markdown: `# Migration plan

## Steps

### 1. Expand: add amount

- Id: add-amount
- Reversible: yes
- Down:
  \`\`\`sql
  ALTER TABLE orders DROP COLUMN amount;
  \`\`\`

#### Up

\`\`\`sql
ALTER TABLE orders ADD COLUMN amount numeric(14,2);
\`\`\`
`,
      },
    },
    {
      name: 'a command',
      yaml: yaml('      reversible: true\n      up: { command: migrate up }\n').replace('add-amount', '[|add-amount|]'),
      fixed: {
        yaml: `migration:
  steps:
    - id: add-amount
      phase: expand
      reversible: true
      up: { command: migrate up }
      down:
        description: what undoes the step, and nothing that was written since
`,
      },
    },
    {
      name: 'a new table, by its nature',
      yaml: yaml('      up: { sql: CREATE TABLE order_amounts (id int) }\n').replace('add-amount', '[|add-amount|]'),
      markdown: markdown('', 'CREATE TABLE order_amounts (id int);').replace(
        '### 1. Expand: add amount',
        '### [|1. Expand: add amount|]',
      ),
      message: /only adds, so it can be taken back/,
      fixed: {
        yaml: `migration:
  steps:
    - id: add-amount
      phase: expand
      up: { sql: CREATE TABLE order_amounts (id int) }
      down: { sql: DROP TABLE order_amounts; }
`,
        markdown: `# Migration plan

## Steps

### 1. Expand: add amount

- Id: add-amount
- Down:
  \`\`\`sql
  DROP TABLE order_amounts;
  \`\`\`

#### Up

\`\`\`sql
CREATE TABLE order_amounts (id int);
\`\`\`
`,
      },
    },
  ],
});
