/**
 * The typed plan: the located tree seen through the generated types, so that a rule reads `step.backup` and never walks a tree.
 * What does not have the type that the schema gives it is left out here, since `plan-schema` has already spoken of it; rules that
 * ask for presence use `isAbsent`, which knows the difference between "not there" and "there, but wrong".
 */
import { isEmpty, type ListNode, type LocatedNode, type MapNode, type ScalarNode } from '../located.ts';
import type { Span } from '../source.ts';

/** A scalar with its place. Written into a message it shows its words. */
export interface Value<T> {
  readonly node: ScalarNode;
  readonly value: T;
  toString(): string;
}

export type List<T> = readonly View<T>[] & { readonly node: ListNode };
export type Obj<T> = { readonly [K in keyof T]: View<T[K]> } & { readonly node: MapNode };

/** The located form of a generated type. Every value has `node`; no key of the schemas has that name. */
export type View<T> = T extends string | number | boolean
  ? Value<T>
  : T extends readonly (infer U)[]
    ? List<U>
    : T extends object
      ? Obj<T>
      : T;

type AnyView = Value<unknown> | List<unknown> | Obj<object>;

/** Which kinds of node the schema takes at a place, and the schemas below it. Given by `model/schema`. */
export interface Shape {
  accepts(node: LocatedNode): boolean;
  property(key: string): Shape | undefined;
  items(): Shape | undefined;
}

/** Views by node: a node that an edit left alone keeps its view, and with it everything cached by the view. */
export type ViewCache = WeakMap<LocatedNode, AnyView>;

export function viewOf<T extends object>(root: MapNode, shape: Shape, cache: ViewCache): Obj<T> {
  return mapView(root, shape, cache) as unknown as Obj<T>;
}

function viewNode(node: LocatedNode, shape: Shape, cache: ViewCache): AnyView | undefined {
  if (!shape.accepts(node) || (node.kind === 'scalar' && (node.broken || node.value === null))) return undefined;
  const known = cache.get(node);
  if (known) return known;
  if (node.kind === 'map') return mapView(node, shape, cache);
  const view = node.kind === 'list' ? listView(node, shape, cache) : new ScalarView(node);
  cache.set(node, view);
  return view;
}

function mapView(node: MapNode, shape: Shape, cache: ViewCache): Obj<object> {
  const view: Record<string, unknown> = { node };
  cache.set(node, view as Obj<object>);
  for (const [key, entry] of node.entries) {
    const below = key === '__proto__' || key === 'node' ? undefined : shape.property(key);
    const value = below && viewNode(entry.value, below, cache);
    if (value) view[key] = value;
  }
  return view as Obj<object>;
}

function listView(node: ListNode, shape: Shape, cache: ViewCache): List<unknown> {
  const below = shape.items();
  const items = below
    ? node.items.map((item) => viewNode(item, below, cache)).filter((item) => item !== undefined)
    : [];
  return Object.assign(items, { node }) as unknown as List<unknown>;
}

class ScalarView implements Value<unknown> {
  readonly node: ScalarNode;
  readonly value: unknown;
  constructor(node: ScalarNode) {
    this.node = node;
    this.value = node.value;
  }
  toString(): string {
    return this.node.text;
  }
}

/** Not written, or written with nothing behind it. A value of a wrong type, a broken one and "None" are not absent. */
export function isAbsent<T extends { readonly node: MapNode }>(
  owner: T,
  key: Exclude<keyof T, 'node'> & string,
): boolean {
  const value = owner.node.entries.get(key)?.value;
  return value === undefined || isEmpty(value);
}

/** The words that name something: its id where that is part of its heading, else the heading, the key or whatever stands for it. */
export function nameSpan(owner: { readonly node: MapNode }): Span {
  const { head, entries } = owner.node;
  const id = entries.get('id')?.value;
  if (id?.kind !== 'scalar' || id.broken || id.value === null) return head;
  const isWithin = id.span.segment === head.segment && id.span.from >= head.from && id.span.to <= head.to;
  return isWithin ? id.span : head;
}

/** Where to say that `key` is missing: at the key where it is written with nothing behind it, else at what names the owner. */
export function placeOfMissing(owner: { readonly node: MapNode }, key: string): Span {
  const entry = owner.node.entries.get(key);
  return entry && !entry.inherited ? entry.key : nameSpan(owner);
}

/** The words of a scalar, trimmed; nothing where there is none. */
export function wordsOf(value: Value<unknown> | undefined): string | undefined {
  const words = value?.toString().trim();
  return words === '' ? undefined : words;
}
