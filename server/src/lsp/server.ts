/** The language server over a connection: the handshake, and every handler wired to the service. */
import {
  type Connection,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  type ExecuteCommandParams,
  type InitializeParams,
  type InitializeResult,
  Range,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { version } from '../../../package.json';
import { type ClientAbilities, rootsOf } from './client-abilities.ts';
import { CODE_ACTION_KINDS, codeActions, SELECT_COMMAND } from './code-actions.ts';
import { SOURCE } from './convert.ts';
import { answerCustomRequests } from './custom-requests.ts';
import { type DiagnosticsMode, inAll } from './diagnostics-mode.ts';
import { PullDiagnostics } from './pull-diagnostics.ts';
import { PushDiagnostics } from './push-diagnostics.ts';
import { Refreshing } from './refreshing.ts';
import { FEATURES } from './requests/index.ts';
import { createSession, type Environment, type Session } from './session.ts';
import { Roots, syncDocuments, syncFiles } from './sync.ts';
import { watchFiles } from './watched-files.ts';

/** Serves until the client says `exit` or the connection ends. */
export function startServer(connection: Connection, environment: Environment): void {
  connection.onInitialize((params) => {
    const session = createSession(connection, environment, params);
    serve(session, params);
    return answer(session.abilities);
  });
  connection.listen();
}

function answer(abilities: ClientAbilities): InitializeResult {
  return {
    serverInfo: { name: 'rollout-plan', version },
    capabilities: {
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
      codeActionProvider: { codeActionKinds: [...CODE_ACTION_KINDS] },
      ...Object.assign({}, ...FEATURES.map(({ capabilities }) => capabilities(abilities))),
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      ...(abilities.showDocument ? { executeCommandProvider: { commands: [SELECT_COMMAND] } } : {}),
      ...(abilities.pullDiagnostics
        ? { diagnosticProvider: { identifier: SOURCE, interFileDependencies: true, workspaceDiagnostics: false } }
        : {}),
    },
  };
}

function serve(session: Session, params: InitializeParams): void {
  const { connection, guard, abilities, settings } = session;
  const changes = inAll([abilities.pullDiagnostics ? pull(session) : push(session), new Refreshing(session, FEATURES)]);
  const roots = new Roots(session, rootsOf(params));
  syncDocuments(session, changes);
  syncFiles(session, changes);
  connection.onCodeAction(
    guard.request('textDocument/codeAction', [], (request, token) => codeActions(session, request, token)),
  );
  connection.onExecuteCommand(guard.request('workspace/executeCommand', null, (request) => select(session, request)));
  for (const { listen } of FEATURES) listen(session);
  answerCustomRequests(session);
  connection.onDidChangeConfiguration(
    guard.notification('workspace/didChangeConfiguration', async ({ settings: said }) => {
      await settings.changed(said);
      changes.allChanged();
    }),
  );
  connection.onInitialized(() => {
    const { name, version: number } = params.clientInfo ?? { name: 'an editor' };
    session.host.log('info', `Rollout Plan ${version} serves ${[name, number].filter(Boolean).join(' ')}`);
    guard.run('settings', () => settings.start());
    if (abilities.watchFiles) guard.run('watching files', () => watchFiles(connection));
    if (abilities.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(
        guard.notification('workspace/didChangeWorkspaceFolders', (event) => {
          roots.change(event);
          changes.allChanged();
        }),
      );
    }
  });
}

function pull(session: Session): DiagnosticsMode {
  const { connection, guard, abilities, settings } = session;
  const { diagnostics } = connection.languages;
  const refresh = (): void => guard.run('workspace/diagnostic/refresh', () => diagnostics.refresh());
  const mode = new PullDiagnostics({
    ...session,
    ready: settings.ready,
    refresh: abilities.refreshDiagnostics ? refresh : undefined,
  });
  const empty: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };
  diagnostics.on(guard.request('textDocument/diagnostic', empty, (request, token) => mode.report(request, token)));
  return mode;
}

function push(session: Session): DiagnosticsMode {
  const { connection, settings } = session;
  return new PushDiagnostics({
    ...session,
    ready: settings.ready,
    publish: (params) => void connection.sendDiagnostics(params),
  });
}

async function select({ connection }: Session, { command, arguments: given }: ExecuteCommandParams): Promise<null> {
  const [uri, selection] = given ?? [];
  if (command === SELECT_COMMAND && typeof uri === 'string' && Range.is(selection)) {
    await connection.window.showDocument({ uri, selection, takeFocus: true });
  }
  return null;
}
