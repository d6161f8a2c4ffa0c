import { describe, expect, it } from 'vitest';
import { engineNamed, engineOf } from '../../../server/src/analysis/sql/index.ts';

describe('the plan says it', () => {
  it.each([
    ['postgresql', 'postgresql'],
    ['Postgres', 'postgresql'],
    ['PostgreSQL 16.2', 'postgresql'],
    ['Aurora PostgreSQL', 'postgresql'],
    ['SQL Server 2022', 'sqlserver'],
    ['MariaDB', 'mariadb'],
    ['mongo', 'mongodb'],
    ['oracle', 'oracle'],
    ['snowflake', 'snowflake'],
  ])('%s', (declared, engine) => {
    expect(engineNamed(declared)).toBe(engine);
    // Its word counts for more than the dialect of one statement.
    expect(engineOf('ALTER TABLE `a` ENGINE=InnoDB', declared)).toBe(engine);
  });

  it.each(['', 'toString', 'something else'])('%j is no engine', (declared) => {
    expect(engineNamed(declared)).toBeUndefined();
    expect(engineOf('VACUUM FULL orders', declared)).toBe('postgresql');
  });
});

describe('the words give it away', () => {
  it.each([
    ['CREATE INDEX CONCURRENTLY i ON t (a)', 'postgresql'],
    ['ALTER TABLE t ADD CHECK (a > 0) NOT VALID', 'postgresql'],
    ["SET lock_timeout = '2s'", 'postgresql'],
    ['SELECT a::text', 'postgresql'],
    ['DO $$ BEGIN END $$', 'postgresql'],
    ["ALTER TYPE mood ADD VALUE 'x'", 'postgresql'],
    ['ALTER TABLE t ALTER COLUMN a TYPE bigint', 'postgresql'],
    ['ALTER TABLE t ADD a INT, ALGORITHM=INSTANT', 'mysql'],
    ['ALTER TABLE t MODIFY COLUMN a INT', 'mysql'],
    ['SET SESSION lock_wait_timeout = 5', 'mysql'],
    ['RENAME TABLE a TO b', 'mysql'],
    ['DELIMITER //', 'mysql'],
    ['SET LOCK_TIMEOUT 2000', 'sqlserver'],
    ['ALTER TABLE [dbo].[Orders] ADD x int', 'sqlserver'],
    ["EXEC sp_rename 'a', 'b'", 'sqlserver'],
    ['DROP TABLE a\nGO\n', 'sqlserver'],
    ['CREATE INDEX i ON t (a) WITH (ONLINE = ON)', 'sqlserver'],
    ['PRAGMA foreign_keys = OFF', 'sqlite'],
    ['CREATE TABLE a (id INTEGER PRIMARY KEY AUTOINCREMENT)', 'sqlite'],
    ['db.orders.drop()', 'mongodb'],
    ["db.getCollection('orders').deleteMany({})", 'mongodb'],
  ])('%s', (words, engine) => expect(engineOf(words)).toBe(engine));

  it.each([
    '',
    'ALTER TABLE t ADD a int',
    'DROP TABLE a',
    'ALTER TABLE t ENGINE=InnoDB; VACUUM FULL t',
    'drop the db.orders table',
  ])('or not: %s', (words) => expect(engineOf(words)).toBe('unknown'));
});
