/** Which value of a plan stands at an offset, and what it stands in. */
import type { LocatedNode } from '../model/located.ts';
import type { Plan } from '../model/plan/plan.ts';
import { below, type Visit } from '../model/plan/walk.ts';
import { rootSchema } from '../model/schema/schema.ts';
import { offsets, type Span } from '../model/source.ts';
import type { NonEmpty } from '../util/non-empty.ts';
import type { PlanContext } from './context.ts';
import type { Position } from './types.ts';

export interface Place {
  readonly plan: Plan;
  readonly offset: number;
  /** The innermost value whose key or words are there. */
  readonly visit: Visit;
  /** From the root to that value. */
  readonly path: readonly Visit[];
  /** Whether the offset is on the key of the innermost value, and not in the value itself. */
  readonly onKey: boolean;
}

interface Frame {
  readonly visit: Visit;
  readonly parent: Frame | undefined;
}

/** The innermost value at a position, as written: what is inherited stands elsewhere. */
export function placeAt({ document, plans }: PlanContext, position: Position): Place {
  const offset = document.offsetAt(position);
  return placeIn(planAt(plans, offset), offset);
}

/** Of several plans in a text the one that an offset belongs to. */
export function planAt(plans: NonEmpty<Plan>, offset: number): Plan {
  return plans.findLast(({ document: { root } }) => offsets(root.span).start <= offset) ?? plans[0];
}

/** In Markdown a value may stand outside of what it belongs to (in a heading, say), so the smallest words that hold the offset win. */
function placeIn(plan: Plan, offset: number): Place {
  const { root, kind } = plan.document;
  const outermost: Frame = { visit: { node: root, schema: rootSchema(kind), isCode: false }, parent: undefined };
  let best = outermost;
  let size = Number.POSITIVE_INFINITY;
  let onKey = false;
  // Aliases are the same node again, which stands in one place only.
  const seen = new Set<LocatedNode>();
  const waiting = [outermost];
  for (let frame = waiting.pop(); frame; frame = waiting.pop()) {
    const { key, node, entry } = frame.visit;
    if (entry?.inherited || seen.has(node)) continue;
    seen.add(node);
    for (const isKey of [true, false]) {
      const span = isKey ? key : node.span;
      const length = span && covers(span, offset);
      // Of two values in the same words the inner one is meant, and of a value and its key the value.
      if (length === undefined || length > size) continue;
      best = frame;
      size = length;
      onKey = isKey;
    }
    for (const visit of below(frame.visit)) waiting.push({ visit, parent: frame });
  }
  return { plan, offset, visit: best.visit, path: pathTo(best), onKey };
}

/** The length of the span if the offset is in it or at one of its ends. */
function covers(span: Span, offset: number): number | undefined {
  const { start, end } = offsets(span);
  return start <= offset && offset <= end ? end - start : undefined;
}

function pathTo(frame: Frame): Visit[] {
  const path: Visit[] = [];
  for (let at: Frame | undefined = frame; at; at = at.parent) path.unshift(at.visit);
  return path;
}
