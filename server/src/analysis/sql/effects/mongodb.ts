/** MongoDB: what shell operations lose and lock. */
import { olderThan } from '../engines.ts';
import type { Action } from '../types.ts';
import { type Fact, type FactsOf, locks, loses } from './fact.ts';
import { MONGO } from './sources.ts';

export const mongodbFacts: FactsOf = (action, version) => FACTS[action.kind]?.(action, version) ?? [];

const FACTS: Readonly<Partial<Record<Action['kind'], FactsOf>>> = {
  'drop-table': () => [
    ...loses('drops the collection and every document in it', MONGO.drop),
    exclusive('moment', MONGO.drop),
  ],
  'drop-database': () => loses('drops the database', MONGO.dropDatabase),
  'drop-column': ({ facts }) =>
    facts.hasWhere
      ? [{ kind: 'destroys', what: 'removes the field where the filter matches', rows: 'some', source: MONGO.unset }]
      : loses('removes the field from every document', MONGO.unset),
  delete: ({ facts }) =>
    facts.hasWhere || facts.batched
      ? [
          {
            kind: 'destroys',
            what: 'removes the documents that the filter finds',
            rows: 'some',
            source: MONGO.deleteMany,
          },
        ]
      : [...loses('removes every document', MONGO.deleteMany), unfiltered(MONGO.deleteMany)],
  update: ({ facts }) => (facts.hasWhere || facts.batched ? [] : [unfiltered(MONGO.updateMany)]),
  'rename-table': () => [exclusive('moment', MONGO.rename)],
  // Before 4.2 a foreground build kept the lock to the end.
  'create-index': (_, version) => [exclusive(olderThan(version, 4, 2) ? 'work' : 'moment', MONGO.createIndex)],
  'drop-index': () => [exclusive('moment', MONGO.dropIndex)],
  reindex: () => [exclusive('work', MONGO.reIndex)],
};

function exclusive(held: 'moment' | 'work', source: string): Fact {
  return locks('exclusive (X)', 'reads-and-writes', held, source);
}

function unfiltered(source: string): Fact {
  return { kind: 'unbounded', what: 'has an empty filter', source };
}
