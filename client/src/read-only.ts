/**
 * Files that may only be read. The editor shows an edit of ours in them as if it had been made, does not write it, and forgets it when the
 * file is closed; so a fix or a new name that would need one is refused as a whole.
 */
import { stat } from 'node:fs/promises';
import * as vscode from 'vscode';
import { LSPErrorCodes, ResponseError, TextDocumentEdit, type WorkspaceEdit } from 'vscode-languageclient/node';
import { SAY_READ_ONLY } from './names.ts';
import { sentenceOf } from './read-only-message.ts';

interface Action {
  readonly title: string;
  edit?: WorkspaceEdit;
  command?: { readonly title: string; readonly command: string; readonly arguments: readonly unknown[] };
}

/** An action that cannot be carried out says so when it is chosen, in place of its edit. */
export async function explainReadOnly(actions: unknown): Promise<void> {
  if (!Array.isArray(actions)) return;
  for (const action of actions as Action[]) {
    const name = action.edit && (await readOnlyFileOf(action.edit));
    if (name === undefined) continue;
    delete action.edit;
    action.command = { title: action.title, command: SAY_READ_ONLY, arguments: [name] };
  }
}

export async function refuseReadOnly(edit: WorkspaceEdit | null): Promise<void> {
  const name = edit ? await readOnlyFileOf(edit) : undefined;
  if (name !== undefined) throw new ResponseError(LSPErrorCodes.RequestFailed, sentenceOf(name));
}

/** The first of the files, as people know it. */
async function readOnlyFileOf({ documentChanges = [] }: WorkspaceEdit): Promise<string | undefined> {
  for (const change of documentChanges) {
    if (!TextDocumentEdit.is(change)) continue;
    const uri = vscode.Uri.parse(change.textDocument.uri);
    // A file that is only to be created cannot be asked.
    if (await isReadOnly(uri).catch(() => false)) return vscode.workspace.asRelativePath(uri);
  }
  return undefined;
}

/** In the order in which the editor decides, as far as it lets extensions know. */
async function isReadOnly(uri: vscode.Uri): Promise<boolean> {
  const settings = vscode.workspace.getConfiguration('files', uri);
  const isNamedBy = async (setting: string): Promise<boolean> => {
    const patterns = Object.entries(settings.get<Record<string, unknown>>(setting, {})).filter(([, on]) => on === true);
    if (patterns.length === 0) return false;
    const document = await vscode.workspace.openTextDocument(uri);
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    return patterns.some(([glob]) => {
      const fromFolder = folder ? [{ pattern: new vscode.RelativePattern(folder, glob) }] : [];
      return vscode.languages.match([{ pattern: glob }, ...fromFolder], document) > 0;
    });
  };
  if (await isNamedBy('readonlyInclude')) return !(await isNamedBy('readonlyExclude'));
  if (uri.scheme !== 'file' || !settings.get<boolean>('readonlyFromPermissions')) return false;
  return ((await stat(uri.fsPath)).mode & OWNER_WRITES) === 0;
}

const OWNER_WRITES = 0o200;
