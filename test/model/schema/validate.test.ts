import { describe, expect, it } from 'vitest';
import type { LocatedNode, MapNode } from '../../../server/src/model/located.ts';
import { newValidationCache, schemaProblems } from '../../../server/src/model/schema/validate.ts';
import { offsets } from '../../../server/src/model/source.ts';
import { processorTime } from '../../support/processor-time.ts';
import { readText } from '../../support/schemas.ts';
import { tree } from '../../support/tree.ts';
import { problemsIn, read, stage, told } from './told.ts';

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

  it('leave out values that could not be read', () => {
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
    let count = 0;
    const took = processorTime(() => {
      count = [...schemaProblems(root, 'plan')].length;
    });
    expect(count).toBe(50_000);
    expect(took).toBeLessThan(5000);
  });
});
