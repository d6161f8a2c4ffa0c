/** Where the comment goes that keeps a rule silent. The rest is in `test/lint/suppressions.test.ts`. */
import { expect, test } from 'vitest';
import { EVERYWHERE } from '../support/asking.ts';
import { serviceOver, uriOf } from '../support/checking.ts';
import { applyEdits, editsOf } from '../support/edits.ts';

/** The text with the rule suppressed at its first problem; the rule says nothing of it any more. */
async function suppressed(name: string, text: string, rule: string): Promise<string> {
  const service = serviceOver({ [name]: text }, { adopt: 'always' });
  const actions = await service.codeActions(uriOf(name), EVERYWHERE, ['quickfix']);
  const action = actions.find(({ title }) => title.startsWith(`Suppress ${rule} `));
  if (!action) throw new Error(`no such action: ${actions.map(({ title }) => title).join(' | ')}`);
  const then = applyEdits(text, editsOf(action.edit, uriOf(name)));
  const left = await serviceOver({ [name]: then }, { adopt: 'always' }).diagnostics(uriOf(name));
  expect(left.map(({ code }) => code)).not.toContain(rule);
  return then;
}

test('behind a byte order mark', async () => {
  expect(await suppressed('rollout-plan.yaml', '\uFEFFrolloutPlan: 1\nname: a\n', 'missing-owner')).toBe(
    '\uFEFF# rollout-plan-disable-next-line missing-owner -- reason\nrolloutPlan: 1\nname: a\n',
  );
  expect(await suppressed('ROLLOUT_PLAN.md', '\uFEFF# Rollout plan\n\nHere.\n', 'missing-owner')).toBe(
    '\uFEFF<!-- rollout-plan-disable-next-line missing-owner -- reason -->\n# Rollout plan\n\nHere.\n',
  );
});

test('in a text of one line without an end', async () => {
  expect(await suppressed('rollout-plan.yaml', 'rolloutPlan: 1', 'missing-owner')).toBe(
    '# rollout-plan-disable-next-line missing-owner -- reason\nrolloutPlan: 1',
  );
});

test('above a fence, and at the end of the file where the fence stands behind the mark of a list', async () => {
  const rollback = (step: string): string => `# Rollback plan\n\n## Steps\n\n${step}`;
  const fenced = rollback('1. Drop it:\n\n   ```sh\n   dropdb orders\n   ```');
  expect(await suppressed('ROLLBACK_PLAN.md', fenced, 'command-destructive')).toContain(
    '\n   <!-- rollout-plan-disable-next-line command-destructive -- reason -->\n   ```sh\n',
  );
  const listed = rollback('1. ```sh\n   dropdb orders\n   ```');
  expect(await suppressed('ROLLBACK_PLAN.md', listed, 'command-destructive')).toBe(
    `${listed}\n\n<!-- rollout-plan-disable-file command-destructive -- reason -->\n`,
  );
});

test('for the whole file, where the words stand behind a marker or in a comment', async () => {
  expect(await suppressed('rollout-plan.yaml', '--- {rolloutPlan: 1}\n', 'missing-owner')).toBe(
    '# rollout-plan-disable-file missing-owner -- reason\n--- {rolloutPlan: 1}\n',
  );
  expect(await suppressed('rollout-plan.yaml', '\uFEFF# only this\n', 'plan-schema')).toBe(
    '\uFEFF# rollout-plan-disable-file plan-schema -- reason\n# only this\n',
  );
  expect(await suppressed('ROLLOUT_PLAN.md', '---\n\n---\n', 'missing-owner')).toBe(
    '---\n# rollout-plan-disable-file missing-owner -- reason\n\n---\n',
  );
});
