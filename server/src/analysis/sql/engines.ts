/** The engines of the format, and which dialect their statements are read in. */

/** How words, quotes and comments are written. */
export type Dialect = 'postgresql' | 'mysql' | 'sqlserver' | 'sqlite' | 'mongodb' | 'generic';

/** `change.environment.database.engine`, or `unknown`. */
const DIALECTS = {
  postgresql: 'postgresql',
  cockroachdb: 'postgresql',
  yugabytedb: 'postgresql',
  redshift: 'postgresql',
  mysql: 'mysql',
  mariadb: 'mysql',
  sqlserver: 'sqlserver',
  sqlite: 'sqlite',
  mongodb: 'mongodb',
  oracle: 'generic',
  spanner: 'generic',
  dynamodb: 'generic',
  cassandra: 'generic',
  redis: 'generic',
  elasticsearch: 'generic',
  clickhouse: 'generic',
  bigquery: 'generic',
  snowflake: 'generic',
  other: 'generic',
  unknown: 'generic',
} as const satisfies Record<string, Dialect>;

export type Engine = keyof typeof DIALECTS;

export function dialectOf(engine: Engine): Dialect {
  return DIALECTS[engine];
}

export function isEngine(word: string): word is Engine {
  return Object.hasOwn(DIALECTS, word);
}

/** A version as numbers: [8, 0, 29] of "8.0.29-log". Empty where it is not said. */
export function versionOf(text: string | undefined): readonly number[] {
  const figures = /\d{1,9}(?:\.\d{1,9}){0,3}/.exec((text ?? '').slice(0, 100));
  return figures ? figures[0].split('.').map(Number) : [];
}

/** Whether a version is known to be older. What is not said is taken to be current: a rule that cannot know stays silent. */
export function olderThan(version: readonly number[], ...than: readonly number[]): boolean {
  for (const [at, wanted] of than.entries()) {
    const number = version[at];
    // "8.0" may be any release of 8.0.
    if (number === undefined) return false;
    if (number !== wanted) return number < wanted;
  }
  return false;
}
