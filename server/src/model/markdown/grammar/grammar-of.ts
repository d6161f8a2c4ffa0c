/** The schemas, turned into a grammar once, and once for each set of headings that a policy adds: they are fixed data, so what is made from them is too. */
import type { DocumentKind } from '../../plan-document.ts';
import { locate, type RawSchema } from '../../schema/files.ts';
import type { Headings } from '../../source.ts';
import { slug } from '../reading/scalars.ts';
import { exactLabel, normalLabel } from '../text/labels.ts';
import type { ItemShape, Property, ScalarShape, Unit, ValueShape } from './grammar.ts';

/** A schema with the keywords that stand beside its `$ref` laid over those of what it refers to. */
interface Resolved {
  readonly schema: RawSchema;
  /** Where its own `#/definitions` are. */
  readonly file: string;
  /** Names the definition: the same one is the same unit. */
  readonly id: string;
  readonly title: string;
  readonly headings: readonly string[];
  readonly link: boolean;
}

/** The units that are known so far, and the headings that they know beside those of the schemas. */
interface Grammar {
  readonly headings: Headings;
  readonly units: Map<string, Unit>;
}

const NO_HEADINGS: Headings = new Map();
const grammars = new WeakMap<Headings, Grammar>();

function grammarWith(headings: Headings): Grammar {
  let grammar = grammars.get(headings);
  if (!grammar) {
    grammar = { headings, units: new Map() };
    grammars.set(headings, grammar);
  }
  return grammar;
}

export function planUnit(headings = NO_HEADINGS): Unit {
  return unitOf(resolve({ $ref: 'rollout-plan.schema.json' }, '', ''), grammarWith(headings));
}

/** The unit that a Markdown document of this kind holds. */
export function documentUnit(kind: DocumentKind, headings = NO_HEADINGS): Unit {
  if (kind === 'plan') return planUnit(headings);
  return unitOf(resolve({ $ref: `${kind}.schema.json` }, '', ''), grammarWith(headings));
}

function resolve(schema: RawSchema, file: string, id: string): Resolved {
  const { $ref, ...own } = schema;
  const headings = own['x-headings'] ?? [];
  if ($ref === undefined) return { schema, file, id, title: own.title ?? '', headings, link: false };
  const target = locate($ref, file);
  const found = resolve(target.raw, target.file, `${target.file}#${target.name}`);
  return {
    ...found,
    schema: { ...found.schema, ...own },
    title: own.title ?? found.title,
    headings: [...found.headings, ...headings],
    link: found.link || target.name === 'url',
  };
}

function unitOf(resolved: Resolved, grammar: Grammar): Unit {
  const known = grammar.units.get(resolved.id);
  if (known) return known;
  const { schema, file, id, title } = resolved;
  const properties = new Map<string, Property>();
  const byName = new Map<string, Property[]>();
  const unit = {
    name: id,
    title,
    properties,
    byName,
    required: new Set(schema.required ?? []),
    text: undefined as Property | undefined,
    facts: [] as Property[],
    itemNames: new Set((schema['x-item-headings'] ?? []).map(normalLabel)),
    declares: schema['x-declares'],
  };
  grammar.units.set(id, unit);
  for (const [key, value] of Object.entries({ ...schema.properties })) {
    const property = propertyOf(key, resolve(value, file, `${id}/${key}`), grammar);
    properties.set(key, property);
    for (const name of [...property.names, ...property.opposites])
      byName.set(name, [...(byName.get(name) ?? []), property]);
  }
  unit.text = properties.get(schema['x-text'] ?? '');
  const facts = schema['x-heading-facts'] ?? [];
  unit.facts = facts.map((key) => properties.get(key)).filter((property) => property !== undefined);
  return unit;
}

function propertyOf(key: string, resolved: Resolved, grammar: Grammar): Property {
  const { schema, title, headings } = resolved;
  const added = grammar.headings.get(key) ?? [];
  const names = [key, title, ...headings, ...added].map(normalLabel);
  return {
    key,
    title,
    shape: shapeOf(resolved, grammar),
    proper: new Set([key, title].map(exactLabel)),
    names: new Set(names.filter((name) => name !== '')),
    opposites: new Set((schema['x-opposites'] ?? []).map(normalLabel)),
    denied: sentenceOf(schema['x-opposites'] ?? []),
    fences: schema['x-fence'] ?? [],
    checkbox: schema['x-checkbox'] === true,
    adopts: schema['x-adopts'] === true,
  };
}

function sentenceOf(phrases: readonly string[]): RegExp | undefined {
  if (phrases.length === 0) return undefined;
  return new RegExp(`\\b(?:${phrases.map((phrase) => phrase.replace(/[\s-]+/g, '[\\s-]+')).join('|')})\\b`, 'i');
}

function shapeOf(resolved: Resolved, grammar: Grammar): ValueShape {
  const { schema, file, id } = resolved;
  const types = new Set([schema.type].flat());
  const unit = types.has('object') ? unitOf(resolved, grammar) : undefined;
  const item = schema.items && itemShapeOf(resolve(schema.items, file, `${id}/items`), grammar);
  return { unit, item, scalar: scalarShape(resolved, types, unit) };
}

function itemShapeOf(resolved: Resolved, grammar: Grammar): ItemShape | undefined {
  const { unit, scalar } = shapeOf(resolved, grammar);
  if (scalar) return unit ? { unit, scalar } : { scalar };
  return unit && { unit };
}

function scalarShape(
  { schema, link }: Resolved,
  types: ReadonlySet<string | undefined>,
  unit: Unit | undefined,
): ScalarShape | undefined {
  const number = types.has('number') || types.has('integer');
  if (!number && !types.has('string') && !types.has('boolean')) return undefined;
  const members = schema.enum?.filter((member) => typeof member === 'string');
  return {
    boolean: types.has('boolean'),
    number,
    string: types.has('string'),
    notation: schema['x-notation'],
    reference: schema['x-reference'],
    members,
    slugs: members && new Map(members.map((member) => [slug(member), member])),
    synonyms: schema['x-synonyms'] && new Map(Object.entries(schema['x-synonyms'])),
    link: link || (unit?.text?.shape.scalar?.link ?? false),
  };
}

let adopting: ReadonlyMap<string, string> | undefined;

/** Labels of what only a rollout has, in whatever part, each with one key that it names. */
export function adoptingNames(): ReadonlyMap<string, string> {
  adopting ??= collectAdopting();
  return adopting;
}

function collectAdopting(): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const seen = new Set<Unit>();
  const waiting = [planUnit(), documentUnit('migration-record')];
  for (let unit = waiting.pop(); unit; unit = waiting.pop()) {
    if (seen.has(unit)) continue;
    seen.add(unit);
    for (const { shape, adopts, key, names: labels } of unit.properties.values()) {
      const below = shape.unit ?? shape.item?.unit;
      if (below) waiting.push(below);
      if (adopts) for (const label of labels) if (!names.has(label)) names.set(label, key);
    }
  }
  return names;
}
