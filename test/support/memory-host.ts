/** A host whose files lie in memory: the engine is the real one, only the disk is not. */
import type { FolderEntry, Host } from '../../server/src/workspace/host.ts';

export interface MemoryHost extends Host {
  readonly files: Map<string, string>;
  readonly logged: string[];
}

export function memoryHost(files: Readonly<Record<string, string>> = {}, today = '2026-11-21'): MemoryHost {
  const stored = new Map(Object.entries(files));
  const logged: string[] = [];
  return {
    files: stored,
    logged,
    async read(uri) {
      const text = stored.get(uri);
      return text === undefined ? { ok: false, reason: 'missing', message: 'is not there' } : { ok: true, text };
    },
    async list(uri) {
      const below = new Map<string, FolderEntry>();
      for (const file of stored.keys()) {
        if (!file.startsWith(`${uri}/`)) continue;
        const [name, ...rest] = file.slice(uri.length + 1).split('/');
        if (name) below.set(name, { name: decodeURIComponent(name), kind: rest.length > 0 ? 'folder' : 'file' });
      }
      return [...below.values()];
    },
    async probe(uri) {
      const text = stored.get(uri);
      if (text !== undefined) return { kind: 'file', size: text.length };
      return { kind: [...stored.keys()].some((file) => file.startsWith(`${uri}/`)) ? 'folder' : 'missing' };
    },
    forget: () => undefined,
    now: () => today,
    log: (level, message) => logged.push(`${level}: ${message}`),
  };
}
