/** Applies the edits of a code action as an editor would. */
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextEdit, WorkspaceEdit } from '../../server/src/features/types.ts';

export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  return TextDocument.applyEdits(TextDocument.create('test:', '', 0, text), [...edits]);
}

/** The edits of one file, or none. */
export function editsOf(edit: WorkspaceEdit | undefined, uri: string): readonly TextEdit[] {
  return edit?.documents.find((document) => document.uri === uri)?.edits ?? [];
}

/** What a snippet's text is when every placeholder keeps its default. */
export function expandSnippet(snippet: string): string {
  const unescaped = (text: string): string => text.replace(/\\([\\$}])/g, '$1');
  return unescaped(
    snippet.replace(/\$\{\d+:((?:\\.|[^}\\])*)\}|\$\d+/g, (_, inner: string | undefined) => inner ?? ''),
  );
}
