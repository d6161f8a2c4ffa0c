/** Lists that are no Markdown lists: the words of one line, paragraphs, code. */
import type { LocatedNode } from '../../located.ts';
import type { Unit, ValueShape } from '../grammar/grammar.ts';
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
  if (unit && !scalar) {
    if (seriesOf(prose(raw), unit)) {
      addSeries(raw, unit, into);
      return;
    }
    for (const part of splitAtCommas(raw, /[,;](?:\s|$)/y)) {
      if (part.text.length > 80) continue;
      const item: Item = { span: placeOf(part), lines: [part], blocks: [] };
      unitItem(item, unit);
    }
    return;
  }
  if (!scalar) return;
  for (const part of splitWords(raw, into.item)) into.items.push(scalarFrom(part, into.property, scalar, into.context));
}

export function splitWords(raw: Words, { scalar, unit }: ValueShape): Words[] {
  const lines = splitAtCommas(raw, /<br\s*\/?>/iy);
  const named = scalar?.reference || scalar?.members || (scalar?.notation && !unit);
  return lines.flatMap((line) => {
    const parts = splitAtCommas(line, named ? /(?:[,;]|\sand)\s/y : /;\s/y);
    const commas = parts.length === 1 && !named && !unit ? splitAtCommas(line, /,\s/y) : parts;
    return commas.every(({ text }) => named || /^(?:@?\S+|`[^`]*`)$/.test(text)) ? commas : parts;
  });
}

export function addSeries(raw: Words, unit: Unit, into: Collecting): void {
  const said = prose(raw);
  const facts = factsOf(said, unit);
  for (const value of facts.series?.values ?? []) {
    const entries = new Map([
      ['id', { key: value.head, value: scalarNode(facts.name, `${String(value.value).replace('%', '')}-percent`) }],
    ]);
    for (const [key, fact] of facts.values) entries.set(key, { key: fact.head, value: fact });
    entries.set(facts.series?.key ?? '', { key: value.head, value });
    const node: LocatedNode = { kind: 'map', span: value.span, head: value.head, entries };
    into.context.layouts.set(node, { kind: 'words', raw });
    into.items.push(node);
  }
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
    else if (unit && seriesOf(prose(raw), unit)) addSeries(raw, unit, into);
  }
}
