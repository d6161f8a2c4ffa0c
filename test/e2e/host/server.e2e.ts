/** The server is a process of its own: it may be restarted, and it may die. Problems come back either way. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';
import { serverProcesses } from '../support/loaded.ts';
import { until } from '../support/wait.ts';
import { openNew, problemOf, problemsIn } from './editor.ts';

const FAULTY = 'rolloutPlan: 1\nname: restart\nrollout:\n  stages:\n    - id: canary\n      weight: 1%\n';

describe('the server', () => {
  it('has a command to restart it, and finds the problems again', async () => {
    const document = await openNew('restart/rollout-plan.yaml', FAULTY);
    await problemOf(document, 'missing-abort-criteria');
    await vscode.commands.executeCommand('rolloutPlan.restartServer');
    await problemOf(document, 'missing-abort-criteria');
  });

  it('is started again when its process is killed', async function () {
    // The server's process is found in /proc.
    if (process.platform !== 'linux') this.skip();
    const document = await openNew('killed/rollout-plan.yaml', FAULTY.replace('id: canary', 'id: first'));
    await problemOf(document, 'missing-abort-criteria');
    await killServer();
    await until('another server process', () => serverProcesses()[0]);
    await problemAfterTyping(document, 'second');
  });

  it('comes back four times, says after the fifth that it will not, and can be restarted', async function () {
    // The server's process is found in /proc.
    if (process.platform !== 'linux') this.skip();
    const document = await openNew('five/rollout-plan.yaml', FAULTY);
    // A new server has a patience of its own: what other tests killed does not count.
    await vscode.commands.executeCommand('rolloutPlan.restartServer');
    const said: string[] = [];
    const { showErrorMessage } = vscode.window;
    vscode.window.showErrorMessage = (async (message: string) => {
      said.push(message);
    }) as typeof showErrorMessage;
    try {
      for (let kills = 1; kills <= 5; kills++) {
        await problemAfterTyping(document, `stage-${kills}`);
        assert.deepEqual(said, []);
        await killServer();
      }
      await until('the message', () => said.length > 0);
      assert.match(said.join(), /not started by itself any more.*"Rollout Plan: Restart Server"/);
      assert.deepEqual(serverProcesses(), []);
    } finally {
      vscode.window.showErrorMessage = showErrorMessage;
    }
    await vscode.commands.executeCommand('rolloutPlan.restartServer');
    await problemAfterTyping(document, 'stage-6');
  });
});

async function killServer(): Promise<void> {
  const pid = await until('a server process', () => serverProcesses()[0]);
  process.kill(pid, 'SIGKILL');
  await until('its end', () => !serverProcesses().includes(pid));
}

/** A new problem, so that it is not an old one that we see. */
async function problemAfterTyping(document: vscode.TextDocument, stage: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  const end = document.lineAt(document.lineCount - 1).range.end;
  edit.insert(document.uri, end, `    - id: ${stage}\n      weight: 10%\n`);
  assert.ok(await vscode.workspace.applyEdit(edit));
  await until(`a problem of ${stage}`, () =>
    problemsIn(document).some(({ range }) => document.lineAt(range.start.line).text.includes(stage)),
  );
}
