/** Where a mark stands in a tree that was read with it. */
import type { LocatedNode, MapNode, ScalarNode } from '../../located.ts';
import { offsets, type Span } from '../../source.ts';

export type Path = readonly (string | number)[];

interface Word {
  /** To the map of a key, or to the value. */
  readonly path: Path;
  readonly value: LocatedNode;
  /** Characters of the word before the mark and behind it; without its quotes. */
  readonly before: number;
  readonly after: number;
  readonly text: string;
  readonly quote: '"' | "'" | '';
  readonly isFlow: boolean;
  readonly isOnOneLine: boolean;
  /** The value is on the line of its key or dash. */
  readonly isBehind: boolean;
}

export interface KeyFound extends Word {
  readonly at: 'key';
  readonly owner: MapNode;
  /** The key as it was read. */
  readonly name: string;
}

export interface ValueFound extends Word {
  readonly at: 'value';
  /** The map or the list that it stands in. */
  readonly owner: LocatedNode | undefined;
}

export type Found = KeyFound | ValueFound;

interface Frame {
  readonly node: LocatedNode;
  readonly path: Path;
  readonly owner: LocatedNode | undefined;
  readonly key: Span | undefined;
  readonly isFlow: boolean;
}

/** In the order of the text, so that what is also reached by an alias is found where it is written. */
export function findMark(root: LocatedNode, mark: string, text: string): Found | undefined {
  const seen = new Set<LocatedNode>();
  const waiting: Frame[] = [{ node: root, path: [], owner: undefined, key: undefined, isFlow: false }];
  for (let frame = waiting.pop(); frame; frame = waiting.pop()) {
    const { node, path } = frame;
    if (seen.has(node)) continue;
    seen.add(node);
    if (node.kind === 'scalar') {
      if (!node.broken && node.text.includes(mark)) return valueFound(frame, node, mark, text);
      continue;
    }
    const isFlow = frame.isFlow || /[{[]/.test(text.charAt(offsets(node.span).start));
    if (node.kind === 'list') {
      for (const [at, item] of [...node.items.entries()].reverse())
        waiting.push({ node: item, path: [...path, at], owner: node, key: undefined, isFlow });
      continue;
    }
    for (const [name, { key, value, inherited }] of [...node.entries].reverse()) {
      if (inherited) continue;
      if (name.includes(mark)) return keyFound({ ...frame, node, isFlow }, name, key, value, mark, text);
      waiting.push({ node: value, path: [...path, name], owner: node, key, isFlow });
    }
  }
  return undefined;
}

function keyFound(
  { node, path, isFlow }: Frame & { readonly node: MapNode },
  name: string,
  key: Span,
  value: LocatedNode,
  mark: string,
  text: string,
): KeyFound | undefined {
  // Words with a space between them are no key that anybody is typing; in `[ ]` a key without braces is not either.
  if (/\s/.test(name) || (isFlow && text[offsets(node.span).start] !== '{')) return undefined;
  const word = wordOf(key, mark, text);
  const isBehind = isOnLine(value, key, text);
  return { at: 'key', path, owner: node, name, value, text: name, isFlow, isOnOneLine: true, isBehind, ...word };
}

function valueFound({ path, owner, key, isFlow }: Frame, node: ScalarNode, mark: string, text: string): ValueFound {
  const { start, end } = offsets(node.span);
  const isOnOneLine = !/[\r\n]/.test(text.slice(start, end));
  const isBehind = !key || isOnLine(node, key, text);
  const word = wordOf(node.span, mark, text);
  return { at: 'value', path, owner, value: node, text: node.text, isFlow, isOnOneLine, isBehind, ...word };
}

/** Whether a value begins on the line of its key. */
function isOnLine({ span }: LocatedNode, key: Span, text: string): boolean {
  return !text.slice(offsets(key).end, offsets(span).start).includes('\n');
}

function wordOf(place: Span, mark: string, text: string): Pick<Word, 'before' | 'after' | 'quote'> {
  const { start, end } = offsets(place);
  const first = text[start];
  const quote = first === '"' || first === "'" ? first : '';
  const at = text.indexOf(mark);
  return { before: at - start - quote.length, after: end - quote.length - at - mark.length, quote };
}
