/** Plain YAML beside a plan: not a squiggle on it; and the server, restarted from the palette, finds the plan's problems again. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { until } from '../support/wait.ts';
import { LIGHT, workbenchOfEachTest } from './support.ts';

describe('the workbench', () => {
  const open = workbenchOfEachTest();

  it('shows nothing on YAML that is no plan', async () => {
    const workbench = await open({ fixture: 'plain', file: 'compose.yaml', settings: LIGHT });
    await workbench.write(
      'faulty/rollout-plan.yaml',
      'rolloutPlan: 1\nname: probe\nrollout: { stages: [{ id: canary }] }\n',
    );
    await workbench.openFile('faulty/rollout-plan.yaml');
    // Whatever could be said of the first file has been said when the second one has its problems.
    await workbench.problems.problem('missing-abort-criteria');
    await workbench.openFile('compose.yaml');
    await workbench.page.locator('.view-line', { hasText: 'services' }).waitFor();
    assert.equal(await workbench.anySquiggle().count(), 0);
    await workbench.screenshot('plain-yaml-silent');
  });

  it('judges each of two folders under the policy of its own', async () => {
    const roots = { lenient: 'faulty-yaml', strict: 'faulty-yaml' };
    const files = { 'lenient/rollout-plan.config.yaml': 'rules: { missing-abort-criteria: off }\n' };
    const workbench = await open({ roots, files, file: 'strict/rollout-plan.yaml', settings: LIGHT });
    await workbench.problems.problem('missing-abort-criteria');
    await workbench.openFile('lenient/rollout-plan.yaml');
    // The other problem of the file tells that it was judged.
    const inLenient = workbench.page.locator('.markers-panel .monaco-list-row', { hasText: 'lenient' });
    await inLenient.first().waitFor();
    await workbench.screenshot('two-folders');
    const found = workbench.page.locator('.markers-panel .monaco-list-row', { hasText: 'missing-abort-criteria' });
    await until('one of the two', async () => (await found.count()) === 1);
  });

  it('restarts the server and shows the problems again', async () => {
    const workbench = await open({ fixture: 'faulty-yaml', file: 'rollout-plan.yaml', settings: LIGHT });
    await workbench.problems.problem('missing-abort-criteria');
    await workbench.command('Rollout Plan: Restart Server');
    await workbench.focusEditor();
    await workbench.problems.problem('missing-abort-criteria');
  });
});
