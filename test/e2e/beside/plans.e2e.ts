/** On a plan nothing appears twice: what both could tell, one of the two does. */
import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { noProblemOf, open, openNew, problemOf, problemsIn, ruleOf, textOf } from '../host/editor.ts';
import { until } from '../support/wait.ts';
import { ask, askAt, isIts, itsProblems, itsReports, labelOf, repeated, shownIn, spanOf, withSetting } from './both.ts';

const PLAN = 'clean/rollout-plan.yaml';
/** Mistakes that the plain schema finds too: a key that there is not, and a duration that no tool reads. */
const withMistakes = (text: string) => text.replace(/^status:/m, 'statsu:').replace('soak: 2h', 'soak: 2 hours');

describe("a plan beside Red Hat's YAML extension", () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  // The first one: both extensions start with this document.
  it('has each problem once, from the first moment on', async () => {
    const document = await openNew('twice/rollout-plan.yaml', withMistakes(await textOf(PLAN)));
    await problemOf(document, 'unknown-key');
    await problemOf(document, 'invalid-duration');
    const before = (await itsReports(document)).length;
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), '# Edited\n');
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.deepEqual((await itsReports(document, before + 1)).flat(), []);
    const all = vscode.languages.getDiagnostics(document.uri);
    assert.deepEqual(all.filter(isIts), []);
    assert.deepEqual(repeated(all.map(({ range, message }) => `${spanOf(range)} ${message}`)), []);
  });

  it('has each suggestion once', async () => {
    const text = (await textOf(PLAN)).replace('      soak: 2h\n', '      soak: 2h\n      \n');
    const document = await openNew('suggestions/rollout-plan.yaml', text);
    await itsReports(document);
    const labels = await until('our suggestions', async () => {
      const list = await askAt<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document,
        'soak: 2h\n      ',
      );
      const found = list.items.map(labelOf);
      return found.includes('exitCriteria') || found.includes('owner') ? found : false;
    });
    assert.deepEqual(repeated(labels), []);
  });

  it('has one hover, one definition, one outline', async () => {
    const document = await open(PLAN);
    await itsReports(document);
    for (const words of ['soak', 'abortCri', 'error-ra', 'strate', 'roll']) {
      const hovers = await askAt<vscode.Hover[]>('vscode.executeHoverProvider', document, words);
      // An empty one, as it has for what any schema takes, is not shown.
      assert.equal(hovers.map(shownIn).filter(Boolean).length, 1, words);
    }
    const [definition, ...others] = await askAt<vscode.LocationLink[]>(
      'vscode.executeDefinitionProvider',
      document,
      'backup: orders-be',
    );
    assert.equal(document.getText(definition?.targetSelectionRange), 'orders-before-contract');
    assert.deepEqual(others, []);
    const symbols = await ask<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', document);
    const names = symbols.map(({ name }) => name);
    assert.ok(names.includes('rollout'));
    assert.deepEqual(repeated(names), []);
    const folds = await ask<vscode.FoldingRange[]>('vscode.executeFoldingRangeProvider', document);
    assert.ok(folds.length > 10);
    assert.deepEqual(repeated(folds.map(({ start, end }) => `${start}-${end}`)), []);
    const links = await ask<vscode.DocumentLink[]>('vscode.executeLinkProvider', document);
    assert.deepEqual(repeated(links.map(({ range }) => spanOf(range))), []);
  });

  it('has its ids renamed by one, and its anchors by the other', async () => {
    const text = (await textOf(PLAN))
      .replace('owner: team-payments', 'owner: &team team-payments')
      .replace('owner: team-mobile', 'owner: *team');
    const document = await openNew('names/rollout-plan.yaml', text);
    await itsReports(document);
    const renamed = async (words: string) => {
      const edit = await askAt<vscode.WorkspaceEdit>(
        'vscode.executeDocumentRenameProvider',
        document,
        words,
        'renamed',
      );
      const places = edit.get(document.uri).map(({ range }) => spanOf(range));
      assert.deepEqual(repeated(places), []);
      return places.length;
    };
    assert.ok((await renamed('- id: error-ra')) >= 6);
    assert.equal(await renamed('&te'), 2);
  });

  it('has its items indented while typing, whoever does it', async () => {
    const typed = (await textOf(PLAN)).replace('    - id: canary\n', '    - id: canary\n    \n');
    const document = await openNew('typing/rollout-plan.yaml', typed);
    await itsReports(document);
    const options = { tabSize: 2, insertSpaces: true };
    const command = 'vscode.executeFormatOnTypeProvider';
    const edits = await askAt<vscode.TextEdit[]>(command, document, '- id: canary\n    ', '\n', options);
    const edit = new vscode.WorkspaceEdit();
    edit.set(document.uri, edits);
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.match(document.getText(), /- id: canary\n {6}\n/);
  });

  const SYNTAX: readonly [string, string, string, string][] = [
    ['a second colon', 'owner: team-payments', 'owner: team: payments', 'Quote the value'],
    ['a reserved character', 'owner: team-payments', 'owner: @payments', 'Quote the value'],
    ['a quote that is not closed', 'owner: team-payments', 'owner: "team-payments', 'Close the quote'],
    [
      'a bracket that is not closed',
      'surfaces: [database, http-api, events]',
      'surfaces: [database, http-api, events',
      'Close it with ]',
    ],
    ['a tab', '      soak: 2h', '\tsoak: 2h', 'Indent with spaces'],
    ['a line too far to the left', '      soak: 2h', '     soak: 2h', 'Indent by 6'],
    ['a line too far to the right', '      soak: 2h', '       soak: 2h', 'Indent by 6'],
  ];
  for (const [mistake, right, wrong, fix] of SYNTAX) {
    it(`has our fix at its squiggle of ${mistake}`, async () => {
      const text = (await textOf(PLAN)).replace(right, wrong);
      const document = await openNew(`syntax/${mistake.replaceAll(' ', '-')}/rollout-plan.yaml`, text);
      const told = (await itsReports(document)).at(-1) ?? [];
      assert.ok(told.length > 0);
      for (const { range } of told) {
        await until(`"${fix}" at ${spanOf(range)}`, async () => {
          const actions = await ask<vscode.CodeAction[]>(
            'vscode.executeCodeActionProvider',
            document,
            range,
            'quickfix',
          );
          return actions.filter(({ title }) => title === fix).length === 1;
        });
      }
      assert.deepEqual(
        problemsIn(document).filter((problem) => ruleOf(problem) === 'yaml-syntax'),
        [],
      );
      const [action] = (
        await ask<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document, told[0]?.range, 'quickfix')
      ).filter(({ title }) => title === fix);
      assert.ok(action?.edit && (await vscode.workspace.applyEdit(action.edit)));
      await itsProblems(document, 0);
    });
  }

  it('has our word on its syntax where the other checks nothing', () =>
    withSetting('yaml', 'validate', false, async () => {
      const document = await openNew('unchecked/rollout-plan.yaml', 'rolloutPlan: 1\nowner: team: payments\n');
      await problemOf(document, 'yaml-syntax');
      assert.deepEqual((await itsReports(document)).flat(), []);
    }));

  it('is checked by the plain schema while our server is switched off, and by one of the two after that', async () => {
    const document = await openNew('off/rollout-plan.yaml', withMistakes(await textOf(PLAN)));
    await problemOf(document, 'unknown-key');
    await withSetting('rolloutPlan', 'enable', false, async () => {
      const messages = (await itsProblems(document, 2)).map(({ message }) => message);
      assert.match(messages.join(), /statsu/);
      await noProblemOf(document, 'unknown-key');
    });
    await problemOf(document, 'unknown-key');
    await itsProblems(document, 0);
  });
});
