/** Outline and breadcrumbs, as a tree where the client takes one. */
import {
  type DocumentSymbolParams,
  type DocumentSymbol as LspDocumentSymbol,
  type SymbolInformation,
  SymbolKind,
} from 'vscode-languageserver';
import { type DocumentSymbol, documentSymbols, type SymbolKind as Kind } from '../../features/document-symbols.ts';
import { aboutPlan, type LspFeature } from './feature.ts';

export const SYMBOL_KINDS: Readonly<Record<Kind, SymbolKind>> = {
  plan: SymbolKind.Module,
  part: SymbolKind.Namespace,
  list: SymbolKind.Array,
  object: SymbolKind.Object,
  stage: SymbolKind.Event,
  step: SymbolKind.Function,
  metric: SymbolKind.Number,
  backup: SymbolKind.Key,
  flag: SymbolKind.Boolean,
};

export const documentSymbolsFeature: LspFeature = {
  capabilities: () => ({ documentSymbolProvider: true }),
  listen: (session) => {
    const { connection, abilities } = session;
    connection.onDocumentSymbol(
      aboutPlan<DocumentSymbolParams, LspDocumentSymbol[] | SymbolInformation[]>(
        session,
        'textDocument/documentSymbol',
        [],
        (context) => {
          const symbols = documentSymbols(context);
          return abilities.nestedSymbols
            ? symbols.map(nested)
            : symbols.flatMap((symbol) => flat(symbol, context.document.uri));
        },
      ),
    );
  },
};

function nested({ name, detail, kind, range, selection, children }: DocumentSymbol): LspDocumentSymbol {
  return {
    name,
    ...(detail === '' ? {} : { detail }),
    kind: SYMBOL_KINDS[kind],
    range,
    selectionRange: selection,
    children: children.map(nested),
  };
}

function flat({ name, kind, range, children }: DocumentSymbol, uri: string, container?: string): SymbolInformation[] {
  const own: SymbolInformation = {
    name,
    kind: SYMBOL_KINDS[kind],
    location: { uri, range },
    ...(container === undefined ? {} : { containerName: container }),
  };
  return [own, ...children.flatMap((symbol) => flat(symbol, uri, name))];
}
