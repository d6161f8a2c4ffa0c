import { expect, test } from 'vitest';
import { NO_FILES } from '../../server/src/lint/named-files.ts';
import { sqlOfSteps } from '../../server/src/lint/step-sql.ts';
import { newPlanCaches, readPlans } from '../../server/src/model/plan/plan.ts';
import { textOf } from '../../server/src/model/source.ts';

function read(text: string) {
  const [plan] = readPlans({ uri: 'plan', syntax: 'yaml', text }, 'plan', newPlanCaches());
  if (!plan) throw new Error('no plan');
  return sqlOfSteps({ plan, bundle: { plans: [plan], files: NO_FILES } });
}

const steps = (...ups: readonly string[]): string =>
  `migration:\n  steps:\n${ups.map((up, at) => `    - { id: step-${at}, up: { ${up} } }\n`).join('')}`;

test('statements of the text and of command lines, each at its place', () => {
  const found = read(steps('sql: "ALTER TABLE a ADD b int;"', `command: "psql orders -c 'DROP TABLE old_orders'"`));
  expect(found.map(({ engine }) => engine)).toEqual(['postgresql', 'postgresql']);
  expect(found.flatMap(({ statements }) => statements.map(({ head }) => textOf(head)))).toEqual([
    'ALTER TABLE a',
    'DROP TABLE old_orders',
  ]);
});

test('the engine that the plan declares wins, and a step may have its own', () => {
  const declared = 'change: { environment: { database: { engine: mysql } } }\n';
  const own = 'migration:\n  steps:\n    - { id: a, up: { sql: SELECT 1 } }\n    - { id: b, engine: sqlite }\n';
  expect(read(declared + own).map(({ engine }) => engine)).toEqual(['mysql', 'sqlite']);
});

test('what the plan has made itself may go', () => {
  const drop = 'sql: DROP TABLE copy';
  const kinds = (text: string) => read(text).map(({ effects }) => effects.map(({ kind }) => kind));
  expect(kinds(steps('sql: CREATE TABLE copy (id int)', drop))).toEqual([[], []]);
  expect(kinds(steps(drop))).toEqual([['destroys', 'irreversible']]);
});

test('the way back may take what its step has made, and nothing else', () => {
  const text = (down: string) =>
    `migration:\n  steps:\n    - { id: a, up: { sql: ALTER TABLE t ADD COLUMN b int }, down: { sql: "${down}" } }\n    - { id: later, up: { sql: CREATE TABLE u (id int) } }\n`;
  const kinds = (down: string) => read(text(down))[0]?.down.map(({ effects }) => effects.map(({ kind }) => kind));
  expect(kinds('ALTER TABLE t DROP COLUMN b')).toEqual([[]]);
  expect(kinds('ALTER TABLE t DROP COLUMN c; DROP TABLE u')).toEqual([
    ['destroys', 'irreversible'],
    ['destroys', 'irreversible'],
  ]);
});

test('a client in a command line speaks its own language, whatever the plan says', () => {
  const declared = 'change: { environment: { database: { engine: mysql, version: "8.0" } } }\n';
  const [found] = read(declared + steps(`command: "psql -c 'CREATE INDEX i ON t (a)'"`));
  expect(found?.effects.map(({ lock }) => lock)).toEqual(['SHARE']);
});
