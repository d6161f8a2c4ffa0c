/** Owners and files around a plan, for completion. */
import { expect, test } from 'vitest';
import { ownersNamed, surroundingsOf } from '../../server/src/workspace/surroundings.ts';
import { memoryHost } from '../support/memory-host.ts';

const ROOT = 'file:///work';
const PLAN = `${ROOT}/orders/rollout-plan.yaml`;

test('files near the plan come first, and by name', async () => {
  const names = ['z.sql', 'orders/b.sql', 'orders/a.sql', 'orders/deep/c.sql', 'notes.txt', 'm.sql'];
  const host = memoryHost(Object.fromEntries(names.map((name) => [`${ROOT}/${name}`, ''])));
  expect(await surroundingsOf(PLAN, [ROOT], host).files(/\.sql$/)).toEqual([
    'a.sql',
    'b.sql',
    'deep/c.sql',
    '../m.sql',
    '../z.sql',
  ]);
});

test('owners are those of the first file of owners that can be read', async () => {
  const host = memoryHost({ [`${ROOT}/CODEOWNERS`]: '* @org/first', [`${ROOT}/docs/CODEOWNERS`]: '* @org/last' });
  expect(await surroundingsOf(PLAN, [ROOT], host).owners()).toEqual(['@org/first']);
  const locked = {
    ...host,
    read: async (uri: string) =>
      uri === `${ROOT}/CODEOWNERS`
        ? ({ ok: false, reason: 'unreadable', message: 'may not be read by this user' } as const)
        : host.read(uri),
  };
  expect(await surroundingsOf(PLAN, [ROOT], locked).owners()).toEqual(['@org/last']);
});

test('only words that name somebody are owners', () => {
  expect(ownersNamed('# @nobody\n*.sql @org/dba nobody a@b.example # @no\n\n/docs not-me @me\n')).toEqual([
    '@org/dba',
    'a@b.example',
    '@me',
  ]);
});
