/** Documents that are more, or less, than a file on the disk; and texts with other line ends and wide characters. */
import assert from 'node:assert/strict';
import { chmod } from 'node:fs/promises';
import { after, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { apply, fixFor, fixture, noProblemOf, openNew, problemOf, problemsIn, ruleOf, textOf } from './editor.ts';

const FAULTY = 'rolloutPlan: 1\nname: probe\nrollout:\n  stages:\n    - id: canary\n      weight: 1%\n';
const RULE = 'missing-abort-criteria';

/** A fix that would be lost has no edit, but a command that says so. */
async function assertOnlyExplained(document: vscode.TextDocument): Promise<void> {
  const fix = await fixFor(document, await problemOf(document, RULE), /abort/i);
  assert.equal(fix.edit, undefined);
  assert.deepEqual(fix.command?.arguments, [vscode.workspace.asRelativePath(document.uri)]);
  await apply(fix);
  assert.equal(document.getText(), FAULTY);
}

describe('documents', () => {
  after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('that have no file yet are checked', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'yaml', content: FAULTY });
    const problem = await problemOf(document, RULE);
    await vscode.window.showTextDocument(document);
    await apply(await fixFor(document, problem, /abort/i));
    await noProblemOf(document, RULE);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('that are older versions in a diff are left alone, and the file is told of once', async () => {
    const provider = vscode.workspace.registerTextDocumentContentProvider('git', {
      provideTextDocumentContent: () => FAULTY,
    });
    const file = fixture('diff/rollout-plan.yaml');
    await vscode.workspace.fs.writeFile(file, Buffer.from(FAULTY));
    const older = file.with({ scheme: 'git', query: JSON.stringify({ path: file.fsPath, ref: 'HEAD' }) });
    await vscode.commands.executeCommand('vscode.diff', older, file);
    const newer = await vscode.workspace.openTextDocument(file);
    await problemOf(newer, RULE);
    assert.equal(problemsIn(newer).filter((problem) => ruleOf(problem) === RULE).length, 1);
    assert.deepEqual(problemsIn(await vscode.workspace.openTextDocument(older)), []);
    provider.dispose();
  });

  it('that are cells of a notebook are left alone', async () => {
    const cell = new vscode.NotebookCellData(vscode.NotebookCellKind.Code, FAULTY, 'yaml');
    const notebook = await vscode.workspace.openNotebookDocument('jupyter-notebook', new vscode.NotebookData([cell]));
    const document = notebook.cellAt(0).document;
    assert.equal(document.getText(), FAULTY);
    // The server answers in order: once it has found the fault in the probe, it has also looked at the cell.
    await problemOf(await openNew('notebook/rollout-plan.yaml', FAULTY), RULE);
    assert.deepEqual(problemsIn(document), []);
  });

  it('that may only be read are checked, and stay as they are', async () => {
    const settings = vscode.workspace.getConfiguration('files');
    await settings.update('readonlyInclude', { '**/kept/**': true });
    try {
      const document = await openNew('kept/rollout-plan.yaml', FAULTY);
      await problemOf(document, RULE);
      await vscode.commands.executeCommand('editor.action.fixAll');
      assert.equal(await textOf('kept/rollout-plan.yaml'), FAULTY);
      assert.ok(!document.isDirty);
      await assertOnlyExplained(document);
    } finally {
      await settings.update('readonlyInclude', undefined);
    }
  });

  it('whose permissions make them read-only are not changed by a fix either', async () => {
    const settings = vscode.workspace.getConfiguration('files');
    const document = await openNew('locked/rollout-plan.yaml', FAULTY);
    await chmod(document.fileName, 0o444);
    await settings.update('readonlyFromPermissions', true);
    try {
      await assertOnlyExplained(document);
      await chmod(document.fileName, 0o644);
      const fix = await fixFor(document, await problemOf(document, RULE), /abort/i);
      assert.ok(fix.edit);
    } finally {
      await settings.update('readonlyFromPermissions', undefined);
    }
  });

  it('keep the line ends of Windows through a fix', async () => {
    const document = await openNew('windows/rollout-plan.yaml', FAULTY.replaceAll('\n', '\r\n'));
    const problem = await problemOf(document, RULE);
    await apply(await fixFor(document, problem, /abort/i));
    await noProblemOf(document, RULE);
    assert.equal(document.eol, vscode.EndOfLine.CRLF);
    assert.ok(await document.save());
    const text = await textOf('windows/rollout-plan.yaml');
    assert.match(text, /abortCriteria:\r\n/);
    assert.doesNotMatch(text, /[^\r]\n/);
  });

  it('have their problems at the right words behind wide characters', async () => {
    const stage = '    - { id: canary, title: "🚀 結帳 👩‍🚀", soak: 2 hours, weight: 1% }\n';
    const document = await openNew(
      'wide/rollout-plan.yaml',
      `rolloutPlan: 1\nname: wide\nrollout:\n  stages:\n${stage}`,
    );
    const problem = await problemOf(document, 'invalid-duration');
    assert.equal(document.getText(problem.range), '2 hours');
    await apply(await fixFor(document, problem, /2h/));
    assert.match(document.getText(), /"🚀 結帳 👩‍🚀", soak: 2h, weight/);
  });
});
