import { describe, expect, it } from 'vitest';
import { type Engine, effectsOf, scanStatements } from '../../../server/src/analysis/sql/index.ts';
import { MYSQL } from './cases/mysql.ts';
import { POSTGRESQL } from './cases/postgresql.ts';
import { SQLITE } from './cases/sqlite.ts';
import { SQLSERVER } from './cases/sqlserver.ts';
import { tellEffects } from './tell.ts';

const METADATA = 'locks exclusive metadata lock reads-and-writes moment';

describe('what the version changes', () => {
  it.each<readonly [Engine, string, string, readonly string[]]>([
    [
      'postgresql',
      '10.4',
      'ALTER TABLE t ADD a int DEFAULT 0',
      ['locks ACCESS EXCLUSIVE reads-and-writes work', 'rewrites'],
    ],
    ['postgresql', '10', 'ALTER TABLE t ADD a int', ['locks ACCESS EXCLUSIVE reads-and-writes moment']],
    ['postgresql', '11', 'ALTER TABLE t ADD a int DEFAULT 0', ['locks ACCESS EXCLUSIVE reads-and-writes moment']],
    ['postgresql', '11', 'ALTER TABLE t ALTER a SET NOT NULL', ['locks ACCESS EXCLUSIVE reads-and-writes work']],
    ['postgresql', '16.2', 'ALTER TABLE t ALTER a SET NOT NULL', ['locks ACCESS EXCLUSIVE reads-and-writes work?']],
    ['postgresql', '11', 'ALTER INDEX i RENAME TO j', ['locks ACCESS EXCLUSIVE reads-and-writes moment']],
    [
      'postgresql',
      '11',
      'ALTER TABLE t ATTACH PARTITION p DEFAULT',
      ['locks ACCESS EXCLUSIVE reads-and-writes moment', 'locks ACCESS EXCLUSIVE reads-and-writes work on:p?'],
    ],
    ['postgresql', '12', 'ALTER INDEX i RENAME TO j', ['locks SHARE UPDATE EXCLUSIVE ddl moment']],
    ['mysql', '5.5', 'ALTER TABLE t ADD a int', ['locks LOCK=SHARED writes work', 'rewrites']],
    ['mysql', '5.7', 'ALTER TABLE t ADD a int', [METADATA, 'rewrites']],
    ['mysql', '8.0', 'ALTER TABLE t ADD a int', [METADATA]],
    ['mysql', '8.0.11', 'ALTER TABLE t ADD a int', [METADATA, 'rewrites']],
    ['mysql', '8.0.12', 'ALTER TABLE t ADD a int AFTER b', [METADATA, 'rewrites']],
    ['mysql', '8.0.29', 'ALTER TABLE t ADD a int AFTER b', [METADATA]],
    ['mysql', '8.0.28', 'ALTER TABLE t DROP a', ['destroys all', 'irreversible', METADATA, 'rewrites']],
    ['mysql', '8.4', 'ALTER TABLE t DROP a', ['destroys all', 'irreversible', METADATA]],
    ['mariadb', '10.2', 'ALTER TABLE t ADD a int', [METADATA, 'rewrites']],
    ['mariadb', '10.3.2', 'ALTER TABLE t ADD a int', [METADATA]],
    [
      'mariadb',
      '10.6',
      'ALTER TABLE t CONVERT TO CHARACTER SET utf8mb4',
      ['locks LOCK=SHARED writes work', 'rewrites'],
    ],
    ['mysql', '8.4', 'ALTER TABLE t ADD CHECK (a > 0)', ['locks LOCK=SHARED writes work', 'rewrites']],
    ['mysql', '8.4', 'ALTER TABLE t ADD CHECK (a > 0) NOT ENFORCED', [METADATA]],
    ['mariadb', '11.2', 'ALTER TABLE t CONVERT TO CHARACTER SET utf8mb4', [METADATA, 'rewrites']],
    ['mongodb', '4.0', 'db.a.createIndex({ b: 1 })', ['locks exclusive (X) reads-and-writes work']],
    ['mongodb', '7.0', 'db.a.createIndex({ b: 1 })', ['locks exclusive (X) reads-and-writes moment']],
  ])('%s %s: %s', (engine, version, sql, effects) => {
    expect(tellEffects(sql, engine, version)).toEqual(effects);
  });
});

it.each<readonly [string, readonly string[]]>([
  ['db.a.drop()', ['destroys all', 'irreversible', 'locks exclusive (X) reads-and-writes moment']],
  ['db.a.deleteMany({})', ['destroys all', 'irreversible', 'unbounded']],
  ['db.a.remove({})', ['destroys all', 'irreversible', 'unbounded']],
  ['db.a.deleteMany({ b: 1 })', ['destroys some']],
  ['db.a.deleteOne({})', ['destroys some']],
  ['db.a.updateMany({}, { $unset: { b: "" } })', ['unbounded', 'destroys all', 'irreversible']],
  ['db.a.updateMany({ c: 1 }, { $unset: { b: "" } })', ['destroys some']],
  ['db.a.updateOne({}, { $set: { b: 1 } })', []],
  ['db.a.reIndex()', ['locks exclusive (X) reads-and-writes work']],
  ['db.dropDatabase()', ['destroys all', 'irreversible']],
  ['db.a.find({}).sort({ b: 1 })', []],
])('mongodb: %s', (operation, effects) => expect(tellEffects(operation, 'mongodb')).toEqual(effects));

it.each<Engine>(['oracle', 'snowflake', 'cockroachdb', 'clickhouse', 'unknown'])(
  '%s: locks are not judged',
  (engine) => {
    expect(tellEffects('ALTER TABLE t DROP COLUMN a; CREATE INDEX i ON t (b)', engine)).toEqual([
      'destroys all',
      'irreversible',
    ]);
  },
);

describe('every effect names its page', () => {
  it.each([
    ['postgresql', POSTGRESQL, /^https:\/\/www\.postgresql\.org\/docs\/current\/[\w-]+\.html/],
    ['mysql', MYSQL, /^https:\/\/dev\.mysql\.com\/doc\/refman\/8\.4\/en\/[\w-]+\.html$/],
    ['mariadb', MYSQL, /^https:\/\/(?:mariadb\.com\/docs\/|dev\.mysql\.com\/doc\/)/],
    ['sqlserver', SQLSERVER, /^https:\/\/learn\.microsoft\.com\/en-us\/sql\//],
    ['sqlite', SQLITE, /^https:\/\/www\.sqlite\.org\/\w+\.html$/],
  ] as const)('%s', (engine, cases, page) => {
    const effects = cases.flatMap(([sql]) =>
      scanStatements(sql, engine).flatMap((statement) => effectsOf(statement, engine)),
    );
    expect(effects.filter(({ source }) => !page.test(source))).toEqual([]);
    expect(effects.filter(({ what }) => what === '')).toEqual([]);
    expect(effects.filter(({ kind, lock, blocks, held }) => kind === 'locks' && !(lock && blocks && held))).toEqual([]);
  });
});
