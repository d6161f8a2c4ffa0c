/** Keeps the service's picture of the world the client's: open documents, folders, files on disk. */
import type { TextDocumentContentChangeEvent, WorkspaceFoldersChangeEvent } from 'vscode-languageserver';
import { POLICY_CHANGED_NOTIFICATION } from '../protocol.ts';
import type { TextChangeEvent } from '../service.ts';
import type { DiagnosticsMode } from './diagnostics-mode.ts';
import type { Session } from './session.ts';

export function syncDocuments(session: Session, diagnostics: DiagnosticsMode): void {
  const { connection, service, documents, guard } = session;
  const neighbours = (uri: string, before: readonly string[] = []): string[] => {
    const uris = new Set([...before, ...service.affectedBy(uri)]);
    uris.delete(uri);
    return [...uris].filter((other) => documents.has(other));
  };
  connection.onDidOpenTextDocument(
    guard.notification('textDocument/didOpen', ({ textDocument: { uri, languageId, version, text } }) => {
      service.open(uri, languageId, version, text);
      documents.set(uri, version);
      diagnostics.changed(uri);
      diagnostics.neighboursChanged(neighbours(uri));
      tellOfPolicy([uri], session);
    }),
  );
  connection.onDidChangeTextDocument(
    guard.notification('textDocument/didChange', ({ textDocument: { uri, version }, contentChanges }) => {
      // A document that was never opened has no text that the changes could apply to.
      if (!documents.has(uri)) return;
      const before = service.affectedBy(uri);
      service.change(uri, version, contentChanges.map(toChange));
      documents.set(uri, version);
      diagnostics.changed(uri);
      diagnostics.neighboursChanged(neighbours(uri, before));
      tellOfPolicy([uri], session);
    }),
  );
  connection.onDidCloseTextDocument(
    guard.notification('textDocument/didClose', ({ textDocument: { uri } }) => {
      if (!documents.has(uri)) return;
      const before = service.affectedBy(uri);
      documents.delete(uri);
      service.close(uri);
      diagnostics.closed(uri);
      diagnostics.neighboursChanged(neighbours(uri, before));
      tellOfPolicy([uri], session);
    }),
  );
}

/** A client that asks which files are plans has to ask again when a policy says otherwise. */
function tellOfPolicy(uris: readonly string[], { connection, service, abilities }: Session): void {
  if (abilities.asksForPlans && uris.some((uri) => service.isPolicy(uri)))
    void connection.sendNotification(POLICY_CHANGED_NOTIFICATION);
}

export function syncFiles(session: Session, diagnostics: DiagnosticsMode): void {
  const { connection, service, documents, guard } = session;
  connection.onDidChangeWatchedFiles(
    guard.notification('workspace/didChangeWatchedFiles', ({ changes }) => {
      const affected = new Set<string>();
      for (const { uri } of changes) {
        for (const other of service.affectedBy(uri)) affected.add(other);
        service.fileChanged(uri);
        for (const other of service.affectedBy(uri)) affected.add(other);
      }
      diagnostics.neighboursChanged([...affected].filter((uri) => documents.has(uri)));
      tellOfPolicy(
        changes.map(({ uri }) => uri),
        session,
      );
    }),
  );
}

/** The workspace's folders, kept up to date where the client tells. */
export class Roots {
  private uris: readonly string[];

  constructor(
    private readonly session: Pick<Session, 'service'>,
    initial: readonly string[],
  ) {
    this.uris = initial;
    session.service.setRoots(this.uris);
  }

  change({ added, removed }: WorkspaceFoldersChangeEvent): void {
    const gone = new Set(removed.map((folder) => folder.uri));
    const kept = this.uris.filter((uri) => !gone.has(uri));
    this.uris = [...new Set([...kept, ...added.map((folder) => folder.uri)])];
    this.session.service.setRoots(this.uris);
  }
}

function toChange(change: TextDocumentContentChangeEvent): TextChangeEvent {
  return 'range' in change ? { range: change.range, text: change.text } : { text: change.text };
}
