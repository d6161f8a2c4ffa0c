/** What folders hold. One that has not changed since it was read gives the same list again, without being read. */
import { readdir, stat } from 'node:fs/promises';
import type { FolderEntry } from './host.ts';

/** File systems keep times as coarse as this: a change so soon after another may bear the same time. */
const COARSEST_TIME_MS = 2_000;
const MOST_FOLDERS = 500;

interface Read {
  readonly changedMs: number;
  readonly entries: readonly FolderEntry[];
}

export class FolderReader {
  private readonly read = new Map<string, Read>();

  /** Sorted by name; nothing where it cannot be read. */
  async list(path: string | undefined): Promise<readonly FolderEntry[]> {
    if (path === undefined) return [];
    try {
      const { mtimeMs: changedMs } = await stat(path);
      const known = this.read.get(path);
      if (known?.changedMs === changedMs) return known.entries;
      const began = Date.now();
      const entries = await entriesOf(path);
      this.read.delete(path);
      if (began - changedMs > COARSEST_TIME_MS) this.keep(path, { changedMs, entries });
      return entries;
    } catch {
      return [];
    }
  }

  private keep(path: string, read: Read): void {
    if (this.read.size >= MOST_FOLDERS) this.read.clear();
    this.read.set(path, read);
  }
}

async function entriesOf(path: string): Promise<readonly FolderEntry[]> {
  const entries = await readdir(path, { withFileTypes: true });
  return entries
    .flatMap((entry): FolderEntry[] => {
      if (entry.isDirectory()) return [{ name: entry.name, kind: 'folder' }];
      return entry.isFile() || entry.isSymbolicLink() ? [{ name: entry.name, kind: 'file' }] : [];
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
