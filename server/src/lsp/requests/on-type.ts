import type { DocumentOnTypeFormattingParams, TextEdit } from 'vscode-languageserver';
import { indentAfterItem } from '../../features/on-type.ts';
import { aboutPlan, type LspFeature } from './feature.ts';

export const onTypeFeature: LspFeature = {
  capabilities: () => ({ documentOnTypeFormattingProvider: { firstTriggerCharacter: '\n' } }),
  listen: (session) => {
    session.connection.onDocumentOnTypeFormatting(
      aboutPlan<DocumentOnTypeFormattingParams, TextEdit[] | null>(
        session,
        'textDocument/onTypeFormatting',
        null,
        (context, { position }) =>
          context.settings.onType.enable
            ? indentAfterItem(context, position).map(({ range, newText }) => ({ range, newText }))
            : null,
      ),
    );
  },
};
