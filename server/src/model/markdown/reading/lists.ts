/** Lists, from sections, list items, table rows, paragraphs or the words of one line. */
import type { ListNode, LocatedNode } from '../../located.ts';
import { offsets } from '../../source.ts';
import type { ItemShape, Property, ScalarShape, Unit } from '../grammar/grammar.ts';
import type { Block, Item, List, Section, Table } from '../text/blocks.ts';
import { prose } from '../text/inline.ts';
import { joinLines, sliceWords, type Words } from '../text/words.ts';
import { type Collecting, newCollecting } from './collecting.ts';
import { addHarvest, type Context, knowsIn, lookup } from './context.ts';
import { isExempt } from './exempt.ts';
import { factsOf } from './facts.ts';
import { type Content, type Field, partsOf, tailOf } from './fields.ts';
import { isItemHeading } from './item-headings.ts';
import { type Around, readListItem, sectionItems } from './items.ts';
import { addRest, addSeries, addWords } from './list-words.ts';
import { explicitNone, fieldHarvest, type Read } from './object.ts';
import { readRow } from './rows.ts';
import { scalarNode } from './scalars.ts';
import { hasLabels } from './shape-fit.ts';
import { scalarFrom } from './values.ts';

export function readList(property: Property, item: ItemShape, content: Content, context: Context): Read {
  const into = newCollecting(property, item, context);
  collect(content.blocks, into);
  if (into.items.length === 0) {
    const none = explicitNone(content, context);
    if (none) return { ...into.outer, node: none };
    if (content.words?.text) addWords(content.words, into, (one, unit) => unitItem(one, unit, into));
    fromTail(content, into);
    if (into.items.length === 0) addRest(into);
  }
  if (into.items.length === 0) return into.outer;
  const node: ListNode = { kind: 'list', span: content.span, head: content.head, items: into.items };
  return { ...into.outer, node };
}

/** `**Stop when**: any of these hold` with a list below: the list is the value, whatever the line says. */
function fromTail(content: Content, into: Collecting): void {
  const [next] = tailOf(content);
  if (next?.kind !== 'list' || (into.items.length > 0 && into.item.scalar?.reference)) return;
  into.items.length = 0;
  collect([next], into);
}

function collect(blocks: readonly Block[], into: Collecting): void {
  const sections = itemSections(blocks, into);
  for (const part of partsOf(blocks, knowsIn(into.context), { lists: false, tables: false })) {
    if (part.kind === 'field') collectField(part, sections, into);
    else collectBlock(part.block, into);
  }
}

function collectField(field: Field, sections: ReadonlySet<string>, into: Collecting): void {
  if (field.form === 'heading' && isExempt(field.label)) return;
  const { unit } = into.item;
  const isItem = unit !== undefined && !into.item.scalar && isCandidate(field, unit, into.context);
  const match = isItem && field.form === 'bold' ? undefined : lookup(field.label, field.form, field, into.context);
  if (match && match.property !== into.property && !(isItem && isItemHeading(field.label, unit, into.context))) {
    addHarvest(into.outer, fieldHarvest(field, into.context));
    return;
  }
  if (unit && !into.item.scalar && (field.form === 'heading' ? sections.has(keyOf(field)) : isItem))
    addSection(field, unit, into);
  else if (field.form === 'heading' || !field.words?.text) collect(field.blocks, into);
  else addLine(field, into);
}

function keyOf(field: Field): string {
  return String(offsets(field.span).start);
}

/** Which sub-sections are items. Where some are numbered or say facts, those that do not are remarks. */
function itemSections(blocks: readonly Block[], { item, context }: Collecting): ReadonlySet<string> {
  const { unit } = item;
  const sections = blocks.filter((block): block is Section => block.kind === 'section' && !isExempt(block.heading));
  if (!unit || item.scalar) return new Set();
  const strong = sections.filter((section) => isStrong(section, unit, context));
  const chosen = strong.length > 0 ? strong : sections.filter((section) => !isGroup(section, unit));
  return new Set(chosen.map(({ span }) => String(offsets(span).start)));
}

function isStrong({ heading, blocks }: Section, unit: Unit, context: Context): boolean {
  const facts = factsOf(heading, unit);
  if (facts.numbered || facts.series || facts.values.size > 0 || isItemHeading(heading, unit, context)) return true;
  return blocks.some((block) => hasLabels(block, unit));
}

/** A heading over a list of items: `### API` in the smoke checks. Whatever is declared by its name is always an item. */
function isGroup({ blocks }: Section, unit: Unit): boolean {
  if (unit.declares) return false;
  const listed = blocks.some(({ kind }) => kind === 'list' || kind === 'table' || kind === 'section');
  return listed || blocks.length === 0;
}

function isCandidate(field: Field, unit: Unit, context: Context): boolean {
  if (field.form === 'heading') return true;
  const facts = factsOf(field.label, unit);
  return facts.numbered || facts.values.size > 0 || isItemHeading(field.label, unit, context);
}

function addSection(field: Field, unit: Unit, into: Collecting): void {
  const read = sectionItems(field, unit, into.context);
  for (const item of read.items) into.items.push(item);
  addAround(read, into);
}

/** What an item says of the units around it, and its own sections that hold nothing. */
function addAround({ outer, empties }: Around, into: Collecting): void {
  addHarvest(into.outer, outer);
  for (const empty of empties) into.outer.empties.push({ ...empty, path: [into.property.key, ...empty.path] });
}

/** `**Error rate**: above 1%` in a list of texts: the whole line is the item. What follows the line comes by itself. */
function addLine({ line }: Field, into: Collecting): void {
  const { scalar } = into.item;
  if (scalar && line) into.items.push(scalarFrom(line, into.property, scalar, into.context));
}

function collectBlock(block: Block, into: Collecting): void {
  switch (block.kind) {
    case 'list':
      collectItems(block, into);
      return;
    case 'table':
      collectRows(block, into);
      return;
    case 'paragraph':
      into.paragraphs.push(block);
      return;
    case 'fence':
      into.fences.push(block);
      return;
    default:
  }
}

function collectItems(list: List, into: Collecting): void {
  const { unit, scalar } = into.item;
  for (const item of list.items) {
    if (scalar) scalarItem(item, scalar, into);
    else unitItem(item, unit, into);
  }
}

function unitItem(item: Item, unit: Unit, into: Collecting): void {
  const [raw, ...more] = item.lines;
  if (raw && more.length === 0 && addSeries(raw, unit, into)) return;
  const read = readListItem(item, unit, into.context);
  if (read.node) into.items.push(read.node);
  addAround(read, into);
}

/** A text, unless labels below it or a ticked box make it a mapping. */
function scalarItem(item: Item, scalar: ScalarShape, into: Collecting): void {
  const { unit } = into.item;
  const raw = joinLines(item.lines);
  const nested = item.blocks.filter((block): block is List => block.kind === 'list');
  if (unit && (item.task?.done || item.blocks.some((block) => hasLabels(block, unit) || block.kind === 'fence'))) {
    const node = unionItem(item, raw, unit, into);
    if (node) {
      into.items.push(node);
      return;
    }
  }
  if (raw?.text.endsWith(':') && nested.length > 0) {
    for (const list of nested) collectItems(list, into);
    return;
  }
  const link = raw && linkItem(raw, into);
  if (link) into.items.push(link);
  else if (raw && raw.text !== '') {
    const node = scalarFrom(raw, into.property, scalar, into.context);
    into.context.layouts.set(node, { kind: 'item', item });
    into.items.push(node);
  }
}

/** `[Design](docs/design.md)` says the address and the title. */
function linkItem(raw: Words, { item, context }: Collecting): LocatedNode | undefined {
  const { unit, scalar } = item;
  const title = unit?.properties.get('title');
  const found = /^\[((?:[^[\]\\]|\\.)+)\]\(.*\)$/s.exec(raw.text);
  if (!scalar?.link || !unit?.text || !title || !found) return undefined;
  const url = scalarFrom(raw, unit.text, scalar, context);
  const name = scalarNode(prose(sliceWords(raw, 1, 1 + (found[1] as string).length)));
  if (name.value === url.value) return undefined;
  const entries = new Map([
    [title.key, { key: name.head, value: name }],
    [unit.text.key, { key: url.head, value: url }],
  ]);
  return {
    kind: 'map',
    span: { ...name.span, from: name.span.from - 1, to: url.span.to + 1 },
    head: name.head,
    entries,
  };
}

function unionItem(item: Item, raw: Words | undefined, unit: Unit, into: Collecting): LocatedNode | undefined {
  const { node, outer } = readListItem(item, unit, into.context);
  addHarvest(into.outer, outer);
  return node && (node.entries.size > 1 || !raw) ? node : undefined;
}

export function collectRows(table: Table, into: Collecting): void {
  const { property, item, context } = into;
  for (const row of table.rows) {
    const node = readRow(table, row, property, item, context);
    if (node) into.items.push(node);
  }
}
