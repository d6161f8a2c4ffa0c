/** What a growing selection takes in, step by step: the words, the value, its entry, the item, the list, the part, the plan. */
import { type OffsetRange, offsets } from '../model/source.ts';
import type { PlanContext } from './context.ts';
import { wordsOf } from './ids.ts';
import { placeAt } from './place.ts';
import type { Position, Range } from './types.ts';

/** From the smallest to the whole text; each holds the one before it, and all hold the position. */
export function selectionRanges(context: PlanContext, position: Position): Range[] {
  const { document } = context;
  const offset = document.offsetAt(position);
  const around: OffsetRange[] = [{ start: 0, end: document.getText().length }];
  const add = (range: OffsetRange): void => {
    const outer = around.at(-1) as OffsetRange;
    const isWithin = outer.start <= range.start && range.end <= outer.end;
    const isSmaller = range.end - range.start < outer.end - outer.start;
    if (isWithin && isSmaller && range.start <= offset && offset <= range.end) around.push(range);
  };
  for (const { node, key } of placeAt(context, position).path) {
    const value = offsets(node.span);
    const own = key && offsets(key);
    if (own) add({ start: Math.min(own.start, value.start), end: Math.max(own.end, value.end) });
    add(value);
    if (own) add(own);
    if (node.kind === 'scalar') add(offsets(wordsOf(node)));
  }
  return around
    .reverse()
    .map(({ start, end }) => ({ start: document.positionAt(start), end: document.positionAt(end) }));
}
