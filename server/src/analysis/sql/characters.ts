/** What characters are in SQL. */

const NON_ASCII_LETTER = /[\p{L}\p{M}\p{N}]/u;

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

export function isBlank(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0xfeff || code === 0x200b;
}

/** A letter or an underscore. Half of a surrogate pair counts: names may hold any letter there is. */
export function isLetter(code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95;
  if (code >= 0xd800 && code <= 0xdfff) return true;
  return !isBlank(code) && NON_ASCII_LETTER.test(String.fromCharCode(code));
}

export function isWordPart(code: number): boolean {
  return isLetter(code) || isDigit(code) || code === 36;
}

/** Where the run of word characters that begins at `at` ends. */
export function wordEnd(text: string, at: number): number {
  let to = at;
  // The dollar of `orders_${suffix}` begins a template.
  while (to < text.length && isWordPart(text.charCodeAt(to)) && !text.startsWith('${', to)) to++;
  return to;
}

export function lineEnd(text: string, at: number): number {
  let to = at;
  while (to < text.length && text[to] !== '\n' && text[to] !== '\r') to++;
  return to;
}

/** Whether nothing but blanks stands before `at` on its line. */
export function startsLine(text: string, at: number): boolean {
  let before = at - 1;
  while (before >= 0 && (text[before] === ' ' || text[before] === '\t')) before--;
  return before < 0 || text[before] === '\n' || text[before] === '\r';
}
