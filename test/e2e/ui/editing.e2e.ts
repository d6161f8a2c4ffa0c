/** Writing a plan with the help that is there when it is asked for: suggestions, outline, refactorings. */
import { describe, it } from 'mocha';
import { until } from '../support/wait.ts';
import { DARK, LIGHT, workbenchOfEachTest } from './support.ts';

const PLAN = 'rollout-plan.yaml';

describe('editing a plan', () => {
  const open = workbenchOfEachTest();

  it('suggests the keys that a stage may have, with what they are for', async () => {
    const workbench = await open({ fixture: 'clean', file: PLAN, settings: DARK });
    await workbench.goToText(PLAN, 'soak: 2h');
    await workbench.page.keyboard.press('End');
    await workbench.page.keyboard.press('Enter');
    await workbench.suggestion('', 'audience', () => workbench.screenshot('editing-1-suggestions'));
    await until('the key in the file', async () => {
      await workbench.save();
      return /\n {6}audience:/.test(await workbench.read(PLAN));
    });
  });

  it('shows the plan in the outline', async () => {
    const workbench = await open({ fixture: 'clean', file: PLAN, settings: LIGHT });
    await workbench.goToText(PLAN, 'id: canary');
    await workbench.command('Explorer: Focus on Outline View');
    await workbench.page.locator('.outline-pane .monaco-list-row', { hasText: 'change' }).first().waitFor();
    await workbench.screenshot('editing-2-outline');
  });

  it('offers refactorings of a stage', async () => {
    const workbench = await open({ fixture: 'clean', file: PLAN, settings: DARK });
    await workbench.goToText(PLAN, 'id: ramp-50');
    const row = workbench.page.locator('.action-widget .monaco-list-row', { hasText: 'Split it into' });
    await until('the list of refactorings', async () => {
      // Before the server has read the plan there is nothing to refactor, and the editor says so.
      await workbench.command('Refactor...');
      return row.waitFor({ timeout: 3_000 }).then(
        () => true,
        () => false,
      );
    });
    await workbench.screenshot('editing-3-refactor');
  });
});
