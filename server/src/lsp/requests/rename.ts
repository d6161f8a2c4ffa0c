/** Renaming an id. What cannot be done is said in words, not with an empty edit. */
import {
  LSPErrorCodes,
  type PrepareRenameParams,
  type PrepareRenameResult,
  type RenameParams,
  ResponseError,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { NOTHING_TO_RENAME, renamable, rename } from '../../features/rename.ts';
import { toEdit } from '../code-actions.ts';
import { aboutPlan, type LspFeature, rereadContext } from './feature.ts';

export const renameFeature: LspFeature = {
  capabilities: ({ prepareRename }) => ({ renameProvider: prepareRename ? { prepareProvider: true } : true }),
  listen: (session) => {
    const { connection, abilities, documents } = session;
    connection.onPrepareRename(
      aboutPlan<PrepareRenameParams, PrepareRenameResult | null>(
        session,
        'textDocument/prepareRename',
        null,
        (context, { position }) => {
          const found = renamable(context, position);
          if (!found) throw refused(NOTHING_TO_RENAME);
          return { range: found.range, placeholder: found.id };
        },
      ),
    );
    connection.onRenameRequest(
      aboutPlan<RenameParams, WorkspaceEdit | null>(
        session,
        'textDocument/rename',
        null,
        async (known, { position, newName }) => {
          const context = await rereadContext(session, known);
          /* istanbul ignore next -- gone between two readings */
          if (!context) return null;
          const renaming = rename(context, position, newName.trim());
          if ('refused' in renaming) throw refused(renaming.refused);
          return toEdit(renaming.edit, abilities.documentChanges, false, documents);
        },
      ),
    );
  },
};

function refused(message: string): ResponseError<void> {
  return new ResponseError<void>(LSPErrorCodes.RequestFailed, message);
}
