/** Diagnostics for clients that wait for them: one run for each document at a time, dropped as soon as the text moves on. */
import type { PublishDiagnosticsParams } from 'vscode-languageserver';
import type { LanguageService } from '../service.ts';
import type { ToLspDiagnostic } from './convert.ts';
import type { DiagnosticsMode } from './diagnostics-mode.ts';
import type { Guard } from './guard.ts';
import type { OpenDocuments } from './open-documents.ts';
import type { ToldDiagnostics } from './told-diagnostics.ts';

export interface PushSetup {
  readonly service: LanguageService;
  readonly documents: OpenDocuments;
  readonly guard: Guard;
  readonly toLsp: ToLspDiagnostic;
  readonly told: ToldDiagnostics;
  /** Fulfilled when the settings are known. */
  readonly ready: Promise<void>;
  readonly publish: (params: PublishDiagnosticsParams) => void;
}

export class PushDiagnostics implements DiagnosticsMode {
  /** The run that will speak for a document; a newer one takes its place. */
  private readonly runs = new Map<string, { isCancellationRequested: boolean }>();
  private readonly published = new Set<string>();

  constructor(private readonly setup: PushSetup) {}

  changed(uri: string): void {
    this.schedule(uri);
  }

  closed(uri: string): void {
    this.cancel(uri);
    this.clear(uri);
    this.setup.told.forget(uri);
  }

  neighboursChanged(uris: readonly string[]): void {
    for (const uri of uris) this.schedule(uri);
  }

  allChanged(): void {
    for (const uri of this.setup.documents.uris()) this.schedule(uri);
  }

  /** At the end of this turn, so that the edits that came together are looked at once. */
  private schedule(uri: string): void {
    this.cancel(uri);
    const token = { isCancellationRequested: false };
    this.runs.set(uri, token);
    setImmediate(() => {
      if (!token.isCancellationRequested) this.setup.guard.run(`diagnostics of ${uri}`, () => this.run(uri, token));
    });
  }

  private async run(uri: string, token: { readonly isCancellationRequested: boolean }): Promise<void> {
    const { service, documents, toLsp, told, publish, ready } = this.setup;
    await ready;
    const version = documents.version(uri);
    const diagnostics = await service.diagnostics(uri, token);
    if (token.isCancellationRequested || version === undefined || documents.version(uri) !== version) return;
    this.runs.delete(uri);
    // Known only now: a policy may make a plan of any file.
    if (!service.isPlan(uri)) {
      this.clear(uri);
      return;
    }
    this.published.add(uri);
    told.tell(uri, version, diagnostics);
    publish({ uri, version, diagnostics: diagnostics.map(toLsp) });
  }

  private cancel(uri: string): void {
    const run = this.runs.get(uri);
    if (run) run.isCancellationRequested = true;
    this.runs.delete(uri);
  }

  private clear(uri: string): void {
    if (this.published.delete(uri)) this.setup.publish({ uri, diagnostics: [] });
  }
}
