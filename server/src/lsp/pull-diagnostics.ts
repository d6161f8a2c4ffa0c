/** Diagnostics for clients that ask for them: unchanged ones are not sent twice, and a neighbour's news makes the client ask again. */
import {
  type CancellationToken,
  type DiagnosticServerCancellationData,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver';
import type { Cancellation, LanguageService } from '../service.ts';
import type { ToLspDiagnostic } from './convert.ts';
import type { DiagnosticsMode } from './diagnostics-mode.ts';
import type { Guard } from './guard.ts';
import type { OpenDocuments } from './open-documents.ts';
import type { ToldDiagnostics } from './told-diagnostics.ts';

interface Report {
  readonly id: string;
  /** The diagnostics as text: equal texts are equal answers. */
  readonly json: string;
}

export interface PullSetup {
  readonly service: LanguageService;
  readonly documents: OpenDocuments;
  readonly guard: Guard;
  readonly toLsp: ToLspDiagnostic;
  readonly told: ToldDiagnostics;
  /** Fulfilled when the settings are known. */
  readonly ready: Promise<void>;
  /** Tells the client to ask again; missing where it cannot be told. */
  readonly refresh: (() => void) | undefined;
}

export class PullDiagnostics implements DiagnosticsMode {
  private readonly reports = new Map<string, Report>();
  private readonly stale = new Set<string>();
  private reportCount = 0;
  private open = 0;
  private looking: { isCancellationRequested: boolean } | undefined;

  constructor(private readonly setup: PullSetup) {}

  async report(
    { textDocument: { uri }, previousResultId }: DocumentDiagnosticParams,
    token: CancellationToken,
  ): Promise<DocumentDiagnosticReport> {
    this.open++;
    try {
      const items = await this.current(uri, token);
      const json = JSON.stringify(items);
      const last = this.reports.get(uri);
      if (last?.json === json && previousResultId === last.id) {
        return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: last.id };
      }
      const id = last?.json === json ? last.id : String(++this.reportCount);
      if (this.setup.documents.has(uri)) this.reports.set(uri, { id, json });
      return { kind: DocumentDiagnosticReportKind.Full, resultId: id, items };
    } finally {
      this.open--;
      this.lookAtNeighbours();
    }
  }

  /** The client asks for this document by itself. */
  changed(): void {
    this.supersede();
  }

  closed(uri: string): void {
    this.reports.delete(uri);
    this.setup.told.forget(uri);
    this.supersede();
  }

  neighboursChanged(uris: readonly string[]): void {
    if (!this.setup.refresh) return;
    for (const uri of uris) this.stale.add(uri);
    this.supersede();
    this.lookAtNeighbours();
  }

  allChanged(): void {
    this.setup.refresh?.();
  }

  private async current(uri: string, token: CancellationToken) {
    const { service, documents, toLsp, told, ready } = this.setup;
    await ready;
    const version = documents.version(uri);
    if (version === undefined) return [];
    const found = await service.diagnostics(uri, token);
    if (documents.version(uri) !== version) throw askAgain();
    told.tell(uri, version, found);
    return found.map(toLsp);
  }

  private supersede(): void {
    if (this.looking) this.looking.isCancellationRequested = true;
  }

  /**
   * A refresh makes the client ask for every document that it shows, so it is sent only when an answer would be another one.
   * That is found out after the client's own questions are answered: what is typed comes first.
   */
  private lookAtNeighbours(): void {
    if (this.stale.size === 0 || this.open > 0 || (this.looking && !this.looking.isCancellationRequested)) return;
    const token = { isCancellationRequested: false };
    this.looking = token;
    setImmediate(() => {
      this.setup.guard.run('neighbours', () => this.look(token));
    });
  }

  private async look(token: Cancellation): Promise<void> {
    try {
      for (const uri of [...this.stale]) {
        if (token.isCancellationRequested || this.open > 0) return;
        this.stale.delete(uri);
        const changed = await this.answersAnew(uri, token);
        if (token.isCancellationRequested) {
          this.stale.add(uri);
          return;
        }
        if (changed) {
          this.stale.clear();
          this.setup.refresh?.();
          return;
        }
      }
    } finally {
      if (this.looking === token) this.looking = undefined;
      this.lookAtNeighbours();
    }
  }

  private async answersAnew(uri: string, token: Cancellation): Promise<boolean> {
    const last = this.reports.get(uri);
    // What was never asked for will be, without being told.
    if (!last) return false;
    const items = (await this.setup.service.diagnostics(uri, token)).map(this.setup.toLsp);
    return JSON.stringify(items) !== last.json;
  }
}

function askAgain(): ResponseError<DiagnosticServerCancellationData> {
  return new ResponseError(LSPErrorCodes.ServerCancelled, 'the document changed', { retriggerRequest: true });
}
