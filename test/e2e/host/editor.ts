/** The editor as a test sees it: documents, their problems, and what can be done about them. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';
import { until } from '../support/wait.ts';

export const fixture = (name: string): vscode.Uri => {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'the suite runs on a copy of test/e2e/fixtures');
  return vscode.Uri.joinPath(folder.uri, ...name.split('/'));
};

export async function open(name: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(fixture(name));
  await vscode.window.showTextDocument(document);
  return document;
}

/** Writes a file of its own for a test and opens it. */
export async function openNew(name: string, text: string): Promise<vscode.TextDocument> {
  await vscode.workspace.fs.writeFile(fixture(name), Buffer.from(text));
  return open(name);
}

export const textOf = (name: string): Promise<string> => readFile(fixture(name).fsPath, 'utf8');

export const ruleOf = ({ code }: vscode.Diagnostic): string =>
  String(typeof code === 'object' && code !== null ? code.value : code);

/** Our problems in a document; others have extensions of their own. */
export const problemsIn = (document: vscode.TextDocument): vscode.Diagnostic[] =>
  vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'rollout-plan');

const rulesIn = (document: vscode.TextDocument) => problemsIn(document).map(ruleOf);

export const problemOf = (document: vscode.TextDocument, rule: string): Promise<vscode.Diagnostic> =>
  until(
    `a ${rule} in ${path.basename(document.fileName)}`,
    () => problemsIn(document).find((problem) => ruleOf(problem) === rule),
    () => rulesIn(document),
  );

export const noProblemOf = (document: vscode.TextDocument, rule: string): Promise<true> =>
  until(
    `the end of ${rule} in ${path.basename(document.fileName)}`,
    () => !rulesIn(document).includes(rule),
    () => rulesIn(document),
  );

export const noProblemIn = (document: vscode.TextDocument): Promise<true> =>
  until(
    `no problem in ${path.basename(document.fileName)}`,
    () => problemsIn(document).length === 0,
    () => problemsIn(document).map((problem) => `${ruleOf(problem)}: ${problem.message}`),
  );

/** The fix that the light bulb offers first, of those with such a title. (Which problem a fix mends, VS Code does not tell here.) */
export const fixFor = (
  document: vscode.TextDocument,
  problem: vscode.Diagnostic,
  title: RegExp,
): Promise<vscode.CodeAction> => actionOf(document, problem.range, vscode.CodeActionKind.QuickFix, title);

export const actionOf = (
  document: vscode.TextDocument,
  range: vscode.Range,
  kind: vscode.CodeActionKind,
  title: RegExp,
): Promise<vscode.CodeAction> =>
  until(`an action like ${title}`, async () => {
    const named = (await codeActions(document, range, kind)).filter((action) => title.test(action.title));
    return named.find(({ isPreferred }) => isPreferred) ?? named[0];
  });

/** None where VS Code breaks off: it does so when an extension joins in, as its own for Markdown does while it starts. */
async function codeActions(
  document: vscode.TextDocument,
  range: vscode.Range,
  kind: vscode.CodeActionKind,
): Promise<vscode.CodeAction[]> {
  const asked = ['vscode.executeCodeActionProvider', document.uri, range, kind.value, 20] as const;
  try {
    return await vscode.commands.executeCommand<vscode.CodeAction[]>(...asked);
  } catch (error) {
    if (error instanceof Error && error.name === 'Canceled') return [];
    throw error;
  }
}

/** Applies what a click on the action would apply. */
export async function apply(action: vscode.CodeAction): Promise<void> {
  if (action.edit) assert.ok(await vscode.workspace.applyEdit(action.edit), `"${action.title}" could be applied`);
  if (action.command) await vscode.commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
}
