/** Whether what was read of one reading is another in the next. */
import { describe, expect, it, test } from 'vitest';
import { changesBetween, concerns } from '../../../server/src/model/plan/changes.ts';
import { collector } from '../../../server/src/model/plan/gather.ts';
import { gather, gathersTheSame, newEditingCaches, type Plan, readPlans } from '../../../server/src/model/plan/plan.ts';
import { noReads, type Reads, recording } from '../../../server/src/model/plan/reads.ts';
import { rootShape } from '../../../server/src/model/plan/shape.ts';
import { entryOf, isAbsent, keysOf } from '../../../server/src/model/plan/view.ts';
import type { LiveSource } from '../../../server/src/model/source.ts';
import { planOf } from './reading.ts';

function readsOf(look: () => unknown): Reads {
  const reads = noReads();
  recording(reads, look);
  return reads;
}

/** Whether an edit concerns who looked at the plan before. */
function isConcerned(before: string, after: string, look: (view: Plan['view']) => unknown): boolean {
  const caches = newEditingCaches();
  const source: LiveSource = { uri: 'file:///rollout-plan.yaml', syntax: 'yaml', text: before, reading: 0 };
  const [{ resolvedRoot, view }] = readPlans(source, 'plan', caches);
  const reads = readsOf(() => look(view));
  source.text = after;
  source.reading++;
  const [next] = readPlans(source, 'plan', caches);
  return concerns(changesBetween(resolvedRoot, next.resolvedRoot, rootShape('plan')), reads);
}

describe('who looked', () => {
  const own = (view: Plan['view']) => entryOf(view, 'x-own');
  const isNamed = (view: Plan['view']) => isAbsent(view, 'name');
  it.each<[string, string, string, (view: Plan['view']) => unknown, boolean]>([
    ['at a key that no schema knows', 'x-own: { a: 1 }\n', 'x-own: { a: 2 }\n', own, true],
    ['at such a key, of which another became another', 'x-own: 1\nx-b: 1\n', 'x-own: 1\nx-b: 2\n', own, false],
    ['at a list of such a key', 'x-own: [1]\n', 'x-own: [2]\n', own, true],
    [
      'at a map that is no longer empty',
      'rollout: {}\n',
      'rollout: { unit: users }\n',
      (view) => isAbsent(view, 'rollout'),
      true,
    ],
    ['at a map that is a text now', 'rollout: { unit: users }\n', 'rollout: users\n', (view) => view.rollout, true],
    ['at a key of a plan that says nothing yet', '{}\n', 'name: a\n', isNamed, true],
    ['at another key of it', '{}\n', 'owner: a\n', isNamed, false],
    ['at which keys there are', 'name: a\n', 'name: a\nx-own: 1\n', keysOf, true],
  ])('%s', (_, before, after, look, is) => expect(isConcerned(before, after, look)).toBe(is));
});

const numbers = collector(({ node }) => (node.kind === 'scalar' && typeof node.value === 'number' ? [node.value] : []));

test('what was gathered of one text says nothing of another', () => {
  const [one, other] = [planOf('rolloutPlan: 1\n'), planOf('rolloutPlan: 2\n')];
  const reads = readsOf(() => gather(one, numbers));
  expect(gathersTheSame(one, reads)).toBe(true);
  expect(gathersTheSame(other, reads)).toBe(true);
});

test('what was gathered of a text is looked at in its next reading', () => {
  const caches = newEditingCaches();
  const reads = readsOf(() => gather(planOf('rolloutPlan: 1\n', caches), numbers));
  expect(gathersTheSame(planOf('rolloutPlan: 1\nname: a\n', caches), reads)).toBe(true);
  expect(gathersTheSame(planOf('rolloutPlan: 2\n', caches), reads)).toBe(false);
});
