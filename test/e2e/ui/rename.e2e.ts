/** A name is changed where it stands, by the key for it, and with it in every file of the change. */
import { describe, it } from 'mocha';
import { until } from '../support/wait.ts';
import { DARK, workbenchOfEachTest } from './support.ts';

const PLAN = 'rollout-plan.yaml';
const WAY_BACK = 'ROLLBACK_PLAN.md';

describe('rename', () => {
  const open = workbenchOfEachTest();

  it('changes a metric in the plan and in the artifact beside it', async () => {
    const workbench = await open({ fixture: 'clean', file: PLAN, settings: DARK });
    const { page } = workbench;
    await workbench.write(WAY_BACK, '# Rollback plan\n\n## Rollback triggers\n\n- Error rate > 1% for 5m\n');
    await workbench.goToText(PLAN, 'error-rate');
    const box = page.locator('.rename-box input');
    // Before the server has read the plan there is nothing to rename, and the editor says so.
    await until('the box for the new name', async () => {
      await page.keyboard.press('F2');
      return box.waitFor({ timeout: 3_000 }).then(
        () => true,
        () => false,
      );
    });
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
