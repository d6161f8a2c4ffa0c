/** Looks for files below the roots of a workspace, where people keep files that they write. */
import type { FolderEntry, Host } from './host.ts';

const NEVER_SEARCHED = new Set([
  'node_modules',
  '.git',
  'dist',
  'out',
  'build',
  'vendor',
  'target',
  '.venv',
  '__pycache__',
]);

export interface FoundFile {
  readonly uri: string;
  readonly name: string;
}

/** The nearest to the roots first. Ends after so many folders: a workspace may be a whole disk. */
export async function* filesBelow(
  host: Host,
  roots: readonly string[],
  mostFolders: number,
): AsyncGenerator<FoundFile> {
  const waiting = [...roots];
  for (let seen = 0; seen < mostFolders; seen++) {
    const folder = waiting.shift();
    if (folder === undefined) return;
    for (const entry of await host.list(folder)) {
      const uri = childOf(folder, entry);
      if (entry.kind === 'file') yield { uri, name: entry.name };
      else if (!NEVER_SEARCHED.has(entry.name)) waiting.push(uri);
    }
  }
}

function childOf(folder: string, { name }: FolderEntry): string {
  return `${folder}/${encodeURIComponent(name)}`;
}
