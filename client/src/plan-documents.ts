/** The editor's documents, seen with the eyes of `plan-files.ts`. */
import * as vscode from 'vscode';
import { hasPlanFrontMatter, isPlanName, startsWithPlanKey } from './plan-files.ts';

/** Every document that may ever be one. Which of them are sent to the server, the gate decides. */
export const DOCUMENT_SELECTOR = [
  { language: 'yaml' },
  { language: 'markdown' },
  // By its name a plan is one in any language that people associate with it.
  { pattern: '**/{rollout-plan,*.rollout-plan,*.rollout}.{yaml,yml}' },
  { pattern: '**/rollout-plan.config.{yaml,yml,json}' },
];

export function isPlanDocument(document: vscode.TextDocument): boolean {
  if (!isEditable(document.uri)) return false;
  if (isPlanName(document.uri.path)) return true;
  if (document.languageId === 'yaml') return startsWithPlanKey(document);
  return document.languageId === 'markdown' && hasPlanFrontMatter(document);
}

/** Not an older version in a diff, an output or a notebook's cell: nobody could mend what is found there. */
function isEditable(uri: vscode.Uri): boolean {
  return uri.scheme === 'untitled' || vscode.workspace.fs.isWritableFileSystem(uri.scheme) === true;
}
