/** A bundle in the built server, with the cursor where `|` stands in its texts: for tests of what is asked at a position. */
import type { Position } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type ClientOptions, type LspClient, startClient } from '../support/lsp-client.ts';

export interface Editor {
  readonly client: LspClient;
  /** The file with the cursor in it. */
  readonly uri: string;
  readonly position: Position;
  uriOf(name: string): string;
  /** A request about the file with the cursor. */
  ask<R>(method: string, params?: object): Promise<R>;
}

const FOLDER = 'file:///bundle';

/** Opens files, by name, and ends the server when the test is through. At most one text holds a cursor `|`; `\|` is a bar. */
export async function serving(
  files: Readonly<Record<string, string>>,
  test: (editor: Editor) => Promise<void>,
  options: ClientOptions = {},
): Promise<void> {
  const client = await startClient({ folders: [FOLDER], ...options });
  try {
    await test(opening(client, files));
  } finally {
    await client.stop();
  }
}

/** The same in a server that goes on: for many cases, each in a folder of its own. */
export function opening(client: LspClient, files: Readonly<Record<string, string>>, folder = FOLDER): Editor {
  const uriOf = (name: string): string => `${folder}/${name}`;
  let cursor = { uri: uriOf(Object.keys(files)[0] ?? ''), position: { line: 0, character: 0 } };
  for (const [name, marked] of Object.entries(files)) {
    const uri = uriOf(name);
    const { position } = openAt(client, uri, marked);
    if (position) cursor = { uri, position };
  }
  return {
    client,
    uriOf,
    ...cursor,
    ask: (method, params = {}) => client.request(method, { textDocument: { uri: cursor.uri }, ...params }),
  };
}

/** Opens a text in which a `|` may stand for the cursor. */
export function openAt(client: LspClient, uri: string, marked: string): { position: Position | undefined } {
  const { text, offset } = withoutCursor(marked);
  client.open(uri, text);
  return { position: offset === undefined ? undefined : TextDocument.create(uri, '', 0, text).positionAt(offset) };
}

/** The parameter of requests about the cursor. */
export function positionOf({ position }: Editor): { position: Position } {
  return { position };
}

function withoutCursor(marked: string): { text: string; offset: number | undefined } {
  const at = marked.search(/(?<!\\)\|/);
  const [before, behind] = at < 0 ? [marked, ''] : [marked.slice(0, at), marked.slice(at + 1)];
  const text = before.replaceAll('\\|', '|');
  return { text: text + behind.replaceAll('\\|', '|'), offset: at < 0 ? undefined : text.length };
}
