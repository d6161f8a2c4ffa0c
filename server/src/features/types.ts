/** What the features give: plain data in the shapes of LSP, so that `lsp/` only hands it on and `cli/` only prints it. */
import type { Severity } from '../workspace/host.ts';

/** Zero-based, `character` in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

export interface Diagnostic {
  readonly range: Range;
  readonly severity: Severity;
  /** The rule's id. */
  readonly code: string;
  readonly message: string;
  /** Whether a quick fix exists; the fix itself is made when asked for. */
  readonly fixable: boolean;
  readonly related: readonly { readonly uri: string; readonly range: Range; readonly message: string }[];
}

/** `snippet` is set where the edit has placeholders (`${1:30m}`) and the client may take it as a snippet edit. */
export interface TextEdit {
  readonly range: Range;
  readonly newText: string;
  readonly snippet?: string;
}

export interface WorkspaceEdit {
  /** Files to write; never over one that is there. */
  readonly creates?: readonly { readonly uri: string; readonly text: string }[];
  readonly documents: readonly { readonly uri: string; readonly edits: readonly TextEdit[] }[];
}

export interface CodeAction {
  readonly title: string;
  readonly kind: 'quickfix' | 'source.fixAll' | 'refactor.rewrite' | 'refactor.extract';
  /** The diagnostics that it mends, as `diagnostics` gave them. */
  readonly diagnostics: readonly Diagnostic[];
  readonly edit?: WorkspaceEdit;
  /** Where nothing is to be changed but something selected for the user to fill in. */
  readonly select?: Range;
  readonly preferred: boolean;
}

export type { RuleInfo } from '../rules/info.ts';
