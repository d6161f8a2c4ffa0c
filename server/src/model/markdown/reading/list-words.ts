/** Lists that are no Markdown lists: the words of one line, paragraphs, code. */
import type { LocatedNode } from '../../located.ts';
import type { ItemShape, Unit } from '../grammar/grammar.ts';
import type { Item } from '../text/blocks.ts';
import { prose } from '../text/inline.ts';
import { joinLines, placeOf, type Words } from '../text/words.ts';
import type { Collecting } from './collecting.ts';
import { factsOf, seriesOf } from './facts.ts';
import { splitAtCommas } from './pairs.ts';
import { scalarNode } from './scalars.ts';
import { fenceFits, fenceNode, scalarFrom } from './values.ts';

/** The words of one line: names and facts apart by commas, sentences by semicolons. */
export function addWords(raw: Words, into: Collecting, unitItem: (item: Item, unit: Unit) => void): void {
  const { unit, scalar } = into.item;
  if (!scalar) {
    if (addSeries(raw, unit, into)) return;
    for (const part of splitAtCommas(raw, /[,;](?:\s|$)/y)) {
      if (part.text.length > 80) continue;
      const item: Item = { span: placeOf(part), lines: [part], blocks: [] };
      unitItem(item, unit);
    }
    return;
  }
  for (const part of splitWords(raw, into.item)) into.items.push(scalarFrom(part, into.property, scalar, into.context));
}

export function splitWords(raw: Words, { scalar, unit }: ItemShape): Words[] {
  const lines = splitAtCommas(raw, /<br\s*\/?>/iy);
  const named = scalar?.reference || scalar?.members || (scalar?.notation && !unit);
  return lines.flatMap((line) => {
    const parts = splitAtCommas(line, named ? /(?:[,;]|\sand)\s/y : /;\s/y);
    const commas = parts.length === 1 && !named && !unit ? splitAtCommas(line, /,\s/y) : parts;
    return commas.every(({ text }) => named || /^(?:@?\S+|`[^`]*`)$/.test(text)) ? commas : parts;
  });
}

/** `25% → 50% → 100%` is an item for each share. Says whether the words are such a series. */
export function addSeries(raw: Words, unit: Unit, into: Collecting): boolean {
  const said = prose(raw);
  const series = seriesOf(said, unit);
  if (!series) return false;
  const { name, values } = factsOf(said, unit);
  for (const value of series.values) {
    const entries = new Map([
      ['id', { key: value.head, value: scalarNode(name, `${String(value.value).replace('%', '')}-percent`) }],
    ]);
    for (const [key, fact] of values) entries.set(key, { key: fact.head, value: fact });
    entries.set(series.key, { key: value.head, value });
    const node: LocatedNode = { kind: 'map', span: value.span, head: value.head, entries };
    into.context.layouts.set(node, { kind: 'words', raw });
    into.items.push(node);
  }
  return true;
}

/** Nothing is listed: code, or paragraphs. */
export function addRest(into: Collecting): void {
  const { unit, scalar } = into.item;
  for (const fence of into.fences) {
    const takes =
      unit && Array.from(unit.properties.values()).find((one) => one.fences.length > 0 && fenceFits(fence, one));
    if (!unit || !takes || fence.language === '') continue;
    const value = fenceNode(fence, into.context);
    const node: LocatedNode = {
      kind: 'map',
      span: fence.span,
      head: value.head,
      entries: new Map([[takes.key, { key: value.head, value }]]),
    };
    into.items.push(node);
  }
  if (into.items.length > 0) return;
  for (const paragraph of into.paragraphs) {
    const raw = joinLines(paragraph.lines);
    if (!raw || raw.text.endsWith(':')) continue;
    if (scalar) into.items.push(scalarFrom(raw, into.property, scalar, into.context));
    else addSeries(raw, unit, into);
  }
}
