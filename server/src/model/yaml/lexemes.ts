/** The only call of the `yaml` package's lexer. */
import { lex } from 'yaml';

/**
 * Line ends to regular expressions and not to YAML: in front of one the lexer would stay for ever (3.0.0-2). It is given others of the
 * same length, which it takes as it should these.
 */
const LONE_CR = /\r(?!\n)/g;
const SEPARATORS = /[\u2028\u2029]/g;

/** What a text consists of, with signs of the lexer's own between them. */
export function lexemesOf(text: string): readonly string[] {
  return lex(text.replace(LONE_CR, '\t').replace(SEPARATORS, '\uFFFD'));
}

/** The lexemes of a text, with where they stand; without the signs between them. */
export function* writtenTokens(text: string): Generator<{ readonly at: number; readonly token: string }> {
  let at = 0;
  for (const token of lexemesOf(text)) {
    if (/^[\u0002\u0018\u001f]$/.test(token)) continue;
    yield { at, token };
    at += token.length;
  }
}
