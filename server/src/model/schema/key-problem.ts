/** Keys that the schema does not know, and keys without which a value means nothing. */
import type { PlanEdit } from '../edit.ts';
import type { Entry, LocatedNode, MapNode } from '../located.ts';
import { suggestId } from '../notation.ts';
import { bareSingular, nearest } from './nearest.ts';
import { notationProblem } from './notation-problem.ts';
import { quoted, type SchemaFix, type SchemaProblem } from './problem.ts';
import { acceptsNode, newValue, properties, propertySchema, type SchemaNode } from './schema.ts';
import { valueProblem } from './value-problem.ts';

/** Whether a value would be right under a key, with everything below it. */
export type IsClean = (node: LocatedNode, schema: SchemaNode) => boolean;

export function unknownKey(
  map: MapNode,
  name: string,
  schema: SchemaNode,
  isClean: IsClean | undefined,
): SchemaProblem | undefined {
  const entry = map.entries.get(name);
  if (!entry) return undefined;
  const opposite = namesOf(schema).opposites.get(bareSingular(name));
  const known = isClean && (opposite ?? meantKey(name, schema));
  const place = isClean && !known ? homeOf(name, schema) : undefined;
  const advice = known
    ? ` Did you mean ${quoted(known)}?`
    : place
      ? ` It belongs under ${quoted(place)}.`
      : ' Keys of your own begin with "x-".';
  return {
    rule: 'unknown-key',
    message: `${quoted(name)} is not a key of ${schema.title === '' ? 'this' : quoted(schema.title)}, so nothing reads it.${advice}`,
    span: entry.key,
    node: map,
    fixes:
      !isClean || !known || map.entries.has(known) || entry.inherited
        ? []
        : rename(entry, known, schema, opposite !== undefined, isClean),
  };
}

/** A rename only where the value is right under the new name, or can be made right: a fix never trades one mistake for another. */
function rename(
  { key, value }: Entry,
  name: string,
  schema: SchemaNode,
  negate: boolean,
  isClean: IsClean,
): readonly SchemaFix[] {
  const edit: PlanEdit = { kind: 'replace', span: key, newText: name };
  if (negate) {
    if (value.kind !== 'scalar' || typeof value.value !== 'boolean') return [];
    return [{ title: `Write ${name}: ${!value.value}`, edits: [edit, { kind: 'write', node: value, value: !value.value }] }];
  }
  const property = propertySchema(schema, name);
  if (!property) return [];
  const title = `Rename to ${name}`;
  if (isClean(value, property)) return [{ title, edits: [edit] }];
  const wrong = notationProblem(value, property) ?? (acceptsNode(property, value) ? undefined : valueProblem(value, property));
  const mend = wrong?.fixes[0];
  return mend ? [{ title, edits: [edit, ...mend.edits] }] : [];
}

/** Another spelling of a key, one of its names in Markdown, or a slip of the hand. */
export function meantKey(name: string, schema: SchemaNode): string | undefined {
  return namesOf(schema).keys.get(bareSingular(name)) ?? nearest(name, properties(schema).keys());
}

interface Names {
  readonly keys: ReadonlyMap<string, string>;
  readonly opposites: ReadonlyMap<string, string>;
}
const names = new WeakMap<SchemaNode, Names>();

/** Keys win over titles, and those over headings. */
function namesOf(schema: SchemaNode): Names {
  let found = names.get(schema);
  if (!found) {
    const keys = new Map<string, string>();
    const opposites = new Map<string, string>();
    const known = Array.from(properties(schema));
    const add = (label: string, key: string) =>
      void (keys.has(bareSingular(label)) || keys.set(bareSingular(label), key));
    for (const [key] of known) add(key, key);
    for (const [key, { title }] of known) add(title, key);
    for (const [key, { headings }] of known) for (const label of headings) add(label, key);
    for (const [key, property] of known) for (const word of property.opposites) opposites.set(bareSingular(word), key);
    found = { keys, opposites };
    names.set(schema, found);
  }
  return found;
}

/** The key below which the name is known: `stages` at the top of a plan belongs under `rollout`. */
function homeOf(name: string, schema: SchemaNode): string | undefined {
  for (const [key, property] of properties(schema)) if (property.unit && propertySchema(property, name)) return key;
  return undefined;
}

export function missingKey(map: MapNode, name: string, schema: SchemaNode): SchemaProblem {
  const property = propertySchema(schema, name);
  const value = name === 'id' ? idFor(map, schema) : newText(property);
  return {
    rule: 'plan-schema',
    message: `This ${schema.title.toLowerCase()} has no "${name}". ${property?.description ?? ''}`.trim(),
    span: map.entries.get(name)?.key ?? map.head,
    node: map,
    fixes: [{ title: `Write ${name}`, edits: [{ kind: 'set', parent: map, key: name, value: { slot: value } }] }],
  };
}

function idFor(map: MapNode, schema: SchemaNode): string {
  for (const key of ['title', 'name', schema.text ?? 'title', 'description']) {
    const value = map.entries.get(key)?.value;
    const id = value?.kind === 'scalar' && value.text.length < 60 ? (suggestId(value.text) ?? value.text) : '';
    if (id !== '') return id;
  }
  return `new-${suggestId(schema.title) ?? 'one'}`;
}

function newText(property: SchemaNode | undefined): string {
  const body = newValue(property);
  const text = typeof body === 'string' ? body.replace(/\$\{\d+[:|]([^,|}]*)[^}]*\}/g, '$1') : '';
  return text || (property?.title.toLowerCase() ?? '');
}
