/** Where each fact is documented. */

const POSTGRESQL = 'https://www.postgresql.org/docs/current';
const MYSQL = 'https://dev.mysql.com/doc/refman/8.4/en';
const MARIADB = 'https://mariadb.com/docs/server';
const SQL_SERVER = 'https://learn.microsoft.com/en-us/sql';
const SQLITE = 'https://www.sqlite.org';
const MONGODB = 'https://www.mongodb.com/docs/manual';

export const PG = {
  alterTable: `${POSTGRESQL}/sql-altertable.html`,
  locks: `${POSTGRESQL}/explicit-locking.html#LOCKING-TABLES`,
  rowLocks: `${POSTGRESQL}/explicit-locking.html#LOCKING-ROWS`,
  createIndex: `${POSTGRESQL}/sql-createindex.html`,
  concurrently: `${POSTGRESQL}/sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY`,
  dropIndex: `${POSTGRESQL}/sql-dropindex.html`,
  reindex: `${POSTGRESQL}/sql-reindex.html`,
  alterIndex: `${POSTGRESQL}/sql-alterindex.html`,
  alterType: `${POSTGRESQL}/sql-altertype.html`,
  dropType: `${POSTGRESQL}/sql-droptype.html`,
  createTable: `${POSTGRESQL}/sql-createtable.html`,
  dropTable: `${POSTGRESQL}/sql-droptable.html`,
  dropDatabase: `${POSTGRESQL}/sql-dropdatabase.html`,
  dropSchema: `${POSTGRESQL}/sql-dropschema.html`,
  dropOwned: `${POSTGRESQL}/sql-drop-owned.html`,
  truncate: `${POSTGRESQL}/sql-truncate.html`,
  delete: `${POSTGRESQL}/sql-delete.html`,
  update: `${POSTGRESQL}/sql-update.html`,
  vacuum: `${POSTGRESQL}/sql-vacuum.html`,
  cluster: `${POSTGRESQL}/sql-cluster.html`,
  lock: `${POSTGRESQL}/sql-lock.html`,
  refresh: `${POSTGRESQL}/sql-refreshmaterializedview.html`,
} as const;

export const MY = {
  operations: `${MYSQL}/innodb-online-ddl-operations.html`,
  performance: `${MYSQL}/innodb-online-ddl-performance.html`,
  metadata: `${MYSQL}/metadata-locking.html`,
  alterTable: `${MYSQL}/alter-table.html`,
  partitions: `${MYSQL}/alter-table-partition-operations.html`,
  dropTable: `${MYSQL}/drop-table.html`,
  dropDatabase: `${MYSQL}/drop-database.html`,
  truncate: `${MYSQL}/truncate-table.html`,
  delete: `${MYSQL}/delete.html`,
  update: `${MYSQL}/update.html`,
  rowLocks: `${MYSQL}/innodb-locks-set.html`,
  optimize: `${MYSQL}/optimize-table.html`,
  lockTables: `${MYSQL}/lock-tables.html`,
} as const;

const MARIADB_DDL = `${MARIADB}/server-usage/storage-engines/innodb/innodb-online-ddl`;

export const MARIA = {
  instant: `${MARIADB_DDL}/innodb-online-ddl-operations-with-the-instant-alter-algorithm`,
  inplace: `${MARIADB_DDL}/innodb-online-ddl-operations-with-the-inplace-alter-algorithm`,
  online: `${MARIADB}/reference/sql-statements/data-definition/alter/alter-table/online-schema-change`,
} as const;

export const MS = {
  alterTable: `${SQL_SERVER}/t-sql/statements/alter-table-transact-sql`,
  addNotNull: `${SQL_SERVER}/t-sql/statements/alter-table-transact-sql#adding-not-null-columns-as-an-online-operation`,
  createIndex: `${SQL_SERVER}/t-sql/statements/create-index-transact-sql`,
  alterIndex: `${SQL_SERVER}/t-sql/statements/alter-index-transact-sql`,
  dropIndex: `${SQL_SERVER}/t-sql/statements/drop-index-transact-sql`,
  dropTable: `${SQL_SERVER}/t-sql/statements/drop-table-transact-sql`,
  dropDatabase: `${SQL_SERVER}/t-sql/statements/drop-database-transact-sql`,
  truncate: `${SQL_SERVER}/t-sql/statements/truncate-table-transact-sql`,
  delete: `${SQL_SERVER}/t-sql/statements/delete-transact-sql`,
  update: `${SQL_SERVER}/t-sql/queries/update-transact-sql`,
  rename: `${SQL_SERVER}/relational-databases/system-stored-procedures/sp-rename-transact-sql`,
  locking: `${SQL_SERVER}/relational-databases/sql-server-transaction-locking-and-row-versioning-guide`,
} as const;

export const LITE = {
  alterTable: `${SQLITE}/lang_altertable.html`,
  createIndex: `${SQLITE}/lang_createindex.html`,
  delete: `${SQLITE}/lang_delete.html`,
  dropTable: `${SQLITE}/lang_droptable.html`,
  locking: `${SQLITE}/lockingv3.html`,
  update: `${SQLITE}/lang_update.html`,
  vacuum: `${SQLITE}/lang_vacuum.html`,
} as const;

export const MONGO = {
  createIndex: `${MONGODB}/core/index-creation/`,
  drop: `${MONGODB}/reference/method/db.collection.drop/`,
  dropDatabase: `${MONGODB}/reference/method/db.dropDatabase/`,
  dropIndex: `${MONGODB}/reference/method/db.collection.dropIndex/`,
  deleteMany: `${MONGODB}/reference/method/db.collection.deleteMany/`,
  updateMany: `${MONGODB}/reference/method/db.collection.updateMany/`,
  unset: `${MONGODB}/reference/operator/update/unset/`,
  rename: `${MONGODB}/reference/command/renameCollection/`,
  reIndex: `${MONGODB}/reference/method/db.collection.reIndex/`,
} as const;
