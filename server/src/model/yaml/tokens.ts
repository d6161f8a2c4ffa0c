import { Lexer } from 'yaml';

/** The tokens of a text, with where they stand; without the signs that the lexer puts between them. */
export function* writtenTokens(text: string): Generator<{ readonly at: number; readonly token: string }> {
  let at = 0;
  for (const token of new Lexer().lex(text)) {
    if (/^[\u0002\u0018\u001f]$/.test(token)) continue;
    yield { at, token };
    at += token.length;
  }
}
