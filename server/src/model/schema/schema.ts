/**
 * The schemas as the other layers see them: references followed, keywords beside a reference winning over what it refers to. Made when
 * somebody asks and kept by the identity of the raw schema, which never changes.
 */
import type { LocatedNode, ScalarValue } from '../located.ts';
import type { Notation } from '../notation.ts';
import type { DocumentKind } from '../plan-document.ts';
import { type Declared, type JsonType, locate, type Missing, type RawSchema, type Snippet } from './files.ts';

export type { Declared, JsonType, Missing, Snippet } from './files.ts';

export interface SchemaNode {
  /** The name of the unit, where this is one: an object, or a string that can also be written as one. */
  readonly unit: string | undefined;
  /** The name of the definition that it refers to: `owner`, `url`. */
  readonly definition: string | undefined;
  readonly types: readonly JsonType[];
  /** The name in Markdown. */
  readonly title: string;
  /** One plain sentence. */
  readonly description: string;
  readonly markdown: string;
  readonly values: readonly (string | number)[];
  readonly valueDescriptions: readonly string[];
  /** What people write for a value, in lower case. */
  readonly synonyms: ReadonlyMap<string, string>;
  readonly examples: readonly unknown[];
  readonly minimum: number | undefined;
  readonly maximum: number | undefined;
  readonly notation: Notation | undefined;
  readonly reference: Declared | undefined;
  readonly declares: Declared | undefined;
  readonly headings: readonly string[];
  readonly itemHeadings: readonly string[];
  readonly opposites: readonly string[];
  readonly adopts: boolean;
  readonly missing: Missing | undefined;
  /** The key that takes plain text where this unit is written as text. */
  readonly text: string | undefined;
  readonly headingFacts: readonly string[];
  readonly fences: readonly string[];
  readonly checkbox: boolean;
  /** A URL or a path. */
  readonly link: boolean;
  readonly snippets: readonly Snippet[];
  readonly required: readonly string[];
  /** Where the properties and items are, and where their references start from. */
  readonly origin: Origin;
}

interface Origin {
  readonly file: string;
  readonly properties: Readonly<Record<string, RawSchema>>;
  readonly items: RawSchema | undefined;
  /** As they are asked for: of a plan, for every value. */
  readonly made: { properties?: ReadonlyMap<string, SchemaNode>; item?: SchemaNode };
}

const OWN_FILES: Partial<Record<DocumentKind, string>> = {
  rehearsal: 'rehearsal.schema.json',
  'migration-record': 'migration-record.schema.json',
  policy: 'policy.schema.json',
};

/** An artifact is read plan-shaped, so it has the schema of the plan; a record and a policy have their own. */
export function rootSchema(kind: DocumentKind): SchemaNode {
  const file = OWN_FILES[kind] ?? 'rollout-plan.schema.json';
  const { name, raw } = locate(file);
  return nodeOf(raw, file, name);
}

/** In the order of the schema, which is the order in which keys are written. */
export function properties({ origin }: SchemaNode): ReadonlyMap<string, SchemaNode> {
  const { file, made } = origin;
  made.properties ??= new Map(Object.entries(origin.properties).map(([key, raw]) => [key, nodeOf(raw, file)]));
  return made.properties;
}

export function propertySchema(schema: SchemaNode, key: string): SchemaNode | undefined {
  return properties(schema).get(key);
}

export function itemSchema({ origin }: SchemaNode): SchemaNode | undefined {
  const { file, items, made } = origin;
  if (items) made.item ??= nodeOf(items, file);
  return made.item;
}

/** Follows keys and, for lists, any index. */
export function schemaAt(schema: SchemaNode, path: readonly (string | number)[]): SchemaNode | undefined {
  let at: SchemaNode | undefined = schema;
  for (const step of path) at = at && (typeof step === 'number' ? itemSchema(at) : propertySchema(at, step));
  return at;
}

export function unitName(schema: SchemaNode): string | undefined {
  return schema.unit;
}

export function titleOf(schema: SchemaNode): string {
  return schema.title;
}

/** Every name of a property in Markdown, its title first. */
export function headingsOf(schema: SchemaNode, key: string): readonly string[] {
  const property = propertySchema(schema, key);
  return property ? [property.title, ...property.headings] : [];
}

export function enumValues(schema: SchemaNode): readonly (string | number)[] {
  return schema.values;
}

export function notationOf(schema: SchemaNode): Notation | undefined {
  return schema.notation;
}

/** Whether the node has one of the types, and one of the values where those are listed. Notations are not looked at. */
export function acceptsNode(schema: SchemaNode, node: LocatedNode): boolean {
  if (node.kind === 'map') return schema.types.includes('object');
  if (node.kind === 'list') return schema.types.includes('array');
  if (!schema.types.some((type) => isOfType(type, node.value))) return false;
  return schema.values.length === 0 || schema.values.some((allowed) => allowed === node.value);
}

function isOfType(type: JsonType, value: ScalarValue): boolean {
  return type === 'integer' ? Number.isInteger(value) : typeof value === type;
}

const SAMPLES: Partial<Record<Notation, string>> = { duration: '30m', percent: '5%', time: '14:02', size: '10GiB' };

/** What a new value looks like, in the form of a snippet's body; nothing where only the author can know. */
export function newValue(schema: SchemaNode | undefined): unknown {
  if (!schema) return undefined;
  if (schema.snippets[0]) return schema.snippets[0].body;
  const example = schema.examples[0];
  const item = itemSchema(schema);
  if (item) return example ?? (newValue(item) === undefined ? undefined : [newValue(item)]);
  if (schema.values.length > 0) return `\${1|${schema.values.join(',')}|}`;
  const sample = example ?? (schema.notation && SAMPLES[schema.notation]);
  if (sample !== undefined) return `\${1:${String(sample).replace(/[\\}]/g, '\\$&')}}`;
  if (schema.types[0] === 'boolean') return !schema.checkbox;
  return schema.types[0] === 'integer' ? Math.max(1, schema.minimum ?? 1) : undefined;
}

const nodes = new WeakMap<RawSchema, SchemaNode>();

/** A raw schema stands in one file, so its identity is enough of a key. */
function nodeOf(raw: RawSchema, file: string, name?: string): SchemaNode {
  let node = nodes.get(raw);
  if (!node) {
    node = makeNode(raw, file, name);
    nodes.set(raw, node);
  }
  return node;
}

function makeNode(raw: RawSchema, file: string, ownName?: string): SchemaNode {
  const { merged, from, name } = follow(raw, file, ownName);
  const notation = merged['x-notation'] as Notation | undefined;
  return {
    unit: merged.properties ? name : undefined,
    definition: name,
    types: [merged.type].flat().filter((type) => type !== undefined),
    title: merged.title ?? '',
    description: merged.description ?? '',
    markdown: merged.markdownDescription ?? merged.description ?? '',
    values: merged.enum ?? [],
    valueDescriptions: merged.markdownEnumDescriptions ?? [],
    synonyms: new Map(Object.entries(merged['x-synonyms'] ?? {})),
    examples: merged.examples ?? [],
    minimum: merged.minimum,
    maximum: merged.maximum,
    notation,
    reference: merged['x-reference'],
    declares: merged['x-declares'],
    headings: merged['x-headings'] ?? [],
    itemHeadings: merged['x-item-headings'] ?? [],
    opposites: merged['x-opposites'] ?? [],
    adopts: merged['x-adopts'] ?? false,
    missing: missingOf(merged),
    text: merged['x-text'],
    headingFacts: merged['x-heading-facts'] ?? [],
    fences: merged['x-fence'] ?? [],
    checkbox: merged['x-checkbox'] ?? false,
    link: name === 'url',
    snippets: merged.defaultSnippets ?? [],
    required: merged.required ?? [],
    origin: { file: from, properties: merged.properties ?? {}, items: merged.items, made: {} },
  };
}

/** References do not lead in circles; the limit makes sure that a mistake in a schema cannot hang a reader. */
function follow(raw: RawSchema, file: string, ownName: string | undefined) {
  let merged = raw;
  let from = file;
  let name = ownName;
  for (let left = 10; merged.$ref !== undefined && left > 0; left--) {
    const { $ref, ...beside } = merged;
    const target = locate($ref, from);
    merged = { ...target.raw, ...beside };
    from = target.file;
    name = target.name;
  }
  return { merged, from, name };
}

/** Without a value of its own to insert, the first skeleton of the unit is inserted. */
function missingOf(merged: RawSchema): Missing | undefined {
  const missing = merged['x-missing'];
  if (!missing) return undefined;
  return { ...missing, insert: missing.insert ?? merged.defaultSnippets?.[0]?.body };
}
