/** The only call of the `yaml` package's lexer. */
import { lex } from 'yaml';

/**
 * Line ends to regular expressions and not to YAML: in front of one the lexer would stay for ever (3.0.0-2). It is given others of the
 * same length, which it takes as it should these: white space, and characters that Unicode keeps for such a use.
 */
const LONE_CR = /\r(?!\n)/g;
const STAND_INS: Readonly<Record<string, string>> = { '\u2028': '\uFDD0', '\u2029': '\uFDD1' };
const SEPARATORS: Readonly<Record<string, string>> = { '\uFDD0': '\u2028', '\uFDD1': '\u2029' };

/** What a text consists of, with signs of the lexer's own between them. */
export function lexemesOf(text: string): readonly string[] {
  return lex(text.replace(LONE_CR, '\t').replace(/[\u2028\u2029]/g, (separator) => STAND_INS[separator] as string));
}

/** Words that were read of lexemes, with the separators that stand in the text. */
export function asWritten(words: string): string {
  return words.replace(/[\uFDD0\uFDD1]/g, (standIn) => SEPARATORS[standIn] as string);
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
