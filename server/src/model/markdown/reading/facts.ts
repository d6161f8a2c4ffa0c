/** What the heading of an item says besides its name: `Stage 2: canary (5%, 2h)`, `2. Contract: drop the old column (5.2.0)`. */
import type { ScalarNode } from '../../located.ts';
import type { Property, Unit } from '../grammar/grammar.ts';
import { plain, prose } from '../text/inline.ts';
import { leadingOrdinal, leadingSigns, normalLabel } from '../text/labels.ts';
import { sliceWords, trimWords, type Words } from '../text/words.ts';
import { isWellFormed } from './notations.ts';
import { readScalar, scalarNode, slug } from './scalars.ts';

export interface Facts {
  /** What is left when numbering and facts are taken off. */
  readonly name: Words;
  readonly values: ReadonlyMap<string, ScalarNode>;
  /** `25% → 50% → 100%`: the same item several times, each with its own value of this key. */
  readonly series?: { readonly key: string; readonly values: readonly ScalarNode[] };
  /** The heading counts: `Stage 2`, `3.`. */
  readonly numbered: boolean;
  /** The heading says facts and nothing else: `2026-11-18`, `Stage 1: 5% for 2h`. It has no words for a title. */
  readonly unnamed: boolean;
}

const COUNTED = /^(?:[a-z]+\s+)?\d{1,4}\b/i;
/** Nobody ramps in more steps than this. */
const LONGEST_SERIES = 40;
const SERIES = /\d{1,3}(?:\.\d+)?%(?:\s*(?:→|➡|⟶|->|=>|➜|>|,|\/|to)\s*\d{1,3}(?:\.\d+)?%)+/;

export function factsOf(heading: Words, unit: Unit): Facts {
  const said = prose(heading);
  const start = leadingSigns(said.text);
  const body = sliceWords(said, start);
  const ordinal = leadingOrdinal(body.text);
  const values = new Map<string, ScalarNode>();
  let name = trimWords(sliceWords(body, ordinal));
  const series = seriesOf(name, unit);
  if (series) name = without(name, series.from, series.to);
  name = takeGroups(name, unit, values);
  const unnamed = takeWhole(name, unit, values);
  if (unnamed && ordinal > 0) name = withoutSeparator(sliceWords(body, 0, ordinal));
  if (!unnamed) {
    name = takeTail(name, unit, values);
    name = takeHead(name, unit, values);
    if (!series) takeInside(name, unit, values);
  }
  return {
    name: name.text === '' ? body : name,
    values,
    unnamed,
    numbered: ordinal > 0 || COUNTED.test(body.text),
    ...(series ? { series: { key: series.key, values: series.values } } : {}),
  };
}

/** Keys in a notation, an enum or a release: what can be told from the words of a name by its form alone. */
function factFor(words: Words, unit: Unit, taken: ReadonlyMap<string, unknown>): [string, ScalarNode] | undefined {
  for (const property of factKeys(unit)) {
    if (taken.has(property.key)) continue;
    const value = valueIn(words, property, unit);
    if (value) return [property.key, value];
  }
  return undefined;
}

/** What a heading can say: the facts, and the opposite of what can be denied. */
function factKeys(unit: Unit): Property[] {
  return [...unit.facts, ...Array.from(unit.properties.values()).filter(({ opposites }) => opposites.size > 0)];
}

const FILLER =
  /^(?:(?:for|soak|bake|wait|weight|traffic|at|to|in|release|version|observe|observation|canary)\s*:?\s+){0,2}/i;
const AFTER = /\s+(?:of\s.*|soak|bake|wait|traffic|weight|users|requests|hosts|tenants|regions|rollout)$/i;

function valueIn(raw: Words, property: Property, unit: Unit): ScalarNode | undefined {
  const { scalar } = property.shape;
  const words = plain(raw);
  if (!scalar || property === nameOf(unit) || scalar.notation === 'id' || words.text === '') return undefined;
  if (scalar.members) {
    const said = slug(words.text.replace(/\s+(?:phase|step|stage)$/i, ''));
    const member = scalar.slugs?.get(said);
    return member === undefined ? undefined : scalarNode(words, member);
  }
  if (scalar.boolean) return property.opposites.has(normalLabel(words.text)) ? scalarNode(words, false) : undefined;
  const { length } = words.text;
  const rest = words.text.replace(FILLER, '');
  const core = sliceWords(words, length - rest.length, length - (AFTER.exec(rest)?.[0].length ?? 0));
  const fits = scalar.notation
    ? isWellFormed(scalar.notation, core.text)
    : /^v?\d+(?:\.\d+)+[-+.\w]*$/i.test(core.text);
  return fits && scalar.string ? scalarNode(core) : undefined;
}

/** The key that takes the name itself: the first fact that is plain text. */
export function nameOf(unit: Unit): Property | undefined {
  return unit.facts.find(
    ({ shape: { scalar } }) => scalar?.string && !scalar.notation && !scalar.members && !scalar.reference,
  );
}

function takeAll(parts: readonly Words[], unit: Unit, values: Map<string, ScalarNode>): boolean {
  const taken = new Map(values);
  for (const part of parts) {
    const fact = factFor(part, unit, taken);
    if (!fact) return false;
    taken.set(...fact);
  }
  for (const [key, value] of taken) values.set(key, value);
  return parts.length > 0;
}

/** `5% for 2h`, and nothing else. The name of a phase is a name all the same. */
function takeWhole(name: Words, unit: Unit, values: Map<string, ScalarNode>): boolean {
  const parts = split(name, /\s*[,;/·|]\s*|\s+(?=for\s)|\s[–—-]\s/g);
  const facts = new Map(values);
  if (!takeAll(parts, unit, facts)) return false;
  const said = Array.from(facts.keys()).filter((key) => !values.has(key));
  if (said.some((key) => unit.properties.get(key)?.shape.scalar?.notation === undefined)) return false;
  for (const [key, value] of facts) values.set(key, value);
  return true;
}

function withoutSeparator(words: Words): Words {
  return sliceWords(words, 0, words.text.replace(/[\s:.)–—-]+$/u, '').length);
}

/** `(5%, 2h)`: a group in which anything is a fact is no part of the name. */
function takeGroups(name: Words, unit: Unit, values: Map<string, ScalarNode>): Words {
  let rest = name;
  for (let found = lastGroup(rest.text); found; found = lastGroup(rest.text, found.index)) {
    const inner = sliceWords(rest, found.index + 1, found.index + found.length - 1);
    const facts = split(inner, /\s*[,;/·|]\s*|\s[–—-]\s/g).filter((part) => takeAll([part], unit, values));
    if (facts.length > 0) rest = without(rest, found.index, found.index + found.length);
  }
  return rest;
}

function lastGroup(
  text: string,
  before = text.length,
): { readonly index: number; readonly length: number } | undefined {
  const close = text.lastIndexOf(')', before - 1);
  const open = close < 0 || before === 0 ? -1 : text.lastIndexOf('(', close);
  return open < 0 ? undefined : { index: open, length: close - open + 1 };
}

/** `Canary — 5% for 2h`: what stands behind the last dash or colon, when all of it is facts. */
function takeTail(name: Words, unit: Unit, values: Map<string, ScalarNode>): Words {
  for (let rest = name; ; ) {
    const cut = /^(.*\S)\s*(?:\s[–—-]|[:,|])\s+(\S.*)$/su.exec(rest.text);
    if (!cut) return rest;
    const from = rest.text.length - (cut[2] as string).length;
    const parts = split(sliceWords(rest, from), /\s*[,;/·|]\s*|\s+(?=for\s)/g);
    if (!takeAll(parts, unit, values)) return rest;
    rest = trimWords(sliceWords(rest, 0, (cut[1] as string).length));
  }
}

/** `Contract: drop the old column`, `Contract phase`. */
function takeHead(name: Words, unit: Unit, values: Map<string, ScalarNode>): Words {
  const cut = /^([^:]{1,40}?)(?:\s*:|\s[–—-])\s+(?=\S)/.exec(name.text);
  if (cut && takeAll([sliceWords(name, 0, (cut[1] as string).length)], unit, values))
    return sliceWords(name, cut[0].length);
  takeAll([name], unit, values);
  return name;
}

/** `Ramp to 50%`: a percentage in the name is a fact, and stays in the name. */
function takeInside(name: Words, unit: Unit, values: Map<string, ScalarNode>): void {
  const property = percentOf(unit);
  if (!property || values.has(property.key)) return;
  const found = /(?<![\w.,-])(\d{1,3}(?:\.\d+)?%)(?!\w)/.exec(name.text);
  if (!found || !isWellFormed('percent', found[1] as string)) return;
  values.set(property.key, scalarNode(sliceWords(name, found.index, found.index + (found[1] as string).length)));
}

function percentOf(unit: Unit): Property | undefined {
  return unit.facts.find(({ shape }) => shape.scalar?.notation === 'percent');
}

export function seriesOf(words: Words, unit: Unit) {
  const property = percentOf(unit);
  const found = property && SERIES.exec(words.text);
  if (!found || !property?.shape.scalar) return undefined;
  const place = sliceWords(words, found.index, found.index + found[0].length);
  const { scalar } = property.shape;
  const values = Array.from(found[0].matchAll(/\d{1,3}(?:\.\d+)?%/g), ({ 0: text, index }) =>
    readScalar(sliceWords(place, index, index + text.length), scalar),
  );
  if (values.length > LONGEST_SERIES) return undefined;
  return { key: property.key, values, from: found.index, to: found.index + found[0].length };
}

function split(words: Words, separator: RegExp): Words[] {
  const parts: Words[] = [];
  let from = 0;
  for (const { 0: text, index } of words.text.matchAll(separator)) {
    parts.push(trimWords(sliceWords(words, from, index)));
    from = index + text.length;
  }
  parts.push(trimWords(sliceWords(words, from)));
  return parts.filter((part) => part.text !== '');
}

/** The name without some of its characters, and without the parentheses or dashes that stood around them. */
function without(name: Words, from: number, to: number): Words {
  const before = name.text.slice(0, from).replace(/[\s(:,–—-]+$/u, '');
  const after = name.text.slice(to).replace(/^[\s):,–—-]+/u, '');
  if (after === '') return trimWords(sliceWords(name, 0, before.length));
  return before === '' ? trimWords(sliceWords(name, name.text.length - after.length)) : name;
}
