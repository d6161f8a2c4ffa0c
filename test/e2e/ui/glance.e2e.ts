/** What is seen of a plan without asking: lenses, hints, colours; and what a pointer and a click bring. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { until } from '../support/wait.ts';
import { DARK, HIGH_CONTRAST, LIGHT, workbenchOfEachTest } from './support.ts';
import type { Workbench } from './workbench.ts';

const PLAN = 'rollout-plan.yaml';
const RECORD = 'rollback-rehearsals/001.md';

describe('a plan at a glance', () => {
  const open = workbenchOfEachTest();

  for (const [theme, settings] of Object.entries({ dark: DARK, light: LIGHT, 'high-contrast': HIGH_CONTRAST })) {
    it(`has lenses, hints, a hover and colours in the ${theme} theme`, async () => {
      const workbench = await open({ fixture: 'clean', file: PLAN, settings });
      await workbench.goToText(PLAN, 'reversible: false');
      await workbench.page.locator('.codelens-decoration', { hasText: 'referenced' }).first().waitFor();
      // A word of SQL has a colour of its own only where the line is more than a text of YAML.
      await shown(workbench, '.view-line span', /^DROP$/);
      await workbench.screenshot(`glance-${theme}-1-steps`);
      await workbench.goToText(PLAN, 'error-rate > 1% for 5m -> rollback');
      await shown(workbench, '.codelens-decoration', /abort criteri/);
      await shown(workbench, '.view-line', /begins.after/);
      await hover(workbench, /stays above 1 % for five minutes/);
      await workbench.screenshot(`glance-${theme}-2-criterion`);
    });
  }

  it('leads from a lens to the references', async () => {
    const workbench = await open({ fixture: 'clean', file: PLAN, settings: DARK });
    await workbench.goToText(PLAN, 'backups:');
    await workbench.page
      .locator('.codelens-decoration a', { hasText: /referenced/ })
      .first()
      .click();
    await workbench.page.locator('.peekview-widget .monaco-list-row').first().waitFor();
    await workbench.screenshot('glance-references');
  });

  it('times a rehearsal and writes its record', async () => {
    const workbench = await open({ fixture: 'clean', file: PLAN, settings: LIGHT });
    await workbench.goToText(PLAN, 'rollback:\n');
    await workbench.page.locator('.codelens-decoration a', { hasText: 'Start rehearsal timer' }).click();
    await workbench.page.locator('.statusbar-item', { hasText: /Rehearsal 00:0[1-9]/ }).waitFor();
    await workbench.screenshot('rehearsal-1-running');
    await workbench.command('Rollout Plan: Stop Rehearsal Timer');
    await workbench.answer('Rehearsal: Result', undefined, () => workbench.screenshot('rehearsal-2-result'));
    await workbench.answer('Rehearsal: Environment');
    await until('the record', () => workbench.has(RECORD));
    await workbench.page.locator('.tab.active', { hasText: '001.md' }).waitFor();
    await workbench.screenshot('rehearsal-3-record');
    assert.match(await workbench.read(RECORD), /\*\*Started\*\*: \d\d:\d\d\n/);
    await workbench.page.locator('.statusbar-item', { hasText: /Rehearsal \d/ }).waitFor({ state: 'detached' });
  });
});

async function shown({ page }: Workbench, selector: string, text: RegExp): Promise<void> {
  await page.locator(selector, { hasText: text }).first().waitFor();
}

/** At the cursor, as the key for it would show it. */
async function hover(workbench: Workbench, text: RegExp): Promise<void> {
  const box = workbench.page.locator('.monaco-hover', { hasText: text });
  await until(`a hover with ${text}`, async () => {
    await workbench.command('Show or Focus Hover');
    return box.waitFor({ timeout: 3_000 }).then(
      () => true,
      () => false,
    );
  });
}
