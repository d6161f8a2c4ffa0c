/** Several keys on one line: `rds:snapshot/orders-2027-05-31, kept 45d`, `backfill-amount, soak: 90d`. */
import type { Entry, ScalarNode } from '../../located.ts';
import type { Property, ScalarShape, Unit } from '../grammar/grammar.ts';
import { plain } from '../text/inline.ts';
import { normalLabel } from '../text/labels.ts';
import { sliceWords, trimWords, type Words } from '../text/words.ts';
import type { Context } from './context.ts';
import { nameEntries } from './names.ts';
import { isWellFormed } from './notations.ts';
import { readScalar } from './scalars.ts';
import { scalarFrom } from './values.ts';

const MOST_PARTS = 12;
/** Nobody writes a list on one line that is longer. */
const LONGEST_LINE = 4000;

/**
 * The entries, where every part but the first is a known label with a value; nothing where the words are a sentence.
 * `unlabelled`: what the first part says where it has no label.
 */
export function pairsOf(
  raw: Words,
  unit: Unit,
  context: Context,
  unlabelled = (words: Words) => unlabelledEntries(words, unit, context),
): Map<string, Entry> | undefined {
  const parts = splitAtCommas(raw, /[,;]\s/y);
  const [first, ...rest] = parts;
  if (!first || parts.length > MOST_PARTS) return undefined;
  const entries = new Map<string, Entry>();
  const seen = new Set<string>();
  const add = (pair: Pair | undefined): boolean => {
    if (!pair || seen.has(pair.property.key)) return false;
    seen.add(pair.property.key);
    entries.set(pair.property.key, { key: pair.value.head, value: pair.value });
    return true;
  };
  const labelled = pairOf(first, unit, context);
  if (labelled) add(labelled);
  else if (rest.length > 0 || isReferenceInPlace(first, unit))
    for (const [key, entry] of unlabelled(first)) entries.set(key, entry);
  if (!rest.every((part) => add(pairOf(part, unit, context)))) return undefined;
  return entries.size > 0 ? entries : undefined;
}

/** A name, where the unit has one; else its text. */
function unlabelledEntries(words: Words, unit: Unit, context: Context): Map<string, Entry> {
  if (unit.facts.length > 0) return nameEntries(words, unit);
  const { text } = unit;
  const value = text?.shape.scalar && scalarFrom(words, text, text.shape.scalar, context);
  return new Map(text && value ? [[text.key, { key: value.head, value }]] : []);
}

interface Pair {
  readonly property: Property;
  readonly value: ScalarNode;
}

/** `label: value`; where the value is in a notation, also `label value`. */
function pairOf(words: Words, unit: Unit, context: Context): Pair | undefined {
  const colon = /^([^:`]{1,40}):\s+(?=\S)/.exec(words.text);
  const named = colon && propertyNamed(colon[1] as string, unit);
  if (colon && named?.shape.scalar) {
    return {
      property: named,
      value: scalarFrom(sliceWords(words, colon[0].length), named, named.shape.scalar, context),
    };
  }
  for (const { 0: gap, index } of Array.from(words.text.slice(0, 60).matchAll(/\s+/g)).reverse()) {
    const property = propertyNamed(words.text.slice(0, index), unit);
    const rest = sliceWords(words, index + gap.length);
    if (property?.shape.scalar && isExact(rest, property.shape.scalar)) {
      return { property, value: scalarFrom(rest, property, property.shape.scalar, context) };
    }
  }
  return undefined;
}

function propertyNamed(label: string, unit: Unit): Property | undefined {
  const name = normalLabel(label);
  return unit.byName.get(name)?.find(({ opposites }) => !opposites.has(name));
}

/** Whether the words are nothing but a value of the property, so that the word before them must be its label. */
function isExact(words: Words, scalar: ScalarShape): boolean {
  if (scalar.notation) return isWellFormed(scalar.notation, plain(words).text);
  const { value } = readScalar(words, scalar);
  return typeof value !== 'string' || (scalar.members?.includes(value) ?? false);
}

/** A path, a URI or a snapshot's name, or a sentence: not the name of something declared elsewhere. */
export function isReferenceInPlace(words: Words, { text }: Unit): boolean {
  const said = plain(words).text;
  return text?.key === 'ref' && (/[:/\\@]|\w\.\w/.test(said) || said.split(/\s+/).length > 5);
}

/** Cuts at separators that stand neither in code nor in parentheses. */
export function splitAtCommas(words: Words, separator: RegExp): Words[] {
  const parts: Words[] = [];
  const { text } = words;
  if (text.length > LONGEST_LINE) return [words];
  let from = 0;
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (char === '`') {
      const end = text.indexOf('`', at + 1);
      if (end < 0) break;
      at = end;
    } else if (char === '(' || char === '[' || char === '{') depth++;
    else if (char === ')' || char === ']' || char === '}') depth = Math.max(0, depth - 1);
    else if (depth === 0) {
      separator.lastIndex = at;
      const found = separator.exec(text);
      if (!found) continue;
      parts.push(trimWords(sliceWords(words, from, at)));
      at += found[0].length - 1;
      from = at + 1;
    }
  }
  parts.push(trimWords(sliceWords(words, from)));
  return parts.filter((part) => part.text !== '');
}
