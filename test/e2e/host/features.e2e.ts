/** What the editor asks the server for while a plan is written. The unit tests know the answers; this shows that they arrive. */
import assert from 'node:assert/strict';
import { after, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { until } from '../support/wait.ts';
import { codeActions, noProblemIn, open, openNew, positionOf, problemsIn } from './editor.ts';

const PLAN = 'clean/rollout-plan.yaml';
const COMMANDS = ['newPlan', 'newArtifact', 'openRulePage', 'restartServer', 'showLog'];

describe('features', () => {
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

  it('completes the keys of a stage', async () => {
    const document = await openNew(
      'completion/rollout-plan.yaml',
      'rolloutPlan: 1\nname: probe\nrollout:\n  stages:\n    - id: canary\n      \n',
    );
    const labels = await until('suggestions', async () => {
      const found = await at<vscode.CompletionList>('CompletionItem', document, new vscode.Position(5, 6));
      const names = found.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
      return names.includes('abortCriteria') && names;
    });
    assert.ok(labels.includes('soak'));
    assert.ok(!labels.includes('id'), 'a key that is there is not offered again');
  });

  it('explains a key on hover', async () => {
    const document = await open(PLAN);
    const text = await until('a hover', async () => {
      const hovers = await at<vscode.Hover[]>('Hover', document, positionOf(document, 'abortCriteria'));
      return hovers.flatMap(({ contents }) => contents.map(markdownOf)).find((content) => /abort/i.test(content));
    });
    assert.match(text, /stage|criteri/i);
  });

  it('outlines the plan, its stages and steps', async () => {
    const document = await open(PLAN);
    await until('the outline', async () => {
      const symbols = await at<vscode.DocumentSymbol[] | undefined>('DocumentSymbol', document);
      const names = flatten(symbols ?? []).map(({ name }) => name);
      return ['canary', 'drop-amount-cents'].every((id) => names.some((name) => name.includes(id)));
    });
  });

  it('goes from a reference to the backup that it names', async () => {
    const document = await open(PLAN);
    const reference = positionOf(document, 'backup: orders-before-contract').translate(0, 12);
    const line = await until('a definition', async () => {
      const found = await at<(vscode.Location | vscode.LocationLink)[]>('Definition', document, reference);
      return found.map((target) => ('targetUri' in target ? target.targetRange : target.range).start.line)[0];
    });
    assert.match(document.lineAt(line).text, /id: orders-before-contract/);
  });

  it('renames a metric everywhere', async () => {
    const document = await openNew('rename/rollout-plan.yaml', (await open(PLAN)).getText());
    const declared = positionOf(document, 'amount-mismatch').translate(0, 2);
    await noProblemIn(document);
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      declared,
      'amount-drift',
    );
    await vscode.workspace.applyEdit(edit);
    assert.ok(!document.getText().includes('amount-mismatch'), document.getText());
    await noProblemIn(document);
  });

  it('fixes all that can be fixed alone, in one go', async () => {
    const text = (await open(PLAN))
      .getText()
      .replace('soak: 2h', 'soak: 2 hours')
      .replace('weight: 1%', 'weight: 0.01');
    const document = await openNew('fix-all/rollout-plan.yaml', text);
    await until('both problems', () => problemsIn(document).length >= 2);
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    const [fixAll] = await codeActions(document, whole, vscode.CodeActionKind.SourceFixAll);
    assert.ok(fixAll?.edit, 'there is one action that fixes all');
    await vscode.workspace.applyEdit(fixAll.edit);
    await noProblemIn(document);
    assert.match(document.getText(), /soak: 2h/);
    assert.match(document.getText(), /weight: 1%/);
  });
});

/** Asks a provider of the editor by the name of its command. */
const at = <T>(provider: string, document: vscode.TextDocument, position?: vscode.Position): Thenable<T> =>
  vscode.commands.executeCommand<T>(`vscode.execute${provider}Provider`, document.uri, ...(position ? [position] : []));

const markdownOf = (content: vscode.MarkdownString | vscode.MarkedString): string =>
  typeof content === 'string' ? content : content.value;

const flatten = (symbols: vscode.DocumentSymbol[]): vscode.DocumentSymbol[] =>
  symbols.flatMap((symbol) => [symbol, ...flatten(symbol.children)]);
