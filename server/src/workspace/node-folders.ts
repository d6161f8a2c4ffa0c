/**
 * What folders hold. One that has not changed since it was read gives the same list again, without being read, and while somebody types
 * without being looked at.
 */
import { readdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { FolderEntry } from './host.ts';

/** File systems keep times as coarse as this: a change so soon after another may bear the same time. */
const COARSEST_TIME_MS = 2_000;
const MOST_FOLDERS = 500;
/** Whoever sees sooner that something came or went says so with `forget`. */
const TRUSTED_MS = 1_000;

interface Read {
  readonly changedMs: number;
  /** When it was last seen to be as it is here. */
  seenMs: number;
  readonly entries: readonly FolderEntry[];
}

export class FolderReader {
  private readonly read = new Map<string, Read>();
  /** How often somebody told of a change: what was asked for before the last time may be of before the change. */
  private told = 0;

  /** `trustedMs`: how long what was seen is believed. */
  constructor(private readonly trustedMs = TRUSTED_MS) {}

  /** Sorted by name; nothing where it cannot be read. */
  async list(path: string | undefined): Promise<readonly FolderEntry[]> {
    if (path === undefined) return [];
    const known = this.read.get(path);
    const { told } = this;
    const seenMs = performance.now();
    if (known && seenMs - known.seenMs < this.trustedMs) return known.entries;
    try {
      const { mtimeMs: changedMs } = await stat(path);
      if (known?.changedMs === changedMs) {
        known.seenMs = seenMs;
        return known.entries;
      }
      const began = Date.now();
      const entries = await entriesOf(path);
      this.read.delete(path);
      if (told === this.told && began - changedMs > COARSEST_TIME_MS) this.keep(path, { changedMs, seenMs, entries });
      return entries;
    } catch {
      return [];
    }
  }

  /** Something came or went at this path; the folder that it lies in may be new itself. */
  forget(path: string): void {
    this.told++;
    for (let at = dirname(path); this.read.size > 0; at = dirname(at)) {
      this.read.delete(at);
      if (at === dirname(at)) return;
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
