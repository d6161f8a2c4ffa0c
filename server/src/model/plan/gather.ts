/** Facts about the values of a plan, kept by the maps and lists that they were found in: after an edit only what it made anew is looked at. */
import { type MadeList, madeOf } from '../../util/list-memory.ts';
import type { LocatedNode } from '../located.ts';
import { itemSchema, type SchemaNode } from '../schema/schema.ts';
import { below, isCodeIn, type Visit } from './walk.ts';

export interface Collector<T> {
  /** What is to be known of one value. Has to follow from the visit alone. */
  readonly collect: (visit: Visit) => readonly T[];
  readonly at: number;
}

/** Asked together, so that a plan is gone through once and not once for each. */
const collectors: Collector<unknown>[] = [];

/** Declares once and for all what can be gathered from any plan. */
export function collector<T>(collect: Collector<T>['collect']): Collector<T> {
  const made = { collect, at: collectors.length };
  collectors.push(made);
  return made;
}

type Facts = readonly unknown[];

/** By the place of the collector; nothing where it found nothing. */
type FactsOfEach = readonly (Facts | undefined)[];

/** What all collectors that were declared by then have found below a node, and of an item in itself; `undefined` where that is nothing. */
interface Found {
  readonly schema: SchemaNode;
  readonly isCode: boolean;
  readonly isItem: boolean;
  readonly asked: number;
  readonly facts: FactsOfEach | undefined;
}

export interface GatherCache {
  readonly known: WeakMap<LocatedNode, Found>;
  /** The list that was last seen in each place, and how many collectors were declared by then. */
  readonly lists: Map<SchemaNode, MadeList<LocatedNode, Found['facts']> & { readonly asked: number }>;
}

export function newGatherCache(): GatherCache {
  return { known: new WeakMap(), lists: new Map() };
}

export type Gather = <T>(collector: Collector<T>) => readonly T[];

/** What is gathered from there on, in the order of the text, each fact once. `isHidden`: values that are not looked at, with all that is below them. */
export function gathering(root: Visit, cache: GatherCache, isHidden: (visit: Visit) => boolean): Gather {
  const work = new Gathering(cache, isHidden);
  return <T>({ at }: Collector<T>) => {
    const facts = (work.item(root)?.[at] ?? NOTHING) as readonly T[];
    return facts.length > 1 ? eachOnce(facts) : facts;
  };
}

const uniques = new WeakMap<Facts, Facts>();

function eachOnce<T>(facts: readonly T[]): readonly T[] {
  const unique = (uniques.get(facts) as readonly T[] | undefined) ?? [...new Set(facts)];
  uniques.set(facts, unique);
  return unique;
}

/** What most collectors find in most values: one list for all of them. */
export const NOTHING: readonly never[] = [];

class Gathering {
  constructor(
    private readonly cache: GatherCache,
    private readonly isHidden: (visit: Visit) => boolean,
  ) {}

  /** Of a value without an owner: what is found in it and below it. */
  item(visit: Visit): FactsOfEach | undefined {
    const known = this.recall(visit.node, visit.schema, visit.isCode, true);
    if (known) return known.facts;
    return this.keep(visit, true, (sum) => {
      sum.collect(visit);
      this.inside(visit, sum);
    });
  }

  private below(visit: Visit): FactsOfEach | undefined {
    if (visit.node.kind === 'scalar') return undefined;
    const known = this.recall(visit.node, visit.schema, visit.isCode, false);
    return known ? known.facts : this.keep(visit, false, (sum) => this.inside(visit, sum));
  }

  private inside(visit: Visit, sum: Sum): void {
    const { node, schema } = visit;
    if (node.kind === 'map')
      for (const inner of below(visit)) {
        if (this.isHidden(inner)) continue;
        sum.collect(inner);
        sum.add(this.below(inner));
      }
    const item = node.kind === 'list' ? itemSchema(schema) : undefined;
    if (node.kind !== 'list' || !item) return;
    const isCode = visit.isCode || isCodeIn(item);
    const asked = collectors.length;
    const before = this.cache.lists.get(item);
    const made = madeOf(node.items, before?.asked === asked ? before : undefined, (inner) =>
      this.item({ node: inner, schema: item, isCode }),
    );
    this.cache.lists.set(item, { items: node.items, made, asked });
    for (const facts of made) sum.add(facts);
  }

  private recall(node: LocatedNode, schema: SchemaNode, isCode: boolean, isItem: boolean): Found | undefined {
    const known = this.cache.known.get(node);
    const isFor = known?.schema === schema && known.isCode === isCode && known.isItem === isItem;
    return isFor && known.asked === collectors.length ? known : undefined;
  }

  private keep({ node, schema, isCode }: Visit, isItem: boolean, fill: (sum: Sum) => void): Found['facts'] {
    const sum = new Sum();
    fill(sum);
    this.cache.known.set(node, { schema, isCode, isItem, asked: collectors.length, facts: sum.facts });
    return sum.facts;
  }
}

class Sum {
  facts: (unknown[] | undefined)[] | undefined;

  collect(visit: Visit): void {
    for (const collector of collectors) this.addTo(collector.at, collector.collect(visit));
  }

  add(more: FactsOfEach | undefined): void {
    if (more) for (let at = 0; at < more.length; at++) this.addTo(at, more[at] ?? NOTHING);
  }

  private addTo(at: number, facts: Facts): void {
    if (facts.length === 0) return;
    this.facts ??= collectors.map(() => undefined);
    const known = this.facts[at];
    if (!known) this.facts[at] = [...facts];
    else for (const fact of facts) known.push(fact);
  }
}
