/** The facade: everything that the editor and the command line can ask, and the only place where the layers are wired together. */
import type { CodeAction, Diagnostic, Range, RuleInfo } from './features/types.ts';
import type { Host, Settings } from './workspace/host.ts';

/** Cooperative cancellation: a long job asks now and then and gives up with what it has. */
export interface Cancellation {
  readonly isCancellationRequested: boolean;
}

export interface TextChangeEvent {
  /** Absent: the whole text is replaced. */
  readonly range?: Range;
  readonly text: string;
}

export interface LanguageService {
  /** Roots of the workspace, as folder URIs. Bundles are looked for below them. */
  setRoots(roots: readonly string[]): void;
  setSettings(settings: Settings): void;
  open(uri: string, languageId: string, version: number, text: string): void;
  change(uri: string, version: number, changes: readonly TextChangeEvent[]): void;
  close(uri: string): void;
  /** A file changed on disk, was made or deleted. */
  fileChanged(uri: string): void;
  /** Whether the file is one that the service speaks about: known from its name, or from its first lines. */
  isPlan(uri: string): boolean;
  /** Open documents whose diagnostics may change when this one does: its bundle. */
  affectedBy(uri: string): readonly string[];
  diagnostics(uri: string, cancellation?: Cancellation): Promise<readonly Diagnostic[]>;
  codeActions(
    uri: string,
    range: Range,
    only: readonly string[],
    cancellation?: Cancellation,
  ): Promise<readonly CodeAction[]>;
  rules(): readonly RuleInfo[];
}

export type CreateLanguageService = (host: Host) => LanguageService;
