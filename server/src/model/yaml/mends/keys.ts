/** Lines that are nearly `key: value` or `- item`. */
import * as l10n from '@vscode/l10n';
import { matched } from '../../../util/matched.ts';
import type { Line } from './lines.ts';
import type { Mend } from './mend.ts';

interface Habit {
  /** Groups: what stays in front, what is wrong. */
  readonly pattern: RegExp;
  readonly replace: (wrong: string) => string;
  readonly title: string;
  readonly message: string;
  /** Whether the words in front are to be underlined, too. */
  readonly whole?: true;
}

/** How other languages write what YAML writes in its own way. */
const HABITS: readonly Habit[] = [
  {
    pattern: /^(\s*)(-)(?=[A-Za-z"'{[])/,
    replace: () => '- ',
    title: l10n.t('Put a space behind the dash'),
    message: l10n.t('A dash needs a space behind it to begin an item of a list.'),
  },
  {
    pattern: /^(\s*-)([ \t]{2,})(?=\S)/,
    replace: () => ' ',
    title: l10n.t('Leave one space behind the dash'),
    message: l10n.t('The keys of this item do not line up with its first key. Leave one space behind the dash.'),
    whole: true,
  },
  {
    pattern: /^(\s*)([*•+–—])(?=\s)/,
    replace: () => '-',
    title: l10n.t('Begin the item with a dash'),
    message: l10n.t('In YAML the items of a list begin with a dash and a space.'),
  },
  {
    pattern: /^(\s*(?:- +)?)(\*\*[^*\n]+\*\*)(?=\s*:)/,
    replace: (bold) => bold.slice(2, -2),
    title: l10n.t('Take the asterisks away'),
    message: l10n.t('A key stands without asterisks: bold letters belong to Markdown.'),
  },
  {
    pattern: /^(\s*)(\/\/)/,
    replace: () => '#',
    title: l10n.t('Begin the comment with #'),
    message: l10n.t('A comment in YAML begins with `#`.'),
  },
  {
    pattern: /^([^#]*[^\s,#])(,)\s*$/,
    replace: () => '',
    title: l10n.t('Take the comma away'),
    message: l10n.t('Outside of { } and [ ] no comma stands at the end of a line.'),
  },
  {
    pattern: /^(\s*(?:- +)*[A-Za-z][\w-]*)(:)(?=[^\s/:])/,
    replace: () => ': ',
    title: l10n.t('Put a space behind the colon'),
    message: l10n.t('A colon needs a space behind it to end a key.'),
    whole: true,
  },
  {
    pattern: /^(\s*(?:- +)*[A-Za-z][\w-]*)(\s+=\s+|=(?=\S))/,
    replace: () => ': ',
    title: l10n.t('Write a colon for the equals sign'),
    message: l10n.t('A key and its value are parted by a colon and a space, not by an equals sign.'),
    whole: true,
  },
  {
    pattern: /^()(\s*[\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000]\s*)/,
    replace: (space) => ' '.repeat(space.length),
    title: l10n.t('Indent with plain spaces'),
    message: l10n.t('The indentation of this line holds a space that only looks like one. Indent with plain spaces.'),
  },
];

export function* mendHabits(line: Line): Generator<Mend> {
  for (const { pattern, replace, title, message, whole } of HABITS) {
    const match = pattern.exec(line.text);
    if (!match) continue;
    const start = line.start + matched(match, 1).length;
    const wrong = matched(match, 2);
    const rest = matched(/^\S*/.exec(line.text.slice(start - line.start + wrong.length)));
    const edits = [{ start, end: start + wrong.length, newText: replace(wrong) }];
    const from = whole ? line.start + matched(/^\s*(?:- +)*/.exec(line.text)).length : start;
    yield { message, title, start: from, end: start + wrong.length + rest.length, edits, known: true };
  }
}

/** `unit requests`: last of all, since nothing but the words says that the first of them is a key. */
export function* mendMissingColon(line: Line): Generator<Mend> {
  const match = /^(\s*(?:- +)*)([a-z][A-Za-z]*)([ \t]+)(?=[^\s#])/.exec(line.text);
  if (!match) return;
  const start = line.start + matched(match, 1).length;
  const end = start + matched(match, 2).length;
  const message = l10n.t(
    'This line is neither `key: value` nor a list item. Write a colon and a space behind the key.',
  );
  const title = 'Put a colon behind the key';
  const readAs = [{ start, end: line.end, newText: ' '.repeat(line.end - start) }];
  yield { message, title, start, end, edits: [{ start: end, end, newText: ':' }], readAs, known: false };
}

/** `sql: | SELECT 1;`: the text of a block begins on the line below. */
export function* mendBlockHeader(line: Line, below: Line | undefined): Generator<Mend> {
  const match = /^(\s*(?:- +)*)([^#\n]*?:[ \t]+)([|>][-+]?)([ \t]+)([^#\s].*)$/.exec(line.text);
  if (!match) return;
  const [lead, mark, gap] = [matched(match, 1), matched(match, 3), matched(match, 4)];
  const start = line.start + lead.length + matched(match, 2).length + mark.length;
  const own = below && matched(/^ */.exec(below.text)).length;
  const deeper = own !== undefined && own > lead.length;
  // `wait: > 42m` is no block at all.
  if (mark.startsWith('>') && !deeper) return;
  const indent = deeper ? own : lead.length + 2;
  const message = l10n.t`The text of a block begins on the line below its \`${mark}\`, indented by two.`;
  yield {
    message,
    title: l10n.t('Begin the text on its own line'),
    start: start + gap.length,
    end: line.start + line.text.trimEnd().length,
    edits: [{ start, end: start + gap.length, newText: `\n${' '.repeat(indent)}` }],
    known: true,
  };
}
