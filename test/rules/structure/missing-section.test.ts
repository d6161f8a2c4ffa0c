import { expect, test } from 'vitest';
import { apply, checkAll, quickFixesOf } from '../../support/checking.ts';
import { testRule } from '../../support/rule-tester.ts';

const PARTS = `compatibility:
  mustRemain:
    - { id: v4, surface: http-api, contract: stays }
migration: none
rollout:
  stages:
    - { id: canary, abortCriteria: ["smoke test fails -> rollback"] }
rollback: none
`;

testRule('missing-section', {
  artifact: 'ROLLOUT_PLAN',
  clean: [
    { name: 'every part', yaml: `rolloutPlan: 1\n${PARTS}validation: none\n` },
    {
      name: 'an artifact holds its own part',
      markdown:
        '# Rollout plan\n\n## Stage 1: canary (1%, 2h)\n\n**Abort criteria**:\n\n- smoke test fails -> rollback\n',
    },
    { name: 'a part that cannot be read is there', yaml: `rolloutPlan: 1\n${PARTS}validation: a: b\n` },
  ],
  faulty: [
    {
      name: 'no validation',
      yaml: `[|rolloutPlan|]: 1\n${PARTS}`,
      message:
        'The plan has no validation part. Healthy is not the same as right, and only checks of what the service is for tell them apart: write smoke checks and one group of checks for each concern.',
    },
    { name: 'a part with nothing in it', yaml: `rolloutPlan: 1\n${PARTS}[|validation|]:\n` },
    {
      name: 'a rollout without stages',
      markdown: '# [|Rollout plan|]\n\nWe will be careful.\n',
      message: /has no stages/,
      preferred: true,
    },
    {
      name: 'no stages in YAML',
      yaml: `rolloutPlan: 1\n${PARTS.replace(/stages:\n.*\n/, 'unit: requests\n')}validation: none\n`.replace(
        'rollout:',
        '[|rollout|]:',
      ),
    },
    {
      name: 'no stages in YAML, and no unit',
      yaml: `rolloutPlan: 1\n${PARTS.replace(/stages:\n.*\n/, 'strategy: canary\n')}validation: none\n`.replace(
        'rollout:',
        '[|rollout|]:',
      ),
    },
  ],
});

test.each([
  [
    'rollout-plan.yaml',
    `rolloutPlan: 1\nowner: a\n${PARTS.replace(/stages:\n.*\n/, 'strategy: canary\n')}validation: none\n`,
  ],
  [
    'rollout-plan.yaml',
    `rolloutPlan: 1\nowner: a\n${PARTS.replace(/stages:\n.*\n/, 'unit: hosts\n')}validation: none\n`,
  ],
  ['ROLLOUT_PLAN.md', '# Rollout plan\n\nWe will be careful.\n'],
])('in %s stages are written with what they are shares of, and where they are seen', async (name, text) => {
  const files = { [name]: text };
  const before = await checkAll(files);
  const problem = before.find(({ message }) => message.startsWith('The rollout has no stages'));
  const [fix] = problem ? await quickFixesOf(files, problem) : [];
  if (!fix) throw new Error('nothing is offered');
  const known = new Set(before.map(({ message }) => message));
  const after = await checkAll(apply(files, fix));
  expect(after.filter(({ message }) => !known.has(message))).toEqual([]);
  expect(after.length).toBe(before.length - 1);
  expect(apply(files, fix)[name]).toMatch(/## Unit\n\nrequests|^ {2}unit: (?:hosts|requests)$/m);
});
