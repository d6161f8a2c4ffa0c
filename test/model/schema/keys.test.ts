import { describe, expect, it } from 'vitest';
import { messageOf, stage, step, told } from './told.ts';

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
