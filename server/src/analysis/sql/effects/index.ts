/** What statements do to the data and to those who use it meanwhile. */
import { type Engine, versionOf } from '../engines.ts';
import type { Action, Effect, Statement } from '../types.ts';
import type { FactsOf } from './fact.ts';
import { type LossPages, lossesOf } from './losses.ts';
import { mongodbFacts } from './mongodb.ts';
import { mariadbFacts, mysqlFacts } from './mysql.ts';
import { postgresqlFacts } from './postgresql.ts';
import { PG } from './sources.ts';
import { sqliteFacts } from './sqlite.ts';
import { sqlserverFacts } from './sqlserver.ts';

const FACTS: Readonly<Partial<Record<Engine, FactsOf>>> = {
  postgresql: postgresqlFacts,
  mysql: mysqlFacts,
  mariadb: mariadbFacts,
  sqlserver: sqlserverFacts,
  sqlite: sqliteFacts,
  mongodb: mongodbFacts,
};

/** What SQL itself says; locks are never judged without knowing the engine. */
const ANYWHERE: LossPages = {
  dropTable: PG.dropTable,
  dropColumn: PG.alterTable,
  dropDatabase: PG.dropDatabase,
  dropSchema: PG.dropSchema,
  dropPartition: PG.alterTable,
  truncate: PG.truncate,
  delete: PG.delete,
  update: PG.update,
  alterType: PG.alterTable,
};

const anywhere: FactsOf = (action) => lossesOf(action, ANYWHERE);

/** Of every action, in the order of the text. `version` as the plan writes it; a version that is not said is taken to be current. */
export function effectsOf(statement: Pick<Statement, 'actions'>, engine: Engine, version?: string): readonly Effect[] {
  const facts = FACTS[engine] ?? anywhere;
  const numbers = versionOf(version);
  return statement.actions.flatMap((action: Action) => facts(action, numbers).map((fact) => ({ ...fact, action })));
}
