import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Engine, scanStatements } from '../../../server/src/analysis/sql/index.ts';
import { ROOT } from '../../support/files.ts';
import type { Case } from './cases/case.ts';
import { MYSQL } from './cases/mysql.ts';
import { MYSQL_RARE } from './cases/mysql-rare.ts';
import { POSTGRESQL } from './cases/postgresql.ts';
import { POSTGRESQL_RARE } from './cases/postgresql-rare.ts';
import { SQLITE } from './cases/sqlite.ts';
import { SQLSERVER } from './cases/sqlserver.ts';
import { SQLSERVER_RARE } from './cases/sqlserver-rare.ts';
import { UNKNOWN } from './cases/unknown.ts';
import { tell, tellEffects } from './tell.ts';

const CASES: readonly (readonly [Engine, readonly Case[]])[] = [
  ['postgresql', [...POSTGRESQL, ...POSTGRESQL_RARE]],
  ['mysql', [...MYSQL, ...MYSQL_RARE]],
  ['sqlserver', [...SQLSERVER, ...SQLSERVER_RARE]],
  ['sqlite', SQLITE],
  ['unknown', UNKNOWN],
];

describe.each(CASES)('%s', (engine, cases) => {
  it.each(cases)('%s', (sql, actions, effects) => {
    expect(tell(sql, engine)).toEqual(actions);
    expect(tellEffects(sql, engine)).toEqual(effects);
  });
});

/** Kinds of the statements of a whole script, without those that only steer. */
function script(file: string, engine: Engine): readonly string[] {
  const text = readFileSync(join(ROOT, 'test/fixtures/sql', file), 'utf8');
  return scanStatements(text, engine).flatMap(({ kind }) => (kind === 'control' ? [] : [kind]));
}

describe('scripts', () => {
  it('MySQL: DELIMITER, routines, conditional comments', () => {
    expect(script('mysql/release.sql', 'mysql')).toEqual([
      ...['set-lock-timeout', 'add-column', 'alter-table', 'set-options', 'update', 'create-procedure', 'call'],
      ...['create-trigger', 'rename-table', 'drop-table', 'optimize'],
    ]);
  });

  it('SQL Server: batches, blocks, no semicolons', () => {
    expect(script('sqlserver/release.sql', 'sqlserver')).toEqual([
      ...['set-lock-timeout', 'set', 'add-column', 'declare', 'update', 'set', 'begin', 'rename-column'],
      ...['add-constraint', 'commit', 'rollback', 'print', 'create-procedure', 'create-index', 'merge', 'drop-table'],
      'truncate',
    ]);
  });

  it('SQLite: triggers, commands of the shell', () => {
    expect(script('sqlite/release.sql', 'sqlite')).toEqual([
      ...['set-lock-timeout', 'pragma', 'begin', 'create-table', 'insert', 'create-trigger', 'drop-table'],
      ...['rename-table', 'add-column', 'rename-column', 'drop-column', 'commit', 'meta', 'vacuum', 'delete'],
    ]);
  });

  it('MongoDB: operations, and nothing in comments and strings', () => {
    const text = readFileSync(join(ROOT, 'test/fixtures/sql/mongodb/release.js'), 'utf8');
    expect(tell(text, 'mongodb')).toEqual([
      'update orders',
      'drop-column orders.amountCents',
      'drop-column orders.old.total',
      'update orders hasWhere',
      'drop-column orders.legacy hasWhere',
      'drop-table audit.log',
      'delete audit.log',
      'delete sessions hasWhere',
      'rename-table orders to:orders_old',
      'create-index orders',
      'drop-index orders index:currency_1',
      'select orders',
      'create-table fresh',
      'drop-database',
    ]);
  });
});

it.each([
  ['db.orders.frobnicate()', ['unknown orders']],
  ["db.orders.updateMany({}, { $rename: { a: 'b' } })", ['update orders', 'rename-column orders.a']],
  ['db.orders.updateMany({}, { $unset: 5 })', ['update orders']],
  ['db.orders.updateMany({}, { $unset: { email } })', ['update orders']],
  ["db.orders.updateMany({}, [{ $unset: 'email' }])", ['update orders', 'drop-column orders.email']],
])('mongodb: %s', (operation, actions) => expect(tell(operation, 'mongodb')).toEqual(actions));

describe('every part knows where it stands', () => {
  const text = 'SELECT 1;\n  ALTER TABLE "Shop".orders\n    DROP COLUMN  note CASCADE, RENAME TO x;\nDROP TABLE a , b';
  const [, alter, drop] = scanStatements(text, 'postgresql');
  const words = (range?: { from: number; to: number }) => range && text.slice(range.from, range.to);

  it('the statement, and the words that say what it is', () => {
    expect(words(alter?.range)).toBe('ALTER TABLE "Shop".orders\n    DROP COLUMN  note CASCADE, RENAME TO x');
    expect(words(alter?.head)).toBe('ALTER TABLE "Shop".orders');
    expect(alter?.kind).toBe('alter-table');
  });

  it('actions and names', () => {
    expect(alter?.actions.map(({ range }) => words(range))).toEqual(['DROP COLUMN  note CASCADE', 'RENAME TO x']);
    expect(words(alter?.actions[0]?.table?.range)).toBe('"Shop".orders');
    expect(alter?.actions[0]?.table).toMatchObject({ schema: 'Shop', name: 'orders' });
    expect(words(alter?.actions[0]?.column?.range)).toBe('note');
    expect(words(alter?.actions[1]?.to?.range)).toBe('x');
    expect(drop?.actions.map(({ range }) => words(range))).toEqual(['DROP TABLE a', 'b']);
  });

  it('the body of a DO block', () => {
    const block = 'DO $$ BEGIN DELETE FROM a; END $$';
    const [, inner] = scanStatements(block, 'postgresql');
    expect(inner && block.slice(inner.range.from, inner.range.to)).toBe('DELETE FROM a');
    expect(inner?.within && block.slice(inner.within.from, inner.within.to)).toBe(' BEGIN DELETE FROM a; END ');
  });
});

it('a clause on a line of its own is no statement', () => {
  const sql = 'ALTER TABLE a\n  DROP type,\n  DROP event,\n  ALTER COLUMN b DROP DEFAULT,\n  DROP server';
  expect(tell(sql, 'postgresql')).toEqual([
    'drop-column a.type',
    'drop-column a.event',
    'drop-default a.b',
    'drop-column a.server',
  ]);
  expect(tell('ALTER TABLE a\n  DROP type', 'postgresql')).toEqual(['drop-column a.type']);
});

describe('names are folded as the engine folds them', () => {
  it.each<readonly [Engine, string, string]>([
    ['postgresql', 'DROP TABLE Orders', 'orders'],
    ['postgresql', 'DROP TABLE "Orders"', 'Orders'],
    ['postgresql', 'DROP TABLE "a""b"', 'a"b'],
    ['postgresql', 'DROP TABLE U&"d\\0061ta"', 'data'],
    ['mysql', 'DROP TABLE `Orders`', 'orders'],
    ['mysql', 'DROP TABLE "Orders"', 'orders'],
    ['sqlserver', 'DROP TABLE [Order Lines]', 'order lines'],
    ['sqlserver', 'DROP TABLE [a]]b]', 'a]b'],
    ['sqlserver', 'DROP TABLE shop.dbo.Orders', 'orders'],
    ['sqlserver', 'DROP TABLE shop..Orders', 'orders'],
    ['sqlite', "DROP TABLE 'Orders'", 'orders'],
    ['unknown', 'DROP TABLE `Orders`', 'orders'],
    ['unknown', 'DROP TABLE {{ prefix }}_orders', '{{ prefix }}_orders'],
  ])('%s: %s', (engine, sql, name) => {
    expect(scanStatements(sql, engine)[0]?.actions[0]?.table?.name).toBe(name);
  });
});

describe('nothing is read out of quotes and comments', () => {
  it.each<readonly [Engine, string]>([
    ['postgresql', "SELECT 'DROP TABLE a; DROP TABLE b'"],
    ['postgresql', "SELECT E'\\'; DROP TABLE a; --'"],
    ['postgresql', 'SELECT $x$; DROP TABLE a; $x$'],
    ['postgresql', 'SELECT 1 /* ; DROP TABLE a; /* nested */ ; DROP TABLE b; */'],
    ['postgresql', 'SELECT 1 -- ; DROP TABLE a;'],
    ['postgresql', "CREATE FUNCTION f() RETURNS void LANGUAGE sql AS 'DROP TABLE a; DROP TABLE b;'"],
    ['postgresql', "COPY a FROM stdin;\nit's; DROP TABLE a;\n\\.\n"],
    ['mysql', 'SELECT "; DROP TABLE a; \\"; DROP TABLE b"'],
    ['mysql', 'SELECT 1 # ; DROP TABLE a;'],
    ['mysql', 'CREATE TRIGGER t BEFORE INSERT ON o FOR EACH ROW BEGIN DELETE FROM a; END'],
    ['sqlserver', "SELECT '; DROP TABLE a'"],
    ['sqlserver', 'CREATE PROC p AS\nBEGIN\n  DROP TABLE a\nEND'],
    ['sqlite', 'CREATE TRIGGER t AFTER DELETE ON o BEGIN DELETE FROM a; END'],
    ['mongodb', '// db.a.drop()\nprint("db.b.drop()")'],
  ])('%s: %s', (engine, sql) => {
    expect(scanStatements(sql, engine).flatMap(({ actions }) => actions.map(({ kind }) => kind))).not.toContain(
      'drop-table',
    );
    expect(tellEffects(sql, engine).filter((effect) => effect.startsWith('destroys'))).toEqual([]);
  });
});
