/** The end of the last item between brackets. Read from the lexer's tokens, since aliases leave no place of their own in the tree. */
import { writtenTokens } from '../lexemes.ts';

/** Offset behind the last item of `[ … ]`; in front of the closing bracket where there is none. */
export function flowItemsEnd(text: string): number {
  const closing = text.length - 1;
  let end = closing;
  for (const { at, token } of writtenTokens(text))
    if (at > 0 && at < closing && !/^[\s,#]/.test(token)) end = at + token.length;
  return end;
}
