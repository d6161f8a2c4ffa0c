import { describe, expect, test } from 'vitest';
import { inlayHints } from '../../server/src/features/inlay-hints.ts';
import { asking, EVERYWHERE } from '../support/asking.ts';

/** The hints, each behind the text of its line. */
async function hints(text: string): Promise<string[]> {
  const { context } = await asking({ 'rollout-plan.yaml': text });
  const lines = text.split('\n');
  return inlayHints(context, EVERYWHERE).map(({ position, label, tooltip }) => {
    const before = lines[position.line]?.slice(0, position.character).trim();
    return `${before} [${label}]${/past/.test(tooltip.plain) ? ' past' : ''}`;
  });
}

const backup = (facts: string): string => `rolloutPlan: 1\nbackups:\n  - id: dump\n${facts}`;

describe('when something ends', () => {
  test('on a day, which may be over', async () => {
    expect(await hints(backup('    takenOn: 2026-11-01\n    ttl: 5d\n'))).toEqual(['ttl: 5d [until 2026-11-06] past']);
    expect(await hints(backup('    takenOn: 2026-11-01\n    ttl: 90d\n'))).toEqual(['ttl: 90d [until 2027-01-30]']);
  });
  test('at a time, where the beginning has one', async () => {
    const text = backup('    takenOn: 2026-11-20T10:30:00Z\n    ttl: 36h\n');
    expect(await hints(text)).toEqual(['ttl: 36h [until 2026-11-21 22:30 UTC]']);
  });
  test.each([
    ['that cannot be read', '    takenOn: soon\n    ttl: 5d\n'],
    ['that nobody can add up', '    takenOn: 2026-11-01\n    ttl: a while\n'],
    ['beyond the calendar', '    takenOn: 2026-11-01\n    ttl: 9999999d\n'],
    ['beyond all time', '    takenOn: 2026-11-01\n    ttl: 999999999999d\n'],
  ])('not of a span %s', async (_, facts) => {
    expect(await hints(backup(facts))).toEqual([]);
  });
});

describe('of stages', () => {
  const stages = (lines: string): string => `rolloutPlan: 1\nrollout:\n  unit: users\n  stages:\n${lines}`;
  test('what begins on a day of its own begins after nothing', async () => {
    const text = stages(
      '    - { id: canary, weight: 1%, soak: 2h }\n    - { id: half, weight: 50%, soak: 2h, starts: 2026-12-01 }\n    - { id: full, weight: 100% }\n',
    );
    expect((await hints(text)).filter((hint) => hint.includes('begins'))).toEqual([]);
  });
  test('the share of a stage before production is none; of one that may be anywhere nothing is said', async () => {
    const text = stages('    - { id: one, environment: staging, weight: 100% }\n    - { id: dev, weight: 100% }\n');
    expect((await hints(text)).filter((hint) => hint.includes('production'))).toEqual([
      '- { id: one, environment: staging, weight: 100% [0% of production]',
    ]);
  });
  test('criteria that come from a stage, also beside what is none', async () => {
    const text = stages(
      '    - none\n    - { id: canary, abortCriteria: [error-rate > 1% -> rollback] }\n    - { id: full, extends: canary }\n',
    );
    expect((await hints(text)).filter((hint) => hint.includes('criteri'))).toEqual([
      '- { id: full, extends: canary [1 abort criterion]',
    ]);
  });
  test('criteria that come from no stage with a name', async () => {
    const text = `rolloutPlan: 1\nx-usual: &usual\n  abortCriteria: [error-rate > 1% -> rollback]\nrollout:\n  stages:\n    - &first { <<: *usual, id: canary }\n`;
    expect((await hints(text)).filter((hint) => hint.includes('criteri'))).toEqual([
      '- &first { <<: *usual, id: canary [1 abort criterion]',
    ]);
  });
});
