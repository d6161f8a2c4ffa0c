/** Which Markdown files are artifacts of a rollout: by name, and for names that others use too, by what they hold. */
import { decoded } from '../../util/decoded.ts';
import type { DocumentKind, PlanDocument } from '../plan-document.ts';
import { adoptingNames } from './grammar/grammar-of.ts';
import { labelOf, normalLabel } from './text/labels.ts';
import { wordsAt } from './text/words.ts';

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

/** `offered`: one quiet line asks whether the file is an artifact. `off`: never spoken of. */
export type Adoption = 'adopted' | 'offered' | 'off';

export interface AdoptionFacts {
  /** `auto`: by name and content; `always`: by name alone; `frontMatter`: only a file that says so itself. */
  readonly setting: 'auto' | 'always' | 'frontMatter';
  /** The folder holds a YAML plan, or another artifact that is adopted. */
  readonly hasSiblings: boolean;
}

/** Names that thousands of repositories use for something else. */
const COMMON: ReadonlySet<DocumentKind> = new Set<DocumentKind>(['migration', 'validation', 'migration-record']);
/** One section such as "Backup" can be chance. */
const ENOUGH_SECTIONS = 2;

export function adoption(document: PlanDocument, { setting, hasSiblings }: AdoptionFacts): Adoption {
  const { declared, kind, source } = document;
  if (declared.off) return 'off';
  if (declared.version === 1 || setting === 'always') return 'adopted';
  if (setting === 'frontMatter') return 'offered';
  if (!COMMON.has(kind) || hasSiblings) return 'adopted';
  return rolloutSections(source.text).size >= ENOUGH_SECTIONS ? 'adopted' : 'offered';
}

/** Keys that only a rollout has, by the headings and bold labels of a text. */
export function rolloutSections(text: string): ReadonlySet<string> {
  const names = adoptingNames();
  const keys = new Set<string>();
  let fence: string | undefined;
  let comment = false;
  for (const line of text.split(/\r\n?|\n/)) {
    const mark = /^\s{0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence !== undefined) {
      if (mark?.startsWith(fence)) fence = undefined;
      continue;
    }
    if (mark) fence = mark;
    else if (comment || line.trimStart().startsWith('<!--')) comment = !line.includes('-->');
    else {
      const key = names.get(sectionName(line));
      if (key !== undefined) keys.add(key);
    }
  }
  return keys;
}

const NOWHERE = { source: { uri: '', syntax: 'markdown', text: '' }, start: 0, length: 0 } as const;

function sectionName(line: string): string {
  if (line.length > 200) return '';
  const heading = /^ {0,3}#{1,6}[ \t]+(.*?)[ \t#]*$/.exec(line)?.[1];
  if (heading !== undefined) return normalLabel(heading);
  const bold = /^\s*(?:[-*+]\s+|\d{1,3}[.)]\s+)?(?=\*\*|__)(.*)$/.exec(line)?.[1];
  const label = bold === undefined ? undefined : labelOf(wordsAt(NOWHERE, 0, bold));
  return label?.sure ? normalLabel(label.label.text) : '';
}
