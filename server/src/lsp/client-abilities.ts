/** What the client can do, read once from its handshake. */
import { type InitializeParams, MarkupKind } from 'vscode-languageserver';

export interface ClientAbilities {
  readonly pullDiagnostics: boolean;
  readonly refreshDiagnostics: boolean;
  readonly relatedInformation: boolean;
  readonly codeDescription: boolean;
  readonly literalCodeActions: boolean;
  readonly documentChanges: boolean;
  readonly snippetEdits: boolean;
  readonly showDocument: boolean;
  readonly configuration: boolean;
  readonly watchConfiguration: boolean;
  readonly watchFiles: boolean;
  readonly workspaceFolders: boolean;
  readonly definitionLinks: boolean;
  readonly markdownHover: boolean;
  readonly prepareRename: boolean;
}

/** What our own client says at the start; others may say it too, and nobody has to. */
export interface InitializationOptions {
  /** The settings as they are now: saves asking for them before the first diagnostics. */
  readonly settings?: unknown;
  /** Folder of the rules' pages, where it is not the one that came with the server. */
  readonly rulePages?: string;
}

export function abilitiesOf(params: InitializeParams): ClientAbilities {
  const { textDocument, workspace, window } = params.capabilities;
  return {
    pullDiagnostics: textDocument?.diagnostic !== undefined,
    refreshDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    relatedInformation:
      (textDocument?.diagnostic?.relatedInformation ?? textDocument?.publishDiagnostics?.relatedInformation) === true,
    codeDescription:
      (textDocument?.diagnostic?.codeDescriptionSupport ?? textDocument?.publishDiagnostics?.codeDescriptionSupport) ===
      true,
    literalCodeActions: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    snippetEdits: workspace?.workspaceEdit?.snippetEditSupport === true,
    showDocument: window?.showDocument?.support === true,
    configuration: workspace?.configuration === true,
    watchConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    watchFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    prepareRename: textDocument?.rename?.prepareSupport === true,
    definitionLinks: textDocument?.definition?.linkSupport === true,
    markdownHover: textDocument?.hover?.contentFormat?.includes(MarkupKind.Markdown) === true,
  };
}

export function optionsOf(params: InitializeParams): InitializationOptions {
  const given: unknown = params.initializationOptions;
  if (typeof given !== 'object' || given === null) return {};
  const { settings, rulePages } = given as Record<string, unknown>;
  return { settings, ...(typeof rulePages === 'string' ? { rulePages } : {}) };
}

export function rootsOf(params: InitializeParams): string[] {
  if (params.workspaceFolders) return params.workspaceFolders.map((folder) => folder.uri);
  return params.rootUri ? [params.rootUri] : [];
}
