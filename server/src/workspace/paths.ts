/** Where a path that a plan names leads, as URIs. Nothing ever leads out of the root. */
import { decoded } from '../util/decoded.ts';

/** The part of a written address that is a path, decoded; nothing where it is a URL, only a fragment, or a place on somebody's machine. */
export function pathIn(address: string): string | undefined {
  const bare = address.replace(/[?#].*$/s, '');
  if (bare === '' || /^[a-z][a-z\d+.-]*:|^\/\/|^~/i.test(bare)) return undefined;
  const path = decoded(bare);
  // Half a character has no place in a URI.
  return /[\\\0\p{Surrogate}]/u.test(path) ? undefined : path;
}

/** The root that a file lies below: the innermost one. */
export function rootOf(uri: string, roots: readonly string[]): string | undefined {
  return roots.filter((root) => isBelow(uri, root)).sort((a, b) => b.length - a.length)[0];
}

export function isBelow(uri: string, folder: string): boolean {
  return uri.startsWith(`${folder}/`);
}

/** `path` from a folder; from the root where it begins with a slash. Nothing where it leads out of the root. */
export function resolvePath(path: string, folder: string, root: string): string | undefined {
  const base = path.startsWith('/') ? [] : segmentsBelow(folder, root);
  for (const segment of path.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') base.push(encodeURIComponent(segment));
    else if (base.pop() === undefined) return undefined;
  }
  return [root, ...base].join('/');
}

/** A folder and those above it, up to the root. */
export function foldersUpTo(folder: string, root: string): string[] {
  const segments = segmentsBelow(folder, root);
  return Array.from({ length: segments.length + 1 }, (_, up) =>
    [root, ...segments.slice(0, segments.length - up)].join('/'),
  );
}

/** From the root to the folder, which lies below it or is it. */
function segmentsBelow(folder: string, root: string): string[] {
  return folder === root ? [] : folder.slice(root.length + 1).split('/');
}

/** The path from one folder to a file, both below one root, as a person writes it. */
export function relativePath(folder: string, uri: string): string {
  const from = folder.split('/');
  const to = uri.split('/');
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared++;
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared).map(decoded)].join('/');
}
