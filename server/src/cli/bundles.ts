/** Which files of a check belong together: those of one folder whose names begin alike, and those that name the same plan. */
import type { FoundPlans } from '../service.ts';
import { addToGroup } from '../util/groups.ts';
import { bundleFolder, bundlePrefix, fileNameOf, isPlanName } from '../workspace/plan-files.ts';
import type { CheckFile } from './collect.ts';

/** In the order of their first files; a file that cannot belong to others stands alone. */
export function bundlesOf(files: readonly CheckFile[], found: FoundPlans): CheckFile[][] {
  const names = new Map(found);
  const groups = new Groups();
  const keyOf = ({ uri }: CheckFile): string => {
    const name = fileNameOf(uri);
    return isPlanName(name) ? `${bundleFolder(uri)}/${bundlePrefix(name)}` : uri;
  };
  for (const file of files) for (const name of names.get(file.uri) ?? []) groups.join(keyOf(file), `plan ${name}`);
  const bundles = new Map<string, CheckFile[]>();
  for (const file of files) addToGroup(bundles, groups.of(keyOf(file)), file);
  return [...bundles.values()];
}

/** Whatever was joined, directly or by way of others, is of one group. */
class Groups {
  private readonly above = new Map<string, string>();

  of(key: string): string {
    let group = key;
    for (let next = this.above.get(group); next !== undefined; next = this.above.get(group)) group = next;
    if (group !== key) this.above.set(key, group);
    return group;
  }

  join(one: string, other: string): void {
    const [group, joined] = [this.of(one), this.of(other)];
    if (group !== joined) this.above.set(joined, group);
  }
}
