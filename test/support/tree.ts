/** Located trees from plain values, for tests to which it does not matter where things stand. */
import type { Entry, LocatedNode } from '../../server/src/model/located.ts';
import { type Source, span, wholeSegment } from '../../server/src/model/source.ts';

export function tree(value: unknown): LocatedNode {
  const text = JSON.stringify(value) ?? '';
  const source: Source = { uri: 'test:tree', syntax: 'yaml', text };
  const place = span(wholeSegment(source), 0, text.length);
  const node = (inner: unknown): LocatedNode => {
    if (Array.isArray(inner)) return { kind: 'list', span: place, head: place, items: inner.map(node) };
    if (typeof inner === 'object' && inner !== null) {
      const entries = Object.entries(inner).map(([key, below]): [string, Entry] => [
        key,
        { key: place, value: node(below) },
      ]);
      return { kind: 'map', span: place, head: place, entries: new Map(entries) };
    }
    const scalar = inner as string | number | boolean | null;
    return { kind: 'scalar', span: place, head: place, value: scalar, text: String(scalar ?? ''), part: () => place };
  };
  return node(value);
}
