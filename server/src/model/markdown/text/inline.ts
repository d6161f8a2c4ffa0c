/**
 * What words of Markdown say. `prose` keeps code marks inside a sentence ("keeps `amount_cents` readable"), since they are part of what a
 * person wrote in YAML too; `plain` takes off all marks, for values in a notation. Both keep the place of every character.
 */
import { isBlank, placeOf, sliceWords, trimWords, type Words, WordsBuilder } from './words.ts';

export function prose(words: Words): Words {
  return saidBy(words, 'prose');
}

export function plain(words: Words): Words {
  return saidBy(words, 'plain');
}

type Manner = 'prose' | 'plain';

function saidBy(words: Words, manner: Manner): Words {
  const bare = unwrap(withoutComments(trimWords(words)));
  return bare.verbatim ? bare.words : trimWords(scan(bare.words, manner));
}

/** A whole value in code or bold says what is inside; code inside says it to the letter. */
export function unwrap(words: Words): { readonly words: Words; readonly verbatim: boolean } {
  for (let at = words; ; ) {
    const code = /^`+/.exec(at.text)?.[0];
    if (code) {
      const end = closingTicks(at.text, code.length, code.length);
      return end === at.text.length - code.length && end > 0
        ? { words: codeContent(at, code.length, end), verbatim: true }
        : { words: at, verbatim: false };
    }
    const mark = /^(\*\*|__|\*(?!\*)|_(?!_))\S/.exec(at.text)?.[1];
    if (!mark || at.text.length < 2 * mark.length + 1 || !at.text.endsWith(mark)) return { words: at, verbatim: false };
    const inner = at.text.slice(mark.length, -mark.length);
    if (inner.includes(mark[0] as string) && (mark.length === 1 || inner.includes(mark)))
      return { words: at, verbatim: false };
    if (/\s$/.test(inner) || inner.endsWith('\\')) return { words: at, verbatim: false };
    at = sliceWords(at, mark.length, at.text.length - mark.length);
  }
}

/** CommonMark: one space on each side is taken off where there is one on both and something between. */
function codeContent(words: Words, from: number, to: number): Words {
  const inner = sliceWords(words, from, to);
  const padded =
    inner.text.length > 2 && inner.text.startsWith(' ') && inner.text.endsWith(' ') && inner.text.trim() !== '';
  return padded ? sliceWords(inner, 1, inner.text.length - 1) : inner;
}

/** The start of the first run of exactly `length` backticks from `from` on. */
function closingTicks(text: string, length: number, from: number): number {
  for (let at = text.indexOf('`', from); at >= 0; ) {
    let end = at;
    while (text[end] === '`') end++;
    if (end - at === length) return at;
    at = text.indexOf('`', end);
  }
  return -1;
}

export function withoutComments(words: Words): Words {
  const { text } = words;
  if (!text.includes('<!--')) return words;
  const rest = new WordsBuilder(words.segment, words.pieces[0].at);
  let from = 0;
  for (let open = text.indexOf('<!--'); open >= 0; open = text.indexOf('<!--', from)) {
    const close = text.indexOf('-->', open + 4);
    if (close < 0) break;
    rest.copy(words, from, open);
    from = close + 3;
  }
  return trimWords(rest.copy(words, from, text.length).build());
}

interface Scan {
  readonly words: Words;
  readonly manner: Manner;
  readonly out: WordsBuilder;
  /** Offsets of emphasis marks that have a partner. */
  readonly marks: ReadonlyMap<number, number>;
  /** Runs of backticks of these lengths have no end further on: searched for once. */
  readonly unclosed: Set<number>;
}

function scan(words: Words, manner: Manner): Words {
  if (!/[\\`*_[<&~]/.test(words.text)) return words;
  const out = new WordsBuilder(words.segment, words.pieces[0].at);
  const state: Scan = { words, manner, out, marks: pairedMarks(words.text, manner), unclosed: new Set() };
  const special = /[\\`*_[<&!]/g;
  let at = 0;
  for (let found = special.exec(words.text); found; found = special.exec(words.text)) {
    out.copy(words, at, found.index);
    at = step(state, found.index);
    special.lastIndex = at;
  }
  return out.copy(words, at, words.text.length).build();
}

/** Reads what begins at `at`, and says where to go on. */
function step(state: Scan, at: number): number {
  const { words, out, marks } = state;
  const { text } = words;
  switch (text[at]) {
    case '\\':
      return escaped(state, at);
    case '`':
      return code(state, at);
    case '[':
    case '!':
      return link(state, at);
    case '<':
      return angle(state, at);
    case '&':
      return entity(state, at);
    default: {
      const length = marks.get(at);
      if (length) return at + length;
      out.copy(words, at, at + 1);
      return at + 1;
    }
  }
}

function escaped({ words, out }: Scan, at: number): number {
  const isEscape = /[!-/:-@[-`{-~]/.test(words.text[at + 1] ?? '');
  out.copy(words, isEscape ? at + 1 : at, isEscape ? at + 2 : at + 1);
  return isEscape ? at + 2 : at + 1;
}

function code(state: Scan, at: number): number {
  const { words, out, manner, unclosed } = state;
  let start = at;
  while (words.text[start] === '`') start++;
  const length = start - at;
  const end = unclosed.has(length) ? -1 : closingTicks(words.text, length, start);
  if (end < 0) {
    unclosed.add(length);
    out.copy(words, at, start);
    return start;
  }
  if (manner === 'prose') out.copy(words, at, end + length);
  else {
    const inner = codeContent(words, start, end);
    out.copy(inner, 0, inner.text.length);
  }
  return end + length;
}

const LINK =
  /!?\[((?:[^[\]\\]|\\.)*)\]\(\s*<?([^\s()<>]*(?:\([^\s()<>]*\)[^\s()<>]*)*)>?(?:\s+(?:"[^"]*"|'[^']*'))?\s*\)/y;

function link({ words, out, manner }: Scan, at: number): number {
  LINK.lastIndex = at;
  const found = LINK.exec(words.text);
  if (!found) {
    out.copy(words, at, at + 1);
    return at + 1;
  }
  const from = at + found[0].indexOf('[') + 1;
  const label = scan(sliceWords(words, from, from + (found[1] as string).length), manner);
  out.copy(label, 0, label.text.length);
  return at + found[0].length;
}

const AUTOLINK = /<((?:https?|ftp|mailto):[^\s<>]*)>/y;
/** One space, with those behind it. */
const BREAK = /(?:<br\s*\/?>\s*)+/iy;

function angle({ words, out }: Scan, at: number): number {
  const { text } = words;
  AUTOLINK.lastIndex = at;
  const found = AUTOLINK.exec(text);
  if (found) {
    out.copy(words, at + 1, at + found[0].length - 1);
    return at + found[0].length;
  }
  BREAK.lastIndex = at;
  const line = BREAK.exec(text);
  if (line) {
    const { from, to } = placeOf(words, at, at + line[0].length);
    if (!isBlank(text.charCodeAt(at - 1))) out.add(' ', from, to - from);
    return at + line[0].length;
  }
  out.copy(words, at, at + 1);
  return at + 1;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&quot;': '"',
  '&#39;': "'",
  '&nbsp;': ' ',
};
const ENTITY = /&(?:lt|gt|amp|quot|#39|nbsp);/y;

function entity({ words, out }: Scan, at: number): number {
  ENTITY.lastIndex = at;
  const found = ENTITY.exec(words.text)?.[0];
  if (!found) {
    out.copy(words, at, at + 1);
    return at + 1;
  }
  const place = sliceWords(words, at, at + found.length).pieces[0];
  out.add(ENTITIES[found] as string, place.at, found.length);
  return at + found.length;
}

/**
 * Emphasis marks that open and close something. In prose only double ones: a single `*` or `_` is more often a wildcard or part of a name,
 * and a sentence loses nothing by keeping it.
 */
function pairedMarks(text: string, manner: Manner): ReadonlyMap<number, number> {
  const marks = new Map<number, number>();
  const open = new Map<string, number>();
  const pattern = /`+[^`]*`+|\\.|\*\*|__|\*|_/g;
  for (const { 0: mark, index } of text.matchAll(pattern)) {
    if (!/^(?:\*\*?|__?)$/.test(mark) || (manner === 'prose' && mark.length === 1)) continue;
    const before = text[index - 1] ?? ' ';
    const after = text[index + mark.length] ?? ' ';
    const from = open.get(mark);
    if (from !== undefined && !/\s/.test(before) && /[\s\p{P}\p{S}]/u.test(after)) {
      marks.set(from, mark.length).set(index, mark.length);
      open.delete(mark);
    } else if (!/\s/.test(after) && /[\s\p{P}\p{S}]/u.test(before)) open.set(mark, index);
  }
  return marks;
}

/** The address of the first link, or of the first address written out. */
export function firstLink(words: Words): Words | undefined {
  const found = /!?\[(?:[^[\]\\]|\\.)*\]\(\s*<?([^\s()<>]+(?:\([^\s()<>]*\)[^\s()<>]*)*)/.exec(words.text);
  if (found)
    return sliceWords(
      words,
      found.index + found[0].length - (found[1] as string).length,
      found.index + found[0].length,
    );
  const bare = /\bhttps?:\/\/[^\s<>`"')\]|]+/.exec(words.text);
  return bare ? sliceWords(words, bare.index, bare.index + bare[0].replace(/[.,;:!?]+$/, '').length) : undefined;
}

/** The text with spaces for its code spans: every other character keeps its offset. */
export function maskCode(text: string): string {
  let masked = '';
  let done = 0;
  for (let at = text.indexOf('`'); at >= 0; at = text.indexOf('`', at)) {
    let start = at;
    while (text[start] === '`') start++;
    const length = start - at;
    const end = closingTicks(text, length, start);
    if (end >= 0) {
      masked += text.slice(done, at) + ' '.repeat(end + length - at);
      done = end + length;
    }
    at = end < 0 ? start : done;
  }
  return masked + text.slice(done);
}

/** The contents of the words' code spans, in order. */
export function codeSpans(words: Words): Words[] {
  const spans: Words[] = [];
  const { text } = words;
  for (let at = text.indexOf('`'); at >= 0; ) {
    let start = at;
    while (text[start] === '`') start++;
    const end = closingTicks(text, start - at, start);
    if (end < 0) break;
    spans.push(codeContent(words, start, end));
    at = text.indexOf('`', end + start - at);
  }
  return spans;
}
