/** Lenses. Those that count are resolved when they come into sight; those that do something need a client that knows the command. */
import * as l10n from '@vscode/l10n';
import { type CodeLens, type CodeLensParams, CodeLensRefreshRequest, Position } from 'vscode-languageserver';
import { codeLenses, type CodeLens as Found, referencesAt, saidByNeighbours } from '../../features/code-lenses.ts';
import { SHOW_REFERENCES_COMMAND, type ShowReferencesArgument, START_REHEARSAL_COMMAND } from '../../protocol.ts';
import type { Session } from '../session.ts';
import { aboutPlan, type LspFeature } from './feature.ts';

export const codeLensFeature: LspFeature = {
  capabilities: () => ({ codeLensProvider: { resolveProvider: true } }),
  listen: (session) => {
    const { connection, guard } = session;
    connection.onCodeLens(
      aboutPlan<CodeLensParams, CodeLens[]>(session, 'textDocument/codeLens', [], (context, { textDocument }) =>
        codeLenses(context).flatMap((lens) => toLens(session, textDocument.uri, lens)),
      ),
    );
    connection.onCodeLensResolve(async (lens, token) => {
      // A lens that cannot be resolved still has to be answered with a lens.
      const resolve = guard.request('codeLens/resolve', lens, (asked: CodeLens) => resolved(session, asked));
      return resolve(lens, token);
    });
  },
  shown: {
    refresh: ({ abilities, connection }) =>
      abilities.refreshCodeLenses ? () => connection.sendRequest(CodeLensRefreshRequest.type) : undefined,
    fromNeighbours: saidByNeighbours,
  },
};

function toLens({ abilities }: Session, uri: string, lens: Found): CodeLens[] {
  const { range } = lens;
  if (lens.kind === 'stage') return [{ range, command: { title: lens.title, command: '' } }];
  if (lens.kind === 'references') return [{ range, data: { uri, position: range.start } }];
  if (!abilities.commands.has(START_REHEARSAL_COMMAND)) return [];
  return [
    { range, command: { title: l10n.t('Start rehearsal timer'), command: START_REHEARSAL_COMMAND, arguments: [uri] } },
  ];
}

async function resolved({ service, abilities }: Session, lens: CodeLens): Promise<CodeLens> {
  const { uri, position } = (lens.data ?? {}) as { uri?: unknown; position?: unknown };
  if (typeof uri !== 'string' || !Position.is(position)) return lens;
  const context = await service.context(uri);
  const { title, locations } = context ? referencesAt(context, position) : { title: '', locations: [] };
  if (locations.length === 0 || !abilities.commands.has(SHOW_REFERENCES_COMMAND))
    return { ...lens, command: { title, command: '' } };
  const argument: ShowReferencesArgument = { uri, position, locations };
  return { ...lens, command: { title, command: SHOW_REFERENCES_COMMAND, arguments: [argument] } };
}
