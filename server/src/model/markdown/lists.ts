/** Lists, from sections, list items, table rows, paragraphs or the words of one line. */
import type { ListNode, LocatedNode } from '../located.ts';
import type { Block, Item, List, Paragraph, Section } from './blocks.ts';
import { addHarvest, type Context, type Harvest, knowsIn, lookup, newHarvest } from './context.ts';
import { isExempt } from './exempt.ts';
import { factsOf, seriesOf } from './facts.ts';
import { type Content, type Field, partsOf } from './fields.ts';
import type { Property, Unit, ValueShape } from './grammar.ts';
import { prose } from './inline.ts';
import { type Around, isItemHeading, readListItem, sectionItems } from './items.ts';
import { explicitNone, fieldHarvest, type Read } from './object.ts';
import { splitAtCommas } from './pairs.ts';
import { readRow, unitColumns } from './rows.ts';
import { scalarNode } from './scalars.ts';
import { hasLabels } from './shape-fit.ts';
import { fenceFits, fenceNode, scalarFrom } from './values.ts';
import { joinLines, sliceWords, type Words } from './words.ts';

interface Collecting {
  readonly property: Property;
  readonly item: ValueShape;
  readonly context: Context;
  readonly items: LocatedNode[];
  readonly paragraphs: Paragraph[];
  readonly fences: (Block & { kind: 'fence' })[];
  readonly outer: Harvest;
}

export function readList(property: Property, item: ValueShape, content: Content, context: Context): Read {
  const into: Collecting = { property, item, context, items: [], paragraphs: [], fences: [], outer: newHarvest() };
  collect(content.blocks, into);
  if (into.items.length === 0) {
    const none = explicitNone(content, context);
    if (none) return { ...into.outer, node: none };
    if (content.words?.text) addWords(content.words, into);
    fromTail(content, into);
    if (into.items.length === 0) addRest(into);
  }
  if (into.items.length === 0) return into.outer;
  const node: ListNode = { kind: 'list', span: content.span, head: content.head, items: into.items };
  return { ...into.outer, node };
}

/** `**Stop when**: any of these hold` with a list below: the list is the value, whatever the line says. */
function fromTail({ words, tail = [] }: Content, into: Collecting): void {
  const [next] = tail;
  if (
    next?.kind !== 'list' ||
    (words && into.items.some(({ kind }) => kind === 'scalar' && into.item.scalar?.reference))
  )
    return;
  if (words?.text) into.items.length = 0;
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
  return String(field.span.from);
}

/** Which sub-sections are items. Where some are numbered or say facts, those that do not are remarks. */
function itemSections(blocks: readonly Block[], { item, context }: Collecting): ReadonlySet<string> {
  const { unit } = item;
  const sections = blocks.filter((block): block is Section => block.kind === 'section' && !isExempt(block.heading));
  if (!unit || item.scalar) return new Set();
  const strong = sections.filter((section) => isStrong(section, unit, context));
  const chosen = strong.length > 0 ? strong : sections.filter((section) => !isGroup(section, unit));
  return new Set(chosen.map(({ span }) => String(span.from)));
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
  const index = into.items.length;
  for (const item of read.items) into.items.push(item);
  addAround(read, index, into);
}

/** What an item says of the units around it, and its own sections that hold nothing. */
function addAround({ outer, empties }: Around, index: number, into: Collecting): void {
  addHarvest(into.outer, outer);
  for (const empty of empties) into.outer.empties.push({ ...empty, path: [into.property.key, index, ...empty.path] });
}

/** `**Error rate**: above 1%` in a list of texts: the whole line is the item. */
function addLine(field: Field, into: Collecting): void {
  const { scalar } = into.item;
  if (scalar && field.line) into.items.push(scalarFrom(field.line, into.property, scalar, into.context));
  for (const block of field.tail ?? []) collectBlock(block, into);
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
    if (scalar) scalarItem(item, into);
    else if (unit) unitItem(item, unit, into);
  }
}

function unitItem(item: Item, unit: Unit, into: Collecting): void {
  const raw = joinLines(item.lines);
  const series = raw && seriesOf(prose(raw), unit);
  if (series && item.lines.length === 1) {
    addSeries(raw, unit, into);
    return;
  }
  const read = readListItem(item, unit, into.context);
  if (read.node) into.items.push(read.node);
  addAround(read, into.items.length - 1, into);
}

/** A text, unless labels below it or a ticked box make it a mapping. */
function scalarItem(item: Item, into: Collecting): void {
  const { unit, scalar } = into.item;
  if (!scalar) return;
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
    span: raw ? { ...name.span, from: name.span.from - 1, to: url.span.to + 1 } : name.span,
    head: name.head,
    entries,
  };
}

function unionItem(item: Item, raw: Words | undefined, unit: Unit, into: Collecting): LocatedNode | undefined {
  const { node, outer } = readListItem(item, unit, into.context);
  addHarvest(into.outer, outer);
  return node && (node.entries.size > 1 || !raw) ? node : undefined;
}

function collectRows(table: Block & { kind: 'table' }, into: Collecting): void {
  const { property, item, context } = into;
  for (const row of table.rows) {
    const node = readRow(table, row, property, item, context);
    if (node) into.items.push(node);
  }
}

/** The words of one line: names and facts apart by commas, sentences by semicolons. */
function addWords(raw: Words, into: Collecting): void {
  const { unit, scalar } = into.item;
  if (unit && !scalar) {
    if (seriesOf(prose(raw), unit)) {
      addSeries(raw, unit, into);
      return;
    }
    for (const part of splitAtCommas(raw, /[,;](?:\s|$)/y)) {
      if (part.text.length > 80) continue;
      const item: Item = { span: wordsSpan(part), lines: [part], blocks: [] };
      unitItem(item, unit, into);
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

function wordsSpan(words: Words) {
  const [first] = words.pieces;
  const last = words.pieces[words.pieces.length - 1] ?? first;
  return { segment: words.segment, from: first.at, to: last.at + last.width };
}

function addSeries(raw: Words, unit: Unit, into: Collecting): void {
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
function addRest(into: Collecting): void {
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

/** A table that no label announces: `| Stage | Traffic | Soak |` is the stages wherever it stands. */
export function readLooseTable(table: Block & { kind: 'table' }, context: Context): Harvest {
  const result = newHarvest();
  if (context.foreign) return result;
  context.scopes.forEach(({ unit: owner, kind }, up) => {
    if (kind !== 'part' && kind !== 'plan') return;
    for (const property of owner.properties.values()) {
      const unit = property.shape.item?.unit;
      if (!unit?.declares || !announces(table, unit)) continue;
      const into: Collecting = {
        property,
        item: property.shape.item as ValueShape,
        context: { ...context, scopes: context.scopes.slice(up) },
        items: [],
        paragraphs: [],
        fences: [],
        outer: newHarvest(),
      };
      collectRows(table, into);
      const head = into.items[0]?.head;
      if (!head || result.found.length > 0) continue;
      const value: ListNode = { kind: 'list', span: table.span, head, items: into.items };
      context.layouts.set(value, { kind: 'content', content: { blocks: [table], head, span: table.span } });
      result.found.push({ up, property, named: false, entry: { key: head, value } });
    }
  });
  return result;
}

/** The first column is named after the unit, and most of the others are keys of it. */
function announces(table: Block & { kind: 'table' }, unit: Unit): boolean {
  const columns = unitColumns(table, unit);
  const known = columns.slice(1).filter((property) => property !== undefined).length;
  return (
    columns[0] !== undefined && columns[0] === unit.properties.get('id') && known > 0 && known * 2 >= columns.length - 1
  );
}
