import { describe, expect, it } from 'vitest';
import { keysOf, sourceOf, wordsOf } from '../../../server/src/model/plan/view.ts';
import { planOf } from './reading.ts';

const { view } = planOf('name: a\nowner: " "\nrollout:\n  unit: users\n  x-own: 1\n  stages: [{ id: b }]\n');

describe('the typed plan', () => {
  it('has words where something is written', () => {
    expect([wordsOf(view.name), wordsOf(view.owner), wordsOf(view.title)]).toEqual(['a', undefined, undefined]);
  });

  it('answers alike for an object and for its node', () => {
    const { rollout } = view;
    if (!rollout) throw new Error('no rollout');
    for (const owner of [rollout, { node: rollout.node }]) {
      expect(keysOf(owner)).toEqual(['unit', 'x-own', 'stages']);
      expect(sourceOf(owner)).toBe(sourceOf(view));
    }
  });

  it('has lists that know their node and give plain ones', () => {
    const stages = view.rollout?.stages;
    expect(stages?.node.items).toHaveLength(1);
    expect(stages?.map(({ id }) => id?.value)).toEqual(['b']);
  });
});
