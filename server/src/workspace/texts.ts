/** The texts that the engine works on: what is open in an editor wins over the disk. */
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Host, ReadResult } from './host.ts';

export interface Text {
  readonly document: TextDocument;
  /** The editor's name of the language; nothing for files from the disk. */
  readonly languageId: string | undefined;
}

export interface Change {
  readonly range?: {
    readonly start: { line: number; character: number };
    readonly end: { line: number; character: number };
  };
  readonly text: string;
}

export class Texts {
  private readonly opened = new Map<string, Text>();
  private readonly onDisk = new Map<string, Promise<Text | ReadResult>>();
  private readonly read = new Map<string, Text>();
  private readonly host: Host;

  constructor(host: Host) {
    this.host = host;
  }

  open(uri: string, languageId: string, version: number, text: string): void {
    this.opened.set(uri, { languageId, document: TextDocument.create(uri, languageId, version, text) });
  }

  change(uri: string, version: number, changes: readonly Change[]): void {
    const known = this.opened.get(uri);
    if (!known) return;
    const document = TextDocument.update(known.document, changes as Parameters<typeof TextDocument.update>[1], version);
    this.opened.set(uri, { ...known, document });
  }

  close(uri: string): void {
    this.opened.delete(uri);
    this.forget(uri);
  }

  forget(uri: string): void {
    this.onDisk.delete(uri);
    this.read.delete(uri);
  }

  /** The text if it is open or was read from the disk before, without waiting. */
  inMemory(uri: string): Text | undefined {
    return this.opened.get(uri) ?? this.read.get(uri);
  }

  openText(uri: string): Text | undefined {
    return this.opened.get(uri);
  }

  openUris(): readonly string[] {
    return [...this.opened.keys()];
  }

  /** The text, or why there is none. */
  async get(uri: string): Promise<Text | Extract<ReadResult, { ok: false }>> {
    const open = this.opened.get(uri);
    if (open) return open;
    let reading = this.onDisk.get(uri);
    if (!reading) {
      reading = this.host.read(uri).then((result) => (result.ok ? this.keep(uri, result.text) : result));
      this.onDisk.set(uri, reading);
    }
    return (await reading) as Text | Extract<ReadResult, { ok: false }>;
  }

  private keep(uri: string, content: string): Text {
    const text = { languageId: undefined, document: TextDocument.create(uri, '', 0, content) };
    this.read.set(uri, text);
    return text;
  }
}

export function isText(result: Text | ReadResult): result is Text {
  return 'document' in result;
}
