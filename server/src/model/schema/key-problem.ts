/** Keys that the schema does not know, and keys without which a value means nothing. */
import * as l10n from '@vscode/l10n';
import type { PlanEdit } from '../edit.ts';
import type { Entry, MapNode } from '../located.ts';
import { asId } from '../notation.ts';
import { textOf } from '../source.ts';
import { bareSingular, nearest } from './nearest.ts';
import { notationProblem } from './notation-problem.ts';
import { type IsClean, quoted, type SchemaFix, type SchemaProblem } from './problem.ts';
import { acceptsNode, newValue, properties, propertySchema, type SchemaNode } from './schema.ts';
import { valueProblem } from './value-problem.ts';

/** Without `isClean` nothing is said of what may have been meant. */
export function unknownKey(
  map: MapNode,
  name: string,
  entry: Entry,
  schema: SchemaNode,
  isClean?: IsClean,
): SchemaProblem {
  const meaning = isClean ? meaningOf(name, schema) : {};
  return {
    rule: 'unknown-key',
    message: l10n.t`${quoted(name)} is not a key of ${quoted(schema.title)}, so nothing reads it.${adviceOn(meaning)}`,
    span: entry.key,
    node: map,
    fixes: isClean ? rename(map, entry, meaning, schema, isClean) : [],
  };
}

/** What a key may have meant: another one, its opposite, or the same key at another place. */
interface Meaning {
  readonly key?: string;
  readonly negated?: boolean;
  readonly home?: string;
}

function meaningOf(name: string, schema: SchemaNode): Meaning {
  const { keys, opposites } = namesOf(schema);
  const word = bareSingular(name);
  const opposite = opposites.get(word);
  if (opposite !== undefined) return { key: opposite, negated: true };
  const spelled = keys.get(word);
  if (spelled !== undefined) return { key: spelled };
  const home = homeOf(name, schema);
  if (home !== undefined) return { home };
  const near = nearest(name, properties(schema).keys());
  return near === undefined ? {} : { key: near };
}

/** The key that an unknown one was probably meant to be. */
export function meantKey(name: string, schema: SchemaNode): string | undefined {
  return meaningOf(name, schema).key;
}

function adviceOn({ key, home }: Meaning): string {
  if (key !== undefined) return ` Did you mean ${quoted(key)}?`;
  return home === undefined ? l10n.t(' Keys of your own begin with "x-".') : ` It belongs under ${quoted(home)}.`;
}

/** A rename only where the value is right under the new name, or can be made right: a fix never trades one mistake for another. */
function rename(
  map: MapNode,
  { key, value, inherited }: Entry,
  { key: name, negated }: Meaning,
  schema: SchemaNode,
  isClean: IsClean,
): readonly SchemaFix[] {
  if (name === undefined || map.entries.has(name) || inherited) return [];
  const edit: PlanEdit = { kind: 'replace', span: key, newText: quotedAs(textOf(key), name) };
  if (negated) {
    if (value.kind !== 'scalar' || typeof value.value !== 'boolean') return [];
    const opposite = !value.value;
    return [{ title: `Write ${name}: ${opposite}`, edits: [edit, { kind: 'write', node: value, value: opposite }] }];
  }
  const property = propertySchema(schema, name);
  const title = `Rename to ${name}`;
  if (property && isClean(value, property)) return [{ title, edits: [edit] }];
  const wrong =
    property &&
    (notationProblem(value, property) ??
      (acceptsNode(property, value) ? undefined : valueProblem(value, property, isClean)));
  const mend = wrong?.fixes[0];
  return mend ? [{ title, edits: [edit, ...mend.edits] }] : [];
}

/** A key keeps its quotes: JSON has to have them. */
function quotedAs(written: string, name: string): string {
  const quote = /^(['"]).*\1$/s.exec(written)?.[1] ?? '';
  return `${quote}${name}${quote}`;
}

interface Names {
  readonly keys: ReadonlyMap<string, string>;
  readonly opposites: ReadonlyMap<string, string>;
}
const names = new WeakMap<SchemaNode, Names>();

/** Other spellings of a key and its names in Markdown. Keys win over titles, and those over headings. */
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

/** `property`: of the key that is missing. */
export function missingKey(map: MapNode, name: string, schema: SchemaNode, property: SchemaNode): SchemaProblem {
  const value = name === 'id' ? idFor(map, schema) : newText(property);
  return {
    rule: 'plan-schema',
    message: l10n.t`This ${schema.title.toLowerCase()} has no "${name}". ${property.description}`.trim(),
    span: map.entries.get(name)?.key ?? map.head,
    node: map,
    fixes: [{ title: `Write ${name}`, edits: [{ kind: 'set', parent: map, key: name, value: { slot: value } }] }],
  };
}

function idFor(map: MapNode, schema: SchemaNode): string {
  const naming = ['title', 'name', schema.text, 'description'].filter((key) => key !== undefined);
  for (const key of naming) {
    const value = map.entries.get(key)?.value;
    const id = value?.kind === 'scalar' && value.text.length < 60 ? asId(value.text) : '';
    if (id !== '') return id;
  }
  return `new-${asId(schema.title)}`;
}

function newText(property: SchemaNode): string {
  const body = newValue(property);
  const text = typeof body === 'string' ? body.replace(/\$\{\d+[:|]([^,|}]*)[^}]*\}/g, '$1') : '';
  return text || property.title.toLowerCase();
}
