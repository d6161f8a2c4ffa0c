/** What stands beside the plan in its workspace: who owns code, and files that it may name. */
import type { Scene } from './scene.ts';
import type { ValueOffer } from './types.ts';

export async function ownerOffers({ surroundings }: Scene): Promise<ValueOffer[]> {
  const owners = await surroundings.owners();
  return owners.map((value) => ({ label: value, kind: 'value', value, detail: 'CODEOWNERS' }));
}

/** The kinds of files that these keys name. Others are links to pages in a browser, of which nobody here knows any. */
const KINDS: Readonly<Record<string, RegExp>> = {
  file: /\.sql$/i,
  runbook: /\.(?:md|markdown)$/i,
  manifest: /\.ya?ml$/i,
  record: /\.md$/i,
};

export async function pathOffers(name: string, { surroundings }: Scene): Promise<ValueOffer[]> {
  const kind = KINDS[name];
  const paths = kind ? await surroundings.files(kind) : [];
  return paths.map((value) => ({ label: value, kind: 'file', value }));
}
