/** Rollbacks that were tried: in the rollback of a plan, and as records of their own. */
import { parseDate, parseDuration, parseTime } from '../model/notation.ts';
import type { Plan } from '../model/plan/plan.ts';
import { plansAround } from './bundle.ts';
import type { RuleContext } from './rule.ts';
import type { RehearsalView } from './views.ts';

/** Those that the plans around tell of, this plan's own first. One event may be told twice: in short, and as a record. */
export function rehearsalsAround({ plan, bundle }: RuleContext): readonly RehearsalView[] {
  return plansAround(plan, bundle).flatMap(rehearsalsIn);
}

export function rehearsalsIn({ document, view }: Plan): readonly RehearsalView[] {
  // The view of a record is typed by the record's own schema.
  if (document.kind === 'rehearsal') return [view as unknown as RehearsalView];
  return view.rollback?.rehearsals ?? [];
}

/** `YYYY-MM-DD`; nothing where it is not said or not readable. */
export function dayOf({ date }: RehearsalView): string | undefined {
  return date && parseDate(date.toString())?.day;
}

/** Whether both may tell of the same event. */
export function maySame(one: RehearsalView, other: RehearsalView): boolean {
  const [a, b] = [dayOf(one), dayOf(other)];
  return a === undefined || b === undefined || a === b;
}

const DAY = 86_400_000;

export interface Clock {
  /** From the start to the service restored. */
  readonly ms: number;
  /** How much longer or shorter it may have been: times are read to the minute. */
  readonly tolerance: number;
  /** The service was restored before the clock was started, and midnight does not explain it. */
  readonly backwards: boolean;
}

/** What the clock says, where both times can be read. */
export function clockOf({ started, restored }: RehearsalView): Clock | undefined {
  const [from, to] = [started && parseTime(started.toString()), restored && parseTime(restored.toString())];
  if (!from || !to) return undefined;
  const isDated = from.ms !== undefined && to.ms !== undefined;
  const ms = isDated ? (to.ms ?? 0) - (from.ms ?? 0) : (to.seconds - from.seconds) * 1000;
  const tolerance = from.seconds % 60 === 0 && to.seconds % 60 === 0 ? 59_999 : 999;
  if (ms >= 0) return { ms, tolerance, backwards: false };
  const overMidnight = isDated ? DAY : ms + DAY;
  return overMidnight <= DAY / 2
    ? { ms: overMidnight, tolerance, backwards: false }
    : { ms: -ms, tolerance, backwards: true };
}

/** How long it took: by the clock, else as it is written. */
export function lengthOf(rehearsal: RehearsalView): number | undefined {
  const clock = clockOf(rehearsal);
  const took = rehearsal.took && parseDuration(rehearsal.took.toString())?.ms;
  if (!clock) return took;
  return took !== undefined && Math.abs(took - clock.ms) <= clock.tolerance ? took : clock.ms;
}

export function longestRehearsal(context: RuleContext): number | undefined {
  const lengths = rehearsalsAround(context).flatMap((rehearsal) => lengthOf(rehearsal) ?? []);
  return lengths.length > 0 ? Math.max(...lengths) : undefined;
}
