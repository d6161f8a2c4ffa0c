/** Headings and labels of what an artifact does not say yet, and new items under headings. */

import { isSlot, type Skeleton } from '../../model/edit.ts';
import type { LabelAtCursor } from '../../model/markdown/cursor/at-cursor.ts';
import { newItem } from '../../model/markdown/cursor/new-item.ts';
import type { Owner } from '../../model/markdown/cursor/owners.ts';
import type { JsonObject } from '../../model/markdown/writing/json.ts';
import { PART_NAMES, type PartName } from '../../model/plan-document.ts';
import { itemSchema, propertySchema, rootSchema, type SchemaNode, schemaAt } from '../../model/schema/schema.ts';
import { namesInOrder, rankIn } from './names.ts';
import type { Scene } from './scene.ts';
import { skeletonsOf } from './skeletons.ts';
import type { Offers, RankedOffer } from './types.ts';
import { isWordList } from './yaml-keys.ts';

export function labelOffers(site: LabelAtCursor, scene: Scene): Offers[] {
  const { from, to, form, nextLevel, typed } = site;
  const root = rootSchema(scene.plan.document.kind);
  const offers: RankedOffer[] = [];
  if (form !== 'heading' && !typed.startsWith('#') && site.isLast) offers.push(...labels(site, root));
  const isPlainLine = form === 'line' && !/[*_]/.test(typed);
  if (nextLevel !== undefined && (form === 'heading' || isPlainLine)) {
    const under = site.owners.filter(isUnderHeading);
    const owners = (form === 'heading' ? nearest(under) : under).filter((owner) => fits(owner, nextLevel, site));
    offers.push(...owners.flatMap((owner, at) => headings(owner, root, site, scene).map((offer) => behind(offer, at))));
  }
  const fitting = /^[^#]*\s/.test(typed) ? offers.filter((offer) => goesOnAs(typed, offer)) : offers;
  const inOrder = fitting.sort((a, b) => a.rank - b.rank);
  const known = inOrder.map(({ label }) => label);
  const offered = inOrder.filter(({ label }, at) => known.indexOf(label) === at);
  return [{ from, to, offers: offered.map(({ rank: _rank, ...offer }) => offer) }];
}

/** What the innermost takes comes before all that is outside of it. */
function behind(offer: RankedOffer, owner: number): RankedOffer {
  return { ...offer, rank: offer.rank + 4 * owner };
}

/** Several words are a sentence, if no label begins with them. */
function goesOnAs(typed: string, { filter }: RankedOffer): boolean {
  return filter.toLowerCase().startsWith(typed.toLowerCase());
}

interface HeadingOwner extends Owner {
  readonly level: number;
}

function isUnderHeading(owner: Owner): owner is HeadingOwner {
  return owner.level !== undefined;
}

/** Of what the level of a heading leaves open: the innermost, and beside the part of a document the plan. */
function nearest(owners: readonly HeadingOwner[]): readonly HeadingOwner[] {
  return owners.filter(({ level }) => level === owners[0]?.level);
}

/** A heading takes those of deeper levels that follow. Signs that stand there already end what is above them. */
function fits({ level }: HeadingOwner, nextLevel: number, { form, typed }: LabelAtCursor): boolean {
  if (nextLevel > level + 1) return false;
  const signs = form === 'line' && typed.startsWith('#') ? typed.length : 0;
  return signs < 2 || nextLevel === 0 || signs === level + 1;
}

function headings(owner: HeadingOwner, root: SchemaNode, site: LabelAtCursor, scene: Scene): RankedOffer[] {
  const schema = schemaAt(root, owner.path);
  /* istanbul ignore next -- what a text was read into is what the schema has */
  if (!schema) return [];
  const list = itemSchema(schema);
  if (list) return items(owner, list, site, scene);
  const marks = '#'.repeat(owner.level + 1);
  const isPlan = owner.path.length === 0;
  const rank = rankIn(schema);
  return namesInOrder(schema).flatMap((name) => {
    const property = propertySchema(schema, name) as SchemaNode;
    if (owner.keys.has(name) || !isSection(property) || (isPlan && PART_NAMES.includes(name as PartName))) return [];
    const item = itemSchema(property);
    const below = item && (item.types.includes('string') || item.reference) ? '- ' : '';
    const heading = `${marks} ${property.title}`;
    return [
      {
        label: heading,
        kind: 'heading',
        detail: property.description,
        markdown: property.markdown,
        words: [`${heading}\n\n${below}`],
        filter: heading,
        goesOn: true,
        rank: rank(name),
      },
    ];
  });
}

/** What takes more than a word. */
function isSection({ types, unit }: SchemaNode): boolean {
  return types.includes('array') || (unit !== undefined && !types.includes('string'));
}

function items(owner: HeadingOwner, item: SchemaNode, { typed }: LabelAtCursor, scene: Scene): RankedOffer[] {
  const number = /^#+[ \t]+(\d+[.)][ \t]*)/.exec(typed)?.[1] ?? '';
  return skeletonsOf(item, scene).flatMap(({ label, description, body }): RankedOffer[] => {
    const words = newItem(plainOf(body) as JsonObject, owner, scene.plan.document);
    /* istanbul ignore next -- what has skeletons is a map, and the owner was read from its list */
    if (words === undefined) return [];
    const name = `${item.title}: ${label}`;
    return [
      {
        label: name,
        kind: 'skeleton',
        detail: description,
        words: [words],
        filter: `${'#'.repeat(owner.level + 1)} ${number}${name}`,
        rank: 0,
      },
    ];
  });
}

function plainOf(value: Skeleton): unknown {
  if (typeof value !== 'object') return value;
  if (isSlot(value)) return value.slot;
  if (Array.isArray(value)) return value.map(plainOf);
  return Object.fromEntries(Object.entries(value).map(([key, below]) => [key, plainOf(below)]));
}

/** Bold labels of what can be said in a line. */
function labels({ owners, form, typed, nextLevel, isBelowLabel }: LabelAtCursor, root: SchemaNode): RankedOffer[] {
  const [owner] = owners;
  const schema = owner && schemaAt(root, owner.path);
  const isBold = typed.startsWith('*');
  const isItem = form === 'item' || !(isBold || isBelowLabel);
  // A bold label with nothing behind it takes what stands below; an item of a list does not.
  if (!schema || !(isItem || nextLevel !== undefined)) return [];
  const mark = form === 'line' && isItem ? '- ' : '';
  const rank = rankIn(schema);
  return namesInOrder(schema).flatMap((name): RankedOffer[] => {
    const property = propertySchema(schema, name) as SchemaNode;
    if (owner.keys.has(name) || !isLine(property) || name === 'rolloutPlan') return [];
    const label = `${mark}**${property.title}**: `;
    const filter = isBold ? label : property.title;
    return [
      {
        label: property.title,
        kind: 'key',
        detail: property.description,
        markdown: property.markdown,
        words: [label],
        filter,
        goesOn: true,
        rank: rank(name),
      },
    ];
  });
}

function isLine(property: SchemaNode): boolean {
  const item = itemSchema(property);
  return item ? isWordList(item) : property.types.some((type) => type !== 'object');
}
