/** Looks for the plans of a workspace, and for those among them that have a name in common. */
import { planNamesIn } from '../model/plan/names.ts';
import type { Host } from './host.ts';
import { fileNameOf, isPlanName, isYamlName } from './plan-files.ts';
import { PlanNames } from './plan-names.ts';
import { filesBelow } from './search.ts';
import { isText, type Text, type Texts } from './texts.ts';

/** A workspace is searched for the artifacts of a named plan up to this many folders. */
const MAX_FOLDERS = 2000;
/** A disk, and more so a network, answers several questions in the time of one. */
const READ_AT_ONCE = 16;

/** Every file below the roots that a plan's name fits, and what it says that its plans are called. Plain data, for other threads. */
export type FoundPlans = readonly (readonly [uri: string, names: readonly string[]])[];

export class PlanSearch {
  private roots: readonly string[] = [];
  private searched: Promise<readonly string[]> | undefined;
  /** Of the files that were found: where they stand in the order of the search. */
  private readonly places = new Map<string, number>();
  private readonly unread = new Set<string>();
  private readonly names = new PlanNames();
  /** What was being read meanwhile may be of before. */
  private changes = 0;

  /** `readNames`: the slow way, for a text whose names cannot be told without reading it all. */
  constructor(
    private readonly host: Host,
    private readonly texts: Texts,
    private readonly readNames: (text: Text) => readonly string[],
  ) {}

  /** `found`: what somebody else has found below the roots already. */
  setRoots(roots: readonly string[], found?: FoundPlans): void {
    this.roots = roots;
    this.changes++;
    this.names.clear();
    for (const [uri, names] of found ?? []) this.names.set(uri, { names });
    this.searched = found && Promise.resolve(this.hold(found.map(([uri]) => uri)));
  }

  /** The text is another now. */
  changed(uri: string): void {
    this.changes++;
    this.names.forget(uri);
    if (this.places.has(uri)) this.unread.add(uri);
  }

  /** A file came, went or changed. */
  forget(uri: string): void {
    this.changed(uri);
    if (isPlanName(fileNameOf(uri))) this.searched = undefined;
  }

  /** Every file below the roots that a plan's name fits. Searched once, until a file comes or goes. */
  files(): Promise<readonly string[]> {
    this.searched ??= this.search();
    return this.searched;
  }

  async found(): Promise<FoundPlans> {
    const files = await this.files();
    await this.readUnread();
    return files.map((uri) => [uri, this.names.namesIn(uri)]);
  }

  /** Files that name one of these plans, in the order of the search. */
  async filesNaming(names: Iterable<string>): Promise<readonly string[]> {
    await this.files();
    await this.readUnread();
    const files = [...this.names.filesNaming(names)].flatMap((uri) => {
      const at = this.places.get(uri);
      return at === undefined ? [] : [{ uri, at }];
    });
    return files.sort((a, b) => a.at - b.at).map(({ uri }) => uri);
  }

  private async search(): Promise<readonly string[]> {
    const found: string[] = [];
    for await (const { uri, name } of filesBelow(this.host, this.roots, MAX_FOLDERS))
      if (isPlanName(name)) found.push(uri);
    return this.hold(found);
  }

  private hold(files: readonly string[]): readonly string[] {
    this.unread.clear();
    this.places.clear();
    for (const [at, uri] of files.entries()) {
      this.places.set(uri, at);
      if (!this.names.has(uri)) this.unread.add(uri);
    }
    return files;
  }

  /** Several may wait for it at once; whoever asks goes on when all is read. */
  private async readUnread(): Promise<void> {
    for (const uri of this.texts.openUris()) {
      const text = this.texts.openText(uri);
      if (text && this.places.has(uri) && !this.names.isOf(uri, text)) this.unread.add(uri);
    }
    while (this.unread.size > 0) {
      const uris = [...this.unread];
      for (let at = 0; at < uris.length; at += READ_AT_ONCE)
        await Promise.all(uris.slice(at, at + READ_AT_ONCE).map((uri) => this.readFile(uri)));
    }
  }

  private async readFile(uri: string): Promise<void> {
    const { changes } = this;
    const text = await this.texts.get(uri);
    if (changes !== this.changes || !this.unread.delete(uri)) return;
    if (!isText(text)) return this.names.set(uri, { names: [] });
    const { document } = text;
    const syntax = isYamlName(fileNameOf(uri)) ? 'yaml' : 'markdown';
    const names = planNamesIn({ uri, syntax, text: document.getText() }) ?? this.readNames(text);
    this.names.set(uri, { names, from: { document, version: document.version } });
  }
}
