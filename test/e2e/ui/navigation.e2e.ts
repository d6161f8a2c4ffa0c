/** From an artifact into the plan and back, and a name changed in both, by the keys that people know from code. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { until } from '../support/wait.ts';
import { DARK, workbenchOfEachTest } from './support.ts';

const PLAN = 'rollout-plan.yaml';
const WAY_BACK = 'ROLLBACK_PLAN.md';

const STEP = 'drop-amount-cents';
/** Alt+F12 on Windows and on a Mac; on Linux that key belongs to window managers. */
const PEEK = process.platform === 'linux' ? 'Control+Shift+F10' : 'Alt+F12';

describe('navigation', () => {
  const open = workbenchOfEachTest();

  it('shows and opens what an artifact refers to, and lists what refers to it', async () => {
    const workbench = await open({ fixture: 'clean', file: PLAN, settings: DARK });
    const { page } = workbench;
    const peek = page.locator('.peekview-widget');
    await workbench.write(WAY_BACK, '# Rollback plan\n\n- **Viable until**: drop amount cents\n');
    await workbench.openFile(WAY_BACK);
    await workbench.goToText(WAY_BACK, 'amount cents');
    await workbench.press(PEEK, peek.locator('.view-line', { hasText: STEP }).first());
    await workbench.screenshot('navigation-1-peek');
    await page.keyboard.press('Escape');
    await peek.waitFor({ state: 'detached' });
    await workbench.press('F12', page.locator('.tab.active', { hasText: PLAN }));
    await page.locator('.view-line', { hasText: STEP }).first().waitFor();
    await workbench.screenshot('navigation-2-definition');
    await workbench.press('Shift+F12', peek.locator('.monaco-list-row', { hasText: WAY_BACK }));
    const files = peek.locator('.monaco-list-row[aria-level="1"]');
    assert.equal(await files.count(), 2);
    await workbench.screenshot('navigation-3-references');
  });

  it('renames a metric in the plan and in the artifact beside it', async () => {
    const workbench = await open({ fixture: 'clean', file: PLAN, settings: DARK });
    const { page } = workbench;
    await workbench.write(WAY_BACK, '# Rollback plan\n\n## Rollback triggers\n\n- Error rate > 1% for 5m\n');
    await workbench.goToText(PLAN, 'error-rate');
    const box = page.locator('.rename-box input');
    await workbench.press('F2', box);
    await box.fill('failed-requests');
    await workbench.screenshot('rename-1-box');
    await page.keyboard.press('Enter');
    await until('the new name in both files', async () => {
      const [plan, artifact] = [await workbench.read(PLAN), await workbench.read(WAY_BACK)];
      return !plan.includes('error-rate') && /failed-requests/.test(plan) && /- Failed requests > 1%/.test(artifact);
    });
    await page.locator('.view-line', { hasText: 'failed-requests' }).first().waitFor();
    await workbench.screenshot('rename-2-renamed');
  });
});
