/** What the words of an item say: its name, the facts around it, a command. */
import type { Entry, ScalarNode } from '../../located.ts';
import type { Property, Unit } from '../grammar/grammar.ts';
import { codeSpans, prose, unwrap } from '../text/inline.ts';
import { normalLabel } from '../text/labels.ts';
import { sliceWords, trimWords, type Words } from '../text/words.ts';
import type { Context } from './context.ts';
import { factsOf, nameOf } from './facts.ts';
import { pairsOf } from './pairs.ts';
import { scalarNode, slug } from './scalars.ts';
import { scalarFrom } from './values.ts';

const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

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

/** The words of an item: its name with facts, its command, or keys on one line. */
export function itemText(raw: Words, unit: Unit, context: Context): Map<string, Entry> {
  const command = commandIn(raw, unit);
  const pairs = command ? undefined : pairsOf(raw, unit, context);
  if (pairs) return pairs;
  const entries = new Map<string, Entry>();
  const name = command ? command.name : raw;
  if (command) put(entries, command.property.key, scalarNode(command.code));
  if (name && unit.facts.length > 0) {
    const facts = factsOf(name, unit);
    for (const [key, value] of facts.values) put(entries, key, value);
    const described = describedName(facts.name, unit);
    addName(described?.name ?? facts.name, unit, entries);
    if (described) put(entries, 'description', scalarNode(prose(described.rest)));
  } else if (name && unit.text?.shape.scalar) {
    put(entries, unit.text.key, scalarFrom(name, unit.text, unit.text.shape.scalar, context));
  }
  return entries;
}

/** `orders-write-currency: writes both shapes`, for units that are known by a name. */
function describedName(name: Words, unit: Unit): { readonly name: Words; readonly rest: Words } | undefined {
  if (!unit.declares || !unit.properties.has('description')) return undefined;
  const cut = /^([^:]{1,60}?)(?::|\s[–—-])\s+(?=\S)/.exec(name.text);
  if (!cut) return undefined;
  return { name: sliceWords(name, 0, (cut[1] as string).length), rest: sliceWords(name, cut[0].length) };
}

interface Command {
  readonly property: Property;
  readonly code: Words;
  readonly name?: Words | undefined;
}

/** ``Switch back: `git checkout main` ``; an item that is nothing but code is a command too. */
function commandIn(raw: Words, unit: Unit): Command | undefined {
  const property = Array.from(unit.properties.values()).find(({ fences }) => fences.includes('bash'));
  if (!property || !raw.text.includes('`')) return undefined;
  const whole = unwrap(raw);
  if (whole.verbatim && raw.text.startsWith('`') && /[\s/]|\.\w/.test(whole.words.text))
    return { property, code: whole.words };
  const cut = /^([^`]{1,200}?)(?:\s*:|\s[–—-]|\s(?:→|->|with|by running))\s+(`+[^`]+`+)\s*$/s.exec(raw.text);
  if (!cut) return undefined;
  const code = codeSpans(sliceWords(raw, raw.text.length - (cut[2] as string).length))[0];
  const name = trimWords(sliceWords(raw, 0, (cut[1] as string).length));
  return code && { property, code, name };
}
