/** What else the extension promises: its commands, and all fixes in one go. */
import assert from 'node:assert/strict';
import { after, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { until } from '../support/wait.ts';
import { actionOf, apply, noProblemIn, open, openNew, problemsIn } from './editor.ts';

const PLAN = 'clean/rollout-plan.yaml';
const COMMANDS = [
  'newPlan',
  'newArtifact',
  'openRulePage',
  'startRehearsal',
  'stopRehearsal',
  'restartServer',
  'showLog',
];

describe('the extension', () => {
  after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('registers the commands of the palette', async () => {
    await open(PLAN);
    const all = await until('the commands', async () => {
      const known = await vscode.commands.getCommands(true);
      return known.includes('rolloutPlan.restartServer') && known;
    });
    const missing = COMMANDS.map((name) => `rolloutPlan.${name}`).filter((command) => !all.includes(command));
    assert.deepEqual(missing, []);
  });

  it('fixes all that can be fixed alone, in one go', async () => {
    const text = (await open(PLAN)).getText().replace('soak: 2h', 'soak: 2 hours').replace('ttl: 45d', 'ttl: P45D');
    const document = await openNew('fix-all/rollout-plan.yaml', text);
    await until('both problems', () => problemsIn(document).length >= 2);
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    await apply(await actionOf(document, whole, vscode.CodeActionKind.SourceFixAll, /fix/i));
    await noProblemIn(document);
    assert.match(document.getText(), /soak: 2h/);
    assert.match(document.getText(), /ttl: 45d/);
  });
});
