import { testRule } from '../../support/rule-tester.ts';

const step = (up: string, down: string): string =>
  `migration:\n  steps:\n    - id: widen\n      phase: expand\n      up: { sql: "${up}" }\n      down: { sql: "${down}" }\n`;
const markdown = (down: string): string =>
  `# Migration plan\n\n## Steps\n\n### 1. Expand: widen\n\n**Up**:\n\n\`\`\`sql\nALTER TABLE orders ADD COLUMN amount numeric;\n\`\`\`\n\n**Down**:\n\n\`\`\`sql\n${down}\n\`\`\`\n`;
const ADD = 'ALTER TABLE orders ADD COLUMN amount numeric, ADD currency char(3);';
const INSTEAD = 'restore the last backup beside production and copy back what is missing';

testRule('down-destroys-data', {
  artifact: 'MIGRATION_PLAN',
  clean: [
    {
      name: 'what its own up has made',
      yaml: step(ADD, 'ALTER TABLE orders DROP COLUMN amount, DROP COLUMN currency;'),
      markdown: markdown('ALTER TABLE orders DROP COLUMN amount;'),
    },
    {
      name: 'a table of its own, with its schema',
      yaml: step('CREATE TABLE IF NOT EXISTS sales.orders_new (id int);', 'DROP TABLE orders_new;'),
    },
    { name: 'a comment', markdown: markdown('-- DROP TABLE orders;\nALTER TABLE orders DROP COLUMN amount;') },
    {
      name: 'what made it is in a file',
      yaml: 'migration:\n  steps:\n    - id: widen\n      up: { file: db/V113.sql }\n      down: { sql: ALTER TABLE orders DROP COLUMN amount; }\n',
    },
    {
      name: 'the migration tool brings nothing back',
      yaml: 'rollback:\n  reverts: { data: no down migration brings it back }\n',
    },
    {
      name: 'a step that is declared irreversible: others speak of its way back',
      yaml: step(ADD, 'DROP TABLE orders;').replace('phase: expand', 'reversible: false'),
    },
    {
      name: 'a command of the rollback, and a stage that may have made what it drops',
      yaml: 'rollout:\n  stages:\n    - { id: canary, run: npx prisma migrate deploy }\nrollback:\n  steps:\n    - { id: clean, sql: "ALTER TABLE orders DROP COLUMN amount" }\n',
    },
    {
      name: 'a migration that is still to be written',
      yaml: 'migration:\nrollback:\n  steps:\n    - { id: clean, sql: "DROP TABLE customers" }\n',
    },
    {
      name: 'a migration under a misspelt name',
      yaml: 'migratoin: none\nrollback:\n  steps:\n    - { id: clean, sql: "DROP TABLE customers" }\n',
    },
    {
      name: 'a migration in words, in the artifact beside the plan',
      yaml: 'rollback:\n  steps:\n    - { id: clean, sql: "DROP TABLE customers" }\n',
      beside: { 'MIGRATION_PLAN.md': '# Migration plan\n\nThe new tables come with release 4.2.\n' },
    },
    { name: 'the tool takes the schema back', yaml: 'rollback:\n  reverts: { schema: flyway undo to V112 }\n' },
  ],
  faulty: [
    {
      name: 'a table that was there before',
      yaml: step(ADD, '[|DROP TABLE orders|];'),
      markdown: markdown('[|DROP TABLE orders|];'),
      message:
        'The way back of "widen" drops "orders", which no step of the plan has made: it takes what has been written since with it. Take back only what the step made, and restore the rest from a backup.',
      fixed: {
        yaml: `migration:\n  steps:\n    - id: widen\n      phase: expand\n      up: { sql: "${ADD}" }\n      down:\n        description: ${INSTEAD}\n`,
      },
    },
    {
      name: 'a column that was there before',
      yaml: step(ADD, 'ALTER TABLE orders DROP COLUMN amount, [|DROP COLUMN amount_cents|];'),
    },
    {
      name: 'a command of the rollback',
      yaml: `${step(ADD, 'ALTER TABLE orders DROP COLUMN amount;')}rollback:\n  steps:\n    - { id: clean, sql: "ALTER TABLE orders [|DROP COLUMN customer_id|]" }\n`,
      message: /^The rollback drops "orders\.customer_id"/,
    },
    {
      name: 'a command of the rollback, where the plan says that nothing moves',
      yaml: 'migration: none\nrollback:\n  steps:\n    - { id: clean, sql: "[|DROP TABLE customers|];" }\n',
      message:
        'The rollback drops "customers", which no step of the plan has made: it takes what has been written since with it. Leave it in place; an unused column or table harms nobody.',
    },
    {
      name: 'a command of the rollback, where the whole plan has no migration',
      yaml: 'rollback:\n  steps:\n    - { id: clean, sql: "ALTER TABLE orders [|DROP COLUMN amount|]" }\n',
    },
    {
      name: 'the migration tool, for what the rollback leaves',
      yaml: 'rollback:\n  notReverted:\n    - { what: the filled rows, why: consumers have read them, instead: [|flyway undo brings them back|] }\n',
      fixed: {
        yaml: `rollback:\n  notReverted:\n    - { what: the filled rows, why: consumers have read them, instead: ${INSTEAD} }\n`,
      },
    },
    {
      name: 'the migration tool',
      yaml: 'rollback:\n  reverts: { data: [|the migration tool rolls it back|] }\n',
      message:
        'A migration tool takes back the schema, not the data: what has been written since is dropped with it. Write how the data is kept or restored.',
      fixed: { yaml: `rollback:\n  reverts: { data: ${INSTEAD} }\n` },
    },
  ],
});

testRule('down-destroys-data', {
  artifact: 'ROLLBACK_PLAN',
  clean: [
    {
      name: 'an artifact alone, whose migration may be elsewhere',
      markdown:
        '# Rollback plan\n\n## Steps\n\n1. Take the new tables away\n\n   ```sql\n   DROP TABLE customers;\n   ```\n',
    },
  ],
  faulty: [
    {
      name: 'an artifact beside a plan that says that nothing moves',
      markdown:
        '# Rollback plan\n\n## Steps\n\n1. Take the new tables away\n\n   ```sql\n   [|DROP TABLE customers|];\n   ```\n',
      beside: { 'rollout-plan.yaml': 'rolloutPlan: 1\nmigration: none\n' },
    },
    {
      name: 'the migration tool, in the artifact',
      markdown: '# Rollback plan\n\n## What is reverted\n\n- **Data**: [|the down migration brings it back|]\n',
      fixed: { markdown: `# Rollback plan\n\n## What is reverted\n\n- **Data**: ${INSTEAD}\n` },
    },
  ],
});
