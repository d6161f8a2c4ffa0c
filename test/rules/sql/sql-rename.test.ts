import { testRule } from '../../support/rule-tester.ts';
import { inBoth } from '../../support/sql-plans.ts';

testRule('sql-rename', {
  artifact: 'MIGRATION_PLAN',
  clean: [
    {
      name: 'the old name is made again',
      ...inBoth({ up: 'ALTER TABLE orders RENAME TO purchases;\nCREATE TABLE orders (a int);' }),
    },
    {
      name: 'the old column is added again',
      ...inBoth({
        engine: 'mysql',
        up: 'ALTER TABLE orders RENAME COLUMN mail TO email, ADD COLUMN mail varchar(99);',
      }),
    },
    {
      name: 'what the plan has made itself',
      ...inBoth({ up: 'CREATE TABLE orders_new (id int);' }, { up: 'ALTER TABLE orders_new RENAME TO orders_v2;' }),
    },
    {
      name: 'the old name is served again: tables change places, a view takes it',
      ...inBoth({
        up: 'ALTER TABLE orders RENAME TO orders_old;\nALTER TABLE orders_copy RENAME TO orders;\nALTER TABLE parts RENAME TO items;\nCREATE VIEW parts AS SELECT * FROM items;',
      }),
    },
    {
      name: 'another schema, and the old name is served again or found by the search path',
      ...inBoth(
        {
          up: 'ALTER TABLE orders SET SCHEMA archive;\nALTER TABLE next.orders SET SCHEMA public;\nALTER TABLE parts SET SCHEMA shop;\nCREATE VIEW parts AS SELECT * FROM shop.parts;',
        },
        { up: 'ALTER ROLE app SET search_path = shop, public;\nALTER TABLE bills SET SCHEMA shop;' },
        { phase: 'contract', up: 'ALTER TABLE orders_old SET SCHEMA archive;' },
        { up: 'ALTER FUNCTION total(int) SET SCHEMA shop;\nALTER TYPE state SET SCHEMA shop;' },
      ),
    },
    {
      name: 'columns change places: the last step to a larger key',
      ...inBoth({
        up: 'ALTER TABLE orders RENAME COLUMN id TO id_old;\nALTER TABLE orders RENAME COLUMN id_new TO id;',
      }),
    },
    {
      name: 'a column takes the place of one that is dropped',
      ...inBoth({ up: 'ALTER TABLE orders DROP COLUMN id;\nALTER TABLE orders RENAME COLUMN id_new TO id;' }),
    },
    {
      name: 'nobody is there meanwhile',
      yaml: `migration:
  maintenanceWindow: { start: 2026-12-01T22:00+01:00, length: 1h }
  steps:
    - { id: rename, up: { sql: ALTER TABLE orders RENAME TO purchases } }
`,
    },
    {
      name: 'indexes, constraints, and the way back',
      ...inBoth({
        up: 'ALTER INDEX orders_idx RENAME TO orders_id_idx;\nALTER TABLE orders RENAME CONSTRAINT a TO b;',
        down: 'ALTER TABLE orders RENAME COLUMN b TO a;',
      }),
    },
  ],
  faulty: [
    {
      name: 'a column',
      message:
        'The column "orders.mail" is renamed in place. From that moment on every instance of the old version fails on it, and a rollback of the code fails as well: add the new column beside the old one, write both, and drop the old one in a later release.',
      ...inBoth({ up: 'ALTER TABLE orders [|RENAME COLUMN mail TO email|];' }),
    },
    {
      name: 'a table that is moved to another schema',
      message:
        'The table "orders" is moved to another schema in place. From that moment on every instance of the old version fails on it, and a rollback of the code fails as well: add the new table beside the old one, write both, and drop the old one in a later release.',
      ...inBoth({ up: 'ALTER TABLE orders [|SET SCHEMA archive|];' }),
    },
    {
      name: 'a table, by each engine',
      message: /The table "orders" is renamed in place/,
      ...inBoth(
        { up: 'ALTER TABLE orders [|RENAME TO purchases|];' },
        { engine: 'mysql', up: '[|RENAME TABLE parts TO items|];' },
        { engine: 'sqlserver', up: "[|EXEC sp_rename 'dbo.bills', 'invoices'|];" },
      ),
    },
    {
      name: 'a column, and nothing else has its name',
      ...inBoth({
        up: 'SELECT 1;\nALTER TABLE orders ALTER COLUMN mail SET STATISTICS 500;\nALTER TABLE orders [|RENAME COLUMN mail TO email|];\nALTER TABLE orders ADD COLUMN phone text;\nCREATE INDEX mail ON orders (email);',
      }),
    },
    {
      name: 'a column that is renamed twice is gone',
      ...inBoth({
        up: 'ALTER TABLE orders [|RENAME COLUMN mail TO email|];\nALTER TABLE orders RENAME COLUMN email TO address;',
      }),
    },
    {
      name: 'a column whose new name is dropped again',
      ...inBoth({
        up: 'ALTER TABLE orders [|RENAME COLUMN mail TO email|];\nALTER TABLE orders DROP COLUMN email;',
      }),
    },
    {
      name: 'a table that is renamed twice is gone',
      ...inBoth({ up: 'ALTER TABLE orders [|RENAME TO bills|];\nALTER TABLE bills RENAME TO purchases;' }),
    },
    {
      name: 'a column, and its name is served in another table',
      ...inBoth({
        up: 'ALTER TABLE orders [|RENAME COLUMN mail TO email|];\nALTER TABLE customers ADD COLUMN mail text;\nALTER TABLE customers DROP COLUMN email;',
      }),
    },
    {
      name: 'a table, and nothing else has its name',
      ...inBoth({
        up: 'DROP TABLE scratch;\nCREATE TABLE items (a int);\nALTER TABLE orders [|RENAME TO purchases|];\nCREATE INDEX purchases_a ON purchases (a);',
      }),
    },
    {
      name: 'into another schema, under the same name',
      ...inBoth({ engine: 'mysql', up: '[|RENAME TABLE shop.orders TO archive.orders|];' }),
    },
    {
      name: 'in a command line',
      yaml: `migration:
  steps:
    - { id: rename, up: { command: "psql shop -c 'ALTER TABLE orders [|RENAME COLUMN a TO b|]'" } }
`,
    },
  ],
});
