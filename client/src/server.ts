/** The language server as the rest of the extension sees it: started when it is first needed, stopped, started again. */
import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { RunState } from './language-client.ts';
import { RESTART } from './names.ts';
import { isPlanDocument } from './plan-documents.ts';
import { isEnabled } from './settings.ts';

/** `idle`: no plan was opened yet. */
export type ServerState = 'idle' | RunState;

export class Server implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<ServerState>();
  readonly onDidChangeState = this.changed.event;
  state: ServerState = 'idle';
  private client: LanguageClient | undefined;
  private starting: Promise<LanguageClient> | undefined;

  /** URIs of the documents that the server has been told of. */
  private readonly served = new Set<string>();

  constructor(
    private readonly extension: vscode.Uri,
    private readonly log: vscode.LogOutputChannel,
  ) {}

  /** Starts the server where it does not run; fails where it cannot. */
  async start(): Promise<void> {
    await this.running();
  }

  isTold(document: vscode.TextDocument): boolean {
    return this.served.has(document.uri.toString());
  }

  /** Whether the server speaks of a document, or will as soon as it runs. */
  serves(uri: string): boolean {
    if (!isEnabled() || this.state === 'idle' || this.state === 'stopped') return false;
    if (this.served.has(uri)) return true;
    const document = vscode.workspace.textDocuments.find((open) => open.uri.toString() === uri);
    return document !== undefined && isPlanDocument(document);
  }

  async request<R>(method: string, params?: object): Promise<R> {
    // It crashed too often to be started again by itself; a person who asks for something may try once more.
    if (this.state === 'stopped') await this.stop();
    return (await this.running()).sendRequest<R>(method, params ?? {});
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  async stop(): Promise<void> {
    const { client, starting } = this;
    this.client = undefined;
    this.starting = undefined;
    // One that is still starting cannot be stopped, and would go on beside the next.
    await starting?.catch(() => undefined);
    // A server that hangs does not stop in time; the library then ends its process, and there is no more to do.
    await client?.dispose().catch((error: unknown) => this.log.warn(`Stopping the server: ${error}`));
    this.setState('stopped');
  }

  dispose(): Promise<void> {
    this.changed.dispose();
    return this.stop();
  }

  private running(): Promise<LanguageClient> {
    this.starting ??= this.launch().catch((error: unknown) => {
      this.starting = undefined;
      this.setState('stopped');
      throw error;
    });
    return this.starting;
  }

  private async launch(): Promise<LanguageClient> {
    this.setState('starting');
    // Loaded only now: on YAML and Markdown that is not ours, nobody pays for it.
    const { createLanguageClient } = await import('./language-client.ts');
    this.served.clear();
    const client = createLanguageClient({
      extension: this.extension,
      log: this.log,
      served: this.served,
      onState: (state) => {
        if (this.client === client) this.setState(state);
      },
      onGivingUp: () => void this.offerRestart(),
    });
    this.client = client;
    await client.start();
    return client;
  }

  private async offerRestart(): Promise<void> {
    const restart = vscode.l10n.t('Restart Server');
    const showLog = vscode.l10n.t('Show Log');
    const picked = await vscode.window.showErrorMessage(
      vscode.l10n.t(
        'The server of Rollout Plan ended again and again and is not started by itself any more, so plans are not checked. Start it with the command "Rollout Plan: Restart Server".',
      ),
      restart,
      showLog,
    );
    if (picked === restart) await vscode.commands.executeCommand(RESTART);
    if (picked === showLog) this.log.show();
  }

  private setState(state: ServerState): void {
    if (this.state === state) return;
    this.state = state;
    this.changed.fire(state);
  }
}
