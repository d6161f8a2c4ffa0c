/** What is read from a statement: its actions, and what each of them does to the data and to others. */
import type { Case } from './case.ts';

export const UNKNOWN: readonly Case[] = [
  [
    'ALTER TABLE orders ADD (a NUMBER(10) DEFAULT 0 NOT NULL, b VARCHAR2(20))',
    ['add-column orders.a type=number(10) default=constant notNull', 'add-column orders.b type=varchar2(20)'],
    [],
  ],
  [
    'ALTER TABLE orders DROP (a, b)',
    ['drop-column orders.a', 'drop-column orders.b'],
    ['destroys all', 'irreversible', 'destroys all', 'irreversible'],
  ],
  [
    'ALTER TABLE orders MODIFY (a NUMBER(12), b NOT NULL)',
    ['alter-type orders.a type=number(12)', 'alter-type orders.b notNull'],
    ['irreversible?'],
  ],
  ['ALTER TABLE orders DROP COLUMN a', ['drop-column orders.a'], ['destroys all', 'irreversible']],
  ['ALTER TABLE "Orders" ALTER COLUMN a TYPE text', ['alter-type orders.a type=text'], []],
  [
    'ALTER TABLE {{ schema }}.orders_${env} DROP COLUMN a',
    ['drop-column {{ schema }}.orders_${env}.a'],
    ['destroys all', 'irreversible'],
  ],
  ['DROP TABLE :table', ['drop-table :table'], ['destroys all', 'irreversible']],
  ['CREATE INDEX ix ON orders (a) ONLINE', ['create-index orders index:ix online'], []],
  ['ALTER SESSION SET ddl_lock_timeout = 30', ['set-lock-timeout setting=ddl_lock_timeout value=30'], []],
  ['DELETE FROM orders', ['delete orders'], ['destroys all', 'irreversible', 'unbounded']],
  [
    'DROP TABLE a\nDROP TABLE b',
    ['drop-table a', 'drop-table b'],
    ['destroys all', 'irreversible', 'destroys all', 'irreversible'],
  ],
  [
    'update orders set a = 1\nalter table orders drop column b',
    ['update orders (a)', 'drop-column orders.b'],
    ['destroys all', 'unbounded', 'destroys all', 'irreversible'],
  ],
  ['and then nothing', ['unknown'], []],
  ["Don't do it: DROP TABLE a", ['unknown'], []],
  ['TRUNCATE orders', ['truncate orders'], ['destroys all', 'irreversible']],
  ['ALTER TABLE orders ADD key int', ['add-column orders.key type=int'], []],
  ['ALTER TABLE orders ADD INDEX (a)', ['create-index orders'], []],
  ['ALTER TABLE orders ADD INDEX i (a)', ['create-index orders index:i'], []],
  ['ALTER TABLE orders ADD (a int', ['add-column orders.a type=int'], []],
  ['ALTER TABLE orders ADD ()', ['set-options orders'], []],
  ['DROP TEMPORARY TABLE orders', ['drop-table orders temporary'], []],
  ['ALTER SESSION ENABLE PARALLEL DML', ['set'], []],
  ['ALTER TABLE orders ADD a int,, ADD b int', ['add-column orders.a type=int', 'add-column orders.b type=int'], []],
  ['ALTER TABLE "x" "y"', ['set-options x'], []],
  ['ALTER TABLE orders MODIFY DEFAULT CHARACTER SET utf8', ['set-options orders'], []],
  ['EXEC sp_rename', ['rename-other'], []],
];
