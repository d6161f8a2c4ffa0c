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
  readonly createFiles: boolean;
  readonly showDocument: boolean;
  readonly completionSnippets: boolean;
  readonly insertTextMode: boolean;
  readonly configuration: boolean;
  readonly watchConfiguration: boolean;
  readonly watchFiles: boolean;
  readonly workspaceFolders: boolean;
  readonly definitionLinks: boolean;
  readonly markdownHover: boolean;
  readonly prepareRename: boolean;
  readonly refreshInlayHints: boolean;
  readonly refreshCodeLenses: boolean;
  readonly refreshSemanticTokens: boolean;
  /** Commands of our own client, which a lens or a completion may call. */
  readonly commands: ReadonlySet<string>;
  readonly nestedSymbols: boolean;
  readonly asksForPlans: boolean;
}

/** What our own client says at the start; others may say it too, and nobody has to. */
export interface InitializationOptions {
  /** The settings as they are now: saves asking for them before the first diagnostics. */
  readonly settings?: unknown;
  /** Folder of the rules' pages, where it is not the one that came with the server. */
  readonly rulePages?: string;
  /** Commands that the client has for lenses and completions. */
  readonly commands?: readonly string[];
  /** The client sends only what it takes for plans, and asks for all other files whether a policy makes plans of them. */
  readonly asksForPlans?: boolean;
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
    createFiles:
      workspace?.workspaceEdit?.documentChanges === true &&
      workspace.workspaceEdit.resourceOperations?.includes('create') === true,
    snippetEdits: workspace?.workspaceEdit?.snippetEditSupport === true,
    completionSnippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    insertTextMode: textDocument?.completion?.completionItem?.insertTextModeSupport !== undefined,
    showDocument: window?.showDocument?.support === true,
    configuration: workspace?.configuration === true,
    watchConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    watchFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    nestedSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    prepareRename: textDocument?.rename?.prepareSupport === true,
    definitionLinks: textDocument?.definition?.linkSupport === true,
    markdownHover: textDocument?.hover?.contentFormat?.includes(MarkupKind.Markdown) === true,
    refreshInlayHints: workspace?.inlayHint?.refreshSupport === true,
    refreshCodeLenses: workspace?.codeLens?.refreshSupport === true,
    refreshSemanticTokens: workspace?.semanticTokens?.refreshSupport === true,
    commands: new Set(optionsOf(params).commands),
    asksForPlans: optionsOf(params).asksForPlans === true,
  };
}

export function optionsOf(params: InitializeParams): InitializationOptions {
  const given: unknown = params.initializationOptions;
  if (typeof given !== 'object' || given === null) return {};
  const { settings, rulePages, commands, asksForPlans } = given as Record<string, unknown>;
  return {
    settings,
    ...(typeof rulePages === 'string' ? { rulePages } : {}),
    ...(Array.isArray(commands) ? { commands: commands.filter((name) => typeof name === 'string') } : {}),
    ...(asksForPlans === true ? { asksForPlans } : {}),
  };
}

export function rootsOf(params: InitializeParams): string[] {
  if (params.workspaceFolders) return params.workspaceFolders.map((folder) => folder.uri);
  return params.rootUri ? [params.rootUri] : [];
}
