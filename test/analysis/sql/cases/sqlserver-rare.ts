/** Statements and spellings that migrations seldom hold. */
import type { Case } from './case.ts';

export const SQLSERVER_RARE: readonly Case[] = [
  ["sp_rename 'orders', 'orders_old'", ['rename-table orders to:orders_old'], ['locks Sch-M reads-and-writes moment']],
  ['DECLARE @a int\nINSERT orders VALUES (1)', ['declare', 'insert orders'], []],
  ['SELECT 1\nGRANT SELECT ON orders TO app', ['select', 'grant'], []],
  ['GRANT SELECT ON orders TO app WITH\nGRANT OPTION', ['grant'], []],
  ['REVOKE\nGRANT OPTION FOR SELECT ON orders FROM app', ['revoke'], []],
  ['DELETE TOP 5000 FROM orders', ['delete orders batched'], ['destroys some']],
  [
    'ALTER TABLE orders ADD n int NOT NULL DEFAULT NEXT VALUE FOR numbers',
    ['add-column orders.n type=int notNull default=volatile'],
    ['locks Sch-M reads-and-writes work', 'rewrites'],
  ],
];
