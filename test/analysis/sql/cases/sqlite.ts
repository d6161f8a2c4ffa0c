/** What is read from a statement: its actions, and what each of them does to the data and to others. */
import type { Case } from './case.ts';

export const SQLITE: readonly Case[] = [
  [
    "ALTER TABLE orders ADD COLUMN a TEXT NOT NULL DEFAULT ''",
    ['add-column orders.a type=text notNull default=constant'],
    ['locks RESERVED writes moment'],
  ],
  [
    'ALTER TABLE [orders] DROP COLUMN "a"',
    ['drop-column orders.a'],
    ['destroys all', 'irreversible', 'locks RESERVED writes work', 'rewrites'],
  ],
  ['ALTER TABLE main.orders RENAME TO old', ['rename-table main.orders to:old'], ['locks RESERVED writes moment']],
  ['ALTER TABLE orders RENAME a TO b', ['rename-column orders.a to:b'], ['locks RESERVED writes moment']],
  [
    'UPDATE OR IGNORE orders SET a = 1',
    ['update orders (a)'],
    ['destroys all', 'unbounded', 'locks RESERVED writes work'],
  ],
  [
    'DELETE FROM orders',
    ['delete orders'],
    ['destroys all', 'irreversible', 'unbounded', 'locks RESERVED writes work'],
  ],
  ['PRAGMA busy_timeout(3000)', ['set-lock-timeout setting=busy_timeout value=3000'], []],
  ['REINDEX orders', ['reindex object:orders'], ['locks RESERVED writes work']],
  ['CREATE VIRTUAL TABLE t USING fts5(a)', ['create-table t'], []],
  ['CREATE TEMP TABLE t (a)', ['create-table t temporary'], []],
  ["VACUUM INTO 'backup.db'", ['copy'], []],
];
