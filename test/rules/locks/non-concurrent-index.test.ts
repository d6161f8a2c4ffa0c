import { testRule } from '../../support/rule-tester.ts';
import { inBoth } from '../../support/sql-plans.ts';

testRule('non-concurrent-index', {
  artifact: 'MIGRATION_PLAN',
  clean: [
    {
      name: 'the online form',
      ...inBoth(
        { up: 'CREATE INDEX CONCURRENTLY i ON orders (a);', down: 'DROP INDEX CONCURRENTLY i;' },
        { up: 'REINDEX TABLE CONCURRENTLY orders;' },
        { engine: 'sqlserver', up: 'CREATE INDEX i ON dbo.orders (a) WITH (ONLINE = ON);' },
      ),
    },
    {
      name: 'of a table that the plan has made',
      ...inBoth({ up: 'CREATE TABLE copy (a int);\nCREATE INDEX i ON copy (a);' }),
    },
    {
      name: 'engines that build it online, have no other form, or are not known',
      ...inBoth(
        { engine: 'mysql', up: 'CREATE INDEX i ON orders (a);' },
        { engine: 'sqlite', up: 'CREATE INDEX i ON orders (a);' },
        { engine: 'oracle', up: 'CREATE INDEX i ON orders (a);' },
      ),
    },
    {
      name: 'in an announced window',
      yaml: `migration:
  maintenanceWindow: { start: 2026-12-01T22:00+01:00, length: 1h }
  steps:
    - { id: index, engine: postgresql, up: { sql: CREATE INDEX i ON orders (a) } }
`,
    },
  ],
  faulty: [
    {
      name: 'with other options: no fix',
      ...inBoth({ engine: 'sqlserver', up: '[|CREATE INDEX i ON orders (a) WITH (FILLFACTOR = 80)|];' }),
    },
    {
      name: 'what keeps readers out, too',
      message: /blocks all reads and writes until all rows are read/,
      ...inBoth({ engine: 'sqlserver', up: '[|CREATE CLUSTERED INDEX i ON orders (a)|];' }),
    },
    {
      name: 'a build and a drop',
      message:
        'The index "i" is built under SHARE, which blocks every write until all rows are read. Write it CONCURRENTLY, in a statement outside of any transaction.',
      ...inBoth({ up: '[|CREATE UNIQUE INDEX i ON orders (a)|];', down: '[|DROP INDEX IF EXISTS i|];' }),
      fixed: inBoth({
        up: 'CREATE UNIQUE INDEX CONCURRENTLY i ON orders (a);',
        down: 'DROP INDEX CONCURRENTLY IF EXISTS i;',
      }),
    },
    {
      name: 'in one line, quoted, among others',
      yaml: `migration:
  steps:
    - { id: a, engine: postgresql, up: { sql: "[|REINDEX INDEX \\"I\\"|]; SELECT 1" } }
    - { id: b, engine: postgresql, up: { sql: '[|CREATE INDEX ON orders ((a->>''b''))|]' } }
    - id: c
      engine: postgresql
      up:
        sql: [|CREATE INDEX i ON orders (a)|]
`,
      fixed: {
        yaml: `migration:
  steps:
    - { id: a, engine: postgresql, up: { sql: "REINDEX INDEX CONCURRENTLY \\"I\\"; SELECT 1" } }
    - { id: b, engine: postgresql, up: { sql: 'CREATE INDEX CONCURRENTLY ON orders ((a->>''b''))' } }
    - id: c
      engine: postgresql
      up:
        sql: CREATE INDEX CONCURRENTLY i ON orders (a)
`,
      },
    },
    {
      name: 'in the words of other engines',
      message: /^The index "i" is built under LOCK=SHARED, which blocks every write .* Write LOCK=NONE/,
      ...inBoth(
        { engine: 'mysql', up: '[|CREATE INDEX i ON orders (a) LOCK=SHARED|];' },
        { engine: 'sqlserver', up: '[|CREATE INDEX i ON dbo.orders (a)|];' },
      ),
      fixed: inBoth(
        { engine: 'mysql', up: 'CREATE INDEX i ON orders (a) LOCK=NONE;' },
        { engine: 'sqlserver', up: 'CREATE INDEX i ON dbo.orders (a) WITH (ONLINE = ON);' },
      ),
    },
    {
      name: 'no online form, or a place where it could not run: nothing to offer',
      ...inBoth(
        { engine: 'mysql', up: '[|CREATE FULLTEXT INDEX i ON orders (note)|];' },
        { up: 'BEGIN;\n[|CREATE INDEX i ON orders (a)|];\nCOMMIT;' },
      ),
      fixed: inBoth(
        { engine: 'mysql', up: 'CREATE FULLTEXT INDEX i ON orders (note);' },
        { up: 'BEGIN;\nCREATE INDEX i ON orders (a);\nCOMMIT;' },
      ),
    },
    {
      name: 'in a command line',
      yaml: `migration:
  steps:
    - { id: index, up: { command: "psql shop -c '[|CREATE INDEX i ON orders (a)|]'" } }
`,
    },
  ],
});
