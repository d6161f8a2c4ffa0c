/** A tool that speaks where nobody asked is switched off: files that are no plans hear nothing. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';
import { noProblemIn, noProblemOf, open, openNew, problemOf, problemsIn } from './editor.ts';

const FAULTY = 'rolloutPlan: 1\nname: probe\nrollout:\n  stages:\n    - id: canary\n      weight: 1%\n';

describe('silence', () => {
  for (const file of ['plain/compose.yaml', 'plain/canary.rollout.yaml', 'plain/NOTES.md']) {
    it(`says nothing about ${file}`, async () => {
      const document = await open(file);
      // The server answers in order: once it has found the fault in the probe, it has also looked at the file before.
      const probe = await openNew('plain/probe.yaml', FAULTY);
      await problemOf(probe, 'missing-abort-criteria');
      assert.deepEqual(problemsIn(document), []);
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      await noProblemOf(probe, 'missing-abort-criteria');
    });
  }

  it('leaves the language of a file alone', async () => {
    assert.equal((await open('clean/rollout-plan.yaml')).languageId, 'yaml');
    assert.equal((await open('faulty-markdown/ROLLOUT_PLAN.md')).languageId, 'markdown');
  });

  it('finds nothing in a complete plan', async () => {
    await noProblemIn(await open('clean/rollout-plan.yaml'));
  });
});
