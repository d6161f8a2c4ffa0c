/** Going to a stage, step, metric, backup, flag or plan of the whole workspace by its name. */
import type { SymbolInformation } from 'vscode-languageserver';
import { workspaceSymbols } from '../../features/workspace-symbols.ts';
import { SYMBOL_KINDS } from './document-symbols.ts';
import type { LspFeature } from './feature.ts';

/** More than a person looks through. */
const MOST_SYMBOLS = 500;

export const workspaceSymbolsFeature: LspFeature = {
  capabilities: () => ({ workspaceSymbolProvider: true }),
  listen: ({ connection, guard, service, settings }) => {
    connection.onWorkspaceSymbol(
      guard.request<{ query: string }, SymbolInformation[]>('workspace/symbol', [], async ({ query }, token) => {
        await settings.ready;
        const found: SymbolInformation[] = [];
        for await (const file of service.planFiles()) {
          /* istanbul ignore next -- given up between two files */
          if (token.isCancellationRequested) break;
          for (const { name, kind, container, uri, range } of workspaceSymbols(file, query)) {
            found.push({ name, kind: SYMBOL_KINDS[kind], containerName: container, location: { uri, range } });
            if (found.length === MOST_SYMBOLS) return found;
          }
        }
        return found;
      }),
    );
  },
};
