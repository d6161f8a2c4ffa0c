/** Which files of a folder may be one bundle: their names begin alike, and records of work done belong to all. */
import type { FolderEntry, Host } from './host.ts';
import { bundleFolder, bundlePrefix, fileNameOf, folderOf, isPlanName, RECORD_FOLDERS } from './plan-files.ts';
import type { Policies } from './policies.ts';
import { includedFile, type Policy } from './policy.ts';
import type { Texts } from './texts.ts';

interface Member {
  readonly uri: string;
  /** In the order of the folder. */
  readonly at: number;
}

interface Members {
  readonly policy: Policy;
  readonly byPrefix: ReadonlyMap<string, readonly Member[]>;
  readonly records: readonly Member[];
}

export class PlanFolders {
  /** A host that gives the same list again says that nothing has changed. */
  private readonly members = new WeakMap<readonly FolderEntry[], Members>();

  constructor(
    private readonly host: Host,
    private readonly texts: Texts,
    private readonly policies: Policies,
  ) {}

  /** Files in the folder, itself among them, that may be of one bundle with this one. */
  async alike(folder: string, uri: string): Promise<readonly string[]> {
    const prefix = bundlePrefix(fileNameOf(uri));
    const open = this.texts
      .openUris()
      .filter((other) => bundleFolder(other) === folder && this.mayBePlan(other) && belongs(other, prefix));
    const { byPrefix, records } = await this.membersOf(folder);
    const onDisk = [...(byPrefix.get(prefix) ?? []), ...records].sort((a, b) => a.at - b.at);
    return [...new Set([...open, ...onDisk.map((member) => member.uri)])];
  }

  private async membersOf(folder: string): Promise<Members> {
    const entries = await this.host.list(folder);
    const policy = this.policies.known(childOf(folder, ''));
    const known = this.members.get(entries);
    if (known?.policy === policy) return known;
    const byPrefix = new Map<string, Member[]>();
    const records: Member[] = [];
    for (const [at, { name, kind }] of entries.entries()) {
      const uri = childOf(folder, name);
      if (kind === 'folder' && RECORD_FOLDERS.includes(name))
        for (const record of await this.host.list(uri)) records.push({ uri: childOf(uri, record.name), at });
      if (kind !== 'file' || !this.mayBePlan(uri)) continue;
      const prefix = bundlePrefix(name);
      const members = isRecord(uri) ? records : byPrefix.get(prefix);
      if (members) members.push({ uri, at });
      else byPrefix.set(prefix, [{ uri, at }]);
    }
    const members = { policy, byPrefix, records };
    this.members.set(entries, members);
    return members;
  }

  private mayBePlan(uri: string): boolean {
    return isPlanName(fileNameOf(uri)) || includedFile(uri, this.policies.known(uri)) !== undefined;
  }
}

function belongs(uri: string, prefix: string): boolean {
  return isRecord(uri) || bundlePrefix(fileNameOf(uri)) === prefix;
}

function isRecord(uri: string): boolean {
  return RECORD_FOLDERS.includes(fileNameOf(folderOf(uri)));
}

function childOf(folder: string, name: string): string {
  return `${folder}/${encodeURIComponent(name)}`;
}
