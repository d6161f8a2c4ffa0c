/** Which files name which plan. Asked with every judgement, so a file is read for its names once, and again when it has changed. */
import type { Text } from './texts.ts';

export interface Naming {
  readonly names: readonly string[];
  /** What was read; nothing where somebody else has read the file. */
  readonly from?: { readonly document: Text['document']; readonly version: number };
}

export class PlanNames {
  private readonly files = new Map<string, Naming>();
  private readonly byName = new Map<string, Set<string>>();

  isOf(uri: string, { document }: Text): boolean {
    const from = this.files.get(uri)?.from;
    return from?.document === document && from.version === document.version;
  }

  has(uri: string): boolean {
    return this.files.has(uri);
  }

  namesIn(uri: string): readonly string[] {
    return this.files.get(uri)?.names ?? [];
  }

  filesNaming(names: Iterable<string>): ReadonlySet<string> {
    const files = new Set<string>();
    for (const name of names) for (const uri of this.byName.get(name) ?? []) files.add(uri);
    return files;
  }

  set(uri: string, naming: Naming): void {
    this.forget(uri);
    this.files.set(uri, naming);
    for (const name of naming.names) {
      const files = this.byName.get(name);
      if (files) files.add(uri);
      else this.byName.set(name, new Set([uri]));
    }
  }

  forget(uri: string): void {
    for (const name of this.namesIn(uri)) this.byName.get(name)?.delete(uri);
    this.files.delete(uri);
  }

  clear(): void {
    this.files.clear();
    this.byName.clear();
  }
}
