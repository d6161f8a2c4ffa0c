/** Which place in the text each character of a YAML scalar's value came from, through quotes, escapes, folding and indentation. */

import { matched } from '../../util/matched.ts';

type Style = 'plain' | 'single' | 'double' | 'block';

/** How a scalar is written can be seen in its first character. */
export function styleOf(raw: string): Style {
  switch (raw.charAt(0)) {
    case "'":
      return 'single';
    case '"':
      return 'double';
    case '|':
    case '>':
      return 'block';
    default:
      return 'plain';
  }
}

/** For each UTF-16 unit of the value, the offsets in the text at which its character begins and ends. */
export interface Alignment {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

const ESCAPE_LENGTH: Readonly<Record<string, number>> = { x: 4, u: 6, U: 10 };

/** `raw` is the scalar as written: with its quotes, or with its block header. Nothing where value and text do not align. */
export function alignScalar(raw: string, value: string): Alignment | undefined {
  const style = styleOf(raw);
  const block = style === 'block';
  const indent = block ? blockIndent(raw, value) : 0;
  const starts = new Int32Array(value.length);
  const ends = new Int32Array(value.length);
  let at = block ? skipIndent(raw, afterLineBreak(raw, 0), indent) : style === 'plain' ? 0 : 1;
  let i = 0;
  const put = (start: number, end: number): void => {
    starts[i] = start;
    ends[i++] = end;
    at = end;
  };
  while (i < value.length) {
    const wanted = value[i] as string;
    const here = raw[at];
    if (here === undefined) return isBlank(value, i) ? finish({ starts, ends }, i, raw.length) : undefined;
    const next = raw[at + 1] ?? '';
    if (style === 'double' && here === '\\') {
      if (isLineBreak(next)) {
        at = skipBlanks(raw, at + 1);
        continue;
      }
      const end = at + (ESCAPE_LENGTH[next] ?? 2);
      const start = at;
      put(start, end);
      if (next === 'U' && isHighSurrogate(wanted)) put(start, end);
    } else if (style === 'single' && here === "'" && next === "'") {
      put(at, at + 2);
    } else if (here === wanted || (isSpace(wanted) && isLineBreak(here))) {
      put(at, at + 1);
      if (block && isLineBreak(here)) at = skipIndent(raw, afterLineBreak(raw, at - 1), indent);
    } else if (isSpace(here)) {
      at = block && isLineBreak(here) ? skipIndent(raw, afterLineBreak(raw, at), indent) : at + 1;
    } else {
      return undefined;
    }
  }
  return { starts, ends };
}

/** The final line breaks that chomping adds have no character of their own. */
function finish(alignment: Alignment, from: number, end: number): Alignment {
  alignment.starts.fill(end, from);
  alignment.ends.fill(end, from);
  return alignment;
}

function isBlank(value: string, from: number): boolean {
  for (let i = from; i < value.length; i++) if (!isSpace(value[i] as string)) return false;
  return true;
}

function isSpace(character: string): boolean {
  return character === ' ' || character === '\t' || isLineBreak(character);
}

function isLineBreak(character: string): boolean {
  return character === '\n' || character === '\r';
}

function isHighSurrogate(character: string): boolean {
  const code = character.charCodeAt(0);
  return code >= 0xd800 && code < 0xdc00;
}

function skipBlanks(raw: string, from: number): number {
  let at = from;
  while (at < raw.length && isSpace(raw[at] as string)) at++;
  return at;
}

function afterLineBreak(raw: string, from: number): number {
  const end = raw.indexOf('\n', from);
  return end < 0 ? raw.length : end + 1;
}

function skipIndent(raw: string, from: number, indent: number): number {
  let at = from;
  while (at < from + indent && raw[at] === ' ') at++;
  return at;
}

/** The indentation of a block scalar: what its first line with something on it has more in the text than in the value. */
function blockIndent(raw: string, value: string): number {
  const own = matched(/^[\r\n]*( *)/.exec(value), 1).length;
  for (let at = afterLineBreak(raw, 0); at < raw.length; at = afterLineBreak(raw, at)) {
    const text = skipIndent(raw, at, raw.length);
    if (text < raw.length && !isLineBreak(raw[text] as string)) return Math.max(0, text - at - own);
  }
  return 0;
}
