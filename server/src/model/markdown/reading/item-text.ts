/** What the words of an item say: its name, the facts around it, a command. */
import type { Entry } from '../../located.ts';
import type { Property, Unit } from '../grammar/grammar.ts';
import { codeSpans, prose, unwrap } from '../text/inline.ts';
import { sliceWords, trimWords, type Words } from '../text/words.ts';
import type { Context } from './context.ts';
import { factsOf } from './facts.ts';
import { addName, put } from './names.ts';
import { pairsOf } from './pairs.ts';
import { scalarNode } from './scalars.ts';
import { scalarFrom } from './values.ts';

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
