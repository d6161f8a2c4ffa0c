/** Finds the policy of each file: the nearest one upward to the root of the repository, with what it extends. */
import type { Problem } from '../lint/rule.ts';
import type { Plan } from '../model/plan/plan.ts';
import type { Host } from './host.ts';
import { isBelow } from './paths.ts';
import { fileNameOf, folderOf, isPolicyName } from './plan-files.ts';
import { NO_POLICY, POLICY_NAMES, type Policy } from './policy.ts';
import { PolicyReader } from './policy-reader.ts';
import type { Texts } from './texts.ts';

interface Found {
  readonly policy: Policy;
  /** The file that was found, and those that it extends. */
  readonly files: readonly string[];
}

/** What a folder says of policies itself. */
interface Folder {
  readonly policy: string | undefined;
  readonly isRepository: boolean;
}

export class Policies {
  private readonly searches = new Map<string, Promise<Found>>();
  private readonly folders = new Map<string, Promise<Folder>>();
  /** By folder, also while it is searched anew. */
  private readonly last = new Map<string, Found>();
  /** Every file that was read or looked for as a policy. */
  private readonly looked = new Set<string>();
  private roots: readonly string[] = [];
  private readonly host: Host;
  private readonly texts: Texts;

  constructor(host: Host, texts: Texts) {
    this.host = host;
    this.texts = texts;
  }

  setRoots(roots: readonly string[]): void {
    this.roots = roots;
    this.forget();
  }

  /** Whether what the file says may change a policy. */
  concerns(uri: string): boolean {
    return isPolicyName(fileNameOf(uri)) || this.looked.has(uri);
  }

  /** A file was opened, edited, closed, or changed on disk. */
  changed(uri: string): void {
    if (this.concerns(uri)) this.forget();
  }

  private forget(): void {
    this.searches.clear();
    this.folders.clear();
  }

  async of(uri: string): Promise<Policy> {
    return (await this.search(this.folderFor(uri))).policy;
  }

  /** The policy as it was last found, without waiting. */
  known(uri: string): Policy {
    return this.last.get(this.folderFor(uri))?.policy ?? NO_POLICY;
  }

  /** The policy files that count for a file. */
  async filesFor(uri: string): Promise<readonly string[]> {
    return (await this.search(this.folderFor(uri))).files;
  }

  /** What is wrong in a policy beyond its schema. */
  async problemsIn({ document: { root, source } }: Plan): Promise<readonly Problem[]> {
    const reader = new PolicyReader(this.host, this.texts, await this.boundary(folderOf(source.uri)));
    return (await reader.read(root, source.uri)).problems;
  }

  /** What was never saved lies nowhere, and belongs to the workspace. */
  private folderFor(uri: string): string {
    return uri.startsWith('untitled:') ? (this.roots[0] ?? 'untitled:') : folderOf(uri);
  }

  private search(folder: string): Promise<Found> {
    let search = this.searches.get(folder);
    if (!search) {
      search = this.find(folder).then((found) => {
        if (this.searches.get(folder) === search) this.last.set(folder, found);
        return found;
      });
      this.searches.set(folder, search);
    }
    return search;
  }

  private async find(folder: string): Promise<Found> {
    const boundary = await this.boundary(folder);
    for (const at of upward(folder)) {
      const { policy } = await this.lookInto(at);
      if (policy) return this.load(policy, boundary);
      if (at === boundary) break;
    }
    return { policy: NO_POLICY, files: [] };
  }

  /** The folder beyond which nothing is read: the repository's root; without a repository, the outermost folder of the workspace. */
  private async boundary(folder: string): Promise<string> {
    for (const at of upward(folder)) if ((await this.lookInto(at)).isRepository) return at;
    const roots = this.roots.filter((root) => root === folder || isBelow(folder, root));
    return roots.sort((a, b) => a.length - b.length)[0] ?? folder;
  }

  private lookInto(folder: string): Promise<Folder> {
    let looking = this.folders.get(folder);
    if (!looking) {
      looking = this.host.list(folder).then((entries) => {
        const open = this.texts.openUris().filter((uri) => folderOf(uri) === folder);
        const names = new Set([...entries.map(({ name }) => name), ...open.map(fileNameOf)]);
        const name = POLICY_NAMES.find((candidate) => names.has(candidate));
        return { policy: name && `${folder}/${name}`, isRepository: names.has('.git') };
      });
      this.folders.set(folder, looking);
    }
    return looking;
  }

  private async load(uri: string, boundary: string): Promise<Found> {
    const reader = new PolicyReader(this.host, this.texts, boundary);
    const policy = await reader.load(uri);
    for (const file of reader.files) this.looked.add(file);
    return { policy, files: [...reader.files] };
  }
}

/** A folder and all those above it. */
function* upward(folder: string): Generator<string> {
  for (let at = folder; /^[^/]*:\/\/[^/]*\/./.test(at); at = folderOf(at)) yield at;
}
