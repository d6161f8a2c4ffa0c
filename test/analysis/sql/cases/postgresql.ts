/** What is read from a statement: its actions, and what each of them does to the data and to others. */
import type { Case } from './case.ts';

export const POSTGRESQL: readonly Case[] = [
  [
    'ALTER TABLE orders ADD COLUMN a int',
    ['add-column orders.a type=int'],
    ['locks ACCESS EXCLUSIVE reads-and-writes moment'],
  ],
  [
    'ALTER TABLE orders ADD COLUMN a int NOT NULL DEFAULT 0',
    ['add-column orders.a type=int notNull default=constant'],
    ['locks ACCESS EXCLUSIVE reads-and-writes moment'],
  ],
  [
    'ALTER TABLE orders ADD COLUMN a timestamptz DEFAULT now()',
    ['add-column orders.a type=timestamptz default=constant'],
    ['locks ACCESS EXCLUSIVE reads-and-writes moment'],
  ],
  [
    'ALTER TABLE orders ADD COLUMN a uuid DEFAULT gen_random_uuid()',
    ['add-column orders.a type=uuid default=volatile'],
    ['locks ACCESS EXCLUSIVE reads-and-writes work', 'rewrites'],
  ],
  [
    'ALTER TABLE orders ADD COLUMN a text DEFAULT house_rule()',
    ['add-column orders.a type=text default=unknown'],
    ['locks ACCESS EXCLUSIVE reads-and-writes moment', 'rewrites?'],
  ],
  [
    'ALTER TABLE orders ADD COLUMN a text DEFAULT NULL',
    ['add-column orders.a type=text'],
    ['locks ACCESS EXCLUSIVE reads-and-writes moment'],
  ],
  [
    'ALTER TABLE orders ADD COLUMN a bigserial',
    ['add-column orders.a type=bigserial default=volatile notNull'],
    ['locks ACCESS EXCLUSIVE reads-and-writes work', 'rewrites'],
  ],
  [
    'ALTER TABLE orders ADD COLUMN a int GENERATED ALWAYS AS (b * 2) STORED',
    ['add-column orders.a type=int generated=stored'],
    ['locks ACCESS EXCLUSIVE reads-and-writes work', 'rewrites'],
  ],
  [
    'ALTER TABLE orders ADD COLUMN a int GENERATED ALWAYS AS (b * 2) VIRTUAL',
    ['add-column orders.a type=int generated=virtual'],
    ['locks ACCESS EXCLUSIVE reads-and-writes moment'],
  ],
  [
    'ALTER TABLE orders ADD COLUMN a bigint REFERENCES shop.customers (id)',
    ['add-column orders.a references:shop.customers type=bigint'],
    ['locks ACCESS EXCLUSIVE reads-and-writes moment', 'locks SHARE ROW EXCLUSIVE writes moment on:shop.customers'],
  ],
  [
    'ALTER TABLE orders ADD COLUMN a text UNIQUE',
    ['add-column orders.a type=text unique'],
    ['locks ACCESS EXCLUSIVE reads-and-writes work'],
  ],
  [
    'ALTER TABLE orders ALTER COLUMN a TYPE text',
    ['alter-type orders.a type=text'],
    ['locks ACCESS EXCLUSIVE reads-and-writes work?', 'rewrites?'],
  ],
  [
    'ALTER TABLE orders ALTER COLUMN a TYPE varchar(20)',
    ['alter-type orders.a type=varchar(20)'],
    ['irreversible?', 'locks ACCESS EXCLUSIVE reads-and-writes work?', 'rewrites?'],
  ],
  [
    'ALTER TABLE orders ALTER COLUMN a SET NOT NULL',
    ['set-not-null orders.a'],
    ['locks ACCESS EXCLUSIVE reads-and-writes work?'],
  ],
  [
    'ALTER TABLE orders ADD CONSTRAINT fk FOREIGN KEY (a) REFERENCES customers (id)',
    ['add-constraint orders constraint:fk references:customers constraintKind=foreign-key'],
    ['locks SHARE ROW EXCLUSIVE writes work', 'locks SHARE ROW EXCLUSIVE writes work on:customers'],
  ],
  [
    'ALTER TABLE orders ADD CONSTRAINT fk FOREIGN KEY (a) REFERENCES customers (id) NOT VALID',
    ['add-constraint orders constraint:fk references:customers notValid constraintKind=foreign-key'],
    ['locks SHARE ROW EXCLUSIVE writes moment', 'locks SHARE ROW EXCLUSIVE writes moment on:customers'],
  ],
  [
    'ALTER TABLE orders ADD CHECK (a > 0)',
    ['add-constraint orders constraintKind=check'],
    ['locks ACCESS EXCLUSIVE reads-and-writes work'],
  ],
  [
    'ALTER TABLE orders ADD CHECK (a > 0) NOT VALID',
    ['add-constraint orders notValid constraintKind=check'],
    ['locks ACCESS EXCLUSIVE reads-and-writes moment'],
  ],
  [
    'ALTER TABLE orders ADD UNIQUE (a)',
    ['add-constraint orders constraintKind=unique'],
    ['locks ACCESS EXCLUSIVE reads-and-writes work'],
  ],
  [
    'ALTER TABLE orders ADD PRIMARY KEY USING INDEX ix',
    ['add-constraint orders index:ix constraintKind=primary-key usingIndex'],
    ['locks ACCESS EXCLUSIVE reads-and-writes moment'],
  ],
  [
    'ALTER TABLE orders VALIDATE CONSTRAINT fk',
    ['validate-constraint orders constraint:fk'],
    ['locks SHARE UPDATE EXCLUSIVE ddl work'],
  ],
  [
    'ALTER TABLE orders RENAME TO old',
    ['rename-table orders to:old'],
    ['locks ACCESS EXCLUSIVE reads-and-writes moment'],
  ],
  [
    'ALTER TABLE orders SET UNLOGGED',
    ['set-logged orders'],
    ['locks ACCESS EXCLUSIVE reads-and-writes work', 'rewrites'],
  ],
  [
    'ALTER TABLE orders SET TABLESPACE fast',
    ['set-tablespace orders'],
    ['locks ACCESS EXCLUSIVE reads-and-writes work', 'rewrites'],
  ],
  [
    'ALTER TABLE m ATTACH PARTITION p FOR VALUES IN (1)',
    ['attach-partition m to:p'],
    ['locks SHARE UPDATE EXCLUSIVE ddl moment', 'locks ACCESS EXCLUSIVE reads-and-writes work on:p?'],
  ],
  [
    'ALTER TABLE m DETACH PARTITION p CONCURRENTLY',
    ['detach-partition m to:p concurrently'],
    ['locks SHARE UPDATE EXCLUSIVE ddl moment'],
  ],
  ['CREATE INDEX ix ON orders (a)', ['create-index orders index:ix'], ['locks SHARE writes work']],
  [
    'CREATE INDEX CONCURRENTLY ix ON orders (a)',
    ['create-index orders index:ix concurrently'],
    ['locks SHARE UPDATE EXCLUSIVE ddl work'],
  ],
  ['DROP INDEX ix', ['drop-index index:ix'], ['locks ACCESS EXCLUSIVE reads-and-writes moment']],
  ['DROP INDEX CONCURRENTLY ix', ['drop-index index:ix concurrently'], ['locks SHARE UPDATE EXCLUSIVE ddl work']],
  [
    'REINDEX TABLE orders',
    ['reindex orders'],
    ['locks SHARE writes work', 'locks ACCESS EXCLUSIVE reads-and-writes work'],
  ],
  ['REINDEX TABLE CONCURRENTLY orders', ['reindex orders concurrently'], ['locks SHARE UPDATE EXCLUSIVE ddl work']],
  ['VACUUM orders', ['vacuum orders'], ['locks SHARE UPDATE EXCLUSIVE ddl work']],
  ['VACUUM FULL orders', ['vacuum-full orders'], ['locks ACCESS EXCLUSIVE reads-and-writes work', 'rewrites']],
  [
    'CLUSTER orders USING ix',
    ['cluster orders index:ix'],
    ['locks ACCESS EXCLUSIVE reads-and-writes work', 'rewrites'],
  ],
  [
    'REFRESH MATERIALIZED VIEW totals',
    ['refresh-materialized-view object:totals'],
    ['locks ACCESS EXCLUSIVE reads-and-writes work'],
  ],
  [
    'REFRESH MATERIALIZED VIEW CONCURRENTLY totals',
    ['refresh-materialized-view object:totals concurrently'],
    ['locks EXCLUSIVE writes work'],
  ],
  [
    'TRUNCATE orders, lines',
    ['truncate orders', 'truncate lines'],
    [
      'destroys all',
      'irreversible',
      'locks ACCESS EXCLUSIVE reads-and-writes moment',
      'destroys all',
      'irreversible',
      'locks ACCESS EXCLUSIVE reads-and-writes moment',
    ],
  ],
  [
    'DROP TABLE orders',
    ['drop-table orders'],
    ['destroys all', 'irreversible', 'locks ACCESS EXCLUSIVE reads-and-writes moment'],
  ],
  ['DROP SCHEMA archive', ['drop-schema object:archive'], []],
  ['DROP SCHEMA archive CASCADE', ['drop-schema object:archive cascade'], ['destroys all', 'irreversible']],
  ['DROP DATABASE shop', ['drop-database object:shop'], ['destroys all', 'irreversible']],
  ['DROP OWNED BY app', ['drop-owned'], ['destroys all', 'irreversible']],
  ['DROP TYPE mood CASCADE', ['drop-type object:mood cascade'], ['destroys all', 'irreversible']],
  ['DROP VIEW v', ['drop-view object:v'], []],
  ['DROP TABLE pg_temp.batch', ['drop-table pg_temp.batch'], []],
  ["ALTER TYPE mood ADD VALUE 'sad'", ["enum-add object:mood value='sad'"], ['irreversible']],
  [
    'CREATE TABLE lines (id int, order_id int REFERENCES orders (id), up int REFERENCES lines (id))',
    ['create-table lines references:orders'],
    ['locks SHARE ROW EXCLUSIVE writes moment on:orders'],
  ],
  [
    'CREATE TABLE p PARTITION OF m FOR VALUES IN (2)',
    ['create-table p references:m partitionOf'],
    ['locks ACCESS EXCLUSIVE reads-and-writes moment on:m'],
  ],
  ['CREATE TEMP TABLE t (id int REFERENCES orders)', ['create-table t references:orders temporary'], []],
  [
    'CREATE TRIGGER t AFTER INSERT ON orders EXECUTE FUNCTION f()',
    ['create-trigger orders object:t'],
    ['locks SHARE ROW EXCLUSIVE writes moment'],
  ],
  ['LOCK TABLE orders', ['lock orders'], ['locks ACCESS EXCLUSIVE reads-and-writes work']],
  ['LOCK TABLE orders IN SHARE MODE NOWAIT', ['lock orders limitedWait lock=SHARE'], ['locks SHARE writes work']],
  ['LOCK TABLE orders IN ROW EXCLUSIVE MODE', ['lock orders lock=ROW EXCLUSIVE'], []],
  [
    'UPDATE orders SET a = 1, (b, c) = (2, 3)',
    ['update orders (a b c)'],
    ['destroys all', 'unbounded', 'locks FOR NO KEY UPDATE writes work'],
  ],
  ['UPDATE orders SET a = 1 WHERE b', ['update orders (a) hasWhere'], []],
  [
    'DELETE FROM orders',
    ['delete orders'],
    ['destroys all', 'irreversible', 'unbounded', 'locks FOR UPDATE writes work'],
  ],
  ['DELETE FROM orders WHERE b', ['delete orders hasWhere'], ['destroys some']],
  [
    'WITH gone AS (DELETE FROM orders RETURNING *) INSERT INTO archive SELECT * FROM gone',
    ['insert archive', 'delete orders'],
    ['destroys all', 'irreversible', 'unbounded', 'locks FOR UPDATE writes work'],
  ],
  [
    'DO $$ BEGIN UPDATE orders SET a = 1; DROP TABLE lines; END $$',
    ['do', 'update orders (a)', 'drop-table lines'],
    [
      'destroys all',
      'unbounded',
      'locks FOR NO KEY UPDATE writes work',
      'destroys all',
      'irreversible',
      'locks ACCESS EXCLUSIVE reads-and-writes moment',
    ],
  ],
  [
    'DO $x$ BEGIN IF NOT EXISTS (SELECT 1) THEN ALTER TABLE orders ADD a int; END IF; END $x$',
    ['do', 'add-column orders.a type=int'],
    ['locks ACCESS EXCLUSIVE reads-and-writes moment'],
  ],
];
