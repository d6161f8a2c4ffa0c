/** A small editor over standard input and output, for tests of the built server: no more protocol than they look at. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import {
  type ClientCapabilities,
  type CodeAction,
  type CodeActionContext,
  CodeActionTriggerKind,
  createMessageConnection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type InitializeResult,
  type LogMessageParams,
  type MessageConnection,
  MessageType,
  type PublishDiagnosticsParams,
  type Range,
  type ShowDocumentParams,
  type ShowMessageParams,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { builtServer } from './built-server.ts';

/** What VS Code says that it can do, as far as the server asks. */
export const PULL: ClientCapabilities = {
  textDocument: {
    diagnostic: { dynamicRegistration: true, relatedInformation: true, codeDescriptionSupport: true },
    publishDiagnostics: { relatedInformation: true, codeDescriptionSupport: true },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source.fixAll'] } } },
    definition: { linkSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    rename: { prepareSupport: true },
  },
  workspace: {
    configuration: true,
    workspaceFolders: true,
    diagnostics: { refreshSupport: true },
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    workspaceEdit: { documentChanges: true, snippetEditSupport: true },
  },
  window: { showDocument: { support: true } },
};

/** An editor of the plainest kind. */
export const PUSH: ClientCapabilities = {
  textDocument: { codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } } },
};

export interface ClientOptions {
  readonly capabilities?: ClientCapabilities;
  readonly folders?: readonly string[];
  /** What the client answers when it is asked for its settings. */
  readonly settings?: unknown;
  readonly initializationOptions?: unknown;
  /** Further variables of the server's environment. */
  readonly env?: Readonly<Record<string, string>>;
}

export async function startClient(options: ClientOptions = {}): Promise<LspClient> {
  const client = new LspClient(await spawnServer([], options.env), options);
  await client.initialize();
  return client;
}

export async function spawnServer(
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<ChildProcessWithoutNullStreams> {
  const words = [await builtServer(), ...(args.length > 0 ? args : ['--stdio'])];
  return spawn(process.execPath, words, { env: { ...process.env, ...env } });
}

export class LspClient {
  readonly connection: MessageConnection;
  readonly published: PublishDiagnosticsParams[] = [];
  readonly shown: ShowMessageParams[] = [];
  readonly logged: LogMessageParams[] = [];
  readonly selected: ShowDocumentParams[] = [];
  readonly registered: string[] = [];
  refreshes = 0;
  /** What else it was told to ask again for. */
  readonly refreshed: string[] = [];
  settings: unknown;
  /** The answer to the handshake. */
  server: InitializeResult | undefined;
  private readonly documents = new Map<string, TextDocument>();
  private readonly events = new EventEmitter();

  constructor(
    readonly process: ChildProcessWithoutNullStreams,
    private readonly options: ClientOptions,
  ) {
    this.settings = options.settings ?? null;
    this.connection = createMessageConnection(
      new StreamMessageReader(process.stdout),
      new StreamMessageWriter(process.stdin),
    );
    this.listen();
  }

  private listen(): void {
    const on = <P>(method: string, handler: (params: P) => void): void => {
      this.connection.onNotification(method, (params: P) => {
        handler(params);
        this.events.emit('heard');
      });
    };
    const answer = <P>(method: string, handler: (params: P) => unknown): void => {
      this.connection.onRequest(method, (params: P) => {
        const result = handler(params);
        this.events.emit('heard');
        return result;
      });
    };
    on<PublishDiagnosticsParams>('textDocument/publishDiagnostics', (params) => this.published.push(params));
    on<ShowMessageParams>('window/showMessage', (params) => this.shown.push(params));
    on<LogMessageParams>('window/logMessage', (params) => this.logged.push(params));
    answer<{ items: unknown[] }>('workspace/configuration', ({ items }) => items.map(() => this.settings));
    answer<{ registrations: { method: string }[] }>('client/registerCapability', ({ registrations }) => {
      this.registered.push(...registrations.map(({ method }) => method));
      return null;
    });
    answer('workspace/diagnostic/refresh', () => {
      this.refreshes++;
      return null;
    });
    for (const what of ['inlayHint', 'codeLens', 'semanticTokens']) {
      answer(`workspace/${what}/refresh`, () => {
        this.refreshed.push(what);
        return null;
      });
    }
    answer<ShowDocumentParams>('window/showDocument', (params) => {
      this.selected.push(params);
      return { success: true };
    });
    this.process.once('exit', (code) => {
      // Whoever still waits for the server waits in vain.
      this.events.emit('error', new Error(`the server ended with ${code}`));
      this.connection.dispose();
    });
    this.events.on('error', () => {});
    this.connection.listen();
  }

  async initialize(): Promise<void> {
    const folders = this.options.folders ?? [];
    this.server = await this.connection.sendRequest<InitializeResult>('initialize', {
      processId: process.pid,
      rootUri: folders[0] ?? null,
      workspaceFolders: folders.map((uri) => ({ uri, name: uri })),
      capabilities: this.options.capabilities ?? PULL,
      initializationOptions: this.options.initializationOptions,
    });
    await this.connection.sendNotification('initialized', {});
  }

  /** What it found worth a warning, or worse. */
  get complaints(): string[] {
    return this.logged.filter(({ type }) => type <= MessageType.Warning).map(({ message }) => message);
  }

  /** Its complaints but for those that a request took long, which a busy machine brings about. */
  get failures(): string[] {
    return this.complaints.filter((message) => !/ took \d+ ms$/.test(message));
  }

  /** Waits, without polling, until something that the server says makes it true. */
  async until<T>(what: () => T | undefined | false): Promise<T> {
    for (;;) {
      const found = what();
      if (found) return found;
      await once(this.events, 'heard');
    }
  }

  open(uri: string, text: string, languageId = uri.endsWith('.md') ? 'markdown' : 'yaml'): void {
    const document = TextDocument.create(uri, languageId, 1, text);
    this.documents.set(uri, document);
    this.notify('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
  }

  isOpen(uri: string): boolean {
    return this.documents.has(uri);
  }

  text(uri: string): string {
    return this.document(uri).getText();
  }

  textIn(uri: string, range: Range): string {
    return this.document(uri).getText(range);
  }

  version(uri: string): number {
    return this.document(uri).version;
  }

  /** Replaces the first occurrence of some words, as typing would. */
  edit(uri: string, from: string, to: string): void {
    const document = this.document(uri);
    const start = document.getText().indexOf(from);
    if (start < 0) throw new Error(`${uri} has no "${from}"`);
    this.change(uri, [
      { range: { start: document.positionAt(start), end: document.positionAt(start + from.length) }, text: to },
    ]);
  }

  change(uri: string, changes: { range?: Range; text: string }[]): void {
    const document = this.document(uri);
    const version = document.version + 1;
    TextDocument.update(document, changes, version);
    this.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges: changes });
  }

  close(uri: string): void {
    this.documents.delete(uri);
    this.notify('textDocument/didClose', { textDocument: { uri } });
  }

  notify(method: string, params: object): void {
    void this.connection.sendNotification(method, params);
  }

  request<R>(method: string, params: object): Promise<R> {
    return this.connection.sendRequest<R>(method, params);
  }

  report(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.request('textDocument/diagnostic', { textDocument: { uri }, previousResultId });
  }

  async pull(uri: string): Promise<Diagnostic[]> {
    const report = await this.report(uri);
    if (report.kind !== 'full') throw new Error('nothing was known of, so the report is full');
    return report.items;
  }

  /** The newest diagnostics that were pushed for the newest text. */
  pushed(uri: string): Promise<Diagnostic[]> {
    const version = this.version(uri);
    return this.until(
      () => this.published.findLast((params) => params.uri === uri && params.version === version)?.diagnostics,
    );
  }

  actions(uri: string, range: Range, context: Partial<CodeActionContext> = {}): Promise<CodeAction[]> {
    return this.request('textDocument/codeAction', {
      textDocument: { uri },
      range,
      context: { diagnostics: [], triggerKind: CodeActionTriggerKind.Invoked, ...context },
    });
  }

  /** What the editor makes of an edit: a snippet's placeholders become their words, its choices the first. */
  apply({ documentChanges, changes }: WorkspaceEdit): void {
    for (const change of (documentChanges ?? []) as TextDocumentEdit[]) {
      const { uri, version } = change.textDocument;
      if (version !== this.version(uri)) throw new Error(`the edit is for version ${version} of ${uri}`);
      this.change(uri, backwards(change.edits.map(plain)));
    }
    for (const [uri, edits] of Object.entries(changes ?? {})) this.change(uri, backwards(edits.map(plain)));
  }

  /** Ends the session as an editor does, and gives the server's exit code. */
  async stop(): Promise<number | null> {
    await this.request('shutdown', {});
    const exit = once(this.process, 'exit');
    this.notify('exit', {});
    const [code] = (await exit) as [number | null];
    this.connection.dispose();
    return code;
  }

  private document(uri: string): TextDocument {
    const document = this.documents.get(uri);
    if (!document) throw new Error(`${uri} is not open`);
    return document;
  }
}

function plain(edit: TextDocumentEdit['edits'][number]): { range: Range; text: string } {
  if (!('snippet' in edit)) return { range: edit.range, text: edit.newText };
  const text = edit.snippet.value
    .replace(/\$\{\d+:((?:[^}\\]|\\.)*)\}/g, '$1')
    .replace(/\$\{\d+\|((?:[^,|\\]|\\.)*)(?:,(?:[^|\\]|\\.)*)?\|\}/g, '$1')
    .replace(/\\([\\$},|])/g, '$1');
  return { range: edit.range, text };
}

/** Edits all speak of the text as it was; changes come one after the other, so the last place goes first. */
function backwards<T extends { range: Range }>(edits: T[]): T[] {
  const place = ({ range: { start } }: T): number => start.line * 100_000 + start.character;
  return edits.reverse().sort((a, b) => place(b) - place(a));
}
