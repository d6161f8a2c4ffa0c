import { describe, expect, it } from 'vitest';
import { hasPlanFrontMatter, isPlanName, startsWithPlanKey } from '../../client/src/plan-files.ts';
import { planFile } from '../../server/src/workspace/plan-files.ts';

const lines = (text: string) => {
  const split = text.split('\n');
  return { lineCount: split.length, lineAt: (line: number) => ({ text: split[line] ?? '' }) };
};

describe('names', () => {
  const plans = [
    'rollout-plan.yaml',
    'deploy/rollout-plan.yml',
    'orders.rollout-plan.yaml',
    'a/orders.rollout.yml',
    'ROLLOUT_PLAN.md',
    'docs/rollback-plan.md',
    'orders.ROLLBACK_PLAN.md',
    'Compatibility_Contract.md',
    'MIGRATION_PLAN.md',
    'validation-checklist.MD',
    'rollback-rehearsals/001.md',
    'migrations/V112.md',
  ];

  it.each(plans)('%s goes to the server, which agrees', (name) => {
    expect(isPlanName(`/work/${name}`)).toBe(true);
    expect(planFile({ uri: `file:///work/${name}`, getText: () => '' }, undefined)).toBeDefined();
  });

  it.each(['rollout-plan.config.yaml', 'rollout-plan.config.json'])('%s goes to the server as a policy', (name) => {
    expect(isPlanName(`/work/${name}`)).toBe(true);
  });

  it.each([
    'rollout.yaml',
    'canary.yaml',
    'README.md',
    'myrollout-plan.yaml',
    'PLAN.md',
    'rollout-plan.yaml.txt',
    'preROLLOUT_PLAN.md',
  ])('%s stays here', (name) => {
    expect(isPlanName(`/work/${name}`)).toBe(false);
  });
});

describe('the first key of a YAML file', () => {
  it.each([
    'rolloutPlan: 1',
    '\uFEFFrolloutPlan: 1',
    '# a plan\n\n---\nrolloutPlan: 1\nname: x',
    '%YAML 1.2\n---\n"rolloutPlan": 1',
    "--- # plan\n'rolloutPlan' : 1",
    '{ rolloutPlan: 1 }',
  ])('is the plan in %j', (text) => expect(startsWithPlanKey(lines(text))).toBe(true));

  it.each([
    '',
    '# only a comment',
    'name: x\nrolloutPlan: 1',
    '  - rolloutPlan: 1',
    'rolloutPlanner: 1',
    'x: rolloutPlan: 1',
  ])('is another in %j', (text) => expect(startsWithPlanKey(lines(text))).toBe(false));

  it('is not looked for without end', () => {
    expect(startsWithPlanKey(lines('#\n'.repeat(100_000)))).toBe(false);
  });
});

describe('front matter', () => {
  it('says that the file is a plan', () => {
    expect(hasPlanFrontMatter(lines('---\ntitle: x\nrolloutPlan: 1\n---\n# T'))).toBe(true);
  });

  it.each(['# T\nrolloutPlan: 1', '---\ntitle: x\n---\nrolloutPlan: 1', '---', ''])(
    'says no such thing in %j',
    (text) => expect(hasPlanFrontMatter(lines(text))).toBe(false),
  );
});
