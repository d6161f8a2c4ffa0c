/** Words that only one engine knows. Data only. Every pattern looks at each character a bounded number of times. */
import type { Engine } from './engines.ts';

/** Other names of the engines. */
export const SYNONYMS: Readonly<Record<string, Engine>> = {
  postgres: 'postgresql',
  pg: 'postgresql',
  pgsql: 'postgresql',
  'aurora-postgresql': 'postgresql',
  alloydb: 'postgresql',
  timescaledb: 'postgresql',
  aurora: 'mysql',
  'aurora-mysql': 'mysql',
  innodb: 'mysql',
  percona: 'mysql',
  maria: 'mariadb',
  mssql: 'sqlserver',
  'ms-sql': 'sqlserver',
  'sql-server': 'sqlserver',
  'microsoft-sql-server': 'sqlserver',
  'azure-sql': 'sqlserver',
  tsql: 'sqlserver',
  't-sql': 'sqlserver',
  sqlite3: 'sqlite',
  mongo: 'mongodb',
  cockroach: 'cockroachdb',
  crdb: 'cockroachdb',
  yugabyte: 'yugabytedb',
};

export const EVIDENCE: readonly (readonly [Engine, RegExp])[] = [
  [
    'postgresql',
    /\b(?:create|drop|reindex)\s{1,20}(?:unique\s{1,20})?(?:index|table|schema)\s{1,20}concurrently\b|\bnot\s{1,20}valid\b|\bvalidate\s{1,20}constraint\b|::[a-z]|\bset\s{1,20}(?:local\s{1,20}|session\s{1,20})?(?:lock_timeout|statement_timeout|search_path)\s{0,20}(?:=|to\b)|\b(?:jsonb|timestamptz|bytea|bigserial|tsvector|plpgsql|ilike)\b|\bserial\s{1,20}primary\b|\$\$|\busing\s{1,20}(?:gin|gist|brin)\b|\bdo\s{1,20}\$\w{0,60}\$|\balter\s{1,20}type\s{1,20}[\w."]{1,130}\s{1,20}add\s{1,20}value\b|\bcolumn\s{1,20}[\w"]{1,130}\s{1,20}(?:set\s{1,20}data\s{1,20})?type\b|\bvacuum\s{0,20}\(?full\b|\bgen_random_uuid\b|\bcreate\s{1,20}extension\b|\battach\s{1,20}partition\b/i,
  ],
  [
    'mysql',
    /\bengine\s{0,20}=\s{0,20}(?:innodb|myisam)\b|\bauto_increment\b|\balgorithm\s{0,20}=\s{0,20}(?:instant|inplace|copy|nocopy)\b|\block\s{0,20}=\s{0,20}(?:none|shared)\b|\b(?:innodb_)?lock_wait_timeout\b|^\s{0,20}delimiter\s{1,20}\S|\butf8mb4\b|\b(?:modify|change)\s{1,20}column\b|\brename\s{1,20}table\s{1,20}[\w.`]{1,130}\s{1,20}to\b|\boptimize\s{1,20}table\b|\block\s{1,20}tables\b|\b(?:int|bigint|tinyint)(?:\(\d{1,3}\))?\s{1,20}unsigned\b|\/\*!\d{5}/im,
  ],
  [
    'sqlserver',
    /^\s{0,20}go\s{0,20}$|\[dbo\]|\bdbo\.|\bsp_rename\b|\bnvarchar\b|\bidentity\s{0,20}\(\d|\bset\s{1,20}lock_timeout\s{1,20}-?\d|\bonline\s{0,20}=\s{0,20}on\b|\bwith\s{1,20}\(?no(?:lock|check)\b|@@rowcount\b|\b(?:delete|update)\s{1,20}top\s{0,20}\(|\bset\s{1,20}(?:xact_abort|nocount)\b|\bnonclustered\b|\bdatetime2\b|\buniqueidentifier\b/im,
  ],
  ['sqlite', /\bpragma\s{1,20}\w|\bautoincrement\b|\bwithout\s{1,20}rowid\b|\bsqlite_(?:master|schema)\b/i],
  [
    'mongodb',
    /\bdb\.(?:getcollection\(|dropdatabase\(|createcollection\(|[\w.]{1,100}\.(?:drop|deletemany|deleteone|updatemany|updateone|renamecollection|createindex|createindexes|dropindex|dropindexes|insertmany|insertone|remove|find|aggregate|countdocuments)\()/i,
  ],
];
