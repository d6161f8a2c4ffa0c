/** Writing a plan: scaffolded from the palette, filled in with snippets, mended as a whole. */
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, it } from 'mocha';
import { until } from '../support/wait.ts';
import { DARK, HIGH_CONTRAST, LIGHT, workbenchOfEachTest } from './support.ts';

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
    await workbench.suggestion('rollout', 'stage', () => workbench.screenshot('snippet-1-suggested'));
    await workbench.screenshot('snippet-2-expanded');
    await workbench.endSnippet();
    await workbench.save();
    assert.match(await workbench.read(file), /abortCriteria:/);
  });

  it('scaffolds a bundle from the palette, and overwrites nothing', async () => {
    const workbench = await open({ name: 'payments', settings: DARK });
    const kept = '# Written by a person\n';
    await writeFile(path.join(workbench.folder, 'ROLLBACK_PLAN.md'), kept);
    await workbench.command('Rollout Plan: New Plan');
    await workbench.screenshot('new-plan-1-question');
    await workbench.answerAll(() => BUNDLE.some((file) => file !== 'ROLLBACK_PLAN.md' && workbench.has(file)));
    await workbench.screenshot('new-plan-2-files');
    await until('the whole bundle', () => BUNDLE.every((file) => workbench.has(file)));
    assert.equal(await workbench.read('ROLLBACK_PLAN.md'), kept);
  });

  it('mends all that can be mended alone', async () => {
    const file = 'rollout-plan.yaml';
    const workbench = await open({ fixture: 'notations', file, settings: LIGHT });
    await workbench.problem('invalid-duration');
    await workbench.screenshot('fix-all-1-problems');
    await workbench.focusEditor();
    await workbench.fixAll('invalid-duration');
    await workbench.save();
    await workbench.screenshot('fix-all-2-fixed');
    assert.match(await workbench.read(file), /soak: 2h\b/);
  });
});
