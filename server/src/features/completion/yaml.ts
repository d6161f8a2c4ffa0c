/** Completion in a YAML plan: keys and values, by what stands at the cursor. */
import { rootSchema, type SchemaNode, schemaAt } from '../../model/schema/schema.ts';
import { atCursor, type KeyAtCursor, type ValueAtCursor } from '../../model/yaml/cursor/at-cursor.ts';
import { layoutOf } from '../../model/yaml/edits/places.ts';
import { criterionOffers, isCriterion } from './criteria.ts';
import type { Blank, Scene } from './scene.ts';
import type { Offers } from './types.ts';
import { valueOffers } from './values.ts';
import { keyOffers, type Page } from './yaml-keys.ts';
import { collectionOffers, partOffers, scalarOffers } from './yaml-values.ts';

export async function yamlOffers(scene: Scene): Promise<readonly Offers[]> {
  const { source, problems } = scene.plan.document;
  const { key, value } = atCursor(source.text, scene.offset, problems.length > 0);
  return [...(key ? keysAt(key, scene) : []), ...(value ? await valuesAt(value, scene) : [])];
}

function keysAt(site: KeyAtCursor, scene: Scene): Offers[] {
  const schema = schemaAt(rootSchema(scene.plan.document.kind), site.path);
  if (!schema) return [];
  const { from, to } = site;
  return [{ from, to, offers: keyOffers(site, schema, pageAt(from, scene)) }];
}

async function valuesAt(site: ValueAtCursor, scene: Scene): Promise<Offers[]> {
  const root = rootSchema(scene.plan.document.kind);
  const schema = schemaAt(root, site.path);
  if (!schema) return [];
  const { from, to } = site;
  if (schema.types.includes('array') || isMapOnly(schema)) {
    const item = schemaAt(root, [...site.path, 0]);
    const values = item ? await valueOffers(blankOf(site, item, [...site.path, 0], scene), scene) : [];
    const page = pageAt(from, scene);
    const placed = site.isBehind ? { ...page, column: keyColumn(from, scene) } : page;
    return [{ from, to, offers: collectionOffers(site, schema, values, placed) }];
  }
  const blank = blankOf(site, schema, site.path, scene);
  if (!isCriterion(blank)) return [{ from, to, offers: scalarOffers(site, await valueOffers(blank, scene)) }];
  // Where something is escaped nobody knows which characters of the text are meant.
  if (to - from !== site.text.length) return [];
  const part = criterionOffers(blank, scene);
  return [{ from: from + part.from, to: from + part.to, offers: partOffers(site, part) }];
}

function isMapOnly({ types }: SchemaNode): boolean {
  return types.every((type) => type === 'object');
}

function blankOf(site: ValueAtCursor, schema: SchemaNode, path: Path, scene: Scene): Blank {
  const { text, at, beside } = site;
  const above = path.slice(
    0,
    path.findLastIndex((step) => typeof step === 'string'),
  );
  const name = String(path[above.length] ?? '');
  const parent = schemaAt(rootSchema(scene.plan.document.kind), above);
  return { schema, name, parent, text, at, beside };
}

type Path = ValueAtCursor['path'];

/** `column`: where the words begin on their line. */
function pageAt(from: number, { plan, context }: Scene): Page {
  const { text } = plan.document.source;
  const { line, character } = context.document.positionAt(from);
  return {
    layout: layoutOf(text, plan.document.root),
    column: character - (line === 0 && text.startsWith('\uFEFF') ? 1 : 0),
  };
}

/** Columns before the key on whose line a value stands. */
function keyColumn(from: number, { plan }: Scene): number {
  const { text } = plan.document.source;
  const line = text.slice(text.lastIndexOf('\n', from - 1) + 1, from);
  return /^\uFEFF?([ ]*(?:- +)*)/.exec(line)?.[1]?.length ?? 0;
}
