import { describe, expect, it } from 'vitest';
import type { PlanEdit, Skeleton } from '../../../server/src/model/edit.ts';
import { isSlot } from '../../../server/src/model/edit.ts';
import { allNodes, type LocatedNode, type MapNode } from '../../../server/src/model/located.ts';
import type { DocumentKind, PlanDocument } from '../../../server/src/model/plan-document.ts';
import { newValidationCache, type SchemaProblem, schemaProblems } from '../../../server/src/model/schema/validate.ts';
import { offsets, textOf } from '../../../server/src/model/source.ts';
import { readYaml } from '../../../server/src/model/yaml/read.ts';
import { readText } from '../../support/schemas.ts';
import { tree } from '../../support/tree.ts';

function read(text: string): PlanDocument {
  const [document] = readYaml({ uri: 'file:///rollout-plan.yaml', syntax: 'yaml', text });
  if (!document) throw new Error('no document');
  return document;
}

const problemsIn = (text: string, kind: DocumentKind = 'plan'): SchemaProblem[] => [
  ...schemaProblems(read(text).root, kind),
];

/** `rule |words| first fix`, as short as it can be read. */
function told(text: string, kind: DocumentKind = 'plan'): string[] {
  return problemsIn(text, kind).map(({ rule, span, fixes }) => {
    const fix = fixes[0];
    return `${rule} |${textOf(span)}|${fix ? ` ${fix.title}: ${fix.edits.map(shown).join(' + ')}` : ''}`;
  });
}

function shown(edit: PlanEdit): string {
  if (edit.kind === 'replace') return `${textOf(edit.span)} -> ${edit.newText}`;
  if (edit.kind === 'set') return `${edit.key} = ${JSON.stringify(plain(edit.value))}`;
  return JSON.stringify(plain(edit.value));
}

function plain(value: Skeleton): unknown {
  if (typeof value !== 'object') return value;
  if (isSlot(value)) return `<${value.slot}>`;
  if (Array.isArray(value)) return value.map(plain);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
}

const messageOf = (text: string): string => problemsIn(text)[0]?.message ?? '';
const step = (body: string) => `migration:\n  steps:\n    - { id: a, ${body} }\n`;
const stage = (body: string) => `rollout:\n  stages:\n    - { id: a, ${body} }\n`;

describe('a plan that is right', () => {
  it('has no problem', () => expect(told(readText('test/fixtures/reference/rollout-plan.yaml'))).toEqual([]));
  it.each([
    'title:\n',
    'rollout: {}\n',
    'migration: { steps: [] }\n',
    'migration: none\n',
    'rollback: "N/A, nothing changes"\n',
    'flags: None\n',
    'migration: { steps: [{ id: a, backup: none, down: "n/a: the column stays" }] }\n',
    'rollout: { stages: [{ id: a, soak: none, abortCriteria: N/A }] }\n',
    'x-anything: { deep: [1, { a: b }] }\nrollout: { x-note: 5 }\n',
    'rolloutPlan: off\n',
    'migration: { steps: [{ id: a, backup: a-backup }, { id: b, backup: { ref: s3://x } }] }\n',
    'rollout: { abortCriteria: [a > 1, { when: b > 2 }] }\n',
    stage('weight: 5'),
  ])('%j', (text) => expect(told(text)).toEqual([]));
});

describe('unknown keys', () => {
  it.each([
    [
      'rollout: { stages: [{ id: a, abort_criteria: [x > 1] }] }',
      'unknown-key |abort_criteria| Rename to abortCriteria: abort_criteria -> abortCriteria',
    ],
    [
      'rollout: { stages: [{ id: a, Abort-Criteria: [x > 1] }] }',
      'unknown-key |Abort-Criteria| Rename to abortCriteria: Abort-Criteria -> abortCriteria',
    ],
    [
      'rollout: { stages: [{ id: a, succesCriteria: [x < 1] }] }',
      'unknown-key |succesCriteria| Rename to successCriteria: succesCriteria -> successCriteria',
    ],
    [stage('bake: 2h'), 'unknown-key |bake| Rename to soak: bake -> soak'],
    [stage('bakeTime: 2 hours'), 'unknown-key |bakeTime| Rename to soak: bakeTime -> soak + "2h"'],
    [
      'migration: { strategy: dual write }',
      'unknown-key |strategy| Rename to strategies: strategy -> strategies + ["dual-write"]',
    ],
    [
      step('irreversible: true'),
      'unknown-key |irreversible| Write reversible: false: irreversible -> reversible + false',
    ],
    [step('irreversible: perhaps'), 'unknown-key |irreversible|'],
    ['stages: []', 'unknown-key |stages|'],
    ['wobble: 1', 'unknown-key |wobble|'],
  ])('%s', (text, expected) => expect(told(`${text}\n`)).toEqual([expected]));

  it('say where a key belongs, and which one was meant', () => {
    expect(messageOf('stages: []\n')).toBe(
      '"stages" is not a key of "Rollout plan", so nothing reads it. It belongs under "rollout".',
    );
    expect(messageOf(stage('bake: 2h'))).toBe(
      '"bake" is not a key of "Stage", so nothing reads it. Did you mean "soak"?',
    );
    expect(messageOf('wobble: 1\n')).toContain('Keys of your own begin with "x-".');
  });

  it('are not renamed to a key that is there, nor to one that would not take the value', () => {
    expect(told(stage('soak: 1h, bake: 2h'))).toEqual(['unknown-key |bake|']);
    expect(told(stage('bake: [1h]'))).toEqual(['unknown-key |bake|']);
    expect(told('rolback: { wobble: 1 }\n')).toEqual(['unknown-key |rolback|']);
    expect(told('rolback: { owner: me }\n')).toEqual(['unknown-key |rolback| Rename to rollback: rolback -> rollback']);
  });

  it('say nothing of what is below them', () =>
    expect(told('wobble: { weight: 0.05, soak: 1 }\n')).toEqual(['unknown-key |wobble|']));

  it('are dangerous names of JavaScript, too', () => {
    expect(told('__proto__: { a: 1 }\nconstructor: 1\ntoString: 2\n').length).toBe(3);
  });
});

describe('keys without which a value means nothing', () => {
  it('are asked for at the words that stand for it, with an id from its title', () => {
    expect(told('migration:\n  steps:\n    - title: Drop the email\n')).toEqual([
      'plan-schema |title| Write id: id = "<drop-the-email>"',
    ]);
    expect(told('rollout: { abortCriteria: [{ then: rollback }] }\n')).toEqual([
      'plan-schema |then| Write when: when = "<error-rate > 1% for 5m>"',
    ]);
    expect(told('metrics: [{ query: up }]\n')).toEqual(['plan-schema |query| Write id: id = "<new-metric>"']);
  });

  it('are asked for at the key where it is written with nothing behind it', () => {
    expect(told('migration:\n  steps:\n    - title: Drop\n      id:\n')).toEqual([
      'plan-schema |id| Write id: id = "<drop>"',
    ]);
  });

  it('are told in a sentence', () =>
    expect(messageOf('metrics: [{ query: up }]\n')).toMatch(
      /^This metric has no "id"\. The name that criteria and stages use/,
    ));
});

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

describe('places and walks', () => {
  it('are in the order of the text and inside it', () => {
    const text =
      'status: x\nrollout:\n  stages:\n    - id: a\n      soak: 1\n    - id: b\n      weight: 0.5\nowner: 5\n';
    const starts = problemsIn(text).map(({ span }) => offsets(span).start);
    expect(starts.length).toBe(4);
    expect(Math.max(...starts)).toBeLessThan(text.length);
  });

  it('report what aliases share once', () => {
    expect(told('x-base: &c\n  id: a\n  soak: 5M\nrollout:\n  stages:\n    - *c\n    - *c\n')).toEqual([
      'invalid-duration |5M| Write 5m: "5m"',
    ]);
  });

  it('report what a merge key brings once', () => {
    expect(
      told(
        'x-base: &c { soak: 5M, wobble: 1 }\nrollout:\n  stages:\n    - { <<: *c, id: a }\n    - { <<: *c, id: b }\n',
      ),
    ).toEqual(['invalid-duration |5M| Write 5m: "5m"', 'unknown-key |wobble|']);
  });

  it('end where nodes lead in circles', () => {
    const root = tree({ wobble: 1, rollback: { steps: [] } }) as MapNode;
    const rollback = root.entries.get('rollback')?.value as MapNode;
    for (const key of ['rolback', 'restore', 'steps']) {
      (rollback.entries as Map<string, unknown>).set(key, { key: root.head, value: rollback });
      (root.entries as Map<string, unknown>).set(key, { key: root.head, value: root });
    }
    expect([...schemaProblems(root, 'plan')].length).toBeGreaterThan(0);
  });

  it('leave out what is exempt, and values that could not be read', () => {
    const { root } = read('status: x\nrollout: { soak: 5M }\n');
    const exempt = new Set([...allNodes(root)].filter(({ kind }) => kind === 'scalar'));
    expect([...schemaProblems(root, 'plan', newValidationCache(), exempt)]).toEqual([]);
    const broken = { ...(tree('???') as Extract<LocatedNode, { kind: 'scalar' }>), broken: true as const };
    const map = tree({ status: 1, rollout: 1, metrics: [1], created: 1, name: 'x' }) as MapNode;
    for (const key of map.entries.keys())
      (map.entries as Map<string, unknown>).set(key, { key: map.head, value: broken });
    expect([...schemaProblems(map, 'plan')]).toEqual([]);
  });

  it('read a record by its own schema', () => {
    expect(told('date: 2026-11-18\ntook: 7 minutes\n', 'rehearsal')).toEqual([
      'invalid-duration |7 minutes| Write 7m: "7m"',
    ]);
    expect(told('id: a\nexpand: { up: { sql: select 1 } }\n', 'migration-record')).toEqual([]);
  });

  it('judge a node once for as long as the cache is kept', () => {
    const { root } = read(stage('soak: 5M, wobble: 1'));
    const cache = newValidationCache();
    const first = [...schemaProblems(root, 'plan', cache)];
    const second = [...schemaProblems(root, 'plan', cache)];
    expect(first.length).toBe(2);
    expect(second.every((problem, at) => problem === first[at])).toBe(true);
  });

  it('are quick on what is not a plan at all', () => {
    const lines = (count: number, line: (at: number) => string) =>
      Array.from({ length: count }, (_, at) => line(at)).join('\n');
    const text = `${lines(20_000, (at) => `key${at}: ${at}`)}\ntags:\n${lines(20_000, () => '  - 5')}\nmetrics:\n${lines(5000, () => '  - query: 5')}\n`;
    const { root } = read(text);
    const start = performance.now();
    const problems = [...schemaProblems(root, 'plan')];
    expect(problems.length).toBe(50_000);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
