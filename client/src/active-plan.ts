/** The plan in the active editor: for commands that are about it, and for the `when` clauses of the manifest. */
import * as vscode from 'vscode';
import { isPlanDocument } from './plan-documents.ts';
import type { Server } from './server.ts';

const CONTEXT_KEY = 'rolloutPlan.isPlan';

export class ActivePlan implements vscode.Disposable {
  document: vscode.TextDocument | undefined;
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;
  private readonly listeners: vscode.Disposable;

  constructor(private readonly server: Server) {
    this.listeners = vscode.Disposable.from(
      this.changed,
      vscode.window.onDidChangeActiveTextEditor(() => this.update()),
      // The first line that is typed may make a plan of a document.
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (document === vscode.window.activeTextEditor?.document) this.update();
      }),
      // And so may a policy, which only the server knows: its first answer tells.
      vscode.languages.onDidChangeDiagnostics(({ uris }) => {
        const active = vscode.window.activeTextEditor?.document.uri.toString();
        if (uris.some((uri) => uri.toString() === active)) this.update();
      }),
    );
    this.update();
  }

  dispose(): void {
    this.listeners.dispose();
  }

  private update(): void {
    const active = vscode.window.activeTextEditor?.document;
    const plan = active && (isPlanDocument(active) || this.server.isTold(active)) ? active : undefined;
    if (plan === this.document) return;
    this.document = plan;
    void vscode.commands.executeCommand('setContext', CONTEXT_KEY, plan !== undefined);
    this.changed.fire();
  }
}
