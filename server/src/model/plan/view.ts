/**
 * The typed plan: the located tree seen through the generated types, so that a rule reads `step.backup` and never walks a tree.
 * What does not have the type that the schema gives it is left out here, since `plan-schema` has already spoken of it; rules that
 * ask for presence use `isAbsent`, which knows the difference between "not there" and "there, but wrong".
 */
import type { Bit } from '../../util/bits.ts';
import { type MadeList, madeOf } from '../../util/list-memory.ts';
import { type Entry, isEmpty, type ListNode, type LocatedNode, type MapNode, type ScalarNode } from '../located.ts';
import type { Source, Span, Syntax } from '../source.ts';
import { readNode, readSlot, readWhole, type Slot, WHICH_KEYS } from './reads.ts';

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
  /** That a whole node was taken. */
  readonly nodes: Bit;
  accepts(node: LocatedNode): boolean;
  slots(): ReadonlyMap<string, Slot>;
  /** A key that the schema does not know, or knows elsewhere, may be asked for too. */
  slotOf(key: string): Slot;
  otherSlots(): Iterable<Slot>;
  items(): Shape | undefined;
}

/** Views by node: a node that an edit left alone keeps its view, and with it everything cached by the view. */
export interface ViewCache {
  readonly views: WeakMap<LocatedNode, AnyView>;
  /** The list that was last seen in each place. */
  readonly lists: Map<Shape, MadeList<LocatedNode, AnyView | undefined>>;
}

export function newViewCache(): ViewCache {
  return { views: new WeakMap(), lists: new Map() };
}

export function viewOf<T extends object>(root: MapNode, shape: Shape, cache: ViewCache): Obj<T> {
  return viewNode(root, shape, cache) as unknown as Obj<T>;
}

function viewNode(node: LocatedNode, shape: Shape, cache: ViewCache): AnyView | undefined {
  if (node.kind === 'scalar')
    return node.broken || node.value === null || !shape.accepts(node) ? undefined : new ScalarView(node);
  const known = cache.views.get(node);
  if (known) return known;
  if (!shape.accepts(node)) return undefined;
  const view = node.kind === 'map' ? objectView(node, shape, cache) : listView(node, shape, cache);
  cache.views.set(node, view);
  return view;
}

/** Views of what stands below are made when somebody asks. `read…` tells whoever records what is read. */
class ObjectView {
  readonly #node: MapNode;
  readonly #shape: Shape;
  readonly #cache: ViewCache;
  readonly #below = new Map<Slot, AnyView | undefined>();

  constructor(node: MapNode, shape: Shape, cache: ViewCache) {
    this.#node = node;
    this.#shape = shape;
    this.#cache = cache;
  }

  get node(): MapNode {
    readNode(this.#shape);
    return this.#node;
  }

  at(slot: Slot): AnyView | undefined {
    readSlot(slot);
    const known = this.#below.get(slot);
    if (known !== undefined || this.#below.has(slot)) return known;
    const value = this.#node.entries.get(slot.key)?.value;
    const view = value && slot.below && viewNode(value, slot.below, this.#cache);
    this.#below.set(slot, view);
    return view;
  }

  static entryOf(owner: { readonly node: MapNode }, key: string, read = readWhole): Entry | undefined {
    if (!(owner instanceof ObjectView)) return owner.node.entries.get(key);
    read(owner.#shape.slotOf(key));
    return owner.#node.entries.get(key);
  }

  static keysOf(owner: { readonly node: MapNode }): readonly string[] {
    if (!(owner instanceof ObjectView)) return [...owner.node.entries.keys()];
    readSlot(owner.#shape.slotOf(WHICH_KEYS));
    return [...owner.#node.entries.keys()];
  }

  static sourceOf(owner: { readonly node: MapNode }): Source {
    return (owner instanceof ObjectView ? owner.#node : owner.node).head.segment.source;
  }

  static headOf(owner: { readonly node: MapNode }): Span {
    if (!(owner instanceof ObjectView)) return owner.node.head;
    // Without an id the first key names an object.
    readSlot(owner.#shape.slotOf(WHICH_KEYS));
    return owner.#node.head;
  }
}

/** An object view has a property for each key of its shape. One class for all plans: they are read by the same rules. */
const classes = new WeakMap<Shape, typeof ObjectView>();

function objectView(node: MapNode, shape: Shape, cache: ViewCache): AnyView {
  let View = classes.get(shape);
  if (!View) {
    View = classOf(shape);
    classes.set(shape, View);
  }
  return new View(node, shape, cache) as unknown as Obj<object>;
}

function classOf(shape: Shape): typeof ObjectView {
  const View = class extends ObjectView {};
  for (const [key, slot] of shape.slots()) {
    if (key === '__proto__' || key === 'node' || key === 'at') continue;
    const get = function (this: ObjectView) {
      return this.at(slot);
    };
    Object.defineProperty(View.prototype, key, { get, enumerable: true });
  }
  return View;
}

class ListView extends Array<AnyView> {
  readonly #node: ListNode;
  readonly #shape: Shape;

  constructor(node: ListNode, shape: Shape, views: readonly AnyView[]) {
    super();
    for (const view of views) this.push(view);
    this.#node = node;
    this.#shape = shape;
  }

  /** What is made from a list is a list like any other. */
  static override get [Symbol.species]() {
    return Array;
  }

  get node(): ListNode {
    readNode(this.#shape);
    return this.#node;
  }
}

function listView(node: ListNode, shape: Shape, cache: ViewCache): List<unknown> {
  const below = shape.items();
  const made = madeOf(node.items, cache.lists.get(shape), (item) => below && viewNode(item, below, cache));
  cache.lists.set(shape, { items: node.items, made });
  const items = made.filter((item) => item !== undefined);
  return new ListView(node, shape, items) as unknown as List<unknown>;
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

/** What is written at a key, also where it is not of the type that it should be. Prefer it to `view.node.entries`, which is all that the object holds. */
export function entryOf(owner: { readonly node: MapNode } | undefined, key: string): Entry | undefined {
  return owner && ObjectView.entryOf(owner, key);
}

/** Which text the object is written in, the same object for all its readings. That never changes, so nothing is read by asking. */
export function sourceOf(owner: { readonly node: MapNode }): Source {
  return ObjectView.sourceOf(owner);
}

/** Which syntax the object is written in. */
export function syntaxOf(owner: { readonly node: MapNode }): Syntax {
  return sourceOf(owner).syntax;
}

/** The keys that are written, those that the schema does not know among them. */
export function keysOf(owner: { readonly node: MapNode }): readonly string[] {
  return ObjectView.keysOf(owner);
}

/** Not written, or written with nothing behind it. A value of a wrong type, a broken one and "None" are not absent. */
export function isAbsent<T extends { readonly node: MapNode }>(
  owner: T,
  key: Exclude<keyof T, 'node'> & string,
): boolean {
  const value = ObjectView.entryOf(owner, key, readSlot)?.value;
  return value === undefined || isEmpty(value);
}

/** The words that name something: its id where that is part of its heading, else the heading, the key or whatever stands for it. */
export function nameSpan(owner: { readonly node: MapNode }): Span {
  const head = ObjectView.headOf(owner);
  const id = ObjectView.entryOf(owner, 'id', readSlot)?.value;
  if (id?.kind !== 'scalar' || id.broken || id.value === null) return head;
  const isWithin = id.span.segment === head.segment && id.span.from >= head.from && id.span.to <= head.to;
  return isWithin ? id.span : head;
}

/** Where to say that `key` is missing: at the key where it is written with nothing behind it, else at what names the owner. */
export function placeOfMissing(owner: { readonly node: MapNode }, key: string): Span {
  const entry = ObjectView.entryOf(owner, key, readSlot);
  return entry && !entry.inherited ? entry.key : nameSpan(owner);
}

/** The words of a scalar, trimmed; nothing where there is none. */
export function wordsOf(value: Value<unknown> | undefined): string | undefined {
  const words = value?.toString().trim();
  return words === '' ? undefined : words;
}

/** How a value is written; nothing where there is none. */
export function spelling(value: Value<unknown> | undefined): string {
  return value?.toString() ?? '';
}

/** The id of an item; empty where it has none, so that nothing refers to it. */
export function idOf({ id }: { readonly id?: Value<string> | undefined }): string {
  return id?.value ?? '';
}
