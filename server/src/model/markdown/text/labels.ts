/** Labels: what a heading, a bold word or a `Label:` line is called, and where the label ends and its value begins. */
import { sliceWords, trimWords, type Words } from './words.ts';

/** Signs that people put in front of a heading or behind it, for the eye. */
const SIGNS =
  '\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\p{Regional_Indicator}\\u{FE0F}\\u{200D}\\u{20E3}☐☑☒✓✔✗✘▶►•→';
const LEADING_SIGNS = new RegExp(`^(?:[${SIGNS}\\s]|[0-9#*]\\u{FE0F}?\\u{20E3})+`, 'u');
const TRAILING_SIGNS = new RegExp(`[${SIGNS}\\s]+$`, 'u');
const NUMBER = /^(?:\(?\d{1,4}(?:\.\d{1,4})*[.):]+\s+|\d{1,4}(?:\.\d{1,4})+\s+|[a-z][.)]\s+|[ivx]{1,5}\.\s+)/i;
const ORDINAL =
  /^(?:phase|stage|step|part|section|wave|ring|week|day|sprint|milestone|batch|round|tier|level|section)s?\s+(?:\d{1,4}(?:\.\d{1,4})*[a-z]?(?:\s*[-–]\s*\d{1,4})?\+?|[ivx]{1,5}|[a-z])\s*(?:[:.)]+\s+|\s[-–—]+\s+|[-–—]\s+|:)/i;

export function leadingSigns(text: string): number {
  return LEADING_SIGNS.exec(text)?.[0].length ?? 0;
}

/** How much of a heading's text is numbering: `2.`, `Phase 2:`, `Step 3 -`. Never all of it. */
export function leadingOrdinal(text: string): number {
  const ordinal = ORDINAL.exec(text)?.[0].length ?? NUMBER.exec(text)?.[0].length ?? 0;
  return ordinal < text.trimEnd().length ? ordinal : 0;
}

/** One spelling for all the ways to write a label: `Abort Criteria (any of):`, `2. abortCriteria`, `🛑 Abort-criteria`. */
export function normalLabel(text: string): string {
  return exactLabel(text).split(' ').map(singular).join(' ');
}

/** Most labels: nothing to strip. */
const SIMPLE = /^[A-Z]?[a-z]{2,20}(?: [a-z]{2,20}){0,3}$/;

/** The same with plurals left alone: `Changes` is another name than `Change` where both are names. */
export function exactLabel(text: string): string {
  if (SIMPLE.test(text)) return text.toLowerCase();
  const bare = text.length > MAX_LABEL * 3 ? '' : text.replace(/[`*"“”]|\[|\](?:\([^)]*\))?/g, '');
  const start = bare.slice(leadingSigns(bare));
  return start
    .slice(leadingOrdinal(start))
    .replace(/\([^()]*\)/g, ' ')
    .replace(TRAILING_SIGNS, '')
    .replace(/[’]/g, "'")
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/[\s_/–—-]+/g, ' ')
    .replace(/^[\s.,:;!?]+|[\s.,:;!?]+$/g, '');
}

/** `x-headings` leaves out variants that differ in an "s" alone. Both sides go through here, so wrong stems do no harm. */
function singular(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || word.endsWith('ss')) return word;
  return word.endsWith('ies') ? `${word.slice(0, -3)}y` : word.slice(0, -1);
}

/** Longer than this is a sentence. */
const MAX_LABEL = 80;

export interface LabelLine {
  readonly label: Words;
  /** What stands after the label on its line; empty where nothing does. */
  readonly value: Words;
  /** `sure`: a bold label ends what an earlier label began, known or not. A plain one is prose unless the schema knows it. */
  readonly sure: boolean;
}

/** The label that a line begins with, if it does. */
export function labelOf(line: Words): LabelLine | undefined {
  if (!/:|\*\*|__/.test(line.text)) return undefined;
  const skip = leadingSigns(line.text);
  const rest = sliceWords(line, skip);
  return boldLabel(rest) ?? plainLabel(rest);
}

function boldLabel(line: Words): LabelLine | undefined {
  const found = /^(\*\*|__)(?=\S)((?:(?!\1).){1,120}?)\1(\s*\([^()]{0,200}\))?\s*(:|[–—-](?=\s))?/u.exec(line.text);
  if (!found) return undefined;
  const [whole, mark, inner, aside = '', separator] = found as unknown as [string, string, string, string?, string?];
  const closed = /[:?]\s*$/.test(inner);
  const isWholeLine = whole.length === line.text.length;
  if (separator === undefined && !isWholeLine && !closed) return endsAsLabel(line);
  const end = separator === undefined && !isWholeLine ? whole.length - aside.length : whole.length;
  const label = sliceWords(line, mark.length, mark.length + inner.length);
  return { label: trimWords(label), value: trimWords(sliceWords(line, end)), sure: true };
}

/** `**Proceed** if:`, a whole line that announces what follows. */
function endsAsLabel(line: Words): LabelLine | undefined {
  const { text } = line;
  if (text.length > MAX_LABEL || !text.endsWith(':')) return undefined;
  return { label: sliceWords(line, 0, text.length - 1), value: sliceWords(line, text.length), sure: false };
}

function plainLabel(line: Words): LabelLine | undefined {
  const found = /^([^:|]{1,80}?)[ \t]{0,3}:(?:[ \t]+|$)/.exec(line.text);
  if (!found || /[.!]\s/.test(found[1] as string)) return endsAsLabel(line);
  const label = trimWords(sliceWords(line, 0, (found[1] as string).length));
  return { label, value: trimWords(sliceWords(line, found[0].length)), sure: false };
}
