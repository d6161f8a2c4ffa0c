/** Which place in the text each character of a YAML scalar's value came from, through quotes, escapes, folding and indentation. */

export type ScalarStyle = 'PLAIN' | 'QUOTE_SINGLE' | 'QUOTE_DOUBLE' | 'BLOCK_LITERAL' | 'BLOCK_FOLDED';

const ESCAPE_LENGTH: Readonly<Record<string, number>> = { x: 4, u: 6, U: 10 };

/**
 * Offsets into `raw`, one for each UTF-16 unit of `value` and one for its end; nothing where the two do not align.
 * `raw` is the scalar as written: with its quotes, or with its block header.
 */
export function alignScalar(raw: string, value: string, style: ScalarStyle): Int32Array | undefined {
  const block = style === 'BLOCK_LITERAL' || style === 'BLOCK_FOLDED';
  const indent = block ? blockIndent(raw) : 0;
  const places = new Int32Array(value.length + 1);
  let at = block ? skipIndent(raw, afterLineBreak(raw, 0), indent) : style === 'PLAIN' ? 0 : 1;
  for (let i = 0; i < value.length; ) {
    const wanted = value[i] as string;
    const here = raw[at];
    if (here === undefined) return isBlank(value, i) ? finish(places, i, at) : undefined;
    if (style === 'QUOTE_DOUBLE' && here === '\\') {
      const next = raw[at + 1] ?? '';
      if (next === '\n' || next === '\r') {
        at = skipBlanks(raw, at + 1);
        continue;
      }
      const length = ESCAPE_LENGTH[next] ?? 2;
      places[i++] = at;
      if (next === 'U' && isHighSurrogate(wanted)) places[i++] = at;
      at += length;
    } else if (style === 'QUOTE_SINGLE' && here === "'" && raw[at + 1] === "'") {
      places[i++] = at;
      at += 2;
    } else if (here === wanted || (isSpace(wanted) && isLineBreak(here))) {
      places[i++] = at;
      at = block && isLineBreak(here) ? skipIndent(raw, afterLineBreak(raw, at), indent) : at + 1;
    } else if (isSpace(here)) {
      at = block && isLineBreak(here) ? skipIndent(raw, afterLineBreak(raw, at), indent) : at + 1;
    } else {
      return undefined;
    }
  }
  places[value.length] = at;
  return places;
}

/** The final line breaks that chomping adds have no character of their own. */
function finish(places: Int32Array, from: number, at: number): Int32Array {
  places.fill(at, from);
  return places;
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

/** The indentation of a block scalar: that of its first line with something on it. */
function blockIndent(raw: string): number {
  for (let at = afterLineBreak(raw, 0); at < raw.length; at = afterLineBreak(raw, at)) {
    const text = skipIndent(raw, at, raw.length);
    if (text < raw.length && !isLineBreak(raw[text] as string)) return text - at;
  }
  return 0;
}
