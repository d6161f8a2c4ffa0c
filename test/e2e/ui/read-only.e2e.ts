/** Files that may only be read: what would have to write them says so, and nothing is changed, in no file. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { DARK, LIGHT, workbenchOfEachTest } from './support.ts';

const PLAN = 'rollout-plan.yaml';
const WAY_BACK = 'ROLLBACK_PLAN.md';
const readOnly = (file: string) => ({ 'files.readonlyInclude': { [`**/${file}`]: true } });

describe('a file that may only be read', () => {
  const open = workbenchOfEachTest();

  it('says so when a fix is chosen in the Problems panel', async () => {
    const workbench = await open({ fixture: 'faulty-yaml', file: PLAN, settings: { ...LIGHT, ...readOnly(PLAN) } });
    const { page } = workbench;
    const before = await workbench.read(PLAN);
    const problem = await workbench.problems.openFixes('missing-abort-criteria', 'Write abort criteria');
    // A click would be refused: the menu is covered for a moment.
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await workbench.notified(`Nothing was changed: ${PLAN} is read-only.`);
    await workbench.screenshot('read-only-1-fix');
    await problem.waitFor();
    assert.equal(await page.locator('.tab.dirty').count(), 0);
    assert.equal(await workbench.read(PLAN), before);
  });

  it('says so when a name in it would have to change with the plan', async () => {
    const workbench = await open({ fixture: 'clean', file: PLAN, settings: { ...DARK, ...readOnly(WAY_BACK) } });
    const { page } = workbench;
    const before = await workbench.read(PLAN);
    await workbench.write(WAY_BACK, '# Rollback plan\n\n## Rollback triggers\n\n- Error rate > 1% for 5m\n');
    await workbench.openFile(WAY_BACK);
    await workbench.openFile(PLAN);
    await workbench.goToText(PLAN, 'error-rate');
    const box = page.locator('.rename-box input');
    await workbench.press('F2', box);
    await box.fill('failed-requests');
    await page.keyboard.press('Enter');
    await workbench.notified(`Nothing was changed: ${WAY_BACK} is read-only.`);
    await workbench.screenshot('read-only-2-rename');
    assert.equal(await workbench.read(PLAN), before);
    assert.match(await workbench.read(WAY_BACK), /Error rate/);
    assert.equal(await page.locator('.tab.dirty').count(), 0);
  });
});
