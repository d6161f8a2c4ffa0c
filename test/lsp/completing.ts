/** Completion over the protocol: many cases in one server, each in a folder of its own. */
import type { CompletionItem, CompletionList } from 'vscode-languageserver';
import { type ClientOptions, type LspClient, startClient } from '../support/lsp-client.ts';
import { type Editor, opening, positionOf } from './places.ts';

export class Completing {
  private cases = 0;

  /** `folder`: where files are said to lie, all in one; else each in one of its own. */
  private constructor(
    private readonly client: LspClient,
    private readonly folder?: string,
  ) {}

  static async start(options: ClientOptions = {}, folder?: string): Promise<Completing> {
    return new Completing(await startClient({ folders: ['file:///cases'], ...options }), folder);
  }

  async stop(): Promise<void> {
    await this.client.stop();
  }

  /** What is offered at the cursor in a file that is alone in its folder; it is open until `test` is through. */
  async offered<R>(
    marked: string,
    test: (items: CompletionItem[], editor: Editor) => R,
    name = 'rollout-plan.yaml',
  ): Promise<R> {
    const folder = this.folder ?? `file:///cases/${++this.cases}`;
    const editor = opening(this.client, { [name]: marked }, folder);
    try {
      const list = await editor.ask<CompletionList | null>('textDocument/completion', positionOf(editor));
      return test(list?.items ?? [], editor);
    } finally {
      this.client.close(editor.uri);
    }
  }

  labels(marked: string, name?: string): Promise<string[]> {
    return this.offered(marked, (items) => items.map(({ label }) => label), name);
  }

  /** The text with an item taken, by an editor that knows no snippets. */
  taken(marked: string, label: string, name?: string): Promise<string> {
    return this.offered(
      marked,
      (items, { client, uri }) => {
        const item = items.find((one) => one.label === label);
        if (!item?.textEdit || !('range' in item.textEdit)) throw new Error(`"${label}" is not offered`);
        client.change(uri, [{ range: item.textEdit.range, text: item.textEdit.newText }]);
        return client.text(uri);
      },
      name,
    );
  }
}
