/** Writes in the real editor: asks for suggestions at the cursor, and takes them as the editor does. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Offered, Pen } from '../../support/plan-typist.ts';

/** One step of undo for all of it: as quick as it gets. */
const QUIETLY = { undoStopBefore: false, undoStopAfter: false };

export class EditorPen implements Pen {
  private readonly editor: vscode.TextEditor;

  constructor(editor: vscode.TextEditor) {
    this.editor = editor;
  }

  async offered(): Promise<readonly Offered[]> {
    const { document, selection } = this.editor;
    if (!selection.isEmpty) await this.type('');
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      this.editor.selection.active,
    );
    // Words of the text are offered by the editor itself.
    return items.filter(({ kind }) => kind !== vscode.CompletionItemKind.Text).map((item) => this.offer(item));
  }

  async type(text: string): Promise<void> {
    const { selection } = this.editor;
    assert.ok(await this.editor.edit((edit) => edit.replace(selection, text), QUIETLY));
    const end = this.offsetOf(selection.start) + text.length;
    this.select(end);
  }

  async pass(text: string): Promise<void> {
    const { document, selection } = this.editor;
    const start = this.offsetOf(selection.active);
    assert.equal(document.getText().slice(start, start + text.length), text, 'behind the cursor');
    this.select(start + text.length);
  }

  toEnd(): Promise<void> {
    this.select(this.editor.document.getText().length);
    return Promise.resolve();
  }

  before(): string {
    const { line, character } = this.editor.selection.start;
    return this.editor.document.lineAt(line).text.slice(0, character);
  }

  private offer(item: vscode.CompletionItem): Offered {
    const isKey = item.kind === vscode.CompletionItemKind.Property;
    return {
      name: typeof item.label === 'string' ? item.label : item.label.label,
      isKey,
      isRequired: isKey && /, required$/.test(item.detail ?? ''),
      take: () => this.take(item),
    };
  }

  private async take({ range, insertText }: vscode.CompletionItem): Promise<void> {
    assert.ok(range && insertText, 'a suggestion says what it writes, and where');
    const place = range instanceof vscode.Range ? range : range.inserting;
    if (typeof insertText === 'string') {
      this.editor.selection = new vscode.Selection(place.start, place.end);
      return this.type(insertText);
    }
    const { text } = this.editor.document.lineAt(place.start.line);
    const indentation = /^ */.exec(text)?.[0] ?? '';
    // An extension's snippet is indented by the editor; a suggestion's is already, and says so.
    const bare = insertText.value.replaceAll(`\n${indentation}`, '\n');
    assert.ok(await this.editor.insertSnippet(new vscode.SnippetString(bare), place, QUIETLY));
    const { selection } = this.editor;
    await vscode.commands.executeCommand('leaveSnippet');
    this.editor.selection = selection;
  }

  private offsetOf(position: vscode.Position): number {
    return this.editor.document.offsetAt(position);
  }

  private select(offset: number): void {
    const cursor = this.editor.document.positionAt(offset);
    this.editor.selection = new vscode.Selection(cursor, cursor);
  }
}
