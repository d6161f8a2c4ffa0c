/** Which headings are items of a list, and of which. */

import type { Property, Unit } from '../grammar/grammar.ts';
import { plain } from '../text/inline.ts';
import { leadingSigns, normalLabel } from '../text/labels.ts';
import type { Words } from '../text/words.ts';
import type { Context } from './context.ts';
import { partNamed } from './exempt.ts';
import type { Field } from './fields.ts';

export interface ItemMatch {
  readonly up: number;
  readonly property: Property;
  /** Of the items. */
  readonly unit: Unit;
}

/** The list that a heading is one item of: `Stage 2: …`, `50% of users`; and `Canary`, where no key has that name. */
export function itemProperty(field: Field, context: Context, counted: boolean): ItemMatch | undefined {
  if (context.foreign || (field.form !== 'heading' && field.form !== 'bold')) return undefined;
  const up = context.scopes.findIndex(({ kind }) => kind === 'part' || kind === 'item');
  const scope = context.scopes[up];
  if (scope?.kind !== 'part') return undefined;
  const isItem = counted ? isCountedHeading : isItemHeading;
  const lists = Array.from(scope.unit.properties.values()).flatMap((property): ItemMatch[] => {
    const unit = property.shape.item?.unit;
    if (!unit || unit.itemNames.size === 0) return [];
    return isItem(field.label, unit, context) ? [{ up, property, unit }] : [];
  });
  const named = lists.find(({ property, unit }) => Array.from(property.names).some((name) => unit.itemNames.has(name)));
  return named ?? lists[0];
}

const COUNTED = /^([a-z]+)(?:\s*#?\s*\d{1,4}|\s+(?:[ivx]{1,5}|[a-z]))\b/i;

/** `Stage 2`, `Week 1-2: 25%`: counted, or with a share of the traffic. */
export function isCountedHeading(label: Words, unit: Unit, context: Context): boolean {
  const said = plain(label).text;
  const text = said.slice(leadingSigns(said));
  const percent = /(?<![\w.])\d{1,3}(?:\.\d+)?\s?%/.test(text) && !/[<>=≤≥]/.test(text);
  const takesPercent = unit.facts.some(({ shape }) => shape.scalar?.notation === 'percent');
  if (percent && takesPercent) return true;
  const word = COUNTED.exec(text)?.[1];
  return word !== undefined && unit.itemNames.has(normalLabel(word)) && !partNamed(label, context);
}

export function isItemHeading(label: Words, unit: Unit, context: Context): boolean {
  if (isCountedHeading(label, unit, context)) return true;
  if (partNamed(label, context)) return false;
  const name = normalLabel(plain(label).text);
  return (
    unit.itemNames.has(name) ||
    unit.itemNames.has(name.replace(/ (?:phase|stage|step|deployment|release|rollout|traffic|half)$/, ''))
  );
}
