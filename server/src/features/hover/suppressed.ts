/** Rules that a comment under the pointer names, to keep them silent. */
import { suppressionsIn } from '../../lint/suppressions.ts';
import { offsets } from '../../model/source.ts';
import type { PlanContext } from '../context.ts';
import { contains } from '../ids.ts';
import { rangeOf } from '../ranges.ts';
import type { Position, Range } from '../types.ts';

export interface NamedRule {
  readonly code: string;
  readonly range: Range;
}

export function suppressedRulesAt({ document, plans }: PlanContext, position: Position): readonly NamedRule[] {
  const documents = plans.map((plan) => plan.document);
  const offset = document.offsetAt(position);
  return suppressionsIn(plans[0].document.source, documents)
    .flatMap(({ rules }) => rules)
    .filter(({ span }) => contains(offsets(span), offset))
    .map(({ id, span }) => ({ code: id, range: rangeOf(span, document) }));
}
