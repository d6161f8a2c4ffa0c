/** Values of a wrong type, and values that are not among those that are listed. */
import * as l10n from '@vscode/l10n';
import type { Skeleton } from '../edit.ts';
import type { ListNode, LocatedNode, MapNode, ScalarNode } from '../located.ts';
import { asId, isId, isWellFormed } from '../notation.ts';
import { offsets } from '../source.ts';
import { bare, nearest } from './nearest.ts';
import { type IsClean, oneOf, placeOf, quoted, type SchemaFix, type SchemaProblem } from './problem.ts';
import { acceptsNode, itemSchema, properties, type SchemaNode } from './schema.ts';

export function valueProblem(node: LocatedNode, schema: SchemaNode, isClean: IsClean): SchemaProblem {
  const { message, fixes } = diagnose(node, schema, isClean);
  return { rule: 'plan-schema', message, span: placeOf(node), node, fixes };
}

interface Diagnosis {
  readonly message: string;
  readonly fixes: readonly SchemaFix[];
}

function diagnose(node: LocatedNode, schema: SchemaNode, isClean: IsClean): Diagnosis {
  if (node.kind === 'list') return notOne(node, schema);
  if (schema.types.includes('array')) return notAList(node, schema, isClean);
  if (node.kind === 'map')
    return { message: l10n.t`${quoted(schema.title)} is ${nameOfTypes(schema)}, not a mapping.`, fixes: [] };
  if (schema.values.length > 0) return notAmong(node, schema);
  if (schema.types.includes('object') && !schema.types.includes('string')) return notAMapping(node, schema);
  return notOfType(node, schema);
}

const NAMES = {
  string: 'text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a mapping',
};

function nameOfTypes(schema: SchemaNode): string {
  return oneOf(schema.types.map((type) => NAMES[type]));
}

function notAList(node: ScalarNode | MapNode, schema: SchemaNode, isClean: IsClean): Diagnosis {
  const item = itemSchema(schema);
  const message = l10n.t`${quoted(schema.title)} is a list. Write each item on a line of its own, behind "- ".`;
  const items = item && (node.kind === 'map' ? itemsOfMap(node, item, isClean) : itemsOfWords(node, item));
  return {
    message,
    fixes: items
      ? [write(node, items, items.length > 1 ? l10n.t('Write it as a list') : l10n.t('Wrap it in a list'))]
      : [],
  };
}

/** `database, http-api` names two where each is one word of those that are known. */
function itemsOfWords(node: ScalarNode, item: SchemaNode): Skeleton[] | undefined {
  const words = node.text.split(',').map((word) => word.trim());
  if (item.values.length > 0) {
    const values = words.map((word) => meantValue(word, item)).filter((value) => value !== undefined);
    return values.length === words.length ? values : undefined;
  }
  if (item.reference && words.every((word) => /^[\w.-]+$/.test(word))) return words;
  if (item.types.includes('string')) return [node.text];
  const wrapped = inMapping(node, item);
  return wrapped && [wrapped];
}

/** One item that was written without its "- ". A comment would be lost on the way. */
function itemsOfMap(node: MapNode, item: SchemaNode, isClean: IsClean): Skeleton[] | undefined {
  if (!item.types.includes('object') || holdsComment(node) || !isClean(node, item)) return undefined;
  const copy = copyOf(node, 12);
  return copy === undefined ? undefined : [copy];
}

/** From the words that stand for the map to its end: a comment above its first key is part of it. */
function holdsComment({ head, span: place }: MapNode): boolean {
  const { start, end } = offsets(place);
  return place.segment.source.text.slice(Math.min(offsets(head).start, start), end).includes('#');
}

function copyOf(node: LocatedNode, depth: number): Skeleton | undefined {
  if (depth === 0) return undefined;
  if (node.kind === 'scalar') return node.value ?? undefined;
  const below = (inner: LocatedNode) => copyOf(inner, depth - 1);
  if (node.kind === 'list') {
    const items = node.items.map(below).filter((item) => item !== undefined);
    return items.length === node.items.length ? items : undefined;
  }
  const copy: Record<string, Skeleton> = {};
  for (const [key, { value }] of node.entries) {
    const inner = below(value);
    if (inner === undefined || key === '__proto__') return undefined;
    copy[key] = inner;
  }
  return copy;
}

function notOne(node: ListNode, schema: SchemaNode): Diagnosis {
  const only = node.items.length === 1 ? node.items[0] : undefined;
  const message = `${quoted(schema.title)} is ${nameOfTypes(schema)}, not a list.`;
  if (only?.kind !== 'scalar' || only.value === null || !acceptsNode(schema, only)) return { message, fixes: [] };
  return { message, fixes: [write(node, only.value, 'Write the one value')] };
}

function notAmong(node: ScalarNode, schema: SchemaNode): Diagnosis {
  const message = l10n.t`${quoted(node.text)} is not a value of "${schema.title}". It is ${oneOf(schema.values)}.`;
  const meant = meantValue(node.text, schema);
  return { message, fixes: meant === undefined ? [] : [write(node, meant, `Write ${meant}`)] };
}

/** The value that the words stand for: another spelling, a known synonym, or a slip. */
export function meantValue(text: string, schema: SchemaNode): string | number | undefined {
  const { values, synonyms } = schema;
  const wanted = bare(text);
  const same = values.find((value) => bare(String(value)) === wanted);
  if (same !== undefined) return same;
  for (const [word, value] of synonyms) if (bare(word) === wanted) return value;
  const near = nearest(text, values.map(String)) ?? nearest(text, synonyms.keys());
  return values.find((value) => String(value) === near) ?? (near === undefined ? undefined : synonyms.get(near));
}

function notAMapping(node: ScalarNode, schema: SchemaNode): Diagnosis {
  const keys = Array.from(properties(schema).keys()).slice(0, 4);
  const wrapped = inMapping(node, schema);
  return {
    message: l10n.t`${quoted(schema.title)} is a mapping with keys of its own: ${keys.join(', ')} …`,
    fixes: wrapped ? [write(node, wrapped, `Write it under ${Object.keys(wrapped).at(-1)}`)] : [],
  };
}

const LOOKS_LIKE_SQL = /^\s*(?:alter|create|drop|update|insert|delete|truncate|select|with|set|begin)\s/i;

/** The text under the key that takes text; SQL under the key for SQL; an id made of the words where one is required. */
function inMapping(node: ScalarNode, schema: SchemaNode): Record<string, Skeleton> | undefined {
  if (typeof node.value !== 'string') return undefined;
  const sql = properties(schema).get('sql');
  const key = sql && LOOKS_LIKE_SQL.test(node.text) ? 'sql' : schema.text;
  const property = key === undefined ? undefined : properties(schema).get(key);
  if (!key || !property || !acceptsNode(property, node)) return undefined;
  if (property.notation !== undefined && !isWellFormed(property.notation, node.text)) return undefined;
  const id = schema.required.includes('id') && key !== 'id' ? asId(node.text) : undefined;
  if (id !== undefined && (!isId(id) || id.length > 60)) return undefined;
  const wrapped = id === undefined ? { [key]: node.text } : { id, [key]: node.text };
  return schema.required.every((name) => name in wrapped) ? wrapped : undefined;
}

function notOfType(node: ScalarNode, schema: SchemaNode): Diagnosis {
  const message = l10n.t`${quoted(schema.title)} is ${nameOfTypes(schema)}${typeof node.value === 'string' ? '' : `, and ${quoted(node.text)} is read as ${read(node)}`}.`;
  if (schema.types.includes('string') && typeof node.value !== 'string')
    return {
      message: l10n.t`${message} Quote it, so that it stays as it is written.`,
      fixes: [write(node, node.text, `Write "${node.text}"`)],
    };
  if (schema.types.includes('boolean')) return { message, fixes: asBoolean(node) };
  return asNumber(node, schema, message);
}

function read(node: ScalarNode): string {
  return typeof node.value === 'boolean' ? 'true or false' : 'a number';
}

function asBoolean(node: ScalarNode): readonly SchemaFix[] {
  const word = node.text.trim().toLowerCase();
  const truth = /^(?:yes|y|on|true|1|enabled)$/.test(word)
    ? true
    : /^(?:no|n|off|false|0|disabled)$/.test(word)
      ? false
      : undefined;
  return truth === undefined ? [] : [write(node, truth, `Write ${truth}`)];
}

function asNumber(node: ScalarNode, schema: SchemaNode, message: string): Diagnosis {
  const { minimum, maximum } = schema;
  if (typeof node.value === 'number') {
    const whole = schema.types.includes('integer') && !Number.isInteger(node.value);
    const range =
      minimum !== undefined && node.value < minimum
        ? `at least ${minimum}`
        : maximum !== undefined
          ? `at most ${maximum}`
          : '';
    return {
      message: whole
        ? l10n.t`${quoted(schema.title)} is a whole number.`
        : l10n.t`${quoted(schema.title)} is ${range}, and ${node.text} is not.`,
      fixes: [],
    };
  }
  const digits = /^-?\d{1,12}$/.exec(node.text.trim().replace(/(?<=\d)[,_ ](?=\d{3}(?!\d))/g, ''))?.[0];
  const number = Number(digits);
  const fits = digits !== undefined && number >= (minimum ?? number) && number <= (maximum ?? number);
  return { message, fixes: fits ? [write(node, number, `Write ${number}`)] : [] };
}

function write(node: LocatedNode, value: Skeleton, title: string): SchemaFix {
  return { title, edits: [{ kind: 'write', node, value }] };
}
