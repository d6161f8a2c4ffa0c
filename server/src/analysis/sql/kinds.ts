/** What statements and their actions are called. Data only. */

/** Things that are created, altered and dropped by name, longest words first where one begins like another. */
export const OBJECT_TYPES = [
  ['materialized view', 'materialized-view'],
  ['materialized query table', 'materialized-view'],
  ['foreign data wrapper', 'foreign-data-wrapper'],
  ['foreign table', 'table'],
  ['external table', 'table'],
  ['virtual table', 'table'],
  ['event trigger', 'event-trigger'],
  ['access method', 'access-method'],
  ['operator class', 'operator'],
  ['operator family', 'operator'],
  ['text search', 'text-search'],
  ['default privileges', 'default-privileges'],
  ['user mapping', 'user-mapping'],
  ['large object', 'large-object'],
  ['table', 'table'],
  ['view', 'view'],
  ['index', 'index'],
  ['sequence', 'sequence'],
  ['type', 'type'],
  ['domain', 'domain'],
  ['schema', 'schema'],
  ['database', 'database'],
  ['keyspace', 'database'],
  ['function', 'function'],
  ['procedure', 'procedure'],
  ['proc', 'procedure'],
  ['routine', 'function'],
  ['aggregate', 'aggregate'],
  ['trigger', 'trigger'],
  ['rule', 'rule'],
  ['policy', 'policy'],
  ['extension', 'extension'],
  ['role', 'role'],
  ['user', 'role'],
  ['group', 'role'],
  ['login', 'role'],
  ['tablespace', 'tablespace'],
  ['publication', 'publication'],
  ['subscription', 'subscription'],
  ['server', 'server'],
  ['collation', 'collation'],
  ['conversion', 'conversion'],
  ['cast', 'cast'],
  ['operator', 'operator'],
  ['statistics', 'statistics'],
  ['language', 'language'],
  ['transform', 'transform'],
  ['event', 'event'],
  ['synonym', 'synonym'],
  ['column', 'column'],
  ['constraint', 'constraint'],
  ['system', 'system'],
] as const;

export type ObjectType = (typeof OBJECT_TYPES)[number][1] | 'other';

/** Clauses of ALTER TABLE, and what stands alone in other engines for the same. */
export type AlterKind =
  | 'add-column'
  | 'alter-type'
  | 'set-not-null'
  | 'drop-not-null'
  | 'set-default'
  | 'drop-default'
  | 'set-expression'
  | 'drop-expression'
  | 'set-identity'
  | 'set-column-option'
  | 'rename-column'
  | 'rename-table'
  | 'rename-constraint'
  | 'rename-index'
  | 'rename-value'
  | 'rename-other'
  | 'add-constraint'
  | 'alter-constraint'
  | 'validate-constraint'
  | 'set-schema'
  | 'set-tablespace'
  | 'set-owner'
  | 'set-logged'
  | 'set-access-method'
  | 'set-options'
  | 'set-statistics'
  | 'set-trigger'
  | 'set-rule'
  | 'set-row-security'
  | 'set-replica-identity'
  | 'set-cluster'
  | 'set-inherit'
  | 'set-of-type'
  | 'attach-partition'
  | 'detach-partition'
  | 'add-partition'
  | 'drop-partition'
  | 'truncate-partition'
  | 'change-partition'
  | 'convert-charset'
  | 'rebuild'
  | 'enum-add';

export type OtherKind =
  | 'truncate'
  | 'update'
  | 'delete'
  | 'insert'
  | 'merge'
  | 'select'
  | 'create-table-as'
  | 'copy'
  | 'import'
  | 'explain'
  | 'grant'
  | 'revoke'
  | 'comment'
  | 'security-label'
  | 'reassign-owned'
  | 'drop-owned'
  | 'import-schema'
  | 'begin'
  | 'commit'
  | 'rollback'
  | 'savepoint'
  | 'set-constraints'
  | 'set-lock-timeout'
  | 'set'
  | 'show'
  | 'lock'
  | 'unlock'
  | 'vacuum'
  | 'vacuum-full'
  | 'analyze'
  | 'cluster'
  | 'reindex'
  | 'optimize'
  | 'check-table'
  | 'refresh-materialized-view'
  | 'checkpoint'
  | 'discard'
  | 'load'
  | 'do'
  | 'call'
  | 'prepare'
  | 'execute'
  | 'deallocate'
  | 'cursor'
  | 'listen'
  | 'use'
  | 'pragma'
  | 'attach'
  | 'detach'
  | 'declare'
  | 'control'
  | 'print'
  | 'kill'
  | 'meta'
  | 'unknown';

export type Kind = `${'create' | 'alter' | 'drop'}-${ObjectType}` | AlterKind | OtherKind;
