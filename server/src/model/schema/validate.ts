/**
 * A located tree against the schemas. One unit at a time, by the unit's own validator, which does not look into the units below it: what
 * was found for a node is kept beside the node, so after an edit only the nodes that the reader made anew are validated.
 */
import { type MadeList, madeOf } from '../../util/list-memory.ts';
import { matched } from '../../util/matched.ts';
import * as generated from '../generated/validators.ts';
import { descend, type Entry, isEmpty, type LocatedNode, type MapNode, saysNone } from '../located.ts';
import type { DocumentKind } from '../plan-document.ts';
import { offsets, type Segment } from '../source.ts';
import { brokenBy, interpret, type ValidatorError } from './interpret.ts';
import { meantKey, missingKey, unknownKey } from './key-problem.ts';
import { notationProblem } from './notation-problem.ts';
import type { IsClean, SchemaProblem } from './problem.ts';
import { acceptsNode, itemSchema, propertySchema, rootSchema, type SchemaNode, schemaAt } from './schema.ts';
import { valueProblem } from './value-problem.ts';

export type { SchemaFix, SchemaProblem, SchemaRule } from './problem.ts';

type ByNode = WeakMap<LocatedNode, Map<string, readonly SchemaProblem[]>>;

/** What was found in a node and in all that is below it, by the unit that it was read as. */
export interface ValidationCache {
  readonly whole: ByNode;
  /** The list of units that was last seen in each place. */
  readonly lists: Map<SchemaNode, MadeList<LocatedNode, readonly SchemaProblem[]>>;
}

export function newValidationCache(): ValidationCache {
  return { whole: new WeakMap(), lists: new Map() };
}

interface Validator {
  (value: unknown): boolean;
  readonly errors?: readonly ValidatorError[] | null;
}
const VALIDATORS = generated as unknown as Readonly<Record<string, Validator>>;

/** How a walk judges. Fixes of unknown keys ask for a walk of their own, which then offers none: aliases may lead in circles. */
interface Walk {
  readonly cache: ValidationCache;
  readonly isClean: IsClean;
}

/** In the order of the text. A mistake is reported once, however many keywords it breaks and however many aliases lead to it. */
export function schemaProblems(
  root: MapNode,
  kind: DocumentKind,
  cache: ValidationCache = newValidationCache(),
): readonly SchemaProblem[] {
  const walk = { cache, isClean };
  return unitsAt(root, rootSchema(kind)).flatMap((place) => eachOnce(wholeProblems(place, walk)));
}

/** A node that is read as a unit. */
interface Place {
  readonly node: LocatedNode;
  readonly schema: SchemaNode;
  readonly unit: string;
}

const NO_PROBLEMS: readonly SchemaProblem[] = [];

/** Kept beside the node, so that after an edit nobody goes where nothing has changed. Goes as deep as the schemas do. */
function wholeProblems(place: Place, walk: Walk): readonly SchemaProblem[] {
  const { node, schema, unit } = place;
  const { whole } = walk.cache;
  const known = whole.get(node)?.get(unit);
  if (known) return known;
  if (saysNothing(node)) return NO_PROBLEMS;
  const own = node.kind === 'map' ? judgeMap(node, place, walk.isClean) : judgeOther(place, walk.isClean);
  const problems = [...own];
  if (node.kind === 'map') addProblemsBelow(node, schema, walk, problems);
  keepFor(whole, place, problems);
  return problems;
}

function addProblemsBelow(map: MapNode, schema: SchemaNode, walk: Walk, problems: SchemaProblem[]): void {
  const { lists } = walk.cache;
  for (const [key, { value }] of map.entries) {
    const property = propertySchema(schema, key);
    if (property?.unit) addAll(problems, wholeProblems({ node: value, schema: property, unit: property.unit }, walk));
    const item = property && !property.unit && value.kind === 'list' ? itemSchema(property) : undefined;
    if (value.kind !== 'list' || !item?.unit) continue;
    const { unit } = item;
    const made = madeOf(value.items, lists.get(item), (inner) =>
      wholeProblems({ node: inner, schema: item, unit }, walk),
    );
    lists.set(item, { items: value.items, made });
    for (const some of made) addAll(problems, some);
  }
}

/** Of many thousands, so not as arguments. */
function addAll(problems: SchemaProblem[], more: readonly SchemaProblem[]): void {
  for (const problem of more) problems.push(problem);
}

function eachOnce(problems: readonly SchemaProblem[]): readonly SchemaProblem[] {
  const reported = new Map<Segment, Set<string>>();
  return problems.filter(({ span: { segment, from, to }, message }) =>
    firstIn(reported, segment, `${from}-${to} ${message}`),
  );
}

function firstIn<K extends object>(seen: Map<K, Set<string>>, at: K, word: string): boolean {
  const words = seen.get(at);
  if (words?.has(word)) return false;
  if (words) words.add(word);
  else seen.set(at, new Set([word]));
  return true;
}

/** The unit at a place, or the units in the list that stands there. */
function unitsAt(node: LocatedNode, schema: SchemaNode): Place[] {
  if (schema.unit) return [{ node, schema, unit: schema.unit }];
  const item = node.kind === 'list' ? itemSchema(schema) : undefined;
  if (node.kind !== 'list' || !item?.unit) return [];
  const { unit } = item;
  return node.items.map((below) => ({ node: below, schema: item, unit }));
}

function keepFor(cache: ByNode, { node, unit }: Place, problems: readonly SchemaProblem[]): void {
  const known = cache.get(node);
  if (known) known.set(unit, problems);
  else cache.set(node, new Map([[unit, problems]]));
}

/** A unit that is written as a scalar or a list. Some may be a text. */
function judgeOther({ node, schema, unit }: Place, isClean: IsClean): readonly SchemaProblem[] {
  const validate = VALIDATORS[unit];
  if (!validate) {
    const expected = brokenBy(node, schema);
    return expected ? [valueProblem(node, expected, isClean)] : [];
  }
  if (saysNone(node) || validate(node.kind === 'scalar' ? node.value : [])) return [];
  return [valueProblem(node, schema, isClean)];
}

function judgeMap(map: MapNode, { schema, unit }: Place, isClean: IsClean): readonly SchemaProblem[] {
  const validate = VALIDATORS[unit];
  const wrong = validate ? errorsOf(validate, shallow(map, schema)) : interpret(map, schema);
  const unknown = wrong.flatMap((error) =>
    error.keyword === 'additionalProperties' ? [error.params.additionalProperty] : [],
  );
  const problems: SchemaProblem[] = [];
  const advised = advisor(isClean);
  for (const error of wrong) {
    // A key that is there under another name is not missing as well.
    if (error.keyword === 'required' && isMeant(error.params.missingProperty, unknown, schema)) continue;
    const problem = fromError(error, map, schema, isClean, advised);
    if (problem) problems.push(problem);
  }
  for (const [key, { value }] of map.entries) {
    const property = propertySchema(schema, key);
    if (property) problems.push(...notationsOf(value, property, key === 'id' && schema.declares !== undefined));
  }
  return problems.sort((one, other) => offsets(one.span).start - offsets(other.span).start);
}

function errorsOf(validate: Validator, value: object): readonly ValidatorError[] {
  validate(value);
  return validate.errors ?? [];
}

function isMeant(key: string, unknown: readonly string[], schema: SchemaNode): boolean {
  return unknown.slice(0, MOST_ADVICE).some((name) => meantKey(name, schema) === key);
}

type Advised = (map: MapNode, key: string, entry: Entry, schema: SchemaNode) => SchemaProblem;
const MOST_ADVICE = 100;

/** A map with hundreds of unknown keys is another format: looking for what each of them may have meant helps nobody. */
function advisor(isClean: IsClean): Advised {
  let given = 0;
  return (map, key, entry, schema) => unknownKey(map, key, entry, schema, given++ < MOST_ADVICE ? isClean : undefined);
}

/** Inherits nothing, whatever its keys are called. Unlike what `Object.create(null)` makes it is no hash table, which validators read slowly. */
class Bare {
  [key: string]: unknown;
}
Object.setPrototypeOf(Bare.prototype, null);
Reflect.deleteProperty(Bare.prototype, 'constructor');

/** The map as its unit's validator takes it: absent and "none" left out, what is below replaced by an empty object. */
function shallow(map: MapNode, schema: SchemaNode): object {
  const value = new Bare();
  for (const [key, entry] of map.entries) {
    const property = propertySchema(schema, key);
    if (property && (isEmpty(entry.value) || (takesNone(property) && saysNone(entry.value)))) continue;
    value[key] = shallowValue(entry.value);
  }
  return value;
}

function shallowValue(node: LocatedNode): unknown {
  if (node.kind === 'scalar') return node.value;
  return node.kind === 'list' ? node.items.map((item) => (item.kind === 'scalar' ? item.value : {})) : {};
}

function takesNone(schema: SchemaNode): boolean {
  return schema.notation !== undefined || schema.types.includes('array') || schema.types.includes('object');
}

/** The key of a map, or an item of the list behind a key. */
const PLACE_OF_ERROR = /^\/([^/]+)(?:\/(\d+))?$/;

function fromError(
  error: ValidatorError,
  map: MapNode,
  schema: SchemaNode,
  isClean: IsClean,
  advised: Advised,
): SchemaProblem | undefined {
  if (error.keyword === 'additionalProperties') {
    const name = error.params.additionalProperty;
    const entry = map.entries.get(name);
    return entry && advised(map, name, entry, schema);
  }
  if (error.keyword === 'required') {
    const name = error.params.missingProperty;
    const property = propertySchema(schema, name);
    return property && missingKey(map, name, schema, property);
  }
  const place = PLACE_OF_ERROR.exec(error.instancePath);
  const [key, index] = [matched(place, 1), matched(place, 2)];
  const path = index === '' ? [key] : [key, Number(index)];
  const [node, expected] = [descend(map, path), schemaAt(schema, path)];
  return node && expected && !saysNothing(node) ? valueProblem(node, expected, isClean) : undefined;
}

/** A value that could not be read has been reported by the reader. */
function saysNothing(node: LocatedNode): boolean {
  return isEmpty(node) || (node.kind === 'scalar' && node.broken === true);
}

function notationsOf(node: LocatedNode, schema: SchemaNode, isNamedElsewhere = false): readonly SchemaProblem[] {
  if (schema.unit || (node.kind === 'scalar' && node.broken)) return [];
  if (schema.notation)
    return [notationProblem(node, schema, isNamedElsewhere)].filter((problem) => problem !== undefined);
  const item = node.kind === 'list' ? itemSchema(schema) : undefined;
  if (node.kind !== 'list' || !item?.notation) return [];
  return node.items.flatMap((below) => notationsOf(below, item));
}

/** Whether nothing would be wrong with the value if it stood at a place of this schema. */
export function isClean(node: LocatedNode, schema: SchemaNode): boolean {
  if (!fits(node, schema) || notationsOf(node, schema).length > 0) return false;
  const walk = { cache: newValidationCache(), isClean: () => false };
  return unitsAt(node, schema).every((place) => wholeProblems(place, walk).length === 0);
}

function fits(node: LocatedNode, schema: SchemaNode): boolean {
  if (saysNothing(node) || schema.unit || schema.notation) return true;
  const item = itemSchema(schema);
  return (
    acceptsNode(schema, node) &&
    (node.kind !== 'list' || !item || node.items.every((below) => item.unit || acceptsNode(item, below)))
  );
}
