/** Completion in YAML, of a plan or above an artifact: keys and values, by what stands at the cursor. */
import { type SchemaNode, schemaAt } from '../../model/schema/schema.ts';
import { atCursor, type KeyAtCursor, type ValueAtCursor } from '../../model/yaml/cursor/at-cursor.ts';
import { layoutOf } from '../../model/yaml/edits/places.ts';
import { USUAL_LAYOUT } from '../../model/yaml/write.ts';
import { matched } from '../../util/matched.ts';
import { criterionOffers, isCriterion } from './criteria.ts';
import { type Blank, blankAt, type Scene } from './scene.ts';
import type { Offers, ValueOffer } from './types.ts';
import { valueOffers } from './values.ts';
import { keyOffers, type Page } from './yaml-keys.ts';
import { collectionOffers, partOffers, scalarOffers } from './yaml-values.ts';

/** YAML in a text, and what its root is. */
export interface YamlPart {
  readonly from: number;
  readonly to: number;
  readonly root: SchemaNode;
  /** Keys of the root that do not belong here. */
  readonly isForeign?: (name: string) => boolean;
}

export async function yamlOffers(part: YamlPart, scene: Scene): Promise<readonly Offers[]> {
  const { source, problems } = scene.plan.document;
  const text = source.text.slice(part.from, part.to);
  const { key, value } = atCursor(text, scene.offset - part.from, problems.length > 0);
  return [
    ...(value ? await valuesAt(moved(value, part), part, scene) : []),
    ...(key ? keysAt(moved(key, part), part, scene) : []),
  ];
}

function moved<T extends { readonly from: number; readonly to: number }>(site: T, part: YamlPart): T {
  return { ...site, from: site.from + part.from, to: site.to + part.from };
}

function keysAt(site: KeyAtCursor, { root, isForeign }: YamlPart, scene: Scene): Offers[] {
  const schema = schemaAt(root, site.path);
  if (!schema) return [];
  const { from, to } = site;
  const offers = keyOffers(site, schema, pageAt(from, scene));
  const isHere =
    isForeign && site.path.length === 0 ? offers.filter(({ about }) => !about || !isForeign(about)) : offers;
  return [{ from, to, offers: isHere }];
}

async function valuesAt(site: ValueAtCursor, { root }: YamlPart, scene: Scene): Promise<Offers[]> {
  const schema = schemaAt(root, site.path);
  if (!schema) return [];
  const { from, to } = site;
  if (schema.types.includes('array') || isMapOnly(schema)) {
    const item = blankAt(site, [...site.path, 0], root);
    const values = item ? await itemOffers(item, scene) : [];
    const page = pageAt(from, scene);
    const placed = site.isBehind ? { ...page, column: keyColumn(from, scene) } : page;
    return [{ from, to, offers: collectionOffers(site, schema, values, placed) }];
  }
  const blank = blankAt(site, site.path, root) as Blank;
  if (!isCriterion(blank)) return [{ from, to, offers: scalarOffers(site, await valueOffers(blank, scene)) }];
  // Where something is escaped nobody knows which characters of the text are meant.
  if (to - from !== site.text.length) return [];
  const part = criterionOffers(blank, scene);
  return [{ from: from + part.from, to: from + part.to, offers: partOffers(site, part) }];
}

/** What a whole item may say. */
async function itemOffers(item: Blank, scene: Scene): Promise<readonly ValueOffer[]> {
  return isCriterion(item) ? criterionOffers({ ...item, text: '', at: 0 }, scene).offers : valueOffers(item, scene);
}

function isMapOnly({ types }: SchemaNode): boolean {
  return types.every((type) => type === 'object');
}

/** `column`: where the words begin on their line. */
function pageAt(from: number, scene: Scene): Page {
  const { plan, context } = scene;
  const { root, source } = plan.document;
  const { line, character } = context.document.positionAt(from);
  const layout = source.syntax === 'yaml' ? layoutOf(source.text, root) : USUAL_LAYOUT;
  return { scene, layout, column: character - (line === 0 && source.text.startsWith('\uFEFF') ? 1 : 0) };
}

/** Columns before the key on whose line a value stands. */
function keyColumn(from: number, { plan }: Scene): number {
  const { text } = plan.document.source;
  const line = text.slice(text.lastIndexOf('\n', from - 1) + 1, from);
  return matched(/^ *(?:- +)*/.exec(line.replace('\uFEFF', ''))).length;
}
