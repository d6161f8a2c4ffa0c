/** Lists as Markdown: words on one line, list items, tasks, or headings. */

import type { ItemShape, Property, Unit } from '../grammar/grammar.ts';
import { nameOf } from '../reading/facts.ts';
import { isList, isObject, isVoid, type Json, type JsonObject } from './json.ts';
import { type Place, readsAs } from './read-back.ts';
import { type Manner, unitForm, within } from './write-unit.ts';
import { fenceForm, indented, lineForms } from './write-words.ts';

const LONGEST_LINE = 80;

/** `error-rate, p99-latency`: a few names on one line. */
export function* wordsOfList(items: readonly Json[], property: Property, item: ItemShape): Generator<string> {
  const { scalar } = item;
  if (!scalar || items.some((one) => typeof one !== 'string')) return;
  const words = items.flatMap((one) => lineForms(one, property, scalar).slice(0, 1));
  const line = words.join(', ');
  const fits = words.length === items.length && line.length <= LONGEST_LINE;
  if (fits && words.every((word) => word.length <= 40 && !/[\s,;]/.test(word))) yield line;
}

export function* listForms(
  items: readonly Json[],
  property: Property,
  item: ItemShape,
  place: Place,
  manner: Manner,
): Generator<string> {
  const { unit } = item;
  if (unit && !item.scalar && manner.kind === 'sections' && !isTaskList(place)) {
    yield headingItems(items, property, unit, place, manner.level);
  }
  const task = unit !== undefined && isTaskList(place);
  yield items.map((one) => itemForm(one, property, item, place, task)).join('\n');
  if (unit && !item.scalar && manner.kind === 'sections')
    yield headingItems(items, property, unit, place, manner.level);
}

/** The checks of the checklist are tasks. */
export function isTaskList({ scopes }: Place): boolean {
  return scopes[0]?.kind === 'part' && scopes[0].unit.name.startsWith('validation');
}

function headingItems(items: readonly Json[], property: Property, unit: Unit, place: Place, level: number): string {
  return items
    .map((item, index) => (isObject(item) ? headingItem(item, property, unit, place, level, index) : ''))
    .join('\n\n');
}

/** A heading with facts where they are read back; a bare number and everything below it where not. */
export function headingItem(
  item: JsonObject,
  property: Property,
  unit: Unit,
  place: Place,
  level: number,
  index: number,
): string {
  const marks = '#'.repeat(Math.min(level, 6));
  let last = '';
  for (const { heading, left } of headings(item, unit, index)) {
    const body = unitForm(item, unit, within(place, unit, 'item'), { kind: 'labels' }, left);
    last = [`${marks} ${heading}`, body].filter((part) => part !== '').join('\n\n');
    const whole = `${'#'.repeat(Math.max(1, Math.min(level, 6) - 1))} ${property.title}\n\n${last}`;
    if (readsAs(whole, property.key, [item], place)) break;
  }
  return last;
}

interface Heading {
  readonly heading: string;
  /** Keys that the heading carries. */
  readonly left: ReadonlySet<string>;
}

function* headings(item: JsonObject, unit: Unit, index: number): Generator<Heading> {
  const [first] = unit.facts;
  const counted = unit.itemNames.has(unit.title.toLowerCase()) && !first?.shape.scalar?.members;
  const prefix = counted ? `${unit.title} ${index + 1}: ` : first?.shape.scalar?.members ? `${index + 1}. ` : '';
  const title = nameOf(unit);
  const names = [title?.key, 'id', ...unit.facts.filter(({ shape }) => shape.scalar?.reference).map(({ key }) => key)];
  for (const name of names) {
    const said = name === undefined ? undefined : item[name];
    if (typeof said !== 'string' || /[\r\n]/.test(said)) continue;
    const facts = factWords(item, unit, name);
    // The id is left out of the body where the heading gives it by its slug: reading back decides.
    for (const extra of name === 'id' ? [[]] : [['id'], []]) {
      yield {
        heading: `${prefix}${facts.before}${said}${facts.after}`,
        left: new Set([name as string, ...extra, ...facts.keys]),
      };
    }
    yield { heading: `${prefix}${said}`, left: new Set([name as string]) };
  }
  yield { heading: `${unit.title} ${index + 1}`, left: new Set() };
}

/** `Contract: … (5.2.0)`, `… (5%, 2h)`. */
function factWords(item: JsonObject, unit: Unit, name: string | undefined) {
  const keys: string[] = [];
  const behind: string[] = [];
  let before = '';
  for (const { key, shape } of unit.facts) {
    const value = item[key];
    if (key === name || key === 'id' || typeof value !== 'string' || !shape.scalar) continue;
    if (shape.scalar.members && unit.facts[0]?.key === key)
      before = `${value.charAt(0).toUpperCase()}${value.slice(1)}: `;
    else if (shape.scalar.members || nameOf(unit)?.key === key) continue;
    else behind.push(value);
    keys.push(key);
  }
  return { before, after: behind.length > 0 ? ` (${behind.join(', ')})` : '', keys };
}

function itemForm(value: Json, property: Property, item: ItemShape, place: Place, task: boolean): string {
  return itemTexts(value, property, item, place, task)[0] ?? '';
}

/** The ways to write an item, those that are read as the value first. */
export function itemTexts(value: Json, property: Property, item: ItemShape, place: Place, task: boolean): string[] {
  const others: string[] = [];
  for (const form of itemForms(value, property, item, place, task ? '- [ ] ' : '- ')) {
    if (readsAs(`**${property.title}**:\n\n${form}`, property.key, [value], place)) return [form, ...others];
    others.push(form);
  }
  return others.reverse();
}

function* itemForms(value: Json, property: Property, item: ItemShape, place: Place, mark: string): Generator<string> {
  if (isObject(value)) {
    if (item.unit) yield* unitItems(value, item.unit, place, mark);
    return;
  }
  if (!item.scalar || isList(value)) return;
  for (const form of lineForms(value, property, item.scalar)) yield `${mark}${form}`;
  if (typeof value === 'string') yield `- ${indented(fenceForm(value, property), 2).trimStart()}`;
}

/** The text of the item with its other keys below it; all keys as labels where that is read as something else. */
function* unitItems(value: JsonObject, unit: Unit, place: Place, mark: string): Generator<string> {
  const inside = within(place, unit, 'item');
  const done = Array.from(unit.properties.values()).find(({ checkbox }) => checkbox)?.key;
  const ticked = done !== undefined && value[done] === true;
  const names = new Set([unit.text?.key, nameOf(unit)?.key, 'id']);
  for (const name of names) {
    const property = name === undefined ? undefined : unit.properties.get(name);
    const said = name === undefined ? undefined : value[name];
    if (!property?.shape.scalar || said === undefined || isVoid(said)) continue;
    const left = new Set([property.key, ...(ticked ? [done] : [])]);
    const box = ticked ? '- [x] ' : mark;
    for (const extra of property.key === 'id' ? [[]] : [['id'], []]) {
      const body = unitForm(value, unit, inside, { kind: 'list' }, new Set([...left, ...extra]));
      for (const form of lineForms(said, property, property.shape.scalar)) {
        yield body === '' ? `${box}${form}` : `${box}${form}\n${indented(body, 2)}`;
      }
    }
  }
  // A list without a text of its own: the first label stands on the item's line.
  const body = unitForm(value, unit, inside, { kind: 'list' });
  yield `- ${indented(body.replace(/^- /, ''), 2).trimStart()}`;
}
