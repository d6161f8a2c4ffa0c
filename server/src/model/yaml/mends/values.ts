/** Values that have to be quoted, or are quoted badly. */
import * as l10n from '@vscode/l10n';
import { matched } from '../../../util/matched.ts';
import type { Parts } from './lines.ts';
import { type Mend, quote } from './mend.ts';

const MESSAGES = {
  open: l10n.t('A quote is opened here and not closed. Close it, or quote the whole value.'),
  single: l10n.t('A single quote inside single quotes ends them. Write the text in double quotes.'),
  double: l10n.t('A double quote inside double quotes ends them. Write the text in single quotes.'),
  escape: l10n.t(
    'Between double quotes a backslash begins an escape, and this one is unknown. Write \\\\ for a backslash, or use single quotes.',
  ),
  behind: l10n.t('Text follows the closing quote. Quote the whole value, or nothing of it.'),
  colon: l10n.t(
    'A second ": " in one value reads as a mapping inside a mapping. Quote the value, or put the inner keys on lines of their own, indented by two.',
  ),
  brackets: l10n.t('Only a value that is a list or a mapping as a whole begins with a bracket. Quote the value.'),
};

export function* mendQuotes({ value }: Parts): Generator<Mend> {
  const { start, end, text } = value;
  const mark = text[0];
  if (mark !== '"' && mark !== "'") return;
  const rest = text.slice(1);
  const whole = { start, end, title: l10n.t('Quote the value'), known: false };
  if (!rest.includes(mark)) {
    const edits = [{ start: end, end, newText: mark }];
    yield { ...whole, message: MESSAGES.open, title: l10n.t('Close the quote'), edits };
    // `"C:\dba`: closed, it still holds an escape that there is none of.
    yield { ...whole, message: MESSAGES.open, edits: [{ start, end, newText: quote(rest) }] };
  } else if (rest.endsWith(mark)) {
    const inner = rest.slice(0, -1);
    const message = mark === "'" ? MESSAGES.single : inner.includes('"') ? MESSAGES.double : MESSAGES.escape;
    yield {
      ...whole,
      message,
      title: message === MESSAGES.escape ? l10n.t('Use single quotes') : whole.title,
      edits: [{ start, end, newText: quote(inner) }],
    };
  } else yield { ...whole, message: MESSAGES.behind, edits: [{ start, end, newText: quote(text) }] };
}

/** `weight: 1% soak: 2h`: two keys on one line, each with one word. */
export function* mendTwoKeys({ key, value, column }: Parts): Generator<Mend> {
  const match = /^([^\s:]+)([ \t]+)([A-Za-z][\w-]*:[ \t]+[^\s:]+)$/.exec(value.text);
  if (!key || !match) return;
  const [gap, second] = [matched(match, 2), matched(match, 3)];
  const start = value.start + matched(match, 1).length;
  const edits = [{ start, end: start + gap.length, newText: `\n${' '.repeat(column)}` }];
  const message = l10n.t('Two keys stand on one line. Give each a line of its own.');
  yield {
    message,
    title: l10n.t('Put the second key on its own line'),
    start: start + gap.length,
    end: start + gap.length + second.length,
    edits,
    known: true,
  };
}

/** Quotes around a value that needs them. */
export function* mendPlain({ line, key, dash, value }: Parts): Generator<Mend> {
  const { start, end, text } = value;
  if (text === '' || (!key && !dash)) return;
  // `- error-rate: > 1%`: a criterion with a colon too many, no mapping.
  const whole = key && dash && /^[<>=]/.test(text);
  if (whole) {
    const message = l10n.t('The colon makes this item a mapping. Quote the item, or take the colon away.');
    const newText = quote(line.text.slice(key.start - line.start, end - line.start));
    yield {
      message,
      title: l10n.t('Quote the item'),
      start: key.start,
      end,
      edits: [{ start: key.start, end, newText }],
      known: false,
    };
  }
  const message = messageFor(text);
  yield {
    message,
    title: l10n.t('Quote the value'),
    start,
    end,
    edits: [{ start, end, newText: quote(text) }],
    known: false,
  };
}

function messageFor(text: string): string {
  const first = text.charAt(0);
  if (first === '`') return l10n.t('A value that begins with a backtick has to be quoted. Quote the value.');
  if (/[@%&*!|>]/.test(first)) return l10n.t`A value that begins with \`${first}\` has to be quoted. Quote the value.`;
  if (/[[\]{}]/.test(first)) return MESSAGES.brackets;
  return MESSAGES.colon;
}
