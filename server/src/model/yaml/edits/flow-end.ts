/** The end of the last item between brackets. Read from the parser's tokens, since aliases leave no place of their own in the tree. */
import { type CST, Parser } from 'yaml';

/** Offset behind the last item of `[ … ]`; in front of the closing bracket where there is none. */
export function flowItemsEnd(text: string): number {
  for (const token of new Parser().parse(text)) {
    const list = token.type === 'document' ? token.value : undefined;
    const last = list?.type === 'flow-collection' ? list.items.findLast((item) => item.value ?? item.key) : undefined;
    const value = last?.value ?? last?.key;
    if (value) return endOf(value);
  }
  return text.length - 1;
}

function endOf(token: CST.Token): number {
  if (token.type === 'flow-collection') {
    const bracket = token.end.find((end) => end.type === 'flow-map-end' || end.type === 'flow-seq-end');
    return bracket ? bracket.offset + 1 : token.offset;
  }
  return 'offset' in token && 'source' in token ? token.offset + token.source.length : 0;
}
