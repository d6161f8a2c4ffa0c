/** The keys of a unit as Markdown: short ones as a list of labels, long ones under labels or headings of their own. */

import type { Property, Unit } from '../grammar/grammar.ts';
import type { Scope } from '../reading/context.ts';
import { isList, isObject, isVoid, type Json, type JsonObject } from './json.ts';
import { type Place, readsAs } from './read-back.ts';
import { isTaskList, listForms, wordsOfList } from './write-list.ts';
import { tableForm } from './write-table.ts';
import { fenceForm, indented, lineForms } from './write-words.ts';

/** How the keys of a unit are labelled: as list labels only, with bold labels, or with headings from a level on. */
export type Manner =
  | { readonly kind: 'list' }
  | { readonly kind: 'labels' }
  | { readonly kind: 'sections'; readonly level: number; readonly headed?: boolean };

export function within(place: Place, unit: Unit, kind: Scope['kind']): Place {
  return { given: place.given, scopes: [{ unit, kind }, ...place.scopes] };
}

/** Everything in `value` but the keys in `left`, which another form has written. */
export function unitForm(
  value: JsonObject,
  unit: Unit,
  place: Place,
  manner: Manner,
  left: ReadonlySet<string> = new Set(),
): string {
  const labels: string[] = [];
  const blocks: string[] = [];
  for (const property of unit.properties.values()) {
    const own = value[property.key];
    if (left.has(property.key) || own === undefined || isVoid(own)) continue;
    const { form, compact } = keyForm(property, own, place, manner);
    if (compact) labels.push(form);
    else blocks.push(form);
  }
  return [labels.join('\n'), ...blocks].filter((text) => text !== '').join(manner.kind === 'list' ? '\n' : '\n\n');
}

interface Form {
  readonly form: string;
  /** A line of the list of labels; else a block of its own. */
  readonly compact: boolean;
}

/** The first form that is read as the value. Where there is none, the last is as near as Markdown comes. */
export function keyForm(property: Property, value: Json, place: Place, manner: Manner): Form {
  let last: Form = { form: '', compact: true };
  for (const form of keyForms(property, value, place, manner)) {
    if (readsAs(form.form, property.key, value, place)) return form;
    last = form;
  }
  return last;
}

function* keyForms(property: Property, value: Json, place: Place, manner: Manner): Generator<Form> {
  const { title } = property;
  const isLong = typeof value === 'string' && value.length > 100 && property.shape.scalar?.notation === undefined;
  const isCode = typeof value === 'string' && property.fences[0]?.includes('sql') === true;
  if (manner.kind !== 'list' && (isLong || isCode)) yield* blockForms(property, value, place, manner);
  const headed = manner.kind === 'sections' && manner.headed === true;
  if (!headed) {
    for (const line of inlineForms(property, value)) yield { form: `- **${title}**: ${line}`, compact: true };
  }
  if (manner.kind !== 'list') yield* blockForms(property, value, place, manner);
  if (headed) return;
  for (const block of contentForms(property, value, place, { kind: 'list' })) {
    yield { form: `- **${title}**:\n${indented(block, 2)}`, compact: true };
  }
}

function* blockForms(property: Property, value: Json, place: Place, manner: Manner): Generator<Form> {
  const level = manner.kind === 'sections' ? manner.level : 0;
  for (const block of contentForms(
    property,
    value,
    place,
    level > 0 ? { kind: 'sections', level: level + 1 } : { kind: 'list' },
  )) {
    if (level > 0) yield { form: `${'#'.repeat(Math.min(level, 6))} ${property.title}\n\n${block}`, compact: false };
    else yield { form: `**${property.title}**:\n\n${block}`, compact: false };
  }
  if (level === 0) return;
  for (const line of inlineForms(property, value)) {
    yield { form: `${'#'.repeat(Math.min(level, 6))} ${property.title}\n\n${line}`, compact: false };
  }
}

/** On the line of the label: a scalar, a few names, or a few short keys. */
export function* inlineForms(property: Property, value: Json): Generator<string> {
  const { scalar, unit, item } = property.shape;
  if (isList(value)) {
    if (item) yield* wordsOfList(value, property, item);
  } else if (isObject(value)) {
    if (unit) yield* pairForms(value, unit);
  } else if (scalar) yield* lineForms(value, property, scalar);
}

const MOST_PAIRS = 4;

/** `backfill-amount, soak: 90d`: the text of the unit first, then its labelled keys. */
function* pairForms(value: JsonObject, unit: Unit): Generator<string> {
  const keys = Object.keys(value).filter((key) => !isVoid(value[key]));
  const text = unit.text;
  if (
    !text ||
    keys.length > MOST_PAIRS ||
    !keys.includes(text.key) ||
    keys.some((key) => typeof value[key] === 'object')
  )
    return;
  const pairs: string[] = [];
  for (const property of [text, ...Array.from(unit.properties.values()).filter((one) => one !== text)]) {
    const own = value[property.key];
    if (own === undefined || isVoid(own) || !property.shape.scalar) continue;
    const [form] = lineForms(own, property, property.shape.scalar);
    if (form === undefined || form.length > 60) return;
    pairs.push(property === text ? form : `${property.title.toLowerCase()}: ${form}`);
  }
  yield pairs.join(', ');
}

/** What stands under a label or a heading. */
export function* contentForms(property: Property, value: Json, place: Place, manner: Manner): Generator<string> {
  const { unit, item } = property.shape;
  if (typeof value === 'string') {
    if (property.fences.length > 0 || /[\r\n]/.test(value)) yield* fenceForms(value, property);
    if (property.shape.scalar) yield* lineForms(value, property, property.shape.scalar);
    yield fenceForm(value, property);
  } else if (isList(value)) {
    if (!item) return;
    const tasks = isTaskList(place);
    if (item.unit && !item.scalar && manner.kind !== 'list' && !tasks) yield* tableForm(value, item.unit);
    yield* listForms(value, property, item, place, manner);
    if (item.unit && !item.scalar && tasks) yield* tableForm(value, item.unit);
  } else if (isObject(value) && unit) {
    const inside = within(place, unit, 'object');
    const code = onlyCode(value, unit);
    if (code) yield code;
    if (manner.kind !== 'list') yield unitForm(value, unit, inside, manner);
    yield unitForm(value, unit, inside, { kind: 'list' });
  }
}

function* fenceForms(value: string, property: Property): Generator<string> {
  yield fenceForm(value, property);
  for (const language of property.fences.slice(1)) yield fenceForm(value, { ...property, fences: [language] });
}

/** An operation that is nothing but its code is a fence under the label. */
function onlyCode(value: JsonObject, unit: Unit): string | undefined {
  const [only, ...others] = Object.entries(value).filter(([, own]) => !isVoid(own));
  if (!only || others.length > 0) return undefined;
  const [key, code] = only;
  const property = unit.properties.get(key);
  return property && property.fences.length > 0 && typeof code === 'string' ? fenceForm(code, property) : undefined;
}
