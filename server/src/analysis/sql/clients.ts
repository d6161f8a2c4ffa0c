/** Command lines of databases, and which of their options hold statements. Data only. */
import type { Engine } from './engines.ts';

export interface Client {
  readonly engine: Engine;
  /** The words after these, or after their `=`, are statements. */
  readonly options: readonly string[];
  /** Words after the database's name are statements: `sqlite3 app.db "DROP TABLE a"`. */
  readonly positional?: true;
}

const PSQL: Client = { engine: 'postgresql', options: ['-c', '--command'] };
const MYSQL: Client = { engine: 'mysql', options: ['-e', '--execute'] };
const SQLCMD: Client = { engine: 'sqlserver', options: ['-Q', '-q'] };
const MONGO: Client = { engine: 'mongodb', options: ['--eval'] };

export const CLIENTS: Readonly<Record<string, Client>> = {
  psql: PSQL,
  pgcli: PSQL,
  // `heroku pg:psql`
  'pg:psql': PSQL,
  usql: { engine: 'unknown', options: ['-c', '--command'] },
  mysql: MYSQL,
  mycli: MYSQL,
  mariadb: { ...MYSQL, engine: 'mariadb' },
  sqlcmd: SQLCMD,
  'mssql-cli': SQLCMD,
  sqlite3: { engine: 'sqlite', options: ['-cmd'], positional: true },
  mongosh: MONGO,
  mongo: MONGO,
  cockroach: { engine: 'cockroachdb', options: ['-e', '--execute'] },
  ysqlsh: { engine: 'yugabytedb', options: ['-c', '--command'] },
  'clickhouse-client': { engine: 'clickhouse', options: ['-q', '--query'] },
  snowsql: { engine: 'snowflake', options: ['-q', '--query'] },
  cqlsh: { engine: 'cassandra', options: ['-e', '--execute'] },
};

/** Their argument is a line of its own. */
export const SHELLS: ReadonlySet<string> = new Set(['sh', 'bash', 'zsh', 'dash', 'ash', 'ssh', 'su']);
