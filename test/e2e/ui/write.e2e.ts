/** Writing a plan: scaffolded from the palette, filled in with snippets, mended as a whole. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { until } from '../support/wait.ts';
import { DARK, HIGH_CONTRAST, LIGHT, workbenchOfEachTest } from './support.ts';
import type { Workbench } from './workbench.ts';

const BUNDLE = [
  'rollout-plan.yaml',
  'COMPATIBILITY_CONTRACT.md',
  'MIGRATION_PLAN.md',
  'ROLLOUT_PLAN.md',
  'ROLLBACK_PLAN.md',
  'VALIDATION_CHECKLIST.md',
];

describe('writing a plan', () => {
  const open = workbenchOfEachTest();

  it('expands a snippet', async () => {
    const file = 'rollout-plan.yaml';
    const workbench = await open({ fixture: 'snippet', file, settings: HIGH_CONTRAST });
    await workbench.page.keyboard.press('Control+End');
    await workbench.suggestion('rollout-stage', /rollout-stage(?!-)/, () =>
      workbench.screenshot('snippet-1-suggested'),
    );
    await workbench.screenshot('snippet-2-expanded');
    await workbench.endSnippet();
    await workbench.save();
    assert.match(await workbench.read(file), /abortCriteria:/);
  });

  it('scaffolds a bundle from the palette', async () => {
    const workbench = await open({ name: 'payments', settings: DARK });
    await newPlan(workbench, 'ledger-currency', 'new-plan');
    await until('the whole bundle', () => BUNDLE.every((file) => workbench.has(file)));
    await workbench.page.locator('.tab.active', { hasText: 'rollout-plan.yaml' }).waitFor();
    await workbench.inExplorer('VALIDATION_CHECKLIST.md').waitFor();
    await workbench.screenshot('new-plan-3-files');
    assert.match(await workbench.read('rollout-plan.yaml'), /^name: ledger-currency$/m);
  });

  it('overwrites nothing when it scaffolds', async () => {
    const workbench = await open({ name: 'payments', settings: DARK });
    await workbench.write('ROLLBACK_PLAN.md', 'Written by a person.\n');
    await newPlan(workbench, 'ledger-currency');
    await workbench.notified('ROLLBACK_PLAN.md is already in');
    await workbench.screenshot('new-plan-refused');
    assert.equal(await workbench.read('ROLLBACK_PLAN.md'), 'Written by a person.\n');
    assert.deepEqual(
      BUNDLE.filter((file) => workbench.has(file)),
      ['ROLLBACK_PLAN.md'],
    );
  });

  it('mends all that can be mended alone', async () => {
    const file = 'rollout-plan.yaml';
    const workbench = await open({ fixture: 'notations', file, settings: LIGHT });
    await workbench.problems.problem('invalid-duration');
    await workbench.focusEditor();
    await workbench.goToText(file, '2 hours');
    await workbench.squiggle('error').first().waitFor();
    await workbench.screenshot('fix-all-1-problems');
    await workbench.problems.fixAll('invalid-duration');
    await workbench.save();
    await workbench.screenshot('fix-all-2-fixed');
    assert.match(await workbench.read(file), /soak: 2h\b/);
  });
});

/** Answers the questions of the command as one who wants all six files, in the folder that is open. */
async function newPlan(workbench: Workbench, name: string, shot?: string): Promise<void> {
  const picture = async (what: string) => shot && workbench.screenshot(`${shot}-${what}`);
  await workbench.command('Rollout Plan: New Plan');
  await workbench.answer('Name', name, () => picture('1-name'));
  await workbench.answer('Title');
  await workbench.answer('Owner', 'team-payments');
  await workbench.answerAll('Files', () => picture('2-files'));
  await workbench.answer('Folder');
}
