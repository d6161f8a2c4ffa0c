/** Writes new files where none are, and opens the first one with its placeholders to be tabbed through. */
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

export async function write(folder: vscode.Uri, files: readonly NewFile[]): Promise<void> {
  await vscode.workspace.fs.createDirectory(folder);
  for (const { name, text } of files) {
    await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, name), new TextEncoder().encode(text));
  }
}

/** The file is on disk as plain text already; the same text as a snippet makes Tab go from one placeholder to the next. */
export async function openToFillIn(folder: vscode.Uri, file: NewFile): Promise<void> {
  const editor = await vscode.window.showTextDocument(vscode.Uri.joinPath(folder, file.name), { preview: false });
  if (file.placeholders.length === 0) return;
  const { document } = editor;
  const whole = new vscode.Range(new vscode.Position(0, 0), document.lineAt(document.lineCount - 1).range.end);
  await editor.insertSnippet(new vscode.SnippetString(asSnippet(file)), whole);
}
