/** Entry point in VS Code. Activated by YAML and Markdown that is mostly not ours, so it does nothing before the first plan is open. */
import * as vscode from 'vscode';
import { ActivePlan } from './active-plan.ts';
import { newArtifact, newPlan } from './commands/new-plan.ts';
import { RehearsalTimer } from './commands/rehearsal.ts';
import { openRulePage } from './commands/rule-page.ts';
import { showReferences } from './commands/show-references.ts';
import {
  NEW_ARTIFACT,
  NEW_PLAN,
  OPEN_RULE_PAGE,
  RESTART,
  SAY_READ_ONLY,
  SHOW_LOG,
  SHOW_REFERENCES,
  START_REHEARSAL,
  STOP_REHEARSAL,
} from './names.ts';
import { hasPolicy, isPlanDocument, mayBePlan } from './plan-documents.ts';
import { sayReadOnly } from './read-only-message.ts';
import { Server } from './server.ts';
import { ENABLE, isEnabled } from './settings.ts';
import { Status } from './status.ts';
import { leavePlansToServer } from './yaml-extension.ts';

export function activate(context: vscode.ExtensionContext): void {
  const log = vscode.window.createOutputChannel('Rollout Plan', { log: true });
  const server = new Server(context.extensionUri, log);
  const files = { server, memory: context.globalState };
  const active = new ActivePlan(server);
  const rehearsal = new RehearsalTimer(server, active, context.workspaceState);
  const pages = { server, pages: vscode.Uri.joinPath(context.extensionUri, 'docs', 'rules') };
  const command = (id: string, work: (argument: unknown) => unknown): vscode.Disposable =>
    vscode.commands.registerCommand(id, (argument: unknown) => reporting(log, () => work(argument)));
  context.subscriptions.push(
    log,
    server,
    active,
    new Status(server, active),
    command(NEW_PLAN, (folder) => newPlan(files, asUri(folder))),
    command(NEW_ARTIFACT, (folder) => newArtifact(files, asUri(folder))),
    command(OPEN_RULE_PAGE, (rule) => openRulePage(pages, rule)),
    command(SHOW_REFERENCES, showReferences),
    command(SAY_READ_ONLY, sayReadOnly),
    rehearsal,
    command(START_REHEARSAL, (uri) => rehearsal.start(uri)),
    command(STOP_REHEARSAL, () => rehearsal.stop()),
    command(RESTART, () => server.restart()),
    command(SHOW_LOG, () => log.show()),
    startWithFirstPlan(server, log),
  );
}

/** From then on the language client sees to new documents by itself. */
function startWithFirstPlan(server: Server, log: vscode.LogOutputChannel): vscode.Disposable {
  let policy: Promise<boolean> | undefined;
  const isNeeded = async (document: vscode.TextDocument): Promise<boolean> => {
    if (isPlanDocument(document)) return true;
    if (!mayBePlan(document)) return false;
    policy ??= hasPolicy();
    return policy;
  };
  const share = (): void => {
    leavePlansToServer((uri) => server.serves(uri)).catch((error: unknown) => log.warn(String(error)));
  };
  const start = async (document: vscode.TextDocument): Promise<void> => {
    if (!(await isNeeded(document)) || server.state !== 'idle') return;
    share();
    await server.start();
  };
  const consider = (document: vscode.TextDocument): void => {
    if (server.state !== 'idle' || !isEnabled()) return;
    start(document).catch((error: unknown) => log.error(String(error)));
  };
  const all = (): void => vscode.workspace.textDocuments.forEach(consider);
  all();
  return vscode.Disposable.from(
    vscode.workspace.onDidOpenTextDocument(consider),
    vscode.workspace.onDidChangeTextDocument(({ document }) => consider(document)),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(ENABLE)) all();
    }),
    // The other extension may be installed, or switched on, while plans are open.
    vscode.extensions.onDidChange(() => {
      if (server.state !== 'idle') share();
    }),
  );
}

/** What goes wrong in a command is said in a sentence, and in full in the log. */
async function reporting(log: vscode.LogOutputChannel, work: () => unknown): Promise<void> {
  try {
    await work();
  } catch (error) {
    log.error(error instanceof Error ? error : String(error));
    const showLog = vscode.l10n.t('Show Log');
    const reason = error instanceof Error ? error.message : String(error);
    const picked = await vscode.window.showErrorMessage(vscode.l10n.t('Rollout Plan: {0}', reason), showLog);
    if (picked === showLog) log.show();
  }
}

function asUri(value: unknown): vscode.Uri | undefined {
  return value instanceof vscode.Uri ? value : undefined;
}
