/** Every value of a plan beside what the schema says of it. */
import type { Entry, LocatedNode, MapNode } from '../located.ts';
import { itemSchema, propertySchema, type SchemaNode } from '../schema/schema.ts';
import type { Span } from '../source.ts';

export interface Visit {
  readonly node: LocatedNode;
  readonly schema: SchemaNode;
  /** The map that the node is a value of. An item of a list has none. */
  readonly owner?: MapNode;
  readonly name?: string;
  readonly key?: Span;
  readonly entry?: Entry;
  /** Code and commands are words of another language: nothing that is said of prose holds for them. */
  readonly isCode: boolean;
}

/**
 * What the schema knows, in the order of the text, each node beside one schema once, since aliases share nodes. Never recurses.
 * `hidden`: is left out with all that is below it.
 */
export function* walk(root: LocatedNode, schema: SchemaNode, hidden?: LocatedNode): Generator<Visit> {
  const seen = new Map<LocatedNode, Set<SchemaNode>>();
  const waiting: Visit[] = [{ node: root, schema, isCode: false }];
  for (let visit = waiting.pop(); visit; visit = waiting.pop()) {
    if (visit.node === hidden || !isFirst(seen, visit)) continue;
    yield visit;
    for (const inner of below(visit).reverse()) waiting.push(inner);
  }
}

function isFirst(seen: Map<LocatedNode, Set<SchemaNode>>, { node, schema }: Visit): boolean {
  const schemas = seen.get(node);
  if (!schemas) seen.set(node, new Set([schema]));
  else if (schemas.has(schema)) return false;
  else schemas.add(schema);
  return true;
}

/** What stands directly in a value, in the order of the text, as far as the schema knows it. */
export function below({ node, schema, isCode }: Visit): Visit[] {
  if (node.kind === 'scalar') return [];
  if (node.kind === 'list') {
    const item = itemSchema(schema);
    return item ? node.items.map((inner) => ({ node: inner, schema: item, isCode: isCode || isCodeIn(item) })) : [];
  }
  const visits: Visit[] = [];
  for (const [name, entry] of node.entries) {
    const { key, value } = entry;
    const inner = propertySchema(schema, name);
    if (inner) visits.push({ node: value, schema: inner, owner: node, name, key, entry, isCode: isCodeIn(inner) });
  }
  return visits;
}

/** Whatever may stand in a fence of its own language is code. */
export function isCodeIn(schema: SchemaNode): boolean {
  return schema.fences.length > 0;
}
