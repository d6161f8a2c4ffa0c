/** What the extension costs those who have no plans: nothing, and next to nothing with YAML. In this order, for what is loaded stays. */
import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';
import { open, openNew, problemOf } from '../host/editor.ts';
import { extension, loadedBundles, serverProcesses } from '../support/loaded.ts';
import { activations, startIsOver, startupPage } from '../support/startup.ts';
import { until } from '../support/wait.ts';

const SMALL = 32 * 1024;

describe('the start in a workspace without plans', () => {
  it('loads nothing of ours', async () => {
    await startIsOver();
    assert.equal(extension().isActive, false);
    assert.deepEqual([loadedBundles(), serverProcesses()], [[], []]);
  });

  it('loads one small bundle with the first YAML, and starts no process', async () => {
    await open('service.yaml');
    await until('the extension', () => extension().isActive);
    // It may have asked for a policy, and been answered by now.
    await vscode.workspace.findFiles('**/rollout-plan.config.yaml');
    assert.deepEqual([loadedBundles(), serverProcesses()], [['client.js'], []]);
    assert.ok(statSync(path.join(extension().extensionPath, 'dist/client.js')).size < SMALL);
  });

  it('is told by the timers of the editor', async () => {
    const ours = activations(await startupPage()).find(({ id }) => id === extension().id);
    assert.equal(ours?.event, 'onLanguage:yaml');
    assert.ok(Number.isFinite(ours.load + ours.call + ours.finish));
  });

  it('loads the language client and starts the server with the first plan', async () => {
    await problemOf(await openNew('rollout-plan.yaml', 'rolloutPlan: 1\nname: probe\n'), 'missing-rollback');
    assert.deepEqual(loadedBundles(), ['client.js', 'language-client.js']);
    if (process.platform === 'linux') assert.equal(serverProcesses().length, 1);
  });
});
