/** Names and folders that nobody misses: what is built, cached, tried out or restored beside the real thing. */

const THROWAWAY =
  /(?:^|[^a-z])(?:canary|preview|ephemeral|sandbox|scratch|te?mp|temporary|tests?|testing|staging|stage|dev|development|ci|e2e|rehearsal|drill|load-?test|smoke|restored?|clone|throwaway|playground|minikube)(?:[^a-z]|$)/i;

/** Whether a name says that what it names is not the real thing. */
export function isThrowaway(name: string): boolean {
  return THROWAWAY.test(name);
}

const BUILT =
  /^(?:build|builds|dist|out|target|bin|obj|coverage|node_modules|vendor|venv|\.venv|env|public|release|te?mp|\.te?mp|cache|caches|\.[\w-]*cache|__pycache__|\.next|\.nuxt|\.output|\.turbo|\.parcel-cache|\.gradle|\.tox|\.nyc_output|\.terraform|\.serverless|logs?|artifacts|generated|gen|[\w.-]*\.(?:egg-info|log|tmp|pyc|o|class)|[\w.-]*[-_.](?:cache|te?mp|build|dist))$/i;
const TEMPORARY =
  /^(?:\/private)?(?:\/var)?\/(?:tmp|temp|cache)(?:\/|$)|^\/var\/lib\/apt\/lists(?:\/|$)|^\/dev\/shm\/|^\$\{?(?:TE?MP|TMPDIR|TEMPDIR|RUNNER_TEMP|CACHE)\w*\}?|^\$\(mktemp|^`mktemp|^~\/\.cache\b/i;
const TEMPORARY_NAME = /^\$\{?\w*(?:TMP|TEMP|CACHE|BUILD|DIST|SCRATCH|WORKTREE)\w*(?::-[^}]*)?\}?/i;

/** A folder or file that is made again: of a build, of a cache, of a temporary place. */
export function isMadeAgain(path: string): boolean {
  const plain = path
    .replace(/^\.\//, '')
    .replace(/\/+\*?$/, '')
    .replace(/\/\*+(?:\/\.\*)?$/, '');
  if (TEMPORARY.test(path) || TEMPORARY_NAME.test(path))
    return !/\.\.(?:\/|$)/.test(path) && !/^\/(?:var\/)?$/.test(plain);
  const parts = plain.split('/');
  if (parts.includes('..')) return BUILT.test(plain.slice(plain.lastIndexOf('/') + 1));
  // `/opt/app/build/x` is inside a build folder; `/bin`, `/var/log` and `/usr/bin` are not one.
  const isAbsolute = /^[/~]/.test(plain);
  const from = isAbsolute ? 3 : 0;
  return parts.slice(from).some((part) => BUILT.test(part)) || /\*\.(?:log|tmp|pyc|o|class|bak)$/.test(plain);
}

/** A path without what stands for its end: `/srv/x/` and `/srv/x/*` are `/srv/x`. */
export function plainName(path: string): string {
  return path.replace(/(?<=[^/])\/+\*?$/, '');
}

/** Inside a folder that its own version control brings back. */
export function isRelative(path: string): boolean {
  return !/^(?:[/~$*`]|\.\.?$|\.\.?\/\*|\.\.\/|[A-Za-z]:)/.test(path);
}

/** Where logs are kept for a time and no longer. */
const LOGS = /^\/var\/log(?:\/|$)/;

/** Whether what `find` looks for, below its first operands, is anything but what is made again, or old logs. */
export function findsWhatMatters(words: readonly string[], folder?: string): boolean {
  const named = words.filter((_, at) => /^-i?(?:name|path)$/.test(words[at - 1] ?? ''));
  const isOld = words.some((word, at) => /^-[amc](?:time|min)$/.test(word) && words[at + 1]?.startsWith('+'));
  const matters = (path: string): boolean => !isMadeAgain(path) && !(isOld && LOGS.test(path));
  return placesOfFind(words, folder).some(matters) && (named.length === 0 || named.some(matters));
}

/** Where `find` looks, as seen from where a `cd` has gone. */
export function placesOfFind(words: readonly string[], folder?: string): readonly string[] {
  const end = words.findIndex((word, at) => at > 0 && word.startsWith('-'));
  const places = words.slice(1, end < 0 ? words.length : end);
  return folder === undefined
    ? places
    : places.map((place) => (/^[^/~$`]/.test(place) ? `${folder}/${place.replace(/^\.\/?(?!\.)/, '')}` : place));
}
