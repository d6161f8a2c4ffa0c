/** The editor's documents, seen with the eyes of `plan-files.ts`. */
import * as vscode from 'vscode';
import { hasPlanFrontMatter, isPlanName, startsWithPlanKey } from './plan-files.ts';

const POLICY_PATTERN = '**/rollout-plan.config.{yaml,yml,json}';

/** Every document that may ever be one. Which of them are sent to the server, the gate decides. */
export const DOCUMENT_SELECTOR = [
  { language: 'yaml' },
  { language: 'markdown' },
  // By its name a plan is one in any language that people associate with it.
  { pattern: '**/{rollout-plan,*.rollout-plan,*.rollout}.{yaml,yml}' },
  { pattern: POLICY_PATTERN },
];

export function isPlanDocument(document: vscode.TextDocument): boolean {
  if (!isEditable(document.uri)) return false;
  if (isPlanName(document.uri.path)) return true;
  if (document.languageId === 'yaml') return startsWithPlanKey(document);
  return document.languageId === 'markdown' && hasPlanFrontMatter(document);
}

/** Whether a policy could make a plan of it. */
export function mayBePlan(document: vscode.TextDocument): boolean {
  return isEditable(document.uri) && (document.languageId === 'yaml' || document.languageId === 'markdown');
}

/** Whether there is a policy in the workspace, which may make plans of files with any name. */
export async function hasPolicy(): Promise<boolean> {
  const found = await vscode.workspace.findFiles(POLICY_PATTERN, '**/node_modules/**', 1);
  return found.length > 0;
}

/** Not an older version in a diff, an output or a notebook's cell: nobody could mend what is found there. */
function isEditable(uri: vscode.Uri): boolean {
  return uri.scheme === 'untitled' || vscode.workspace.fs.isWritableFileSystem(uri.scheme) === true;
}
