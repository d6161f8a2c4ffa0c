/** The keys that the extension brings, in a plan. */
import { describe, it } from 'mocha';
import { LIGHT, workbenchOfEachTest } from './support.ts';

const PLAN = 'rollout-plan.yaml';
const RULE_PAGE = 'Control+k h';
const REHEARSAL = 'Control+k Shift+R';

describe('keys', () => {
  const open = workbenchOfEachTest();

  it('start and stop the timer of a rehearsal, and open the page of the rule at the cursor', async () => {
    const workbench = await open({ fixture: 'faulty-yaml', file: PLAN, settings: LIGHT });
    const { page } = workbench;
    const clock = page.locator('.statusbar-item', { hasText: /Rehearsal \d/ });
    await workbench.goToText(PLAN, 'canary\n      environment');
    await workbench.squiggle('error').first().waitFor();
    // Once each: pressed again they would do the opposite.
    await workbench.pressOnce(REHEARSAL);
    await clock.waitFor();
    await workbench.pressOnce(REHEARSAL);
    await page.locator('.quick-input-title', { hasText: 'Rehearsal: Result' }).waitFor();
    await page.keyboard.type('Discard');
    await page.keyboard.press('Enter');
    await clock.waitFor({ state: 'detached' });
    await workbench.press(RULE_PAGE, page.locator('.tab.active', { hasText: 'missing-abort-criteria' }));
  });
});
