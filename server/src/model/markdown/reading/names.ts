/** What the name of an item says: in its heading, in the words of a list item, in a cell. */
import type { Entry, ScalarNode } from '../../located.ts';
import type { Unit } from '../grammar/grammar.ts';
import { prose } from '../text/inline.ts';
import { normalLabel } from '../text/labels.ts';
import type { Words } from '../text/words.ts';
import { type Facts, factsOf, nameOf } from './facts.ts';
import { scalarNode, slug } from './scalars.ts';

const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** `Canary EU (5%)` has a title, an id by its slug, and a weight. */
export function nameEntries(words: Words, unit: Unit): Map<string, Entry> {
  const facts = factsOf(words, unit);
  const entries = factEntries(facts);
  addName(facts.name, unit, entries, facts.unnamed);
  return entries;
}

export function factEntries({ values }: Facts): Map<string, Entry> {
  return new Map(Array.from(values, ([key, value]) => [key, { key: value.head, value }]));
}

/** The name that is left of a heading: an id where it is one, else the text, and the id by its slug. */
export function addName(name: Words, unit: Unit, entries: Map<string, Entry>, unnamed = false): void {
  const words = prose(name);
  const id = unit.facts.find(({ key }) => key === 'id');
  const reference = unit.facts.find(({ shape }) => shape.scalar?.reference);
  const title = nameOf(unit) ?? (unit.text === id ? undefined : unit.text);
  const named = id ?? reference;
  if (named && ID.test(words.text)) {
    put(entries, named.key, scalarNode(words));
    return;
  }
  const hasNoWords = unnamed || isNumberOnly(words.text, unit);
  if (title && !hasNoWords && words.text !== '') put(entries, title.key, scalarNode(words));
  if (id && unit.declares) put(entries, 'id', scalarNode(words, slug(words.text) || unit.declares));
}

/** `Stage 2`: a place in the order, not a name. */
function isNumberOnly(text: string, unit: Unit): boolean {
  const word = /^([a-z][a-z ]*?)\s*#?\d+$/i.exec(text)?.[1];
  if (word === undefined) return false;
  const name = normalLabel(word);
  return name === normalLabel(unit.title) || unit.itemNames.has(name);
}

export function put(entries: Map<string, Entry>, key: string, value: ScalarNode): void {
  if (!entries.has(key)) entries.set(key, { key: value.head, value });
}
