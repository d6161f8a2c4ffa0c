import type { Diagnostic } from '../../server/src/features/types.ts';
import { createLanguageService, type LanguageService } from '../../server/src/service.ts';
import { memoryHost } from './memory-host.ts';

/** A service that has the text open from the beginning, and is told of every edit as editors tell of them. */
export class Editor {
  readonly service: LanguageService = createLanguageService(memoryHost());
  private version = 1;

  constructor(
    readonly uri: string,
    private text: string,
  ) {
    this.service.open(uri, uri.endsWith('.md') ? 'markdown' : 'yaml', 1, text);
  }

  edit(text: string): void {
    this.service.change(this.uri, ++this.version, [{ text }]);
    this.text = text;
  }

  diagnostics(): Promise<readonly Diagnostic[]> {
    return this.service.diagnostics(this.uri);
  }

  async diagnosticsAsText(): Promise<string> {
    return JSON.stringify(await this.diagnostics(), undefined, 1);
  }

  async actionsAsText(): Promise<string> {
    const end = { line: this.text.split('\n').length, character: 0 };
    const actions = await this.service.codeActions(this.uri, { start: { line: 0, character: 0 }, end }, []);
    return JSON.stringify(actions, (key, value) => (key === 'version' ? undefined : value), 1);
  }
}
