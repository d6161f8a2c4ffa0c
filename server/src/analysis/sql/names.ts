/** Names as the engine sees them: without quotes, folded. */
import type { Dialect } from './engines.ts';
import type { Token } from './lexer.ts';

/** What is not quoted is folded to lower case, so that all spellings of one name are equal. */
export function foldName(text: string): string {
  return text.toLowerCase();
}

/** PostgreSQL keeps the case of a quoted name; to the others names that differ in case are the same, with usual settings. */
export function unquote(text: string, token: Token, dialect: Dialect): string {
  const written = text.slice(token.from, token.to);
  const open = /^(?:u&)?["'`[]/i.exec(written)?.[0];
  if (open === undefined) return foldName(written);
  const quote = open === '[' ? ']' : open.slice(-1);
  const closed = written.endsWith(quote) && written.length > open.length;
  const plain = written.slice(open.length, closed ? -1 : undefined).replaceAll(quote + quote, quote);
  const inner = open.length > 1 ? plain.replace(ESCAPED, decoded) : plain;
  return dialect === 'postgresql' ? inner : foldName(inner);
}

/** In `U&"d\0061ta"`. */
const ESCAPED = /\\(\+[0-9a-f]{6}|[0-9a-f]{4})/gi;

function decoded(written: string, digits: string): string {
  const code = Number.parseInt(digits, 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : written;
}
