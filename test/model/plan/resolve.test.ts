import { expect, test } from 'vitest';
import { planOf } from './reading.ts';

const soaks = (text: string) => planOf(text).view.rollout?.stages?.map(({ soak }) => soak?.value);

test('stages inherit through one another, but not without end', () => {
  const stages = Array.from({ length: 60 }, (_, at) => `    - id: s${at}\n      extends: s${at - 1}\n`);
  stages[0] = '    - id: s0\n      soak: 1h\n';
  const found = soaks(`rollout:\n  stages:\n${stages.join('')}`);
  expect([found?.[1], found?.[50], found?.[59]]).toEqual(['1h', '1h', undefined]);
});

test('stages that extend one another in a circle inherit nothing twice', () => {
  const text =
    'rollout:\n  stages:\n    - { id: a, extends: b }\n    - { id: b, extends: a, soak: 1h }\n    - { id: c, extends: c }\n';
  expect(soaks(text)).toEqual(['1h', '1h', undefined]);
});
