/** Which files a check looks at. */
import { type Dirent, lstatSync, readdirSync, type Stats, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { URI } from 'vscode-uri';
import { whyNotRead } from '../workspace/node-failure.ts';
import { isPlanName, isPolicyName } from '../workspace/plan-files.ts';

const NEVER_ENTERED = new Set(['node_modules', '.git']);
const MAY_BE_PLAN = /\.(?:ya?ml|md)$/i;

export interface CheckFile {
  readonly path: string;
  readonly uri: string;
  /** Given on the command line, so it is always listed. */
  readonly named: boolean;
}

export interface Collected {
  /** Files to check, in the order of the arguments and then by name. */
  readonly files: readonly CheckFile[];
  readonly failures: readonly { readonly path: string; readonly why: string }[];
}

/** Never throws: what cannot be opened is named, and the others are still found. */
export function collectFiles(paths: readonly string[]): Collected {
  const files = new Map<string, boolean>();
  const failures: { path: string; why: string }[] = [];
  for (const path of paths) {
    const stats = statOf(path);
    if (typeof stats === 'string') failures.push({ path, why: stats });
    else if (!stats.isDirectory()) files.set(path, true);
    else collectBelow(path, files, failures);
  }
  const found = Array.from(files, ([path, named]) => ({ path, uri: URI.file(resolve(path)).toString(), named }));
  return { files: found, failures };
}

function collectBelow(root: string, files: Map<string, boolean>, failures: { path: string; why: string }[]): void {
  const waiting = [root];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    const entries = entriesOf(folder, failures);
    for (const entry of entries) {
      const path = join(folder, entry.name);
      const kind = kindOf(entry, path);
      if (kind === 'file' && mayBePlan(entry.name) && !files.has(path)) files.set(path, false);
    }
    const folders = entries.filter((entry) => entry.isDirectory() && !NEVER_ENTERED.has(entry.name));
    waiting.push(...folders.map((entry) => join(folder as string, entry.name)).reverse());
  }
}

function mayBePlan(name: string): boolean {
  return isPlanName(name) || isPolicyName(name) || MAY_BE_PLAN.test(name);
}

function entriesOf(folder: string, failures: { path: string; why: string }[]): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    failures.push({ path: folder, why: whyNotRead(error) });
    return [];
  }
}

/** Links to files are followed, links to folders are not: they may lead out of the tree or back into it. */
function kindOf(entry: Dirent, path: string): 'file' | undefined {
  if (entry.isFile()) return 'file';
  if (!entry.isSymbolicLink()) return undefined;
  const stats = statOf(path);
  return typeof stats !== 'string' && stats.isFile() ? 'file' : undefined;
}

function statOf(path: string): Stats | string {
  try {
    return statSync(path);
  } catch (error) {
    // A link that leads nowhere is there, and yet cannot be read.
    try {
      lstatSync(path);
      return 'is a link that leads nowhere';
    } catch {
      return whyNotRead(error);
    }
  }
}
