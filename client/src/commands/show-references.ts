/** A click on "referenced 4 times": the editor's own list of references, in the editor's own types. */
import * as vscode from 'vscode';
import type { PlainPosition, ShowReferencesArgument } from '../../../server/src/protocol.ts';

export async function showReferences(argument: unknown): Promise<void> {
  const { uri, position, locations } = argument as ShowReferencesArgument;
  await vscode.commands.executeCommand(
    'editor.action.showReferences',
    vscode.Uri.parse(uri),
    toPosition(position),
    locations.map(
      ({ uri: other, range }) =>
        new vscode.Location(vscode.Uri.parse(other), new vscode.Range(toPosition(range.start), toPosition(range.end))),
    ),
  );
}

function toPosition({ line, character }: PlainPosition): vscode.Position {
  return new vscode.Position(line, character);
}
