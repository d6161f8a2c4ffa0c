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

async function takeOffer(pen: EditorPen, name: string): Promise<void> {
  const offers = await pen.offered();
  const offer = offers.find((one) => one.name === name);
  assert.ok(offer, `"${name}" is offered behind "${pen.before()}", beside ${offers.map((one) => one.name).join(', ')}`);
  await offer.take();
}

const WRITTEN_ARTIFACT = `---
rolloutPlan: 1
plan: orders
owner: who-answers-for-it
---

# Rollback plan: what changes

- **Approach**: rollback-first
- **Time budget**: 10m
- **Owner**: payments-oncall

## Triggers

- error-rate > 1% for 5m
- p99-latency > 400ms for 10m

## Steps

1. \`kubectl rollout undo deployment/orders-api --to-revision=41\`

## What is reverted

- **Code**: orders-api back to 4.18.2

## Not reverted

None

## Verify

- error-rate < 1% for 5m
`;

describe('a plan from nothing', () => {
  after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('is typed with suggestions that are accepted with the keyboard', async function () {
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

  it('is typed in Markdown, with title, headings, labels and words from the list', async function () {
    this.timeout(120_000);
    const document = await openNew('typed-artifact/ROLLBACK_PLAN.md', '');
    const pen = new EditorPen(activeEditor());
    const take = (name: string): Promise<void> => takeOffer(pen, name);
    await until('the title offered', async () => (await pen.offered()).some(({ name }) => name === 'Rollback plan'));
    await take('Rollback plan');
    await pen.type('orders');
    await pen.toEnd();
    for (const [label, value] of [
      ['Approach', 'rollback-first'],
      ['Time budget', '10m'],
    ] as const) {
      await take(label);
      await take(value);
      await pen.type('\n');
    }
    await take('Owner');
    await pen.type('payments-oncall\n\n');
    await take('## Triggers');
    await pen.type('error-rate > 1% for 5m\n- p99-latency > 400ms for 10m\n\n');
    await take('## Steps');
    await pen.type('1. `kubectl rollout undo deployment/orders-api --to-revision=41`\n\n');
    await take('## What is reverted');
    await take('Code');
    await pen.type('orders-api back to 4.18.2\n\n');
    await take('## Not reverted');
    await pen.type('None\n\n');
    await take('## Verify');
    await take('error-rate');
    for (const word of ['<', '1%']) await take(word);
    await pen.type(' ');
    for (const word of ['for', '5m']) await take(word);
    await pen.type('\n');
    assert.equal(document.getText(), WRITTEN_ARTIFACT);
    await until(
      'no error and no warning',
      () => !problemsIn(document).some(({ severity }) => severity <= vscode.DiagnosticSeverity.Warning),
      () => problemsIn(document).map(({ message }) => message),
    );
  });
});
