/** Values behind a key or a dash of a YAML plan, written as they have to stand there. */
import { itemSchema, type SchemaNode } from '../../model/schema/schema.ts';
import type { ValueAtCursor } from '../../model/yaml/cursor/at-cursor.ts';
import type { Words } from '../../model/yaml/edits/words.ts';
import { scalarText } from '../../model/yaml/scalar-text.ts';
import { blockLines, indentLines, itemLines, joinLines } from '../../model/yaml/write.ts';
import type { PartOffers } from './criteria.ts';
import { skeletonsOf } from './skeletons.ts';
import type { ValueOffer, WordsOffer } from './types.ts';
import { goingOn, isWordList, type Page } from './yaml-keys.ts';

export function scalarOffers(site: ValueAtCursor, values: readonly ValueOffer[]): WordsOffer[] {
  return values.flatMap(({ value, ...described }) => {
    const words = scalarAt(value, site);
    return words === undefined ? [] : [{ ...described, words: [words], filter: String(value) }];
  });
}

/** Nothing where the value cannot stand there: quotes make a text of everything. */
function scalarAt(value: ValueOffer['value'], site: ValueAtCursor): string | undefined {
  if (typeof value === 'string') return textAt(value, site);
  return site.quote === '' ? bareAt(value, site) : undefined;
}

function textAt(value: string, site: ValueAtCursor): string {
  if (site.quote === '') return bareAt(value, site);
  return site.quote === '"' ? JSON.stringify(value).slice(1, -1) : value.replaceAll("'", "''");
}

function bareAt(value: ValueOffer['value'], { isFlow, isGlued }: ValueAtCursor): string {
  return `${isGlued ? ' ' : ''}${scalarText(value, isFlow)}`;
}

/** Words in the place of some of a value's words. Those that go on have a space behind them. */
export function partOffers(site: ValueAtCursor, { from, to, offers }: PartOffers): WordsOffer[] {
  const isLast = site.text.slice(to).trim() === '';
  const isWhole = from === 0 && isLast;
  return offers.map(({ value, ...described }) => {
    const said = String(value);
    const words = isWhole || site.quote !== '' ? textAt(said, site) : said;
    const space = described.goesOn && isLast ? ' ' : '';
    return { ...described, words: [words + space], filter: said };
  });
}

/** Where a list or a map is wanted, on the lines below its key or behind it. `values`: what an item may be. */
export function collectionOffers(
  site: ValueAtCursor,
  schema: SchemaNode,
  values: readonly ValueOffer[],
  page: Page,
): WordsOffer[] {
  if (site.quote !== '') return [];
  const item = itemSchema(schema);
  if (item && isWordList(item) && site.isBehind) return listsInLine(site, values);
  if (site.isFlow) return [];
  if (item) return itemsBelow(site, item, values, page);
  // Behind a dash, and where a text begins, the map begins on the line itself.
  return site.isBehind && typeof site.path.at(-1) === 'string' ? mapsBelow(site, schema, page) : [];
}

function listsInLine({ isGlued }: ValueAtCursor, values: readonly ValueOffer[]): WordsOffer[] {
  return values.map(({ value, ...described }) => {
    const words = `${isGlued ? ' ' : ''}[${scalarText(value, true)}]`;
    return { ...described, words: [words], filter: String(value) };
  });
}

function mapsBelow(site: ValueAtCursor, schema: SchemaNode, page: Page): WordsOffer[] {
  return skeletonsOf(schema, page.scene).map(({ label, description, body }) => {
    const words = below(blockLines(body, page.layout, 1), site, page, page.layout.step);
    return { label: `${schema.title}: ${label}`, kind: 'skeleton', detail: description, words };
  });
}

function itemsBelow(site: ValueAtCursor, item: SchemaNode, values: readonly ValueOffer[], page: Page): WordsOffer[] {
  const { layout } = page;
  const skeletons = skeletonsOf(item, page.scene).map(({ label, description, body }): WordsOffer => {
    const words = below(itemLines(body, layout, 1, false), site, page, layout.dash);
    return { label: `${item.title}: ${label}`, kind: 'skeleton', detail: description, words };
  });
  const scalars = values.map(({ value, ...described }): WordsOffer => {
    const space = described.goesOn ? ' ' : '';
    const words = below([[`- ${scalarText(value, false)}${space}`]], site, page, layout.dash);
    return { ...described, words, filter: String(value) };
  });
  return [...scalars, ...skeletons];
}

/** Lines of their own: from the cursor on where that is below the key already, else `deeper` than the key. */
function below(lines: readonly Words[], { isBehind }: ValueAtCursor, { column }: Page, deeper: number): Words {
  return isBehind ? joinLines([[], ...indentLines(lines, column + deeper)]) : goingOn(lines, column);
}
