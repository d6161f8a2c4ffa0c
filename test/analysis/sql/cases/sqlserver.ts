/** What is read from a statement: its actions, and what each of them does to the data and to others. */
import type { Case } from './case.ts';

export const SQLSERVER: readonly Case[] = [
  [
    'ALTER TABLE dbo.Orders ADD Currency char(3) NULL',
    ['add-column dbo.orders.currency type=char(3) nullable'],
    ['locks Sch-M reads-and-writes moment'],
  ],
  [
    'ALTER TABLE [dbo].[Orders] ADD Total AS (Price * Quantity) PERSISTED, CreatedAt datetime2 NOT NULL DEFAULT SYSUTCDATETIME(), Token uniqueidentifier NOT NULL DEFAULT NEWID(), N int IDENTITY(1,1)',
    [
      'add-column dbo.orders.total generated=stored',
      'add-column dbo.orders.createdat type=datetime2 notNull default=constant',
      'add-column dbo.orders.token type=uniqueidentifier notNull default=volatile',
      'add-column dbo.orders.n type=int identity',
    ],
    [
      'locks Sch-M reads-and-writes work',
      'rewrites',
      'locks Sch-M reads-and-writes work?',
      'rewrites?',
      'locks Sch-M reads-and-writes work',
      'rewrites',
      'locks Sch-M reads-and-writes work',
      'rewrites',
    ],
  ],
  [
    'ALTER TABLE dbo.Orders DROP COLUMN a, b, CONSTRAINT df_c',
    ['drop-column dbo.orders.a', 'drop-column dbo.orders.b', 'drop-constraint dbo.orders constraint:df_c'],
    [
      'destroys all',
      'irreversible',
      'locks Sch-M reads-and-writes work?',
      'destroys all',
      'irreversible',
      'locks Sch-M reads-and-writes work?',
      'locks Sch-M reads-and-writes moment',
    ],
  ],
  [
    'ALTER TABLE dbo.Orders DROP CONSTRAINT pk_orders WITH (ONLINE = ON)',
    ['drop-constraint dbo.orders constraint:pk_orders online'],
    ['locks Sch-M reads-and-writes moment'],
  ],
  [
    'ALTER TABLE dbo.Orders ALTER COLUMN Amount decimal(18, 2) NOT NULL WITH (ONLINE = ON)',
    ['alter-type dbo.orders.amount type=decimal(18,2) notNull online'],
    ['irreversible?', 'locks Sch-M reads-and-writes moment', 'rewrites?'],
  ],
  [
    'ALTER TABLE dbo.Orders WITH CHECK ADD CONSTRAINT fk FOREIGN KEY (a) REFERENCES dbo.Customers (Id)',
    ['add-constraint dbo.orders constraint:fk references:dbo.customers constraintKind=foreign-key'],
    ['locks Sch-M reads-and-writes work'],
  ],
  [
    'ALTER TABLE dbo.Orders WITH NOCHECK ADD CONSTRAINT ck CHECK (a > 0), CONSTRAINT ck2 CHECK (b > 0)',
    [
      'add-constraint dbo.orders constraint:ck notValid constraintKind=check',
      'add-constraint dbo.orders constraint:ck2 notValid constraintKind=check',
    ],
    ['locks Sch-M reads-and-writes moment', 'locks Sch-M reads-and-writes moment'],
  ],
  [
    'ALTER TABLE dbo.Orders WITH CHECK CHECK CONSTRAINT ck',
    ['validate-constraint dbo.orders constraint:ck'],
    ['locks Sch-M reads-and-writes work'],
  ],
  [
    'ALTER TABLE dbo.Orders NOCHECK CONSTRAINT ck',
    ['alter-constraint dbo.orders constraint:ck'],
    ['locks Sch-M reads-and-writes moment'],
  ],
  [
    'ALTER TABLE dbo.Orders ADD CONSTRAINT df DEFAULT (0) FOR Amount',
    ['add-constraint dbo.orders.amount constraint:df constraintKind=default'],
    ['locks Sch-M reads-and-writes moment'],
  ],
  [
    'ALTER TABLE dbo.Orders ADD CONSTRAINT pk PRIMARY KEY CLUSTERED (Id) WITH (ONLINE = ON)',
    ['add-constraint dbo.orders constraint:pk constraintKind=primary-key clustered online'],
    ['locks Sch-M reads-and-writes moment'],
  ],
  [
    'ALTER TABLE dbo.Orders REBUILD WITH (ONLINE = ON, DATA_COMPRESSION = PAGE)',
    ['rebuild dbo.orders online'],
    ['locks Sch-M reads-and-writes moment', 'rewrites'],
  ],
  [
    'ALTER TABLE dbo.Orders SWITCH PARTITION 3 TO dbo.Archive PARTITION 3',
    ['change-partition dbo.orders'],
    ['locks Sch-M reads-and-writes moment'],
  ],
  [
    'ALTER TABLE dbo.Orders SET (LOCK_ESCALATION = DISABLE)',
    ['set-options dbo.orders'],
    ['locks Sch-M reads-and-writes moment'],
  ],
  [
    'CREATE UNIQUE CLUSTERED INDEX ix ON dbo.Orders (Id)',
    ['create-index dbo.orders index:ix unique clustered'],
    ['locks Sch-M reads-and-writes work', 'rewrites'],
  ],
  [
    'CREATE INDEX ix ON dbo.Orders (Id) WITH (ONLINE = ON (WAIT_AT_LOW_PRIORITY (MAX_DURATION = 1 MINUTES, ABORT_AFTER_WAIT = SELF)))',
    ['create-index dbo.orders index:ix online limitedWait'],
    ['locks S writes moment'],
  ],
  ['CREATE COLUMNSTORE INDEX cs ON dbo.Orders (Id)', ['create-index dbo.orders index:cs'], ['locks S writes work']],
  [
    'DROP INDEX ix ON dbo.Orders WITH (ONLINE = ON)',
    ['drop-index dbo.orders index:ix online'],
    ['locks Sch-M reads-and-writes moment'],
  ],
  [
    'DROP INDEX IF EXISTS ix ON dbo.Orders, iy ON dbo.Lines',
    ['drop-index dbo.orders index:ix ifExists', 'drop-index dbo.lines index:iy ifExists'],
    ['locks Sch-M reads-and-writes moment?', 'locks Sch-M reads-and-writes moment?'],
  ],
  [
    'ALTER INDEX ALL ON dbo.Orders REBUILD WITH (ONLINE = OFF)',
    ['reindex dbo.orders index:all'],
    ['locks Sch-M reads-and-writes work'],
  ],
  ['ALTER INDEX ix ON dbo.Orders REORGANIZE', ['alter-index dbo.orders index:ix'], []],
  [
    "EXEC sp_rename 'dbo.Orders', 'OrdersOld'",
    ['rename-table dbo.orders to:ordersold'],
    ['locks Sch-M reads-and-writes moment'],
  ],
  [
    "EXECUTE sys.sp_rename @objname = N'dbo.Orders.Cents', @newname = N'Amount', @objtype = 'COLUMN'",
    ['rename-column dbo.orders.cents to:amount'],
    ['locks Sch-M reads-and-writes moment'],
  ],
  [
    "exec sp_rename N'dbo.Orders.IX_A', N'IX_B', N'INDEX'",
    ['rename-index dbo.orders index:ix_a to:ix_b'],
    ['locks Sch-M reads-and-writes moment'],
  ],
  ['DELETE TOP (5000) FROM dbo.Orders WHERE Old = 1', ['delete dbo.orders hasWhere batched'], ['destroys some']],
  [
    'DELETE TOP (10) PERCENT FROM dbo.Orders',
    ['delete dbo.orders'],
    ['destroys all', 'irreversible', 'unbounded', 'locks X writes work', 'locks X reads-and-writes work?'],
  ],
  [
    'DELETE o FROM dbo.Orders AS o INNER JOIN #gone g ON g.Id = o.Id',
    ['delete dbo.orders hasWhere'],
    ['destroys some'],
  ],
  [
    'UPDATE o SET o.Total = 0 FROM dbo.Orders o',
    ['update dbo.orders (total)'],
    ['destroys all', 'unbounded', 'locks X writes work', 'locks X reads-and-writes work?'],
  ],
  ['UPDATE STATISTICS dbo.Orders', ['analyze dbo.orders'], []],
  [
    'TRUNCATE TABLE dbo.Orders',
    ['truncate dbo.orders'],
    ['destroys all', 'irreversible', 'locks Sch-M reads-and-writes moment'],
  ],
  ['SELECT * INTO dbo.Backup FROM dbo.Orders', ['create-table-as dbo.backup'], []],
  ['SELECT * INTO #t FROM dbo.Orders', ['create-table-as #t'], []],
  [
    'WITH b AS (SELECT TOP (1000) * FROM dbo.Orders WHERE a IS NULL) UPDATE b SET a = 1',
    ['update dbo.orders (a) hasWhere batched'],
    [],
  ],
  [
    "IF OBJECT_ID('dbo.Old') IS NOT NULL DROP TABLE dbo.Old",
    ['control', 'drop-table dbo.old'],
    ['destroys all', 'irreversible', 'locks Sch-M reads-and-writes moment'],
  ],
  ['SET LOCK_TIMEOUT 5000', ['set-lock-timeout setting=lock_timeout value=5000'], []],
  ['BEGIN TRAN; COMMIT', ['begin', 'commit'], []],
  ['GRANT ALTER ON dbo.Orders TO app', ['grant'], []],
  ['EXEC dbo.Backfill @batch = 5000', ['call object:dbo.backfill'], []],
  [
    'UPDATE dbo.Orders\nSET a = 1\nDELETE FROM dbo.Lines WHERE b = 2\nSELECT 1',
    ['update dbo.orders (a)', 'delete dbo.lines hasWhere', 'select'],
    ['destroys all', 'unbounded', 'locks X writes work', 'locks X reads-and-writes work?', 'destroys some'],
  ],
  [
    'CREATE TRIGGER t ON dbo.Orders AFTER UPDATE AS\nDELETE FROM dbo.Lines\nGO\nDROP TABLE dbo.X',
    ['create-trigger dbo.orders object:t', 'drop-table dbo.x'],
    ['destroys all', 'irreversible', 'locks Sch-M reads-and-writes moment'],
  ],
  [
    'ALTER DATABASE Shop\nSET SINGLE_USER WITH ROLLBACK IMMEDIATE\nDROP DATABASE Shop',
    ['alter-database object:shop', 'drop-database object:shop'],
    ['destroys all', 'irreversible'],
  ],
  [
    'INSERT INTO a\nSELECT * FROM b\nUNION ALL\nSELECT * FROM c\nTRUNCATE TABLE b',
    ['insert a', 'truncate b'],
    ['destroys all', 'irreversible', 'locks Sch-M reads-and-writes moment'],
  ],
  [
    'ALTER TABLE dbo.T\nDROP COLUMN a\nALTER TABLE dbo.T\nALTER COLUMN b int NULL',
    ['drop-column dbo.t.a', 'alter-type dbo.t.b type=int nullable'],
    [
      'destroys all',
      'irreversible',
      'locks Sch-M reads-and-writes work?',
      'irreversible?',
      'locks Sch-M reads-and-writes work?',
      'rewrites?',
    ],
  ],
];
