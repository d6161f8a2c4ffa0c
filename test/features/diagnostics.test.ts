import { expect, test } from 'vitest';
import { cap, toDiagnostic } from '../../server/src/features/diagnostics.ts';
import { finding, type Problem } from '../../server/src/lint/rule.ts';
import { asking } from '../support/asking.ts';
import { serviceOver, uriOf } from '../support/checking.ts';

const PLAN = 'rolloutPlan: 1\nname: orders\nrollout:\n  stages:\n    - id: canary\n    - id: full\n';

test('no more problems than people want, and how many are left out', async () => {
  const files = { 'rollout-plan.yaml': PLAN };
  const all = await serviceOver(files).diagnostics(uriOf('rollout-plan.yaml'));
  const some = await serviceOver(files, { maxProblems: 3 }).diagnostics(uriOf('rollout-plan.yaml'));
  expect(some.slice(0, 2)).toEqual(all.slice(0, 2));
  expect(some[2]).toMatchObject({
    code: 'too-many-problems',
    severity: 'information',
    range: all[2]?.range,
    message: `${all.length - 2} more problems are not shown. Mend some of those above, or raise the setting rolloutPlan.maxProblems (now 3).`,
  });
  expect(some.length).toBe(3);
  expect(cap(all, all.length)).toBe(all);
});

test('a place in a file that is there no more is left out', async () => {
  const { context } = await asking({ 'rollout-plan.yaml': PLAN });
  const { root } = context.plans[0].document;
  const related = [{ span: root.head, message: 'Here.' }];
  const problem: Problem = { ...finding(root.head, 'Wrong.'), related, rule: 'a-rule', severity: 'error' };
  expect(toDiagnostic(problem, context.document, context.documentOf).related).toMatchObject([{ message: 'Here.' }]);
  expect(toDiagnostic(problem, context.document, () => undefined).related).toEqual([]);
});
