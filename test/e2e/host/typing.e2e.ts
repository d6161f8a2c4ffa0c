/** A plan written from nothing: its parts by suggestions that are accepted as a person does, and the reference plan as a whole. */
import assert from 'node:assert/strict';
import { after, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { parse } from 'yaml';
import { PlanTypist } from '../../support/plan-typist.ts';
import { until } from '../support/wait.ts';
import { noProblemIn, openNew, problemsIn, textOf } from './editor.ts';
import { EditorPen } from './editor-pen.ts';

const REFERENCE = 'clean/rollout-plan.yaml';

const end = (document: vscode.TextDocument): vscode.Position => document.lineAt(document.lineCount - 1).range.end;

function activeEditor(): vscode.TextEditor {
  const editor = vscode.window.activeTextEditor;
  assert.ok(editor, 'a plan is open');
  return editor;
}

async function typeAtEnd(text: string): Promise<void> {
  const editor = activeEditor();
  const { document } = editor;
  assert.ok(
    await editor.edit((edit) => edit.insert(end(document), text), { undoStopBefore: false, undoStopAfter: false }),
  );
  editor.selection = new vscode.Selection(end(document), end(document));
}

/** Types some letters, and accepts what the list of suggestions then has at its top. */
async function acceptSuggestion(letters: string, written: string): Promise<void> {
  const { document } = activeEditor();
  await vscode.commands.executeCommand('type', { text: letters });
  await until(`"${written}" accepted`, async () => {
    await vscode.commands.executeCommand('editor.action.triggerSuggest');
    await new Promise((resolve) => setTimeout(resolve, 100));
    await vscode.commands.executeCommand('acceptSelectedSuggestion');
    return document.getText().includes(written);
  });
  await vscode.commands.executeCommand('leaveSnippet');
}

/** Until then the list holds the snippets of the extension alone. */
async function serverHasComeUp(): Promise<EditorPen> {
  const pen = new EditorPen(activeEditor());
  await until('the first key offered', async () => (await pen.offered()).some(({ name }) => name === 'rolloutPlan'));
  return pen;
}

describe('a plan from nothing', () => {
  after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('is made of suggestions', async function () {
    this.timeout(120_000);
    const document = await openNew('suggested/rollout-plan.yaml', '');
    await serverHasComeUp();
    for (const key of [
      'rolloutPlan',
      'owner',
      'compatibility',
      'metrics',
      'backups',
      'migration',
      'rollout',
      'rollback',
      'validation',
    ]) {
      if (document.lineAt(document.lineCount - 1).text !== '') await typeAtEnd('\n');
      const last = document.lineAt(document.lineCount - 1).range;
      if (!last.isEmpty) await activeEditor().edit((edit) => edit.delete(last));
      activeEditor().selection = new vscode.Selection(end(document), end(document));
      await acceptSuggestion(key.slice(0, -1), `${key}:`);
    }
    const keys = document.getText().match(/^\w+(?=:)/gm);
    assert.deepEqual(
      new Set(keys),
      new Set([
        'rolloutPlan',
        'owner',
        'compatibility',
        'metrics',
        'backups',
        'migration',
        'rollout',
        'rollback',
        'validation',
      ]),
    );
    await until(
      'a text that holds no error of syntax or shape',
      () => !problemsIn(document).some(({ code }) => /yaml-syntax|plan-schema|unknown-key/.test(JSON.stringify(code))),
      () => problemsIn(document).map(({ message }) => message),
    );
  });

  it('is the reference plan, of keys, words, ids, durations and criteria from the list; only text is typed', async function () {
    this.timeout(240_000);
    const reference = parse(await textOf(REFERENCE));
    const document = await openNew('typed/rollout-plan.yaml', '');
    const typist = new PlanTypist(await serverHasComeUp());
    await typist.plan(reference);
    assert.deepEqual(typist.missed, [], 'each key came from the list');
    assert.deepEqual(parse(document.getText()), reference);
    const { keys, values, words } = typist.taken;
    assert.ok(keys > 250 && values > 90 && words > 40, `taken from the list: ${JSON.stringify(typist.taken)}`);
    await noProblemIn(document);
  });
});
