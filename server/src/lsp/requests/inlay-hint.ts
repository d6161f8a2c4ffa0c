import { type InlayHint, type InlayHintParams, MarkupKind } from 'vscode-languageserver';
import { inlayHints } from '../../features/inlay-hints.ts';
import { aboutPlan, type LspFeature } from './feature.ts';

export const inlayHintFeature: LspFeature = {
  capabilities: () => ({ inlayHintProvider: true }),
  listen: (session) => {
    const { connection, abilities } = session;
    connection.languages.inlayHint.on(
      aboutPlan<InlayHintParams, InlayHint[]>(session, 'textDocument/inlayHint', [], (context, { range }) =>
        inlayHints(context, range).map(({ position, label, tooltip: { markdown, plain } }) => ({
          position,
          label,
          tooltip: abilities.markdownHover ? { kind: MarkupKind.Markdown, value: markdown } : plain,
          paddingLeft: true,
        })),
      ),
    );
  },
  shown: {
    refresh: ({ abilities, connection }) =>
      abilities.refreshInlayHints ? () => connection.languages.inlayHint.refresh() : undefined,
  },
};
