/** The server is a process of its own: it may be restarted, and it may die. Problems come back either way. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';
import { until } from '../support/wait.ts';
import { openNew, problemOf } from './editor.ts';

const FAULTY = 'rolloutPlan: 1\nname: restart\nrollout:\n  stages:\n    - id: canary\n      weight: 1%\n';

/** The language server's process ids: children of this extension host that run its script. Linux tells them in /proc. */
function serverProcesses(): number[] {
  return readdirSync('/proc').filter(isServer).map(Number);
}

function isServer(pid: string): boolean {
  if (!/^\d+$/.test(pid)) return false;
  try {
    const parent = Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
    const isChild = parent === process.pid;
    return isChild && /\bserver\.js\b/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8'));
  } catch {
    return false; // It ended while we looked.
  }
}

describe('the server', () => {
  it('has a command to restart it, and finds the problems again', async () => {
    const document = await openNew('restart/rollout-plan.yaml', FAULTY);
    await problemOf(document, 'missing-abort-criteria');
    await vscode.commands.executeCommand('rolloutPlan.restartServer');
    await problemOf(document, 'missing-abort-criteria');
  });

  it('is started again when its process is killed', async function () {
    if (process.platform !== 'linux') this.skip();
    const document = await openNew('killed/rollout-plan.yaml', FAULTY.replace('id: canary', 'id: first'));
    await problemOf(document, 'missing-abort-criteria');
    const [pid] = serverProcesses();
    assert.ok(pid, 'the server runs in a process of its own');
    process.kill(pid, 'SIGKILL');
    await until('another server process', () => serverProcesses().find((other) => other !== pid));

    // A new problem, so that it is not an old one that we see.
    const edit = new vscode.WorkspaceEdit();
    edit.insert(
      document.uri,
      document.lineAt(document.lineCount - 1).range.end,
      '    - id: second\n      weight: 10%\n',
    );
    await vscode.workspace.applyEdit(edit);
    await until('a problem on the new stage', () =>
      vscode.languages
        .getDiagnostics(document.uri)
        .some(({ range }) => /second/.test(document.lineAt(range.start.line).text)),
    );
  });
});
