/** On YAML that is no plan everything of Red Hat's is there, and nothing of ours. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { fixture, openNew, problemOf, problemsIn } from '../host/editor.ts';
import { ask, askAt, itsProblems, labelOf, shownIn } from './both.ts';

const SCHEMA = {
  type: 'object',
  properties: { replicas: { type: 'integer', description: 'How many run at once.' }, image: { type: 'string' } },
};
const TEXT = `# yaml-language-server: $schema=./service.schema.json
replicas: many
labels: &labels
  team:   shop
other: *labels
# rolloutPlan: 1
im
`;

describe("YAML that is no plan beside Red Hat's extension", () => {
  let document: vscode.TextDocument;

  before(async () => {
    await vscode.workspace.fs.createDirectory(fixture('service'));
    await vscode.workspace.fs.writeFile(fixture('service/service.schema.json'), Buffer.from(JSON.stringify(SCHEMA)));
    // Our server runs, so that it could speak.
    await problemOf(await openNew('service/rollout-plan.yaml', 'rolloutPlan: 1\nname: probe\n'), 'missing-rollback');
    document = await openNew('service/service.yaml', TEXT);
  });
  after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('has problems of the schema and of the syntax', async () => {
    const problems = await itsProblems(document, 2);
    assert.match(problems.map(({ message }) => message).join('\n'), /Incorrect type.*integer/);
    assert.deepEqual(problemsIn(document), []);
  });

  it('has hovers and suggestions', async () => {
    const hovers = await askAt<vscode.Hover[]>('vscode.executeHoverProvider', document, 'repli');
    assert.match(hovers.map(shownIn).join('\n'), /How many run at once/);
    const list = await askAt<vscode.CompletionList>('vscode.executeCompletionItemProvider', document, '\nim');
    assert.ok(list.items.map(labelOf).includes('image'));
  });

  it('has an outline', async () => {
    const symbols = await ask<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', document);
    assert.deepEqual(symbols.map(({ name }) => name).slice(0, 3), ['replicas', 'labels', 'other']);
  });

  it('has its anchors found and renamed', async () => {
    const found = await askAt<vscode.LocationLink[]>('vscode.executeDefinitionProvider', document, '*lab');
    assert.equal(found.length, 1);
    const edit = await askAt<vscode.WorkspaceEdit>('vscode.executeDocumentRenameProvider', document, '*lab', 'tags');
    assert.deepEqual(
      edit
        .get(document.uri)
        .map(({ range }) => range.start.line)
        .sort(),
      [2, 4],
    );
  });

  it('is formatted and folded', async () => {
    const whole = await openNew('service/formatted.yaml', 'labels:\n  team:   shop\n');
    const edits = await ask<vscode.TextEdit[]>('vscode.executeFormatDocumentProvider', whole, {
      tabSize: 2,
      insertSpaces: true,
    });
    assert.ok(edits.length > 0);
    const folds = await ask<vscode.FoldingRange[]>('vscode.executeFoldingRangeProvider', whole);
    assert.deepEqual(
      folds.map(({ start, end }) => `${start}-${end}`),
      ['0-1'],
    );
  });
});
