/** Where the slots of a value stand in the text that was written from it: the text is read again, and every value knows its place. */
import { isSlot, type Skeleton } from '../model/edit.ts';
import type { LocatedNode, ScalarNode } from '../model/located.ts';
import { type OffsetRange, offsets } from '../model/source.ts';

/** In the order of the text. A value that the text does not hold has no place. */
export function slotPlaces(root: LocatedNode, value: Skeleton, isOpen: (line: string) => boolean): OffsetRange[] {
  const places = Array.from(placesBelow(root, value, isOpen)).filter(({ start, end }) => end > start);
  return places.sort((a, b) => a.start - b.start || a.end - b.end).filter(isApart);
}

/** Names that were written once may be read twice, such as an id that is a title's slug. */
function isApart(place: OffsetRange, at: number, all: readonly OffsetRange[]): boolean {
  const before = all[at - 1];
  return before === undefined || before.end <= place.start;
}

function* placesBelow(
  node: LocatedNode | undefined,
  value: Skeleton,
  isOpen: (line: string) => boolean,
): Generator<OffsetRange> {
  if (!node || typeof value === 'number' || typeof value === 'boolean') return;
  if (isSlot(value)) {
    if (node.kind === 'scalar') yield wordsOf(node);
  } else if (typeof value === 'string') {
    if (node.kind === 'scalar' && value.includes('\n')) yield* openLines(node, isOpen);
  } else if (Array.isArray(value)) {
    for (const [at, item] of value.entries())
      yield* placesBelow(node.kind === 'list' ? node.items[at] : undefined, item, isOpen);
  } else if (node.kind === 'map') {
    for (const [key, below] of Object.entries(value)) yield* placesBelow(node.entries.get(key)?.value, below, isOpen);
  }
}

/** A text of several lines is no slot as a whole: people go through it line by line. */
function* openLines(node: ScalarNode, isOpen: (line: string) => boolean): Generator<OffsetRange> {
  let from = 0;
  for (const line of node.text.split('\n')) {
    if (isOpen(line)) yield offsets(node.part(from, from + line.length));
    from += line.length + 1;
  }
}

/** Without the quotes around them. */
function wordsOf(node: ScalarNode): OffsetRange {
  return offsets(node.part(0, node.text.length));
}
