/** Definition, references and highlights of ids. */
import {
  type Definition,
  type DefinitionLink,
  type DefinitionParams,
  type DocumentHighlight,
  DocumentHighlightKind,
  type DocumentHighlightParams,
  type Location,
  type ReferenceParams,
} from 'vscode-languageserver';
import type { Occurrence } from '../../features/ids.ts';
import { definitions, highlights, references } from '../../features/navigation.ts';
import { aboutPlan, type LspFeature } from './feature.ts';

const HIGHLIGHTS: Readonly<Record<Occurrence['role'], DocumentHighlightKind>> = {
  declaration: DocumentHighlightKind.Write,
  reference: DocumentHighlightKind.Read,
  mention: DocumentHighlightKind.Text,
};

export const navigationFeature: LspFeature = {
  capabilities: () => ({ definitionProvider: true, referencesProvider: true, documentHighlightProvider: true }),
  listen: (session) => {
    const { connection, abilities } = session;
    connection.onDefinition(
      aboutPlan<DefinitionParams, Definition | DefinitionLink[]>(
        session,
        'textDocument/definition',
        [],
        (context, { position }) => {
          const found = definitions(context, position);
          if (!abilities.definitionLinks) return found.map(({ uri, range }) => ({ uri, range }));
          return found.map(({ uri, range, whole, origin }) => ({
            originSelectionRange: origin,
            targetUri: uri,
            targetRange: whole,
            targetSelectionRange: range,
          }));
        },
      ),
    );
    connection.onReferences(
      aboutPlan<ReferenceParams, Location[]>(session, 'textDocument/references', [], (about, { position, context }) =>
        references(about, position, context.includeDeclaration),
      ),
    );
    connection.onDocumentHighlight(
      aboutPlan<DocumentHighlightParams, DocumentHighlight[]>(
        session,
        'textDocument/documentHighlight',
        [],
        (context, { position }) =>
          highlights(context, position).map(({ range, role }) => ({ range, kind: HIGHLIGHTS[role] })),
      ),
    );
  },
};
