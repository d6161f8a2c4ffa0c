/** Paths that can be followed. */
import type { DocumentLinkParams, DocumentLink as LspDocumentLink } from 'vscode-languageserver';
import { documentLinks, pathsToFollow } from '../../features/document-links.ts';
import { aboutPlan, type LspFeature } from './feature.ts';

export const documentLinksFeature: LspFeature = {
  capabilities: () => ({ documentLinkProvider: {} }),
  listen: (session) => {
    session.connection.onDocumentLinks(
      aboutPlan<DocumentLinkParams, LspDocumentLink[]>(session, 'textDocument/documentLink', [], async (context) => {
        if (!context.settings.documentLinks.enable) return [];
        const paths = pathsToFollow(context);
        return documentLinks(context, paths, await session.service.filesAt(paths));
      }),
    );
  },
};
