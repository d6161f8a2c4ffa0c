/** Items of a list of units: from a heading with what stands under it, or from a list item. */
import type { Entry, MapNode, ScalarNode } from '../../located.ts';
import type { Unit } from '../grammar/grammar.ts';
import type { Block, Item, Section } from '../text/blocks.ts';
import { normalLabel } from '../text/labels.ts';
import { joinLines, placeOf, type Words } from '../text/words.ts';
import { assemble, inPlaceOf } from './assemble.ts';
import { type Context, type Empty, type Harvest, inner, newHarvest, outward } from './context.ts';
import { factsOf } from './facts.ts';
import { type Field, itemField } from './fields.ts';
import { type ItemMatch, isItemHeading } from './item-headings.ts';
import { itemText } from './item-text.ts';
import { addName, factEntries, put } from './names.ts';
import { harvest } from './object.ts';
import { pairsOf } from './pairs.ts';
import { scalarNode, slug } from './scalars.ts';
import { hasLabels } from './shape-fit.ts';

export function readItemField(field: Field, { up, property, unit }: ItemMatch, context: Context): Harvest {
  const result = newHarvest();
  const owner: Context = { ...context, scopes: context.scopes.slice(up) };
  const read = sectionItems(field, unit, owner);
  const value = { kind: 'list' as const, span: field.span, head: field.head, items: read.items };
  context.layouts.set(value, { kind: 'content', content: { ...field, blocks: [] } });
  result.found.push({ up, property, named: false, entry: { key: field.head, value } });
  for (const found of read.outer.found) result.found.push({ ...found, up: found.up + up });
  for (const empty of read.outer.empties) result.empties.push({ ...empty, up: empty.up + up });
  for (const empty of read.empties) result.empties.push({ ...empty, up, path: [property.key, ...empty.path] });
  return result;
}

/** What reading an item says besides the item. */
export interface Around {
  /** Of the unit that owns the list, and of those around it. */
  readonly outer: Harvest;
  /** The item's own. */
  readonly empties: readonly Empty[];
}

export interface ReadItems extends Around {
  readonly items: readonly MapNode[];
}

/** One item, or one for each share that the heading or the headings below it name. */
export function sectionItems(field: Field, unit: Unit, context: Context): ReadItems {
  const { section } = field;
  const { memory } = context;
  if (!section || !memory) return readSection(field, unit, context);
  return memory.recall(section, unit, context, () => readSection(field, unit, context));
}

function readSection(field: Field, unit: Unit, context: Context): ReadItems {
  const facts = factsOf(field.label, unit);
  const within = inner(context, unit, 'item');
  const parts = nestedSections(field, unit, context);
  const below = harvest(
    field.blocks.filter((block) => !parts.includes(block as Section)),
    within,
    true,
  );
  const outer = outward(below);
  const empties = below.empties.filter(({ up }) => up === 0);
  const own = assemble(
    below.found.filter(({ up }) => up === 0),
    context,
  );
  const base = factEntries(facts);
  if (field.words?.text) for (const [key, entry] of wordEntries(field.words, unit, context)) base.set(key, entry);
  addName(facts.name, unit, base, facts.unnamed);
  for (const [key, entry] of own) base.set(key, entry);
  if (parts.length > 0) return { items: nestedItems(parts, unit, context, base), outer, empties };
  const node = (entries: Map<string, Entry>): MapNode => {
    const map: MapNode = { kind: 'map', span: field.span, head: field.head, entries };
    context.layouts.set(map, { kind: 'content', content: field });
    return map;
  };
  if (!facts.series || own.has(facts.series.key)) return { items: [node(base)], outer, empties };
  const { key, values } = facts.series;
  return { items: values.map((value) => node(sharedEntries(base, key, value))), outer, empties };
}

/** Behind the name on its line: facts and labelled keys, but no other name. */
function wordEntries(words: Words, unit: Unit, context: Context): Map<string, Entry> {
  const factsIn = (part: Words) => factEntries(factsOf(part, unit));
  return new Map([...factsIn(words), ...(pairsOf(words, unit, context, factsIn) ?? [])]);
}

/** `25% → 50% → 100%`: the same words three times, told apart by the share in their ids. */
function sharedEntries(base: ReadonlyMap<string, Entry>, key: string, value: ScalarNode): Map<string, Entry> {
  const entries = new Map(base);
  const id = entries.get('id')?.value;
  /* istanbul ignore else -- whatever has shares has an id, from its name at least */
  if (id?.kind === 'scalar') {
    const shared = scalarNode({ ...wordsOf(value) }, `${id.value}-${slug(String(value.value))}`);
    entries.set('id', { key: shared.head, value: shared });
  }
  return entries.set(key, { key: value.head, value });
}

function wordsOf(node: ScalarNode): Words {
  const { span } = node;
  return {
    segment: span.segment,
    text: node.text,
    pieces: [{ from: 0, length: node.text.length, at: span.from, width: span.to - span.from }],
  };
}

/** The stages of a stage: two or more headings in it that say a share of the traffic. */
function nestedSections(field: Field, unit: Unit, context: Context): readonly Section[] {
  if (!unit.facts.some(({ shape }) => shape.scalar?.notation === 'percent')) return [];
  const sections = field.blocks.filter((block): block is Section => block.kind === 'section');
  const parts = sections.filter(
    ({ heading }) => isItemHeading(heading, unit, context) && factsOf(heading, unit).values.size > 0,
  );
  return parts.length < 2 ? [] : parts;
}

/** They stand for the stage that they are in, and have from it what they do not say. */
function nestedItems(
  parts: readonly Section[],
  unit: Unit,
  context: Context,
  base: ReadonlyMap<string, Entry>,
): readonly MapNode[] {
  return parts.flatMap((section) => {
    const part: Field = {
      kind: 'field',
      form: 'heading',
      label: section.heading,
      head: placeOf(section.heading),
      span: section.span,
      blocks: section.blocks,
    };
    return sectionItems(part, unit, context).items.map((item) => {
      const entries = new Map(item.entries);
      for (const [key, entry] of base) {
        if (!entries.has(key) && key !== 'id' && key !== 'title') entries.set(key, { ...entry, inherited: true });
      }
      return inPlaceOf<MapNode>(item, { ...item, entries }, context);
    });
  });
}

export interface ReadItem extends Around {
  readonly node?: MapNode;
}

export function readListItem(item: Item, unit: Unit, context: Context): ReadItem {
  const within = inner(context, unit, 'item');
  const first = itemField(item, (label) => isOwnLabel(label, item, unit));
  const below = harvest(first ? asLabels(item) : item.blocks, within, true);
  const entries = new Map<string, Entry>();
  const raw = first ? undefined : joinLines(item.lines);
  if (raw && raw.text !== '') for (const [key, entry] of itemText(raw, unit, context)) entries.set(key, entry);
  const own = assemble(
    below.found.filter(({ up }) => up === 0),
    context,
  );
  for (const [key, entry] of own) entries.set(key, entry);
  if (item.task?.done) addDone(item, unit, entries);
  const outer = outward(below);
  const empties = below.empties.filter(({ up }) => up === 0);
  if (entries.size === 0) return { outer, empties };
  const head = placeOf(item.lines[0] ?? item.task?.box ?? { ...wordsOfItem(item) });
  const node: MapNode = { kind: 'map', span: item.span, head, entries };
  context.layouts.set(node, { kind: 'item', item });
  return { node, outer, empties };
}

function wordsOfItem({ span }: Item): Words {
  return { segment: span.segment, text: '', pieces: [{ from: 0, length: 0, at: span.from, width: 0 }] };
}

/** `- Id: canary`, and the other keys below it: the first line is a key like the others. */
function isOwnLabel(label: Words, item: Item, unit: Unit): boolean {
  const name = normalLabel(label.text);
  const property = unit.byName.get(name)?.[0];
  if (!property) return false;
  const exact = normalLabel(property.key) === name || normalLabel(property.title) === name;
  return exact || property === unit.text || item.blocks.some((block) => hasLabels(block, unit));
}

/** The item's own line as one label more beside those below it. */
function asLabels(item: Item): readonly Block[] {
  const line: Item = { span: item.span, lines: item.lines, blocks: [] };
  return [{ kind: 'list', ordered: false, span: item.span, items: [line] }, ...item.blocks];
}

function addDone(item: Item, unit: Unit, entries: Map<string, Entry>): void {
  const checkbox = Array.from(unit.properties.values()).find((property) => property.checkbox);
  if (checkbox && item.task) put(entries, checkbox.key, scalarNode(item.task.box, true));
}
