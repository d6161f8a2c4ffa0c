/** What stands around a plan in its workspace and may be named in it: owners, and files. Looked for when somebody asks. */
import type { Host } from './host.ts';
import { relativePath, rootOf } from './paths.ts';
import { folderOf } from './plan-files.ts';
import { filesBelow } from './search.ts';

export interface Surroundings {
  /** Who owns code, as CODEOWNERS has it. */
  owners(): Promise<readonly string[]>;
  /** Paths of files of this kind, as the plan would write them, the nearest first. */
  files(kind: RegExp): Promise<readonly string[]>;
}

const OWNER_FILES = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS', '.gitlab/CODEOWNERS'];
const MOST_FOLDERS = 500;
const MOST_FILES = 200;

/** A plan that lies outside of the roots has nothing around it. */
export function surroundingsOf(uri: string, roots: readonly string[], host: Host): Surroundings {
  const root = rootOf(uri, roots);
  return {
    owners: async () => (root === undefined ? [] : ownersIn(root, host)),
    files: async (kind) => (root === undefined ? [] : filesIn(root, folderOf(uri), kind, host)),
  };
}

async function ownersIn(root: string, host: Host): Promise<readonly string[]> {
  for (const path of OWNER_FILES) {
    const uri = `${root}/${path}`;
    if ((await host.probe(uri, root)).kind !== 'file') continue;
    const read = await host.read(uri);
    if (read.ok) return ownersNamed(read.text);
  }
  return [];
}

/** `*.sql @org/dba team@example.com`: whoever is named behind the pattern, in the order of the file. */
export function ownersNamed(text: string): readonly string[] {
  const owners = new Set<string>();
  for (const line of text.split(/\r?\n/)) {
    const [, ...words] = line
      .replace(/(?:^|\s)#.*$/, '')
      .trim()
      .split(/\s+/);
    for (const word of words) if (/^@[\w./-]+$|^[^\s@]+@[^\s@]+$/.test(word)) owners.add(word);
  }
  return [...owners];
}

/** A large workspace is not looked through to its end, so what lies around the plan is looked at before. */
async function filesIn(root: string, folder: string, kind: RegExp, host: Host): Promise<readonly string[]> {
  const paths = new Set<string>();
  for await (const { uri, name } of filesBelow(host, [folder, root], MOST_FOLDERS)) {
    if (kind.test(name)) paths.add(relativePath(folder, uri));
    if (paths.size >= MOST_FILES) break;
  }
  return [...paths].sort((a, b) => steps(a) - steps(b) || (a < b ? -1 : 1));
}

function steps(path: string): number {
  return path.split('/').length + (path.match(/\.\.\//g)?.length ?? 0);
}
