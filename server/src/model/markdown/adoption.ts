/** Which Markdown files are artifacts of a rollout: by name, and for names that others use too, by what they hold. */
import type { DocumentKind } from '../plan-document.ts';

const ARTIFACTS: readonly (readonly [RegExp, DocumentKind])[] = [
  [/^(?:.+\.)?compatibility[_-]contract\.md$/i, 'compatibility'],
  [/^(?:.+\.)?migration[_-]plan\.md$/i, 'migration'],
  [/^(?:.+\.)?rollout[_-]plan\.md$/i, 'rollout'],
  [/^(?:.+\.)?rollback[_-]plan\.md$/i, 'rollback'],
  [/^(?:.+\.)?validation[_-]checklist\.md$/i, 'validation'],
];
const REHEARSAL = /(?:^|\/)rollback-rehearsals\/\d[^/]*\.md$/i;
const RECORD = /(?:^|\/)migrations\/(?!readme\.|index\.|changelog\.|template\.)[^/]+\.md$/i;

/** The kind of artifact that a name says; whether the file is one is for `adoption` to say. */
export function markdownKind(uriOrPath: string): DocumentKind | undefined {
  const path = decoded(uriOrPath.replace(/[?#].*$/s, '')).replaceAll('\\', '/');
  const name = path.slice(path.lastIndexOf('/') + 1);
  const artifact = ARTIFACTS.find(([pattern]) => pattern.test(name));
  if (artifact) return artifact[1];
  if (REHEARSAL.test(path)) return 'rehearsal';
  return RECORD.test(path) ? 'migration-record' : undefined;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
