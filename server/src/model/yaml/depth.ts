/**
 * The `yaml` package's composer recurses and can abort the whole process on deeply nested text, which no `try` catches. Its parser
 * does not recurse: so the depth is measured on the parser's tokens, and what is too deep is refused before it is composed.
 */
import type { CST } from 'yaml';

/** Deeper than any plan that a person writes, far from what the composer's stack bears. */
export const MAX_DEPTH = 100;

/** Offset of the first token that is nested too deeply, or nothing. */
export function tooDeepAt(tokens: readonly CST.Token[]): number | undefined {
  const waiting: { readonly token: CST.Token; readonly depth: number }[] = [];
  const push = (token: CST.Token | null | undefined, depth: number): void => {
    if (token) waiting.push({ token, depth });
  };
  for (const token of tokens) push(token, 0);
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { token, depth } = next;
    if (depth > MAX_DEPTH) return token.offset;
    if (token.type === 'document') push(token.value, depth);
    if (!('items' in token)) continue;
    for (const item of token.items) {
      push(item.key, depth + 1);
      push(item.value, depth + 1);
    }
  }
  return undefined;
}
