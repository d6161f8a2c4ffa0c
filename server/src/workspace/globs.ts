/**
 * Globs of a policy. They come from a workspace, so no glob may be slow: names are matched one by one, each with few stars, and `**` is
 * found by counting folders instead of by a pattern that tries all ways to part a path.
 */
import * as l10n from '@vscode/l10n';
import picomatch from 'picomatch';

export type Matches = (path: string) => boolean;

const LONGEST = 200;
const LONGEST_PATH = 1000;
/** No file system has a longer one. */
const LONGEST_NAME = 255;
const MOST_NAMES = 20;
const MOST_STARS = 2;
/** `{a,b}{c,d}` are four: a name that does not match is held against each. */
const MOST_CHOICES = 32;

/** What matches a path relative to the folder of the policy; or what is wrong with the glob, to be said after "This glob". */
export function compileGlob(glob: string): Matches | string {
  const names = glob.replace(/^\.\//, '').replace(/\/$/, '/**').split('/');
  const wrong = mistakeIn(glob, names);
  if (wrong !== undefined) return wrong;
  const matchers = names.map(nameMatcher);
  return (path) => path.length <= LONGEST_PATH && matchesAll(matchers, path.split('/'));
}

/** Nothing for `**`. */
function nameMatcher(name: string): Matches | undefined {
  if (name === '**') return undefined;
  const matches = picomatch(name, { dot: true, noextglob: true, nonegate: true, noglobstar: true });
  return (part) => part.length <= LONGEST_NAME && matches(part);
}

/** For each number of names that are matched so far, whether the path up to here can be matched by them. */
function matchesAll(names: readonly (Matches | undefined)[], path: readonly string[]): boolean {
  let reached = names.map(() => false);
  reached.push(false);
  reached[0] = true;
  skipAnyFolders(reached, names);
  for (const part of path) {
    const next = reached.map(() => false);
    for (const [at, name] of names.entries()) {
      if (!reached[at]) continue;
      if (!name) next[at] = true;
      else if (name(part)) next[at + 1] = true;
    }
    skipAnyFolders(next, names);
    reached = next;
  }
  return reached[names.length] === true;
}

/** `**` may stand for no folder at all. */
function skipAnyFolders(reached: boolean[], names: readonly (Matches | undefined)[]): void {
  for (const [at, name] of names.entries()) if (!name && reached[at]) reached[at + 1] = true;
}

function mistakeIn(glob: string, names: readonly string[]): string | undefined {
  if (glob.trim() === '' || names.join('') === '') return 'is empty, so it matches nothing';
  if (glob.length > LONGEST) return l10n.t`has more than ${LONGEST} characters`;
  if (/[()|\\^$+\0-\x1f]/.test(glob))
    return 'holds a sign that it cannot: it knows *, **, ?, [abc] and {one,two}, and folders are parted by /';
  if (names[0] === '' || glob.startsWith('!') || names.includes('..'))
    return 'leads out of the folder of the policy; it is relative to that, and looks only below it';
  if (names.includes('')) return 'has two slashes with no name between them';
  if (!names.every(isBalanced)) return 'has a bracket that is not closed, or that stands in another';
  if (names.length > MOST_NAMES) return l10n.t`has more than ${MOST_NAMES} folders`;
  if (names.some((name) => choicesIn(name) > MOST_CHOICES))
    return l10n.t`has more than ${MOST_CHOICES} choices in one name; {a,b}{c,d} are four`;
  return names.some((name) => name !== '**' && (name.match(/\*/g)?.length ?? 0) > MOST_STARS)
    ? `has more than ${MOST_STARS} stars in one name`
    : undefined;
}

function choicesIn(name: string): number {
  const braces = name.match(/\{[^}]*\}/g) ?? [];
  return braces.reduce((product, brace) => product * brace.split(',').length, 1);
}

function isBalanced(name: string): boolean {
  let closing = '';
  for (const char of name) {
    if (char === '{' || char === '[') {
      if (closing !== '') return false;
      closing = char === '{' ? '}' : ']';
    } else if (char === '}' || char === ']') {
      if (char !== closing) return false;
      closing = '';
    }
  }
  return closing === '';
}
