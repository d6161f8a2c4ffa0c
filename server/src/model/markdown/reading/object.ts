/** The values of one unit, from the labels in a run of blocks. */
import type { Entry, LocatedNode, MapNode, ScalarNode } from '../../located.ts';
import { saysNone } from '../../located.ts';
import type { Property, Unit } from '../grammar/grammar.ts';
import type { Block } from '../text/blocks.ts';
import { plain, unwrap } from '../text/inline.ts';
import { joinLines, type Words } from '../text/words.ts';
import { assemble } from './assemble.ts';
import {
  addHarvest,
  type Context,
  type Harvest,
  inner,
  knowsIn,
  lookup,
  type Match,
  newHarvest,
  outward,
} from './context.ts';
import { isExempt, isForeign } from './exempt.ts';
import { type Content, type Field, partsOf, tailOf } from './fields.ts';
import { itemProperty } from './item-headings.ts';
import { readItemField } from './items.ts';
import { readList } from './lists.ts';
import { looseHarvest } from './loose.ts';
import { pairsOf } from './pairs.ts';
import { scalarNode, truthOf } from './scalars.ts';
import { fenceFits, scalarContent, scalarFrom } from './values.ts';

/** `loose`: text and code without a label belong to the unit too. Not so in sections that the schema does not know. */
export function harvest(blocks: readonly Block[], context: Context, loose: boolean): Harvest {
  const result = newHarvest();
  for (const part of partsOf(blocks, knowsIn(context))) {
    if (part.kind === 'field') addHarvest(result, fieldHarvest(part, context));
    else addHarvest(result, looseHarvest(part, context, loose, result));
  }
  return result;
}

export function fieldHarvest(field: Field, context: Context): Harvest {
  const { section } = field;
  const { memory } = context;
  if (!section || !memory) return readField(field, context);
  return memory.recall(section, fieldHarvest, context, () => readField(field, context));
}

function readField(field: Field, context: Context): Harvest {
  if (field.form === 'heading' && isExempt(field.label)) return newHarvest();
  const counted = itemProperty(field, context, true);
  if (counted) return readItemField(field, counted, context);
  const match = lookup(field.label, field.form, field, context);
  if (match) return readMatch(field, match, context);
  const item = itemProperty(field, context, false);
  if (item) return readItemField(field, item, context);
  if (field.form !== 'heading') return newHarvest();
  const foreign = context.foreign === true || isForeign(field.label, context);
  return harvest(field.blocks, { ...context, preamble: false, foreign }, false);
}

function readMatch(field: Field, match: Match, context: Context): Harvest {
  const owner: Context = { ...context, preamble: false, scopes: context.scopes.slice(match.up) };
  const read = match.opposite ? { ...newHarvest(), node: denied(field) } : readValue(match.property, field, owner);
  const result = newHarvest();
  if (read.node) {
    const entry: Entry = { key: field.head, value: read.node };
    result.found.push({ up: match.up, property: match.property, entry, named: true });
    const layout = context.layouts.get(read.node);
    context.layouts.set(read.node, { ...(layout ?? { kind: 'content', content: field }), field });
  } else if (isBare(field)) {
    result.empties.push({ up: match.up, path: [match.property.key], head: field.head });
  }
  for (const found of read.found) result.found.push({ ...found, up: found.up + match.up });
  for (const empty of read.empties) result.empties.push({ ...empty, up: empty.up + match.up });
  return result;
}

/** `**Irreversible**: yes` is `reversible: false`; `Irreversible: no` is the contrary. */
function denied(field: Field): ScalarNode {
  const words = field.words && plain(field.words);
  return scalarNode(words?.text ? words : field.label, truthOf(words?.text ?? '') === false);
}

function isBare(content: Content): boolean {
  return !content.words?.text && content.blocks.every((block) => block.kind === 'comment' && block.onlyComment);
}

export interface Read extends Harvest {
  readonly node?: LocatedNode | undefined;
}

/** A value of a property of the context's first unit. What it says of units further out comes along. */
export function readValue(property: Property, content: Content, context: Context): Read {
  const { shape } = property;
  if (shape.item) return readList(property, shape.item, content, context);
  if (shape.unit) return readUnit(property, shape.unit, content, context);
  return { ...newHarvest(), node: shape.scalar && scalarContent(content, property, shape.scalar, context) };
}

function readUnit(property: Property, unit: Unit, content: Content, context: Context): Read {
  const { scalar } = property.shape;
  const within = inner(context, unit, 'object');
  const below = harvest([...content.blocks, ...tailFor(content, unit)], within, true);
  const own = below.found.filter(({ up }) => up === 0);
  const words = content.words?.text ? content.words : undefined;
  if (own.length === 0 && scalar) {
    const inPlace = words && pairsOf(words, unit, context);
    if (inPlace) return { ...newHarvest(), node: mapNode(inPlace, content, context) };
    return { ...outward(below), node: scalarContent(content, property, scalar, context) };
  }
  const entries = words ? wordEntries(words, unit, context) : new Map<string, Entry>();
  for (const [key, entry] of assemble(own, context)) if (!entries.has(key)) entries.set(key, entry);
  const empties = below.empties.map((one) =>
    one.up === 0 ? { ...one, path: [property.key, ...one.path] } : { ...one, up: one.up - 1 },
  );
  if (entries.size > 0) return { found: outward(below).found, empties, node: mapNode(entries, content, context) };
  const none = explicitNone(content, context);
  return { found: outward(below).found, empties, node: none };
}

/** Code behind a line of words belongs to a unit that takes code: `**Up**: add the columns`, and the fence below. */
function tailFor(content: Content, unit: Unit): readonly Block[] {
  const properties = Array.from(unit.properties.values());
  return tailOf(content)
    .slice(0, 1)
    .filter((next) => properties.some((property) => takesFence(property, next)));
}

export function takesFence(property: Property, fence: Block): boolean {
  return fence.kind === 'fence' && property.fences.length > 0 && fenceFits(fence, property);
}

/** What the words of one line say of a unit that is no text. */
export function wordEntries(words: Words, unit: Unit, context: Context): Map<string, Entry> {
  return codeEntry(words, unit) ?? pairsOf(words, unit, context) ?? textEntry(words, unit, context);
}

const SQL =
  /^\s*(?:select|insert|update|delete|alter|create|drop|truncate|set|begin|with|grant|revoke|vacuum|call|exec|merge|rename)\b/i;

/** ``**Up**: `flagctl set x --on` ``: an operation in one line of code. */
function codeEntry(raw: Words, unit: Unit): Map<string, Entry> | undefined {
  const { words, verbatim } = unwrap(raw);
  const keys = Array.from(unit.properties.values());
  if (!verbatim || !raw.text.startsWith('`') || !keys[0]?.fences.length) return undefined;
  const language = SQL.test(words.text) ? 'sql' : 'sh';
  const property = keys.find(({ fences }) => fences.includes(language));
  const value = scalarNode(words);
  return property && new Map([[property.key, { key: value.head, value }]]);
}

export function textEntry(words: Words, unit: Unit, context: Context): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  const { text } = unit;
  if (!text?.shape.scalar) return entries;
  const value = scalarFrom(words, text, text.shape.scalar, context);
  if (!saysNone(value)) entries.set(text.key, { key: value.head, value });
  return entries;
}

export function mapNode(entries: ReadonlyMap<string, Entry>, content: Content, context: Context): MapNode {
  const node: MapNode = { kind: 'map', span: content.span, head: content.head, entries };
  context.layouts.set(node, { kind: 'content', content });
  return node;
}

/** "None" where an object or a list is asked for: said on purpose, so it is kept as it is. */
export function explicitNone(content: Content, context: Context): ScalarNode | undefined {
  const paragraph = content.blocks.find(({ kind }) => kind !== 'comment');
  const item = paragraph?.kind === 'list' && paragraph.items.length === 1 ? paragraph.items[0] : undefined;
  const lines = paragraph?.kind === 'paragraph' ? paragraph.lines : (item?.lines ?? []);
  const raw = content.words?.text ? content.words : joinLines(lines);
  if (!raw || raw.text.length > 400) return undefined;
  const node = scalarNode(plain(raw));
  if (!saysNone(node)) return undefined;
  context.layouts.set(node, { kind: 'words', raw });
  return node;
}
