/** What is said of a file that may only be read. Apart from where that is found out, for which the language client has to be loaded. */
import * as vscode from 'vscode';

export function sayReadOnly(name: unknown): void {
  void vscode.window.showWarningMessage(sentenceOf(String(name)));
}

export function sentenceOf(name: string): string {
  return vscode.l10n.t('Nothing was changed: {0} is read-only.', name);
}
