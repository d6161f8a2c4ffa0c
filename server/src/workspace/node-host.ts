/** The host on a machine with a file system: the editor's server and the command line. */
import { readFileSync, type Stats, statSync } from 'node:fs';
import { lstat, readFile, realpath, stat } from 'node:fs/promises';
import { dirname, sep } from 'node:path';
import { URI } from 'vscode-uri';
import type { Host, Probe, ReadResult } from './host.ts';
import { whyNotRead } from './node-failure.ts';
import { FolderReader } from './node-folders.ts';

/** No plan is larger; what is larger is no plan, and reading it would make everybody wait. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024;

export interface NodeHostOptions {
  /** `YYYY-MM-DD`; today where it is not given. */
  readonly now?: string;
  readonly log?: Host['log'];
  /** Nobody but the asker waits: files are read at once, which for many small ones takes a fraction of the time. */
  readonly alone?: boolean;
}

/** How files are read: others go on meanwhile, or nobody does. */
interface Disk {
  stat(path: string): Stats | Promise<Stats>;
  readFile(path: string): Uint8Array | Promise<Uint8Array>;
}
const SHARED: Disk = { stat, readFile };
const ALONE: Disk = { stat: statSync, readFile: readFileSync };

export function createNodeHost(options: NodeHostOptions = {}): Host {
  const folders = new FolderReader();
  const disk = options.alone ? ALONE : SHARED;
  return {
    read: (uri) => readText(pathOf(uri), disk),
    list: (uri) => folders.list(pathOf(uri)),
    probe: (uri, root) => probe(pathOf(uri), pathOf(root)),
    forget: (uri) => {
      const path = pathOf(uri);
      if (path !== undefined) folders.forget(path);
    },
    now: () => options.now ?? localDate(new Date()),
    log: options.log ?? (() => undefined),
  };
}

/** Nothing for documents that do not lie in the file system, such as `untitled:` and `git:`. */
function pathOf(uri: string): string | undefined {
  const parsed = URI.parse(uri);
  return parsed.scheme === 'file' ? parsed.fsPath : undefined;
}

/** The day where the person is, not in Greenwich. */
function localDate(date: Date): string {
  const pad = (number: number): string => String(number).padStart(2, '0');
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}

async function readText(path: string | undefined, disk: Disk): Promise<ReadResult> {
  if (path === undefined) return { ok: false, reason: 'missing', message: 'is no file on this machine' };
  try {
    const { size, isDirectory, isFile } = describe(await disk.stat(path));
    if (isDirectory) return { ok: false, reason: 'folder', message: 'is a folder' };
    // Reading a pipe or a device could wait for ever.
    if (!isFile) return { ok: false, reason: 'unreadable', message: 'is not an ordinary file' };
    if (size > MAX_FILE_BYTES)
      return { ok: false, reason: 'too-large', message: `has ${size} bytes, and more than 10 MB is not read` };
    return decode(await disk.readFile(path));
  } catch (error) {
    return failure(error);
  }
}

function describe(stats: Stats): { size: number; isDirectory: boolean; isFile: boolean } {
  return { size: stats.size, isDirectory: stats.isDirectory(), isFile: stats.isFile() };
}

/** UTF-8 only: another encoding would give ranges and edits that destroy the file. */
export function decode(bytes: Uint8Array): ReadResult {
  if (bytes.includes(0))
    return { ok: false, reason: 'binary', message: 'holds NUL bytes, so it is binary or UTF-16; plans are UTF-8 text' };
  try {
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return { ok: false, reason: 'not-utf8', message: 'is not UTF-8; save it with that encoding' };
  }
}

function failure(error: unknown): ReadResult {
  return { ok: false, reason: isMissing(error) ? 'missing' : 'unreadable', message: whyNotRead(error) };
}

async function probe(path: string | undefined, root: string | undefined): Promise<Probe> {
  if (path === undefined || root === undefined) return { kind: 'unknown' };
  try {
    if (!(await staysBelow(path, await realpath(root)))) return { kind: 'unknown' };
    const { size, isDirectory, isFile } = describe(await stat(path));
    if (isDirectory) return { kind: 'folder' };
    return isFile ? { kind: 'file', size } : { kind: 'unknown' };
  } catch (error) {
    return { kind: isMissing(error) ? 'missing' : 'unknown' };
  }
}

/** Whether a path, or for one that is not there the nearest folder above that is, really lies below the root. */
async function staysBelow(path: string, root: string): Promise<boolean> {
  for (let at = path; ; at = dirname(at)) {
    try {
      const real = await realpath(at);
      return real === root || real.startsWith(root.endsWith(sep) ? root : root + sep);
    } catch (error) {
      if (!isMissing(error) || at === dirname(at) || (await isLink(at))) return false;
    }
  }
}

/** A link that leads nowhere could lead anywhere. */
async function isLink(path: string): Promise<boolean> {
  return lstat(path).then(
    (stats) => stats.isSymbolicLink(),
    () => false,
  );
}

function isMissing(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ENOENT' || code === 'ENOTDIR';
}
