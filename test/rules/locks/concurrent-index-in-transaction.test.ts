import { testRule } from '../../support/rule-tester.ts';
import { inBoth } from '../../support/sql-plans.ts';

const tool = (name: string, sql: string, more = ''): string => `change:
  environment:
    database: { engine: postgresql, migrationTool: ${name} }
migration:
  steps:
    - id: index${more}
      up:
        sql: |
          ${sql}
`;

testRule('concurrent-index-in-transaction', {
  artifact: 'MIGRATION_PLAN',
  clean: [
    {
      name: 'outside, behind and before one',
      ...inBoth({
        up: 'CREATE INDEX CONCURRENTLY i ON orders (a);\nBEGIN;\nSELECT 1;\nCOMMIT;\nDROP INDEX CONCURRENTLY j;',
      }),
    },
    { name: 'another one', ...inBoth({ up: 'BEGIN;\nALTER TABLE orders ADD COLUMN a int;\nCOMMIT;' }) },
    {
      name: 'a `-c` of its own, and statements that come by a pipe',
      yaml: `migration:
  steps:
    - { id: a, up: { command: "psql shop -c 'SET lock_timeout = 1' -c 'CREATE INDEX CONCURRENTLY i ON orders (a)'" } }
    - { id: b, up: { command: "echo 'SELECT 1; CREATE INDEX CONCURRENTLY i ON orders (a)' | psql shop" } }
`,
    },
    { name: 'a tool that sees it by itself', yaml: tool('flyway', 'CREATE INDEX CONCURRENTLY i ON orders (a);') },
    {
      name: 'the step knows of the transaction',
      yaml: tool('goose', '-- +goose NO TRANSACTION\n          CREATE INDEX CONCURRENTLY i ON orders (a);'),
    },
    {
      name: 'and says so beside it',
      yaml: tool(
        'alembic',
        'CREATE INDEX CONCURRENTLY i ON orders (a);',
        '\n      notes: runs in an autocommit_block of its own',
      ),
    },
  ],
  faulty: [
    {
      name: 'alone between BEGIN and COMMIT',
      message:
        'CONCURRENTLY runs inside of the transaction that BEGIN opens, and PostgreSQL refuses that: the step fails on the first try. Write it after COMMIT, as a statement of its own.',
      ...inBoth({ up: 'BEGIN;\n[|CREATE INDEX CONCURRENTLY i ON orders (a)|];\nCOMMIT;' }),
      fixed: {
        ...inBoth({ up: 'CREATE INDEX CONCURRENTLY i ON orders (a);' }),
        yaml: inBoth({ up: 'CREATE INDEX CONCURRENTLY i ON orders (a);' }).yaml.replace('sql: |', 'sql: |-'),
      },
    },
    {
      name: 'with others',
      ...inBoth({
        up: "BEGIN;\nSET LOCAL lock_timeout = '2s';\n[|DROP INDEX CONCURRENTLY j|];\nALTER TABLE orders DROP CONSTRAINT c;\nCOMMIT;",
      }),
      fixed: inBoth({
        up: "BEGIN;\nSET LOCAL lock_timeout = '2s';\nALTER TABLE orders DROP CONSTRAINT c;\nCOMMIT;\nDROP INDEX CONCURRENTLY j;",
      }),
    },
    {
      name: 'a transaction that does not end here, and one with a remark: no fix',
      ...inBoth(
        { up: 'BEGIN;\n[|CREATE INDEX CONCURRENTLY i ON orders (a)|];' },
        { up: 'BEGIN;\n-- takes an hour\n[|CREATE INDEX CONCURRENTLY i ON orders (a)|];\nCOMMIT;' },
      ),
    },
    {
      name: 'a block of code is a transaction, too: no fix',
      message: /runs inside of a DO block, which is a transaction/,
      ...inBoth({ up: 'DO $$ BEGIN\n  [|CREATE INDEX CONCURRENTLY i ON orders (a)|];\nEND $$;' }),
    },
    {
      name: 'in the words of a command: no fix',
      yaml: `migration:
  steps:
    - { id: a, engine: postgresql, up: { command: "psql shop -c 'BEGIN; [|CREATE INDEX CONCURRENTLY i ON orders (a)|]; COMMIT'" } }
`,
    },
    {
      name: 'in one `-c`, under `-1`, in the way back',
      message: /runs inside of one transaction, as psql sends it.* Give it a `-c` of its own/,
      yaml: `migration:
  steps:
    - id: a
      up: { command: "psql shop -c 'SET lock_timeout = 1; [|CREATE INDEX CONCURRENTLY i ON orders (a)|]'" }
      down: { command: "psql -1 shop -c '[|DROP INDEX CONCURRENTLY i|]'" }
`,
    },
    {
      name: 'a tool that wraps each migration',
      message: /runs inside of the transaction that alembic opens for each migration.* the transaction turned off/,
      yaml: tool('alembic', '[|CREATE INDEX CONCURRENTLY i ON orders (a)|];'),
    },
    {
      name: 'a tool that cannot split a migration',
      message: /a migration that flyway cannot split/,
      yaml: tool('flyway', 'SELECT 1;\n          [|CREATE INDEX CONCURRENTLY i ON orders (a)|];'),
    },
  ],
});
