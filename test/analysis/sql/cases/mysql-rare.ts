/** Statements and spellings that migrations seldom hold. */
import type { Case } from './case.ts';

const METADATA = 'locks exclusive metadata lock reads-and-writes moment';

export const MYSQL_RARE: readonly Case[] = [
  ['ALTER TABLE orders ALGORITHM=INPLACE', ['alter-table orders algorithm=INPLACE'], []],
  [
    'ALTER TABLE orders MODIFY DEFAULT CHARACTER SET utf8',
    ['set-options orders'],
    ['locks exclusive metadata lock reads-and-writes moment'],
  ],
  [
    'ALTER TABLE orders ADD CONSTRAINT CHECK (a > 0)',
    ['add-constraint orders constraintKind=check'],
    ['locks LOCK=SHARED writes work', 'rewrites'],
  ],
  [
    'CREATE SPATIAL INDEX i ON orders (place)',
    ['create-index orders index:i special=spatial'],
    ['locks LOCK=SHARED writes work'],
  ],
  ['DROP PREPARE stmt', ['deallocate'], []],
  ['SET', ['unknown'], []],
  ['RENAME TABLE', ['unknown'], []],
  [
    'DELIMITER\nDROP TABLE orders;',
    ['drop-table orders'],
    ['destroys all', 'irreversible', 'locks exclusive metadata lock reads-and-writes moment'],
  ],
  ['DROP SCHEMA shop', ['drop-schema object:shop'], ['destroys all', 'irreversible']],
  ['LOCK TABLES orders', ['lock orders lock=READ'], ['locks READ writes work']],
  ['LOCK TABLES only.orders READ', ['lock only.orders lock=READ'], ['locks READ writes work']],
  ['CREATE AGGREGATE FUNCTION f RETURNS REAL SONAME "f.so"', ['create-function object:f'], []],
  ['SET STATEMENT', ['set'], []],
  ['SET STATEMENT max_statement_time=5', ['set setting=max_statement_time value=5'], []],
  ['SET @a := 5', ['set setting=@a value=5'], []],
  [
    '/*M! ALTER TABLE orders ADD a int */',
    ['add-column orders.a type=int'],
    ['locks exclusive metadata lock reads-and-writes moment'],
  ],
  [
    'ALTER TABLE orders\nDROP INDEX i',
    ['drop-index orders index:i'],
    ['locks exclusive metadata lock reads-and-writes moment'],
  ],
  [
    'UPDATE a LEFT OUTER JOIN b ON a.x = b.x SET a.y = 1',
    ['update a (y)'],
    ['destroys all', 'unbounded', 'locks X writes work'],
  ],
  ['UPDATE a JOIN b SET a.y = b.y', ['update a (y)'], ['destroys all', 'unbounded', 'locks X writes work']],
  ['UPDATE a STRAIGHT_JOIN b ON a.x = b.x SET a.y = 1', ['update a (y) hasWhere'], []],
  ['UPDATE a NATURAL JOIN b SET a.y = 1', ['update a (y) hasWhere'], []],
  [
    'ALTER TABLE a DROP PRIMARY KEY, ADD PRIMARY KEY (id, region)',
    ['drop-constraint a constraintKind=primary-key replaced', 'add-constraint a constraintKind=primary-key'],
    [METADATA, 'rewrites', METADATA, 'rewrites'],
  ],
  [
    'ALTER TABLE a DROP PRIMARY KEY',
    ['drop-constraint a constraintKind=primary-key'],
    ['locks LOCK=SHARED writes work', 'rewrites'],
  ],
  ["ALTER TABLE a ENGINE = 'MyISAM'", ["rebuild a value='MyISAM'"], ['locks LOCK=SHARED writes work', 'rewrites']],
  ['ALTER TABLE a ENGINE InnoDB', ['rebuild a value=InnoDB'], [METADATA, 'rewrites']],
  ['EXPLAIN ANALYZE DELETE FROM a', ['explain'], []],
  [
    'DELETE a FROM a LEFT OUTER JOIN b ON 1',
    ['delete a'],
    ['destroys all', 'irreversible', 'unbounded', 'locks X writes work'],
  ],
  [
    'ALTER TABLE orders ADD c int GENERATED ALWAYS AS (a) NOT NULL STORED',
    ['add-column orders.c type=int generated=stored notNull'],
    ['locks LOCK=SHARED writes work', 'rewrites'],
  ],
  [
    'ALTER TABLE orders ADD c int AS (a) NOT NULL VIRTUAL',
    ['add-column orders.c type=int generated=virtual notNull'],
    ['locks exclusive metadata lock reads-and-writes moment'],
  ],
  [
    'ALTER TABLE orders ADD a int REFERENCES',
    ['add-column orders.a type=int'],
    ['locks exclusive metadata lock reads-and-writes moment'],
  ],
  ['ALTER TABLE orders "x"', ['set-options orders'], ['locks exclusive metadata lock reads-and-writes moment']],
  [
    'ALTER TABLE orders ADD SPATIAL INDEX (a)',
    ['create-index orders special=spatial'],
    ['locks LOCK=SHARED writes work'],
  ],
  [
    'SET STATEMENT a=1, lock_wait_timeout=2 FOR SELECT 1',
    ['set setting=a value=1', 'set-lock-timeout setting=lock_wait_timeout value=2', 'select'],
    [],
  ],
  [
    'SET GLOBAL a = 1, SESSION lock_wait_timeout = 2, b = 3',
    ['set setting=a value=1', 'set-lock-timeout setting=lock_wait_timeout value=2', 'set setting=b value=3'],
    [],
  ],
  ['SET PERSIST innodb_lock_wait_timeout = 5', ['set-lock-timeout setting=innodb_lock_wait_timeout value=5'], []],
];
