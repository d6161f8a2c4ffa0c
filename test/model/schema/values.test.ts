import { describe, expect, it } from 'vitest';
import { propertySchema, rootSchema, type SchemaNode, schemaAt } from '../../../server/src/model/schema/schema.ts';
import { valueProblem } from '../../../server/src/model/schema/value-problem.ts';
import { tree } from '../../support/tree.ts';
import { messageOf, problemsIn, stage, step, told } from './told.ts';

describe('values of a wrong type', () => {
  it.each([
    ['approvers: "@dba"', 'plan-schema |"@dba"| Wrap it in a list: ["@dba"]'],
    [
      'change: { surfaces: "database, API, cache" }',
      'plan-schema |"database, API, cache"| Write it as a list: ["database","http-api","cache"]',
    ],
    ['change: { surfaces: "the moon" }', 'plan-schema |"the moon"|'],
    [stage('metrics: "error-rate, p99"'), 'plan-schema |"error-rate, p99"| Write it as a list: ["error-rate","p99"]'],
    [stage('abortCriteria: a > 1 for 5m'), 'plan-schema |a > 1 for 5m| Wrap it in a list: ["a > 1 for 5m"]'],
    ['validation: { smoke: it answers }', 'plan-schema |it answers| Wrap it in a list: [{"check":"it answers"}]'],
    [
      'rollout: { communication: { audience: internal, when: now } }',
      'plan-schema |communication| Wrap it in a list: [{"audience":"internal","when":"now"}]',
    ],
    ['metrics: { errors: { query: up } }', 'plan-schema |metrics|'],
    [
      'rollout: { communication: { audience: internal, x-by: [a, { b: 1 }] } }',
      'plan-schema |communication| Wrap it in a list: [{"audience":"internal","x-by":["a",{"b":1}]}]',
    ],
    ['rollout: { communication: { audience: internal, when: } }', 'plan-schema |communication|'],
    ['rollout: { communication: { audience: internal, x-by: [a, ~] } }', 'plan-schema |communication|'],
    ['rollout: { communication: { audience: internal, x-by: { __proto__: 1 } } }', 'plan-schema |communication|'],
    [
      `rollout: { communication: { audience: internal, x-by: ${'{ a: '.repeat(12)}1${' }'.repeat(12)} } }`,
      'plan-schema |communication|',
    ],
    ['owner: 12', 'plan-schema |12| Write "12": "12"'],
    ['change: { versions: [{ component: a, from: 5.0 }] }', 'plan-schema |5.0| Write "5.0": "5.0"'],
    ['change: { environment: { database: { version: 16 } } }', 'plan-schema |16| Write "16": "16"'],
    ['name: true', 'plan-schema |true| Write "true": "true"'],
    ['title: true', 'plan-schema |true| Write "true": "true"'],
    ['owner: [team-a]', 'plan-schema |owner| Write the one value: "team-a"'],
    ['owner: [a, b]', 'plan-schema |owner|'],
    ['owner: { name: a }', 'plan-schema |owner|'],
    [step('reversible: yes'), 'plan-schema |yes| Write true: true'],
    [step('reversible: "off"'), 'plan-schema |"off"| Write false: false'],
    [step('reversible: maybe'), 'plan-schema |maybe|'],
    [step('locking: { retries: "3" }'), 'plan-schema |"3"| Write 3: 3'],
    [step('locking: { retries: -1 }'), 'plan-schema |-1|'],
    [step('locking: { retries: 1.5 }'), 'plan-schema |1.5|'],
    [step('locking: { retries: often }'), 'plan-schema |often|'],
    [
      step('up: "ALTER TABLE a ADD b int"'),
      'plan-schema |"ALTER TABLE a ADD b int"| Write it under sql: {"sql":"ALTER TABLE a ADD b int"}',
    ],
    [step('up: by hand'), 'plan-schema |by hand| Write it under description: {"description":"by hand"}'],
    [step('up: [a]'), 'plan-schema |up|'],
    ['change: { latency: 250ms }', 'plan-schema |250ms|'],
    ['rollout: { stages: [canary] }', 'plan-schema |canary| Write it under id: {"id":"canary"}'],
    ['rollout: { stages: [The canary] }', 'plan-schema |The canary|'],
    [`migration: { steps: [${'Drop the column '.repeat(5)}] }`, `plan-schema |${'Drop the column '.repeat(5).trim()}|`],
    ['migration: { steps: ["???"] }', 'plan-schema |"???"|'],
    [
      'migration: { steps: [Drop the column] }',
      'plan-schema |Drop the column| Write it under title: {"id":"drop-the-column","title":"Drop the column"}',
    ],
    ['migration: { steps: [{ id: 5 }] }', 'plan-schema |5| Write "5": "5"'],
    ['rollout: { abortCriteria: [5] }', 'plan-schema |5| Write "5": "5"'],
    ['tags: [a, 5, { b: c }]', 'plan-schema |5| Write "5": "5"'],
  ])('%s', (text, expected) => expect(told(`${text}\n`)[0]).toEqual(expected));

  it('lose no comment to a fix', () => {
    expect(told('rollout:\n  communication:\n    # why\n    audience: internal\n')).toEqual([
      'plan-schema |communication|',
    ]);
  });

  it('lose no comment of a long text, which is read in pieces', () => {
    const messages = Array.from({ length: 30 }, (_, at) => `    x-${at}: said in some forty words or even more\n`).join(
      '',
    );
    const long = (comment: string) => `rollout:\n  communication:\n${comment}    audience: internal\n${messages}`;
    expect(told(long('    # why\n'))).toEqual(['plan-schema |communication|']);
    expect(told(long(''))[0]).toContain('Wrap it in a list');
  });

  it('are told once a place', () => expect(told('status: 5\n')).toHaveLength(1));
});

describe('values that are not among those that are listed', () => {
  it.each([
    ['status: in progress', 'plan-schema |in progress| Write executing: "executing"'],
    ['status: Draft', 'plan-schema |Draft| Write draft: "draft"'],
    ['status: in_review', 'plan-schema |in_review| Write in-review: "in-review"'],
    ['status: aproved', 'plan-schema |aproved| Write approved: "approved"'],
    ['status: whatever', 'plan-schema |whatever|'],
    ['rolloutPlan: "1"', 'plan-schema |"1"| Write 1: 1'],
    ['rolloutPlan: 2', 'plan-schema |2|'],
    [
      'migration: { strategies: [dual-write, expandcontract] }',
      'plan-schema |expandcontract| Write expand-contract: "expand-contract"',
    ],
    [
      'change: { environment: { database: { engine: Postgres } } }',
      'plan-schema |Postgres| Write postgresql: "postgresql"',
    ],
    [step('phase: clean up'), 'plan-schema |clean up| Write contract: "contract"'],
  ])('%s', (text, expected) => expect(told(`${text}\n`)).toEqual([expected]));

  it('are listed', () =>
    expect(messageOf('risk: huge\n')).toBe('"huge" is not a value of "Risk". It is low, medium or high.'));
});

describe('other notations', () => {
  it.each([
    [stage('soak: 30'), 'invalid-duration |30| Write 30m: "30m"'],
    [stage('soak: 5M'), 'invalid-duration |5M| Write 5m: "5m"'],
    [stage('soak: PT30M'), 'invalid-duration |PT30M| Write 30m: "30m"'],
    [stage('soak: 2 hours'), 'invalid-duration |2 hours| Write 2h: "2h"'],
    [stage('soak: over night'), 'invalid-duration |over night|'],
    [stage('soak: true'), 'invalid-duration |true|'],
    [stage('soak: [1h]'), 'plan-schema |soak|'],
    [stage('weight: 0.05'), 'invalid-percentage |0.05| Write 5%: "5%"'],
    [stage('weight: 5 percent'), 'invalid-percentage |5 percent| Write 5%: "5%"'],
    [stage('weight: 150%'), 'invalid-percentage |150%|'],
    [stage('weight: { a: b }'), 'plan-schema |weight|'],
    ['created: 12/01/2026', 'invalid-date |12/01/2026|'],
    ['created: 1 Dec 2026', 'invalid-date |1 Dec 2026| Write 2026-12-01: "2026-12-01"'],
    ['created: 2026-02-30', 'invalid-date |2026-02-30|'],
    ['created: 20261201', 'invalid-date |20261201| Write 2026-12-01: "2026-12-01"'],
    ['created: 2026-12-01T10:00', 'invalid-date |2026-12-01T10:00|'],
    ['name: Orders Currency', 'plan-schema |Orders Currency| Write orders-currency: "orders-currency"'],
    ['migration: { steps: [{ id: Drop_Email }] }', 'plan-schema |Drop_Email|'],
    ['rollback: { steps: [{ id: Flag_Off }] }', 'plan-schema |Flag_Off| Write flag-off: "flag-off"'],
    ['change: { data: { size: 340 gib } }', 'plan-schema |340 gib| Write 340GiB: "340GiB"'],
    ['rollback: { rehearsals: [{ started: 2pm }] }', 'plan-schema |2pm| Write 14:00: "14:00"'],
  ])('%s', (text, expected) => expect(told(`${text}\n`)).toEqual([expected]));

  it('offer every unit for a bare number', () => {
    expect(problemsIn(stage('soak: 30'))[0]?.fixes.map(({ title }) => title)).toEqual([
      'Write 30m',
      'Write 30s',
      'Write 30h',
      'Write 30d',
    ]);
  });

  it('say what is wrong with them', () => {
    expect(messageOf(stage('soak: 30'))).toBe(
      '"30" has no unit, and is read as seconds by some and as minutes by others. Write 30m, 30s, 30h or 30d.',
    );
    expect(messageOf(stage('weight: 0.05'))).toContain('is a fraction');
    expect(messageOf(stage('weight: 150%'))).toBe('"150%" is more than there is. A share goes from 0% to 100%.');
    expect(messageOf('created: 12/01/2026\n')).toContain('one day in some countries and another in others');
    expect(messageOf('created: 2026-02-30\n')).toContain('not in the calendar');
    expect(messageOf('created: 2026-12-01T10:00\n')).toContain('2026-12-01T10:00Z for UTC');
  });
});

describe('what no schema asks for yet', () => {
  const at = (...path: (string | number)[]) => schemaAt(rootSchema('plan'), path) as SchemaNode;
  const retries = at('migration', 'steps', 0, 'locking', 'retries');
  const problem = (value: unknown, schema: SchemaNode) => valueProblem(tree(value), schema, () => false);

  it('is a largest number', () => {
    expect(problem(9, { ...retries, maximum: 5 }).message).toBe('"Retries" is at most 5, and 9 is not.');
    expect(problem('9', { ...retries, maximum: 5 }).fixes).toEqual([]);
    expect(problem('4', { ...retries, maximum: 5 }).fixes).toMatchObject([{ title: 'Write 4' }]);
    expect(problem('-4', { ...retries, minimum: undefined }).fixes).toMatchObject([{ title: 'Write -4' }]);
  });

  it('is more than the text of a unit', () => {
    const consumer = at('change', 'consumers', 0);
    expect(problem('reports', consumer).fixes).toMatchObject([{ title: 'Write it under name' }]);
    expect(problem('reports', { ...consumer, required: ['name', 'owner'] }).fixes).toEqual([]);
    expect(propertySchema(consumer, 'owner')).toBeDefined();
  });
});
