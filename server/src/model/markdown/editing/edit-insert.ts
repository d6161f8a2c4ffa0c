/** A new item of a list in front of one that is there, written like it. */
import type { ListNode } from '../../located.ts';
import { isObject, type Json, jsonOf } from '../writing/json.ts';
import { headingItem, itemTexts } from '../writing/write-list.ts';
import { rowLine } from './edit-append.ts';
import { writeForms } from './edit-write.ts';
import { blockBefore, type Editing, markerAt, prefixAt, prefixed, spotAt, withMarker } from './editing.ts';
import type { Change } from './evolving.ts';

type Forms = Iterable<readonly Change[]>;

export function* insertForms(list: ListNode, at: number, value: Json, editing: Editing): Forms {
  const { text, layouts, path } = editing;
  const owner = spotAt(path.slice(0, -1), editing);
  const property = spotAt(path, editing)?.property;
  const item = property?.shape.item;
  const next = list.items[at];
  const layout = next && layouts.get(next);
  if (!owner || !property || !item) return;
  if (layout?.kind === 'item') {
    const { from } = layout.item.span;
    const marker = markerAt(text, from);
    const prefix = prefixAt(text, from);
    for (const form of itemTexts(value, property, item, owner.place, layout.item.task !== undefined))
      yield [{ from, to: from, text: `${prefixed(withMarker(form, marker), prefix)}\n${prefix}` }];
  }
  if (layout?.kind === 'row' && item.unit) {
    const { from } = layout.row.span;
    const line = rowLine(layout, item.unit, value);
    if (line) yield [{ from, to: from, text: `${line}\n${prefixAt(text, from)}` }];
  }
  if (layout?.kind === 'content' && item.unit && isObject(value)) {
    const { from } = layout.content.span;
    const level = /^\s*(#{1,6})\s/.exec(text.slice(from, from + 10))?.[1]?.length;
    if (level !== undefined) {
      const block = blockBefore(text, from, headingItem(value, property, item.unit, owner.place, level, at));
      yield [block, ...countedOn(list, at, editing)];
      yield [block];
    }
  }
  yield* writeForms(list, list.items.map(jsonOf).toSpliced(at, 0, value), editing);
}

const HEADING_NUMBER = /(?<=^[ \t]*#{1,6}[ \t]+(?:[A-Za-z]+ )?)\d{1,3}(?=[.:) ]|[ \t]*[-–—])/;

/** `Stage 3: full` comes fourth now. Only headings that count from one are counted on. */
function countedOn(list: ListNode, at: number, { text, layouts }: Editing): readonly Change[] {
  return list.items.slice(at).flatMap((item, index) => {
    const layout = layouts.get(item);
    if (layout?.kind !== 'content') return [];
    const { from } = layout.content.span;
    const number = HEADING_NUMBER.exec(text.slice(from, from + 60));
    if (!number || Number(number[0]) !== at + index + 1) return [];
    const start = from + number.index;
    return [{ from: start, to: start + number[0].length, text: String(at + index + 2) }];
  });
}
