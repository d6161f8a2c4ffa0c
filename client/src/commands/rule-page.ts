/** Shows what a rule is about: the page that came with the extension, rendered. */
import * as vscode from 'vscode';
import { RULES_REQUEST } from '../../../server/src/protocol.ts';
import { SOURCE } from '../names.ts';
import type { Server } from '../server.ts';

interface Rule {
  readonly id: string;
  readonly group: string;
  readonly severity: string;
}

export interface RulePageContext {
  readonly server: Server;
  /** Folder of the packaged pages. */
  readonly pages: vscode.Uri;
}

/** `id` comes from a click on a problem's code; without it the problem under the cursor says which rule, or the person does. */
export async function openRulePage({ server, pages }: RulePageContext, id?: unknown): Promise<void> {
  const rules = await server.request<readonly Rule[]>(RULES_REQUEST);
  const wanted = typeof id === 'string' ? id : ruleAtCursor();
  const rule = wanted === undefined ? await pickRule(rules) : rules.find((candidate) => candidate.id === wanted);
  if (rule) await show(vscode.Uri.joinPath(pages, rule.group, `${rule.id}.md`));
  else if (wanted !== undefined) throw new Error(vscode.l10n.t('there is no rule "{0}"', wanted));
}

function ruleAtCursor(): string | undefined {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return undefined;
  const here = vscode.languages
    .getDiagnostics(editor.document.uri)
    .find(({ source, range }) => source === SOURCE && range.contains(editor.selection.active));
  if (typeof here?.code !== 'object') return undefined;
  return String(here.code.value);
}

async function pickRule(rules: readonly Rule[]): Promise<Rule | undefined> {
  const picked = await vscode.window.showQuickPick(ruleItems(rules), {
    title: vscode.l10n.t('Open Rule Page'),
    placeHolder: vscode.l10n.t('Which rule'),
  });
  return picked?.rule;
}

interface RuleItem extends vscode.QuickPickItem {
  readonly rule?: Rule;
}

/** Group by group, each below its name. */
function ruleItems(rules: readonly Rule[]): RuleItem[] {
  const groups = [...new Set(rules.map(({ group }) => group))];
  return groups.flatMap((group): RuleItem[] => [
    { label: group, kind: vscode.QuickPickItemKind.Separator },
    ...rules
      .filter((rule) => rule.group === group)
      .map((rule) => ({ label: rule.id, description: rule.severity, rule })),
  ]);
}

async function show(page: vscode.Uri): Promise<void> {
  // Fails with a clear reason where the page is missing; the preview would show an empty one.
  await vscode.workspace.fs.stat(page);
  try {
    await vscode.commands.executeCommand('markdown.showPreview', page);
  } catch {
    // People can switch the built-in Markdown extension off.
    await vscode.window.showTextDocument(page);
  }
}
