/** Keys of a YAML map that are not there yet, and new maps as a whole. */
import { declarationsFor } from '../../lint/bundle.ts';
import { type Skeleton, slot } from '../../model/edit.ts';
import type { LocatedNode } from '../../model/located.ts';
import { itemSchema, propertySchema, type SchemaNode } from '../../model/schema/schema.ts';
import { isClean } from '../../model/schema/validate.ts';
import type { KeyAtCursor } from '../../model/yaml/cursor/at-cursor.ts';
import type { Words } from '../../model/yaml/edits/words.ts';
import { blockLines, entryLines, flowWords, indentLines, joinLines, type Layout } from '../../model/yaml/write.ts';
import { namesInOrder } from './names.ts';
import type { Scene } from './scene.ts';
import { skeletonsOf } from './skeletons.ts';
import type { WordsOffer } from './types.ts';

/** Where something is written, and how lines below the first one are laid out. */
export interface Page {
  readonly scene: Scene;
  readonly layout: Layout;
  /** Columns before the key that is offered. */
  readonly column: number;
}

export function keyOffers(site: KeyAtCursor, schema: SchemaNode, page: Page): WordsOffer[] {
  const isKey = propertySchema(schema, site.name) !== undefined;
  // What is said under a key would be said no more under another one.
  if (site.hasColon && isKey) return [];
  // A key without its colon is that key already, or the beginning of another.
  const isTyped = (name: string): boolean => !isKey || name.startsWith(site.name);
  const names = namesInOrder(schema).filter((name) => !site.others.has(name) && isTyped(name));
  if (site.hasColon || site.value) return names.flatMap((name) => beforeValue(name, schema, site, page.scene));
  const needed = names.filter((name) => schema.required.includes(name));
  const keys = names.map((name) => keyOffer(name, needed, schema, site.isFlow, page));
  if (site.isFlow) return keys;
  return [...wholeMaps(site, schema, page), ...keys, ...(needed.length > 0 ? [] : wholeParts(names, schema, page))];
}

/** A key for a value that is there. */
function beforeValue(name: string, schema: SchemaNode, site: KeyAtCursor, scene: Scene): WordsOffer[] {
  const property = propertySchema(schema, name) as SchemaNode;
  if (schema.required.includes(site.name)) return [];
  if (site.value && !(isClean(site.value, property) && isKnown(site.value, property, scene))) return [];
  return [{ ...describedKey(name, property, schema), words: [site.hasColon ? name : `${name}:`] }];
}

/** Whether ids are declared, where the words would be ids. */
function isKnown(value: LocatedNode, property: SchemaNode, { plan, context }: Scene): boolean {
  const kind = property.reference ?? itemSchema(property)?.reference;
  if (!kind) return true;
  const declared = declarationsFor(plan, context.bundle, kind);
  const words = value.kind === 'list' ? value.items : [value];
  return words.every((word) => word.kind !== 'scalar' || declared.has(word.text));
}

/** `needed`: keys without which the map has no meaning. They come along, with something to be typed over. */
function keyOffer(
  name: string,
  needed: readonly string[],
  schema: SchemaNode,
  isFlow: boolean,
  page: Page,
): WordsOffer {
  const property = propertySchema(schema, name) as SchemaNode;
  const described = describedKey(name, property, schema);
  const separator = isFlow ? ', ' : `\n${' '.repeat(page.column)}`;
  const isNeeded = needed.includes(name);
  const first = needed
    .filter((other) => !isNeeded || other === name)
    .map((other): Words => [`${other}: `, ...flowWords(sampleOf(other, schema, page.scene), isFlow)]);
  const own = isFlow ? flowKey(name, property) : blockKey(name, property, page);
  const lines = isNeeded ? first : [...first, own];
  const words = lines.flatMap((line, at) => (at === 0 ? line : [separator, ...line]));
  return { ...described, words, goesOn: !isNeeded };
}

/** What stands behind the key in a new map, to be typed over: without it the map would have no meaning. */
function sampleOf(name: string, schema: SchemaNode, scene: Scene): Skeleton {
  const value = skeletonsOf(schema, scene).find(({ body }) => name in body)?.body[name];
  return value ?? /* istanbul ignore next -- skeletons have what is required */ slot(name);
}

function describedKey(name: string, property: SchemaNode, { required }: SchemaNode): Omit<WordsOffer, 'words'> {
  const detail = required.includes(name) ? `${property.title}, required` : property.title;
  return { label: name, kind: 'key', about: name, detail, markdown: property.markdown };
}

function blockKey(name: string, property: SchemaNode, { layout, column }: Page): Words {
  if (isScalar(property)) return [`${name}: `];
  const item = itemSchema(property);
  if (!item) return [`${name}:\n${' '.repeat(column + layout.step)}`];
  return isWordList(item) ? [`${name}: [`, { slot: '' }, ']'] : [`${name}:\n${' '.repeat(column + layout.dash)}- `];
}

function flowKey(name: string, property: SchemaNode): Words {
  if (isScalar(property)) return [`${name}: `];
  return itemSchema(property) ? [`${name}: [`, { slot: '' }, ']'] : [`${name}: { `, { slot: '' }, ' }'];
}

function isScalar({ types }: SchemaNode): boolean {
  return types.some((type) => type !== 'array' && type !== 'object');
}

/** A list of ids and of words from a list stands on one line. */
export function isWordList(item: SchemaNode): boolean {
  return item.reference !== undefined || item.values.length > 0;
}

/** Lines of which the first one goes on with the line of the cursor. */
export function goingOn(lines: readonly Words[], column: number): Words {
  return joinLines([...lines.slice(0, 1), ...indentLines(lines.slice(1), column)]);
}

/** In a map that says nothing yet: a new one as a whole. */
function wholeMaps({ others }: KeyAtCursor, schema: SchemaNode, { layout, column, scene }: Page): WordsOffer[] {
  if (others.size > 0) return [];
  return skeletonsOf(schema, scene).map(({ label, description, body }) => {
    const words = goingOn(blockLines(body, layout, 1), column);
    return { label: `${schema.title}: ${label}`, kind: 'skeleton', detail: description, words };
  });
}

/** A key with a whole map behind it. */
function wholeParts(names: readonly string[], schema: SchemaNode, { layout, column, scene }: Page): WordsOffer[] {
  return names.flatMap((name) => {
    const property = propertySchema(schema, name) as SchemaNode;
    if (isScalar(property)) return [];
    return skeletonsOf(property, scene).map(({ label, description, body }): WordsOffer => {
      const words = goingOn(entryLines(name, body, layout, 0), column);
      return {
        label: `${name}: ${label}`,
        kind: 'skeleton',
        about: name,
        detail: description,
        words,
        markdown: property.markdown,
      };
    });
  });
}
