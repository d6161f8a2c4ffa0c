/** The language client: which process it starts, what it sends, and what is done to the answers on their way to the editor. */
import * as vscode from 'vscode';
import {
  CloseAction,
  CodeActionRequest,
  ErrorAction,
  type ErrorHandler,
  LanguageClient,
  type LanguageClientOptions,
  type Middleware,
  RenameRequest,
  State,
  TextDocumentEdit,
  TransportKind,
  type WorkspaceEdit,
} from 'vscode-languageclient/node';
import { POLICY_CHANGED_NOTIFICATION } from '../../server/src/protocol.ts';
import { type Gated, gate } from './gate.ts';
import { LENS_COMMANDS, SECTION, SUGGEST_COMMAND } from './names.ts';
import { DOCUMENT_SELECTOR } from './plan-documents.ts';
import { explainReadOnly, refuseReadOnly } from './read-only.ts';
import process from './server-process.json' with { type: 'json' };
import { currentSettings } from './settings.ts';
import { keepIndentation } from './snippets.ts';
import { besideYamlExtension } from './yaml-extension.ts';

export type RunState = 'starting' | 'running' | 'stopped';

export interface Surroundings {
  readonly extension: vscode.Uri;
  readonly log: vscode.LogOutputChannel;
  /** Filled and emptied with the documents that the server is told of. */
  readonly served: Set<string>;
  onState(state: RunState): void;
  /** The server ended too often to be started again. */
  onGivingUp(): void;
}

export function createLanguageClient({ extension, log, served, onState, onGivingUp }: Surroundings): LanguageClient {
  const module = vscode.Uri.joinPath(extension, 'dist', 'server.js').fsPath;
  const { askAgain, ...gated } = gate(() => client, served);
  // Where the editor speaks another language than the sources, the server reads its messages from the same bundle as the client.
  const env = vscode.l10n.uri ? { ROLLOUT_PLAN_L10N: vscode.l10n.uri.toString() } : {};
  // Half of its memory would be room for what is thrown away at once, of which a server has little.
  const { execArgv } = process;
  const options: LanguageClientOptions = {
    documentSelector: DOCUMENT_SELECTOR,
    outputChannel: log,
    traceOutputChannel: log,
    initializationOptions: () => ({
      settings: currentSettings(),
      commands: [...LENS_COMMANDS, SUGGEST_COMMAND],
      asksForPlans: true,
    }),
    middleware: middleware(gated),
    errorHandler: sayingWhenItGivesUp(() => client.createDefaultErrorHandler(), log, onGivingUp),
  };
  const client: LanguageClient = new LanguageClient(
    SECTION,
    'Rollout Plan',
    {
      run: { module, transport: TransportKind.ipc, options: { env, execArgv } },
      debug: {
        module,
        transport: TransportKind.ipc,
        options: { env, execArgv: [...execArgv, '--nolazy', '--inspect=6019'] },
      },
    },
    options,
  );
  client.onNotification(POLICY_CHANGED_NOTIFICATION, () => askAgain(vscode.workspace.textDocuments));
  client.onDidChangeState(({ newState }) => onState(runState(newState)));
  return client;
}

/** The library's own patience; what it says at its end names no way on, so that is said by us. */
function sayingWhenItGivesUp(
  patience: () => ErrorHandler,
  log: vscode.LogOutputChannel,
  onGivingUp: () => void,
): ErrorHandler {
  let handler: ErrorHandler | undefined;
  const own = (): ErrorHandler => {
    handler ??= patience();
    return handler;
  };
  return {
    // What is on its way to a process that has ended fails, once for each message. Its end is told right after, and that is what counts:
    // the library's own answer would be to stop for good after the third.
    error(error) {
      log.warn(`The connection to the server: ${error.message}`);
      return { action: ErrorAction.Continue, handled: true };
    },
    async closed() {
      const result = await own().closed();
      if (result.action !== CloseAction.DoNotRestart) return result;
      onGivingUp();
      return { ...result, handled: true };
    },
  };
}

function runState(state: State): RunState {
  if (state === State.Running) return 'running';
  return state === State.Starting ? 'starting' : 'stopped';
}

function middleware(gated: Gated): Middleware {
  return {
    ...gated,
    ...besideYamlExtension(),
    async sendRequest(type, param, token, next) {
      const result = await gated.sendRequest(type, param, token, next);
      const method = methodOf(type);
      if (method === RenameRequest.method) await refuseReadOnly(result as WorkspaceEdit | null);
      if (method !== CodeActionRequest.method) return result;
      await explainReadOnly(result);
      indentLikeServer(result);
      return result;
    },
  };
}

function indentLikeServer(actions: unknown): void {
  if (!Array.isArray(actions)) return;
  for (const { edit } of actions) {
    for (const change of edit?.documentChanges ?? []) {
      if (!TextDocumentEdit.is(change)) continue;
      const { uri } = change.textDocument;
      const document = vscode.workspace.textDocuments.find((open) => open.uri.toString() === uri);
      if (document) keepIndentation(change.edits, (line) => document.lineAt(line).text);
    }
  }
}

function methodOf(type: string | { readonly method: string }): string {
  return typeof type === 'string' ? type : type.method;
}
