/** What stands under the pointer: the most exact thing that is known of it, and what people mix it up with. */
import type { PlanContext } from '../context.ts';
import { type Markup, paragraphs } from '../markup.ts';
import { type Place, placeAt } from '../place.ts';
import { rangeOf } from '../ranges.ts';
import type { Position, Range } from '../types.ts';
import type { About } from './about.ts';
import { aboutCommand } from './command.ts';
import { aboutCriterion } from './criterion.ts';
import { aboutId } from './id.ts';
import { mixedUpAt } from './mixed-up.ts';
import { aboutKey, aboutValue } from './schema.ts';
import { aboutSql } from './sql.ts';

export interface Hover {
  readonly range: Range;
  readonly text: Markup;
}

/** In the order of how much they know: the first that knows anything speaks. */
const SPEAKERS: readonly ((context: PlanContext, place: Place) => About | undefined)[] = [
  aboutSql,
  aboutCommand,
  aboutCriterion,
  aboutId,
  aboutValue,
  aboutKey,
];

export function hover(context: PlanContext, position: Position): Hover | undefined {
  const place = placeAt(context, position);
  const found = firstOf(context, place);
  const mixedUp = mixedUpAt(place);
  const span = found?.span ?? mixedUp?.span;
  if (!span) return undefined;
  const texts = [found?.text, mixedUp?.text].filter((text) => text !== undefined);
  return { range: rangeOf(span, context.document), text: paragraphs(texts) };
}

function firstOf(context: PlanContext, place: Place): About | undefined {
  for (const speaker of SPEAKERS) {
    const found = speaker(context, place);
    if (found) return found;
  }
  return undefined;
}
