/** The record of a timed rehearsal, from plans that say little. The rest is in `test/lsp/rehearsal.test.ts`. */
import { expect, test } from 'vitest';
import { newRehearsal } from '../../server/src/features/scaffold-rehearsal.ts';
import { asking } from '../support/asking.ts';

const TIMED = {
  uri: 'file:///bundle/rollout-plan.yaml',
  started: '2026-11-18T14:02:31+01:00',
  ended: '2026-11-18T14:09:05+01:00',
  environment: 'staging',
  result: 'passed',
} as const;

async function record(text: string, name = 'rollout-plan.yaml'): Promise<string> {
  return newRehearsal((await asking({ [name]: text })).context, TIMED, '001.md').text;
}

test('of a plan without a name it says what was tried', async () => {
  const text = await record('rolloutPlan: 1\nrollback:\n  owner: team-a\n');
  expect(text).toMatch(/^# .*going back$/m);
  expect(text).not.toMatch(/^plan:/m);
});

test('the plan is named as its artifacts name it', async () => {
  const text = await record('---\nrolloutPlan: 1\nplan: orders\n---\n\n# Rollback plan\n', 'ROLLBACK_PLAN.md');
  expect(text).toMatch(/^plan: orders$/m);
  expect(text).toMatch(/^# .*orders$/m);
});

test('the trigger is the condition, also of one that says what happens', async () => {
  const text = await record(
    'rolloutPlan: 1\nname: a\nrollback:\n  triggers:\n    - { when: error-rate > 1% for 5m, owner: sre }\n',
  );
  expect(text).toContain('error-rate > 1% for 5m');
});
