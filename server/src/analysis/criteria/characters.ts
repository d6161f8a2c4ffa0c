/** What characters are, and how far words and numbers reach. Every function looks at each character once. */

const NON_ASCII_LETTER = /[\p{L}\p{M}\p{N}]/u;

export function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
}

export function isLetter(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128) return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
  return code > 128 && NON_ASCII_LETTER.test(text.charAt(at));
}

/** May begin a word: `$total`, `_private`, `@dba-oncall`, `#channel`. */
export function isWordStart(text: string, at: number): boolean {
  return isLetter(text, at) || '_$@#'.includes(text.charAt(at) || ' ');
}

function isWordPart(text: string, at: number): boolean {
  return isWordStart(text, at) || isDigit(text, at);
}

/** Backticks and stars are how Markdown marks words; they are no words. */
export function isBlankOrMark(text: string, at: number): boolean {
  const char = text.charAt(at);
  return char === '`' || char === '*' || char === "'" || char === '’' || char === '‘' || /\s/.test(char);
}

/** A star that multiplies: blanks on both sides, or figures. `**bold**` does not. */
export function isMultiplication(text: string, at: number): boolean {
  const before = text.charAt(at - 1);
  const after = text.charAt(at + 1);
  return (before === ' ' && after === ' ') || (isDigit(text, at - 1) && isWordPart(text, at + 1));
}

/** Where the word that begins at `at` ends. Joints (`-`, `.`, `/`, `:`) belong to it only between two of its characters. */
export function wordEnd(text: string, at: number): number {
  let to = at;
  for (;;) {
    while (isWordPart(text, to)) to++;
    if (!"-./:'’".includes(text.charAt(to) || ' ') || !isWordPart(text, to + 1)) return to;
    to++;
  }
}

/** Where a run of letters ends, slashes between them included: the `MB/s` of `10MB/s`. */
export function unitEnd(text: string, at: number): number {
  let to = at;
  while (isLetter(text, to) || (text.charAt(to) === '/' && isLetter(text, to + 1))) to++;
  return to;
}

export interface NumberRun {
  readonly to: number;
  /** Undefined for figures that are no number: a version, a date, a time, `1,5`, `5-10`. */
  readonly value: number | undefined;
}

/** The number that begins at `at`, with thousands in groups of three and an exponent. */
export function numberAt(text: string, at: number): NumberRun {
  let to = digitsEnd(text, at);
  while (text.charAt(to) === ',' && digitsEnd(text, to + 1) === to + 4) to += 4;
  const grouped = text.slice(at, to).includes(',');
  const badGroups = grouped && (text.charAt(at) === '0' || text.indexOf(',', at) > at + 3);
  if (text.charAt(to) === '.' && isDigit(text, to + 1)) to = digitsEnd(text, to + 1);
  to = exponentEnd(text, to);
  if (badGroups || continuesAsName(text, to)) return { to: nameEnd(text, to), value: undefined };
  const value = Number(text.slice(at, to).replaceAll(',', ''));
  return { to, value: Number.isFinite(value) ? value : undefined };
}

function digitsEnd(text: string, at: number): number {
  let to = at;
  while (isDigit(text, to)) to++;
  return to;
}

function exponentEnd(text: string, at: number): number {
  if (text.charAt(at) !== 'e' && text.charAt(at) !== 'E') return at;
  const sign = text.charAt(at + 1);
  const digits = sign === '-' || sign === '+' ? at + 2 : at + 1;
  const to = digitsEnd(text, digits);
  return to > digits && !isLetter(text, to) ? to : at;
}

const NAME_ENDINGS = new Set(['xx', 'xxs', 'st', 'nd', 'rd', 'th']);

/** After figures: `.2` of a version, `:30` of a time, `-12` of a date, `,5` of a decimal comma, `xx` of 5xx, `th` of 99th. */
function continuesAsName(text: string, at: number): boolean {
  const next = text.charAt(at);
  if ('.,:-–_'.includes(next || ' ') && isDigit(text, at + 1)) return true;
  if (next === '_') return true;
  return NAME_ENDINGS.has(text.slice(at, Math.min(unitEnd(text, at), at + 4)).toLowerCase());
}

function nameEnd(text: string, at: number): number {
  let to = at;
  while (isWordPart(text, to) || ('.,:-–'.includes(text.charAt(to) || ' ') && isWordPart(text, to + 1))) to++;
  return to;
}
