/** A plan written from nothing: the parts by suggestions that are accepted as a person does, and the reference plan line by line. */
import assert from 'node:assert/strict';
import { after, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { until } from '../support/wait.ts';
import { noProblemIn, openNew, problemsIn, textOf } from './editor.ts';

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

const nameOf = ({ label }: vscode.CompletionItem): string => (typeof label === 'string' ? label : label.label);

/** What our server offers at the end of the text under a name. */
async function offered(document: vscode.TextDocument, name: string): Promise<vscode.CompletionItem | undefined> {
  const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    end(document),
  );
  // Words of the text are offered by the editor itself.
  return items.find((item) => nameOf(item) === name && item.kind !== vscode.CompletionItemKind.Text);
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

describe('a plan from nothing', () => {
  after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('is made of suggestions', async function () {
    this.timeout(120_000);
    const document = await openNew('suggested/rollout-plan.yaml', '');
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

  it('is the reference plan, with every key and every closed value from the list', async function () {
    this.timeout(240_000);
    const reference = await textOf(REFERENCE);
    const document = await openNew('typed/rollout-plan.yaml', '');
    const taken = { keys: 0, values: 0 };
    let verbatim = -1;
    for (const line of reference.trimEnd().split('\n')) {
      const [, before = '', key, rest = ''] = /^(\s*(?:- )?)([A-Za-z]\w*):( .*|)$/.exec(line) ?? [];
      const indent = /^\s*/.exec(line)?.[0].length ?? 0;
      if (verbatim >= 0 && (line.trim() === '' || indent > verbatim)) {
        await typeAtEnd(`${line}\n`);
        continue;
      }
      verbatim = /[|>]-?$/.test(rest.trim()) ? before.length : -1;
      if (key === undefined) {
        await typeAtEnd(`${line}\n`);
        continue;
      }
      await typeAtEnd(before);
      assert.ok(await offered(document, key), `"${key}" is offered at its place: ${line}`);
      taken.keys++;
      const value = /^ ([a-z][\w-]*)(?=\s*(?:#|$))/.exec(rest)?.[1];
      await typeAtEnd(`${key}:${value === undefined ? '' : ' '}`);
      if (value !== undefined && (await offered(document, value))) taken.values++;
      await typeAtEnd(`${value === undefined ? rest : rest.slice(1)}\n`);
    }
    assert.equal(document.getText(), reference);
    assert.ok(taken.keys > 80, `${taken.keys} keys came from the list`);
    assert.ok(taken.values > 15, `${taken.values} values came from the list`);
    await noProblemIn(document);
  });
});
