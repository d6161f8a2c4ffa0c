/** What stands beside the plan in its workspace: who owns code, and files that it may name. */
import type { Blank, Scene } from './scene.ts';
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
  records: /\.md$/i,
};

export async function pathOffers({ name, text }: Blank, { surroundings }: Scene): Promise<ValueOffer[]> {
  const kind = KINDS[name];
  const paths = kind ? await surroundings.files(kind) : [];
  // Who begins a path from here goes on like that.
  const here = text.startsWith('./') ? './' : '';
  return paths.map((path) => (path.startsWith('..') ? path : here + path)).map(fileOffer);
}

function fileOffer(path: string): ValueOffer {
  return { label: path, kind: 'file', value: path };
}
