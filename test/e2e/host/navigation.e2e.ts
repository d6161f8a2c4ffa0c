/** Finding one's way in the real editor: definition, references, rename over several files, outline, workspace symbols. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { until } from '../support/wait.ts';
import { fixture, open, openNew } from './editor.ts';

const PLAN = 'clean/rollout-plan.yaml';
const WAY_BACK = 'navigation/ROLLBACK_PLAN.md';

/** The place of some words in a document, in their middle. */
function place(document: vscode.TextDocument, words: string, which = 0): vscode.Position {
  const before = document
    .getText()
    .split(words)
    .slice(0, which + 1)
    .join(words);
  return document.positionAt(before.length + 1);
}

/** Asks until there is an answer: the server may still be starting. */
const ask = <T>(what: string, command: string, ...args: unknown[]): Promise<T[]> =>
  until(what, async () => {
    const found = await vscode.commands.executeCommand<T[] | undefined>(command, ...args);
    return found && found.length > 0 && found;
  });

describe('navigation', () => {
  let plan: vscode.TextDocument;
  let artifact: vscode.TextDocument;

  before(async () => {
    // Another name is another change: the fixtures around it are left alone.
    const text = (await open(PLAN)).getText().replace('name: orders-currency', 'name: navigation');
    plan = await openNew('navigation/rollout-plan.yaml', text);
    artifact = await openNew(
      WAY_BACK,
      '# Rollback plan\n\n- **Viable until**: drop amount cents\n\n## Rollback triggers\n\n- Error rate > 1% for 5m\n',
    );
  });
  after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('goes from an artifact to the step of the plan, and marks the words', async () => {
    const [link] = await ask<vscode.LocationLink>(
      'a definition',
      'vscode.executeDefinitionProvider',
      artifact.uri,
      place(artifact, 'drop amount cents'),
    );
    assert.equal(link?.targetUri.toString(), plan.uri.toString());
    assert.equal(plan.getText(link?.targetSelectionRange), 'drop-amount-cents');
    assert.match(plan.getText(link?.targetRange), /ALTER TABLE orders DROP COLUMN amount_cents/);
    assert.equal(artifact.getText(link?.originSelectionRange), 'drop amount cents');
  });

  it('finds what refers to a backup', async () => {
    const found = await ask<vscode.Location>(
      'references',
      'vscode.executeReferenceProvider',
      plan.uri,
      place(plan, 'orders-before-contract'),
    );
    assert.ok(found.length >= 2);
    assert.ok(found.every(({ range }) => plan.getText(range) === 'orders-before-contract'));
  });

  it('renames a metric in all files of the change', async () => {
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      plan.uri,
      place(plan, 'error-rate'),
      'failed-requests',
    );
    assert.deepEqual(
      edit
        .entries()
        .map(([uri]) => uri.toString())
        .sort(),
      [artifact.uri.toString(), plan.uri.toString()].sort(),
    );
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.ok((await plan.save()) && (await artifact.save()));
    assert.ok(!plan.getText().includes('error-rate'));
    assert.match(artifact.getText(), /- Failed requests > 1% for 5m/);
  });

  it('says why a name is not taken', async () => {
    const renaming = vscode.commands.executeCommand(
      'vscode.executeDocumentRenameProvider',
      plan.uri,
      place(plan, 'amount-mismatch'),
      'p99-latency',
    );
    await assert.rejects(async () => renaming, /There is a metric "p99-latency" already/);
  });

  it('shows the outline of a plan with what is worth knowing', async () => {
    const symbols = await ask<vscode.DocumentSymbol>('an outline', 'vscode.executeDocumentSymbolProvider', plan.uri);
    const stages = symbols.find(({ name }) => name === 'rollout')?.children.find(({ name }) => name === 'stages');
    assert.deepEqual(
      stages?.children.slice(0, 2).map(({ name, detail }) => `${name} ${detail}`),
      ['staging 100% · 24h', 'canary 1% · 2h'],
    );
  });

  it('leaves the outline of Markdown to its headings', async () => {
    const symbols = await ask<vscode.DocumentSymbol>(
      'an outline',
      'vscode.executeDocumentSymbolProvider',
      artifact.uri,
    );
    assert.deepEqual(
      symbols.map(({ name }) => name),
      ['# Rollback plan'],
    );
  });

  it('finds ids in plans that are not open', async () => {
    const found = await ask<vscode.SymbolInformation>(
      'a symbol',
      'vscode.executeWorkspaceSymbolProvider',
      'orders-write-currency',
    );
    const uris = found.map(({ location }) => location.uri.toString());
    assert.ok(uris.includes(fixture(PLAN).toString()));
  });
});
