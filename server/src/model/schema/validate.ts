/**
 * A located tree against the schemas. One unit at a time, by the unit's own validator, which does not look into the units below it: what
 * was found for a node is kept beside the node, so after an edit only the nodes that the reader made anew are validated.
 */
import { type MadeList, madeOf } from '../../util/list-memory.ts';
import * as generated from '../generated/validators.ts';
import { isEmpty, type LocatedNode, type MapNode, saysNone } from '../located.ts';
import type { DocumentKind } from '../plan-document.ts';
import { offsets, type Segment } from '../source.ts';
import { brokenBy, interpret, type ValidatorError } from './interpret.ts';
import { meantKey, missingKey, unknownKey } from './key-problem.ts';
import { notationProblem } from './notation-problem.ts';
import type { IsClean, SchemaProblem } from './problem.ts';
import { acceptsNode, itemSchema, propertySchema, rootSchema, type SchemaNode } from './schema.ts';
import { valueProblem } from './value-problem.ts';

export type { SchemaFix, SchemaProblem, SchemaRule } from './problem.ts';

type ByNode = WeakMap<LocatedNode, Map<string, readonly SchemaProblem[]>>;

/** What was found in a node itself, and in it with all that is below it, by the unit that it was read as. */
export interface ValidationCache {
  readonly own: ByNode;
  readonly whole: ByNode;
  /** The list of units that was last seen in each place. */
  readonly lists: Map<SchemaNode, MadeList<LocatedNode, readonly SchemaProblem[]>>;
}

export function newValidationCache(): ValidationCache {
  return { own: new WeakMap(), whole: new WeakMap(), lists: new Map() };
}

interface Validator {
  (value: unknown): boolean;
  readonly errors?: readonly ValidatorError[] | null;
}
const VALIDATORS = generated as unknown as Readonly<Record<string, Validator>>;

/** How a walk judges. Fixes of unknown keys ask for a walk of their own, which then offers none: aliases may lead in circles. */
interface Walk {
  readonly cache: ValidationCache;
  readonly exempt: ReadonlySet<LocatedNode>;
  readonly isClean: IsClean;
}

/** In the order of the text. A mistake is reported once, however many keywords it breaks and however many aliases lead to it. */
export function schemaProblems(
  root: MapNode,
  kind: DocumentKind,
  cache: ValidationCache = newValidationCache(),
  exempt: ReadonlySet<LocatedNode> = new Set(),
): Iterable<SchemaProblem> {
  const place = { node: root, schema: rootSchema(kind) };
  const walk = { cache, exempt, isClean };
  return exempt.size > 0 ? problemsBelow(place, walk) : eachOnce(wholeProblems(place, walk));
}

interface Place {
  readonly node: LocatedNode;
  readonly schema: SchemaNode;
}

const NO_PROBLEMS: readonly SchemaProblem[] = [];

/** Kept beside the node, so that after an edit nobody goes where nothing has changed. Goes as deep as the schemas do. */
function wholeProblems(place: Place, walk: Walk): readonly SchemaProblem[] {
  const { node, schema } = place;
  const { whole } = walk.cache;
  const known = whole.get(node)?.get(schema.unit ?? '');
  if (known) return known;
  if (saysNothing(node)) return NO_PROBLEMS;
  const own = problemsAt(place, walk);
  const below: SchemaProblem[] = [];
  for (const some of problemsInUnits(node, schema, walk)) for (const problem of some) below.push(problem);
  const problems = below.length > 0 ? [...own, ...below] : own;
  keepFor(whole, place, problems);
  return problems;
}

function* problemsInUnits(node: LocatedNode, schema: SchemaNode, walk: Walk): Generator<readonly SchemaProblem[]> {
  if (node.kind !== 'map') return;
  for (const [key, { value }] of node.entries) {
    const property = propertySchema(schema, key);
    const item = property && !property.unit && value.kind === 'list' ? itemSchema(property) : undefined;
    if (property?.unit) yield wholeProblems({ node: value, schema: property }, walk);
    if (value.kind !== 'list' || !item?.unit) continue;
    const { lists } = walk.cache;
    const made = madeOf(value.items, lists.get(item), (inner) => wholeProblems({ node: inner, schema: item }, walk));
    lists.set(item, { items: value.items, made });
    yield* made;
  }
}

function eachOnce(problems: readonly SchemaProblem[]): readonly SchemaProblem[] {
  const reported = new Map<Segment, Set<string>>();
  return problems.filter(({ span: { segment, from, to }, message }) =>
    firstIn(reported, segment, `${from}-${to} ${message}`),
  );
}

function* problemsBelow(root: Place, walk: Walk): Generator<SchemaProblem> {
  const visited = new Map<LocatedNode, Set<string>>();
  const reported = new Map<Segment, Set<string>>();
  const waiting = [root];
  for (let place = waiting.pop(); place; place = waiting.pop()) {
    const { node, schema } = place;
    if (walk.exempt.has(node) || saysNothing(node) || !firstIn(visited, node, schema.unit ?? '')) continue;
    for (const problem of problemsAt(place, walk)) {
      const { segment, from, to } = problem.span;
      if (!walk.exempt.has(problem.node) && firstIn(reported, segment, `${from}-${to} ${problem.message}`))
        yield problem;
    }
    for (const below of unitsBelow(node, schema).reverse()) waiting.push(below);
  }
}

function firstIn<K extends object>(seen: Map<K, Set<string>>, at: K, word: string): boolean {
  const words = seen.get(at);
  if (words?.has(word)) return false;
  if (words) words.add(word);
  else seen.set(at, new Set([word]));
  return true;
}

function unitsBelow(node: LocatedNode, schema: SchemaNode): Place[] {
  if (node.kind !== 'map') return [];
  return Array.from(node.entries).flatMap(([key, { value }]) => {
    const property = propertySchema(schema, key);
    return property ? unitsAt(value, property) : [];
  });
}

/** The unit at a place, or the units in the list that stands there. */
function unitsAt(node: LocatedNode, schema: SchemaNode): Place[] {
  if (schema.unit) return [{ node, schema }];
  const item = node.kind === 'list' ? itemSchema(schema) : undefined;
  return node.kind === 'list' && item?.unit ? node.items.map((below) => ({ node: below, schema: item })) : [];
}

function problemsAt(place: Place, { cache, isClean }: Walk): readonly SchemaProblem[] {
  const { node, schema } = place;
  let problems = cache.own.get(node)?.get(schema.unit ?? '');
  if (!problems) {
    problems = node.kind === 'map' ? judgeMap(node, schema, isClean) : judgeOther(node, schema, isClean);
    keepFor(cache.own, place, problems);
  }
  return problems;
}

function keepFor(cache: ByNode, { node, schema }: Place, problems: readonly SchemaProblem[]): void {
  const known = cache.get(node);
  if (known) known.set(schema.unit ?? '', problems);
  else cache.set(node, new Map([[schema.unit ?? '', problems]]));
}

/** A unit that is written as a scalar or a list. Some may be a text. */
function judgeOther(node: LocatedNode, schema: SchemaNode, isClean: IsClean): readonly SchemaProblem[] {
  const validate = VALIDATORS[schema.unit ?? ''];
  if (!validate) {
    const expected = brokenBy(node, schema);
    return expected ? [valueProblem(node, expected, isClean)] : [];
  }
  if (saysNone(node) || validate(node.kind === 'scalar' ? node.value : [])) return [];
  return [valueProblem(node, schema, isClean)];
}

function judgeMap(map: MapNode, schema: SchemaNode, isClean: IsClean): readonly SchemaProblem[] {
  const validate = VALIDATORS[schema.unit ?? ''];
  const wrong = validate ? (validate(shallow(map, schema)) ? [] : (validate.errors ?? [])) : interpret(map, schema);
  const unknown = wrong.flatMap(({ keyword, params }) =>
    keyword === 'additionalProperties' ? [params?.additionalProperty ?? ''] : [],
  );
  const problems: SchemaProblem[] = [];
  const advised = advisor(isClean);
  for (const error of wrong) {
    // A key that is there under another name is not missing as well.
    if (error.keyword === 'required' && isMeant(error.params?.missingProperty, unknown, schema)) continue;
    const problem = fromError(error, map, schema, isClean, advised);
    if (problem) problems.push(problem);
  }
  for (const [key, { value }] of map.entries) {
    const property = propertySchema(schema, key);
    if (property) problems.push(...notationsOf(value, property, key === 'id' && schema.declares !== undefined));
  }
  return problems.sort((one, other) => offsets(one.span).start - offsets(other.span).start);
}

function isMeant(key: string | undefined, unknown: readonly string[], schema: SchemaNode): boolean {
  return unknown.slice(0, MOST_ADVICE).some((name) => meantKey(name, schema) === key);
}

type Advised = (map: MapNode, key: string, schema: SchemaNode) => SchemaProblem | undefined;
const MOST_ADVICE = 100;

/** A map with hundreds of unknown keys is another format: looking for what each of them may have meant helps nobody. */
function advisor(isClean: IsClean): Advised {
  let given = 0;
  return (map, key, schema) => unknownKey(map, key, schema, given++ < MOST_ADVICE ? isClean : undefined);
}

/** The map as its unit's validator takes it: absent and "none" left out, what is below replaced by an empty object. */
function shallow(map: MapNode, schema: SchemaNode): object {
  const value = Object.create(null) as Record<string, unknown>;
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

function fromError(
  error: ValidatorError,
  map: MapNode,
  schema: SchemaNode,
  isClean: IsClean,
  advised: Advised,
): SchemaProblem | undefined {
  const { keyword, instancePath, params } = error;
  if (keyword === 'additionalProperties') return advised(map, params?.additionalProperty ?? '', schema);
  if (keyword === 'required') return missingKey(map, params?.missingProperty ?? '', schema);
  const [, key = '', index] = instancePath.split('/');
  const property = propertySchema(schema, key);
  const value = map.entries.get(key)?.value;
  const node = index === undefined ? value : value?.kind === 'list' ? value.items[Number(index)] : undefined;
  const expected = index === undefined ? property : property && itemSchema(property);
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
  const walk = { cache: newValidationCache(), exempt: new Set<LocatedNode>(), isClean: () => false };
  return unitsAt(node, schema).every((place) => problemsBelow(place, walk).next().done);
}

function fits(node: LocatedNode, schema: SchemaNode): boolean {
  if (saysNothing(node) || schema.unit || schema.notation) return true;
  const item = itemSchema(schema);
  return (
    acceptsNode(schema, node) &&
    (node.kind !== 'list' || !item || node.items.every((below) => item.unit || acceptsNode(item, below)))
  );
}
