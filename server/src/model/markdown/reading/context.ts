/** Which labels mean something at a place in the document, and what they mean there. */
import type { Entry, LocatedNode } from '../../located.ts';
import type { Span } from '../../source.ts';
import type { Property, Unit } from '../grammar/grammar.ts';
import { exactLabel, normalLabel } from '../text/labels.ts';
import type { Words } from '../text/words.ts';
import { isPart } from './exempt.ts';
import type { Content, FieldForm, Knows } from './fields.ts';
import type { Layout } from './layout.ts';
import type { SectionMemory } from './section-memory.ts';
import { fitOf } from './shape-fit.ts';

export interface Scope {
  readonly unit: Unit;
  readonly kind: 'item' | 'object' | 'part' | 'plan';
}

export interface Context {
  /** The unit that is being read, then those around it. */
  readonly scopes: readonly Scope[];
  /** How each node was written, for edits. */
  readonly layouts: Map<LocatedNode, Layout>;
  /** The lines above the first section speak of the plan before they speak of the part. */
  readonly preamble?: boolean;
  /** A section about another part: only what marks a rollout is read from it. */
  readonly foreign?: boolean;
  /** Keys of the plan that the front matter has given. */
  readonly given: ReadonlySet<string>;
  /** What is known of sections from the reading before. */
  readonly memory?: SectionMemory | undefined;
}

/** A value for a key of a unit `up` scopes further out. */
export interface Found {
  readonly up: number;
  readonly property: Property;
  readonly entry: Entry;
  /** Items from a section that is named after the list win over items that merely look like some. */
  readonly named: boolean;
}

export interface Empty {
  readonly up: number;
  readonly path: readonly (string | number)[];
  readonly head: Span;
}

export interface Harvest {
  readonly found: Found[];
  readonly empties: Empty[];
}

export function newHarvest(): Harvest {
  return { found: [], empties: [] };
}

export function addHarvest(into: Harvest, from: Harvest): void {
  for (const one of from.found) into.found.push(one);
  for (const one of from.empties) into.empties.push(one);
}

/** What a read inside a deeper unit says about the units around it. */
export function outward({ found, empties }: Harvest): Harvest {
  return {
    found: found.filter(({ up }) => up > 0).map((one) => ({ ...one, up: one.up - 1 })),
    empties: empties.filter(({ up }) => up > 0).map((one) => ({ ...one, up: one.up - 1 })),
  };
}

export function inner(context: Context, unit: Unit, kind: Scope['kind']): Context {
  return { ...context, preamble: false, scopes: [{ unit, kind }, ...context.scopes] };
}

export interface Match {
  readonly up: number;
  readonly property: Property;
  /** The label says the opposite of the property's name. */
  readonly opposite: boolean;
}

export function knowsIn(context: Context): Knows {
  return (label) => candidates(normalLabel(label.text), 'plain', context).length > 0;
}

/** What a label means: the innermost unit that knows it, unless a unit further out takes the content's form better. */
export function lookup(label: Words, form: FieldForm, content: Content, context: Context): Match | undefined {
  for (const name of namesOf(label.text, form)) {
    const matches = candidates(name, form, context);
    if (matches.length === 0) continue;
    const preferred = context.preamble ? matches.find((match) => isOfPlan(match, context)) : undefined;
    return preferred ?? bestOf(properOf(matches, label), content);
  }
  return undefined;
}

/** The label, then the label without a remark behind it: `Rollback plan — orders`, `Abort criteria for the canary`. */
function namesOf(label: string, form: FieldForm): string[] {
  const whole = normalLabel(label);
  if (form === 'plain' || form === 'item' || form === 'row') return [whole];
  const cut = normalLabel(label.replace(/(?:\s[–—-]|:)\s.*$/s, ''));
  const bare = whole.replace(/ (?:for|during|of|at|in|per|to|after|before) .*$/, '');
  return [...new Set([whole, cut, bare])].filter((name) => name !== '');
}

function candidates(name: string, form: FieldForm, context: Context): Match[] {
  const matches: Match[] = [];
  let inItem = false;
  let inObject = false;
  context.scopes.forEach(({ unit, kind }, up) => {
    for (const property of unit.byName.get(name) ?? []) {
      if (kind === 'plan' && isPart(property.key)) continue;
      if (context.foreign && !property.adopts && (kind === 'part' || kind === 'plan')) continue;
      // What an item does not know is not said of the whole list, and a line in an object is about that object.
      if (inItem && property.shape.item?.unit?.declares === undefined) continue;
      if (inObject && form !== 'heading') continue;
      matches.push({ up, property, opposite: property.opposites.has(name) });
    }
    inItem ||= kind === 'item';
    inObject ||= kind === 'object';
  });
  return matches;
}

/** Keys of exactly this name, where there are any. */
function properOf(matches: Match[], label: Words): Match[] {
  if (matches.length < 2) return matches;
  const name = exactLabel(label.text);
  const proper = matches.filter(({ property }) => property.proper.has(name));
  return proper.length > 0 ? proper : matches;
}

function isOfPlan({ up, property }: Match, { scopes, given }: Context): boolean {
  return scopes[up]?.kind === 'plan' && property.shape.scalar !== undefined && !given.has(property.key);
}

function bestOf(matches: readonly Match[], content: Content): Match | undefined {
  let best = matches[0];
  if (!best || matches.length === 1) return best;
  let score = fitOf(best.property.shape, content);
  for (const match of matches.slice(1)) {
    const other = fitOf(match.property.shape, content);
    if (other <= score) continue;
    best = match;
    score = other;
  }
  return best;
}
