/** The located tree as plain values, to compare what was read with what was meant. */
import type { LocatedNode } from '../../server/src/model/located.ts';

export type Js = string | number | boolean | null | Js[] | { [key: string]: Js };

/** What stands for something that could not be read. */
export const BROKEN = '<broken>';

export function treeToJs(node: LocatedNode): Js {
  if (node.kind === 'scalar') return node.broken ? BROKEN : node.value;
  if (node.kind === 'list') return node.items.map(treeToJs);
  return Object.fromEntries(Array.from(node.entries, ([key, entry]) => [key, treeToJs(entry.value)]));
}
