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

const ID = 'rollout-plan.rollout-plan';

interface Keybinding {
  readonly key: string;
  readonly mac?: string;
  readonly command: string;
}

/** The editor's own list is JSON with comments; each binding begins with its key and its command. */
function parseKeybindings(text: string): Keybinding[] {
  return Array.from(text.matchAll(/"key": "([^"]+)",\s*"command": "([^"]+)"/g), ([, key = '', command = '']) => ({
    key,
    command,
  }));
}

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

  it("has keys that are nobody else's", async () => {
    const { keybindings } = vscode.extensions.getExtension(ID)?.packageJSON.contributes ?? {};
    const own = (keybindings as Keybinding[]).map(({ key, mac }) => (process.platform === 'darwin' ? mac : key));
    const defaults = await vscode.workspace.openTextDocument(
      vscode.Uri.parse('vscode://defaultsettings/keybindings.json'),
    );
    const all = parseKeybindings(defaults.getText());
    assert.ok(all.length > 500, `${all.length} keys`);
    const others = all.filter(({ key, command }) => own.includes(key) && !command.startsWith('rolloutPlan.'));
    assert.deepEqual(others, []);
    assert.ok(own.every((key) => all.some((binding) => binding.key === key)));
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
