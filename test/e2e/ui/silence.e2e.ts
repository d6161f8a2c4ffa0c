/** Plain YAML beside a plan: not a squiggle on it; and the server, restarted from the palette, finds the plan's problems again. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
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
    await workbench.problem('missing-abort-criteria');
    await workbench.openFile('compose.yaml');
    await workbench.page.locator('.view-line', { hasText: 'services' }).waitFor();
    assert.equal(await workbench.anySquiggle().count(), 0);
    await workbench.screenshot('plain-yaml-silent');
  });

  it('restarts the server and shows the problems again', async () => {
    const workbench = await open({ fixture: 'faulty-yaml', file: 'rollout-plan.yaml', settings: LIGHT });
    await workbench.problem('missing-abort-criteria');
    await workbench.command('Rollout Plan: Restart Server');
    await workbench.focusEditor();
    await workbench.problem('missing-abort-criteria');
  });
});
