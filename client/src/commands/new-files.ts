/** Writes new files where none are, and opens the first one with its placeholders to be tabbed through. */
import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';
import type { NewFile } from '../../../server/src/protocol.ts';
import { asSnippet } from '../snippets.ts';
import { placeOf } from './questions.ts';

/** Asks for another folder until the files can be written without touching any that is there. Nothing where the person stops. */
export async function freeFolder(
  files: readonly NewFile[],
  first: vscode.Uri | undefined,
  another: () => Thenable<vscode.Uri | undefined>,
): Promise<vscode.Uri | undefined> {
  let folder = first;
  while (folder) {
    const taken = await existing(folder, files);
    if (!taken) return folder;
    const choice = await refuse(folder, taken);
    if (choice === 'open') {
      await vscode.window.showTextDocument(taken);
      return undefined;
    }
    folder = choice === 'another' ? await another() : undefined;
  }
  return undefined;
}

async function existing(folder: vscode.Uri, files: readonly NewFile[]): Promise<vscode.Uri | undefined> {
  for (const { name } of files) {
    const uri = vscode.Uri.joinPath(folder, name);
    if (await exists(uri)) return uri;
  }
  return undefined;
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return false;
    throw error;
  }
}

async function refuse(folder: vscode.Uri, taken: vscode.Uri): Promise<'another' | 'open' | undefined> {
  const another = vscode.l10n.t('Choose Another Folder');
  const open = vscode.l10n.t('Open It');
  const name = taken.path.slice(taken.path.lastIndexOf('/') + 1);
  const picked = await vscode.window.showWarningMessage(
    vscode.l10n.t('{0} is already in {1}. Nothing was written.', name, placeOf(folder)),
    another,
    open,
  );
  if (picked === another) return 'another';
  return picked === open ? 'open' : undefined;
}

/**
 * Each file whole or not at all, and never over one that is there: written beside its place under another name, then given its own.
 * A disk that is too full for one of them gets none.
 */
export async function write(folder: vscode.Uri, files: readonly NewFile[]): Promise<void> {
  const { fs } = vscode.workspace;
  const drafts = files.map(({ name }) => vscode.Uri.joinPath(folder, `.${name}.${randomUUID()}.tmp`));
  try {
    await told(placeOf(folder), fs.createDirectory(folder));
    for (const [at, { name, text }] of files.entries())
      await told(name, writeWhole(drafts[at] as vscode.Uri, new TextEncoder().encode(text)));
    for (const [at, { name }] of files.entries())
      await told(name, fs.rename(drafts[at] as vscode.Uri, vscode.Uri.joinPath(folder, name), { overwrite: false }));
  } catch (error) {
    // Those that have their name by now are no drafts any more, and stay.
    await Promise.allSettled(drafts.map((draft) => fs.delete(draft)));
    throw error;
  }
}

/** On a full disk the editor may write a part and report no failure; so what was written is read again. */
async function writeWhole(uri: vscode.Uri, bytes: Uint8Array): Promise<void> {
  const { fs } = vscode.workspace;
  await fs.writeFile(uri, bytes);
  if ((await fs.readFile(uri)).length !== bytes.length)
    throw new Error(vscode.l10n.t('the disk took only a part of it, so it may be full'));
}

/** What fails says which file it was, and why. */
async function told(name: string, work: Thenable<void>): Promise<void> {
  try {
    await work;
  } catch (error) {
    const { code, message } = error as Partial<vscode.FileSystemError>;
    if (code === 'FileExists') throw new Error(vscode.l10n.t('{0} is there already, and stays as it is', name));
    const why = code === 'NoPermissions' ? vscode.l10n.t('you may not write there') : (message ?? String(error));
    throw new Error(vscode.l10n.t('{0} could not be written: {1}', name, why));
  }
}

/** The file is on disk as plain text already; the same text as a snippet makes Tab go from one placeholder to the next. */
export async function openToFillIn(folder: vscode.Uri, file: NewFile): Promise<void> {
  const editor = await vscode.window.showTextDocument(vscode.Uri.joinPath(folder, file.name), { preview: false });
  const { document } = editor;
  // Somebody was quicker: what they wrote is not ours to replace.
  if (file.placeholders.length === 0 || document.getText() !== file.text) return;
  const whole = new vscode.Range(new vscode.Position(0, 0), document.lineAt(document.lineCount - 1).range.end);
  await editor.insertSnippet(new vscode.SnippetString(asSnippet(file)), whole);
}
