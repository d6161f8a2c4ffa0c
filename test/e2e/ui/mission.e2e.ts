/** A faulty plan in front of a person: squiggles, the Problems panel, the quick fixes, the file on the disk. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { DARK, LIGHT, workbenchOfEachTest } from './support.ts';
import type { Workbench } from './workbench.ts';

const ABORT = 'missing-abort-criteria';
const BACKUP = 'irreversible-step-without-backup';

describe('a faulty plan', () => {
  const open = workbenchOfEachTest();

  it('in YAML is squiggled, listed, fixed and saved', async () => {
    const plan = 'rollout-plan.yaml';
    const workbench = await open({ fixture: 'faulty-yaml', file: plan, settings: DARK });
    await mend(workbench, { file: plan, rule: ABORT, at: 'canary\n      environment', shot: 'yaml-abort-criteria' });
    await mend(workbench, { file: plan, rule: BACKUP, at: 'drop-amount-cents\n      phase', shot: 'yaml-backup' });
    const text = await workbench.read(plan);
    assert.match(text, /- id: canary\n(?: {6}.*\n)*? {6}abortCriteria:/);
    assert.match(text, /- id: drop-amount-cents\n(?: {6}.*\n)*? {6}backup: /);
  });

  it('in Markdown is squiggled, listed, fixed and saved: abort criteria', async () => {
    const file = 'ROLLOUT_PLAN.md';
    const workbench = await open({ fixture: 'faulty-markdown', file, settings: LIGHT });
    await mend(workbench, { file, rule: ABORT, at: 'canary', shot: 'markdown-abort-criteria' });
    assert.match((await workbench.read(file)).split('canary (')[1] ?? '', /abort criteria/i);
  });

  it('in Markdown is squiggled, listed, fixed and saved: backup', async () => {
    const file = 'MIGRATION_PLAN.md';
    const workbench = await open({ fixture: 'faulty-markdown', file, settings: LIGHT });
    await mend(workbench, { file, rule: BACKUP, at: 'drop amount_cents', shot: 'markdown-backup' });
    assert.match((await workbench.read(file)).split('drop amount_cents')[1] ?? '', /backup/i);
  });
});

interface Mistake {
  readonly file: string;
  readonly rule: string;
  /** Text of the file that starts in what is squiggled. */
  readonly at: string;
  /** What the pictures are called. */
  readonly shot: string;
}

/** One mistake from the squiggle to the saved file, with a picture of each state. */
async function mend(workbench: Workbench, { file, rule, at, shot }: Mistake): Promise<void> {
  const problem = await workbench.problems.problem(rule);
  await workbench.focusEditor();
  await workbench.goToText(file, at);
  await workbench.squiggle('error').first().waitFor();
  await workbench.screenshot(`${shot}-1-problem`);
  await workbench.quickFix(/backup|abort/i, () => workbench.screenshot(`${shot}-2-fixes`));
  await problem.waitFor({ state: 'detached' });
  await workbench.endSnippet();
  await workbench.save();
  await workbench.screenshot(`${shot}-3-fixed`);
}
