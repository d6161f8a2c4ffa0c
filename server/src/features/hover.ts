/** What a key means, in the words of the schema. */
import type { PlanContext } from './context.ts';
import { placeAt } from './place.ts';
import { rangeOf } from './ranges.ts';
import type { Position, Range } from './types.ts';

export interface Hover {
  readonly range: Range;
  /** Markdown of our own words only: nothing of the plan is in it that is not escaped. */
  readonly markdown: string;
}

export function hover(context: PlanContext, position: Position): Hover | undefined {
  const place = placeAt(context, position);
  const { key, schema } = place?.path.at(-1) ?? {};
  if (!place?.onKey || !key || !schema) return undefined;
  return { range: rangeOf(key, context.document), markdown: `**${schema.title}**\n\n${schema.markdown}` };
}
