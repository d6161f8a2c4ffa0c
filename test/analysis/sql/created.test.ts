import { describe, expect, it } from 'vitest';
import {
  createdBy,
  type Engine,
  effectsIn,
  type SqlObject,
  sameName,
  scanStatements,
} from '../../../server/src/analysis/sql/index.ts';
import { tellEffect } from './tell.ts';

function created(sql: string, engine: Engine = 'postgresql'): readonly SqlObject[] {
  return createdBy(scanStatements(sql, engine));
}

function named(sql: string): readonly string[] {
  return created(sql).map(({ type, name, table }) =>
    [type, table?.name, name.schema, name.name].filter(Boolean).join(' '),
  );
}

it.each([
  ['CREATE TABLE a (b int)', ['table a']],
  ['CREATE TABLE shop.a AS SELECT 1', ['table shop a']],
  ['ALTER TABLE a ADD b int, ADD CONSTRAINT c CHECK (b > 0)', ['column a b', 'constraint a c']],
  ['CREATE INDEX i ON a (b)', ['index a i']],
  ['CREATE INDEX ON a (b); ALTER TABLE a ADD CHECK (b > 0), ADD UNIQUE (b)', []],
  ['ALTER TABLE a ADD b int NOT NULL; ALTER TABLE a ALTER b DROP NOT NULL', ['column a b']],
  ['CREATE TYPE mood AS ENUM ()', ['other mood']],
  ['CREATE TABLE a (); DROP TABLE a', []],
  ['CREATE INDEX i ON a (b); DROP INDEX i', []],
  ['CREATE TABLE a_new (); DROP TABLE a; ALTER TABLE a_new RENAME TO a', ['table a']],
  ['CREATE TABLE shop.a_new (); ALTER TABLE shop.a_new RENAME TO a', ['table shop a']],
  ['CREATE TABLE IF NOT EXISTS a (); CREATE TABLE a ()', ['table a']],
  ['INSERT INTO a VALUES (1)', []],
])('%s', (sql, objects) => expect(named(sql)).toEqual(objects));

describe('what the plan made itself is exempt', () => {
  function effects(before: string, sql: string): readonly string[] {
    return effectsIn(scanStatements(sql, 'postgresql'), 'postgresql', '16', created(before)).map(tellEffect);
  }

  const BRIEF = 'locks ACCESS EXCLUSIVE reads-and-writes moment';

  it.each([
    ['CREATE TABLE a ()', 'DROP TABLE a', []],
    ['CREATE TABLE shop.a ()', 'DROP TABLE a', []],
    ['CREATE TABLE shop.a ()', 'DROP TABLE archive.a', ['destroys all', 'irreversible', BRIEF]],
    ['CREATE TABLE a ()', 'ALTER TABLE a DROP COLUMN b; CREATE INDEX ON a (c); DELETE FROM a', []],
    ['ALTER TABLE a ADD b int', 'ALTER TABLE a DROP COLUMN b', [BRIEF]],
    ['ALTER TABLE a ADD b int', 'ALTER TABLE a DROP COLUMN c', ['destroys all', 'irreversible', BRIEF]],
    ['ALTER TABLE a ADD b int', 'ALTER TABLE x DROP COLUMN b', ['destroys all', 'irreversible', BRIEF]],
    // A backfill of a new column overwrites nothing, and still writes every row.
    ['ALTER TABLE a ADD b int', 'UPDATE a SET b = 1', ['unbounded', 'locks FOR NO KEY UPDATE writes work']],
    [
      'ALTER TABLE a ADD b int',
      'UPDATE a SET b = 1, c = 2',
      ['destroys all', 'unbounded', 'locks FOR NO KEY UPDATE writes work'],
    ],
    ['CREATE TYPE mood AS ENUM ()', "ALTER TYPE mood ADD VALUE 'sad'", []],
    // The other end of the key is as busy as ever.
    [
      'CREATE TABLE a ()',
      'ALTER TABLE a ADD FOREIGN KEY (b) REFERENCES c',
      ['locks SHARE ROW EXCLUSIVE writes work on:c'],
    ],
    ['', 'CREATE TABLE a (); CREATE INDEX ON a (b); DROP TABLE a', []],
    ['', 'DROP TABLE a; CREATE TABLE a ()', ['destroys all', 'irreversible', BRIEF]],
    ['', 'CREATE TABLE a (); ALTER TABLE b RENAME TO c; DROP TABLE c', [BRIEF, 'destroys all', 'irreversible', BRIEF]],
  ])('after "%s": %s', (before, sql, expected) => expect(effects(before, sql)).toEqual(expected));
});

it('a schema that only one of them names tells two names not apart', () => {
  const range = { from: 0, to: 1 };
  const plain = { name: 'a', range };
  expect(sameName(plain, { name: 'a', schema: 'x', range })).toBe(true);
  expect(sameName({ name: 'a', schema: 'y', range }, { name: 'a', schema: 'x', range })).toBe(false);
  expect(sameName(plain, { name: 'b', range })).toBe(false);
});
