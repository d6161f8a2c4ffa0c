/** What a YAML syntax error means to a person, where no mend tells it better. */
import * as l10n from '@vscode/l10n';
import { matched } from '../../util/matched.ts';
import { hasContent, indentOf, lineAt, linesBefore, partsOf } from './mends/lines.ts';
import type { Failure } from './parse.ts';

const MEANINGS: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: l10n.t('YAML allows no tab in the indentation. Indent by two spaces.'),
  BAD_INDENT: l10n.t(
    'This line does not line up with the lines it belongs to. Indent keys of one block alike, and what is inside a key by two spaces more.',
  ),
  BLOCK_AS_IMPLICIT_KEY: l10n.t(
    'A second ": " in one value reads as a mapping inside a mapping. Quote the value, or put the inner keys on lines of their own, indented by two.',
  ),
  MULTILINE_IMPLICIT_KEY: l10n.t(
    'This line reads as the continuation of the one above, and then a key comes. Line it up with the keys of its block, or end the line above with a colon.',
  ),
  BAD_SCALAR_START: l10n.t('A value cannot begin with this character unless it is quoted. Quote the value.'),
  BAD_DQ_ESCAPE: l10n.t(
    'Between double quotes a backslash begins an escape, and this one is unknown. Write \\\\ for a backslash, or use single quotes.',
  ),
  BLOCK_IN_FLOW: l10n.t(
    'Inside { } or [ ] everything is written in flow form: no lines that begin with "- " or hold a block of their own.',
  ),
  TOO_DEEP: l10n.t('This is nested more than 100 levels deep, and no plan is: it is not read.'),
  UNREADABLE: l10n.t('This text cannot be read as YAML.'),
};

const NO_ENTRY = l10n.t(
  'This line is neither `key: value` nor a list item. Write a colon and a space after the key, or indent the line under the value that it continues.',
);

export function messageForFailure({ failure, text }: { failure: Failure; text: string }): string {
  const line = lineAt(text, failure.start);
  const { key, dash } = partsOf(line);
  if (failure.code !== 'TOO_DEEP' && !key && !dash && line.text.trim() !== '') return NO_ENTRY;
  const known = MEANINGS[failure.code];
  if (known) return known;
  if (/[{[]/.test(line.text))
    return l10n.t(
      'The brackets on this line do not pair up as YAML reads them. A value with { } [ ] or a comma inside { … } goes in quotes.',
    );
  if (!key) return NO_ENTRY;
  return l10n.t(
    'The value on this line cannot be read as YAML. Quote the value, or put what is below the key on lines of its own.',
  );
}

/** The words from `at` to the next white space; those of the line, or of the last line before that has any, where there are none. */
export function wordsAt(text: string, at: number): { start: number; end: number } {
  const here = lineAt(text, Math.min(at, text.length));
  const line = hasContent(here) ? here : (linesBefore(text, here, 1).next().value ?? here);
  const indent = indentOf(line);
  const lineEnd = line.start + line.text.trimEnd().length;
  const start = Math.min(Math.max(at, line.start), lineEnd);
  const words = line === here ? matched(/^\S{1,80}/.exec(text.slice(start, lineEnd))).length : 0;
  return words > 0 ? { start, end: start + words } : { start: Math.min(line.start + indent, lineEnd), end: lineEnd };
}
