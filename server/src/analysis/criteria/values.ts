/** The values for which a comparison holds, in the base of their unit, with exact open and closed ends. */
import type {
  Criterion,
  Dimension,
  Limit,
  Operator,
  Quantity,
  RelativeLimit,
  SimpleCriterion,
  ThresholdCriterion,
} from './types.ts';
import { exact, inBase } from './units.ts';

/** From `low` to `high`; an infinite end is open. */
export interface Interval {
  readonly low: number;
  readonly high: number;
  readonly lowOpen: boolean;
  readonly highOpen: boolean;
}

export interface ValueSet {
  /** Only sets of one scale can be compared: a dimension, an unclear unit by its spelling, or steps from the baseline. */
  readonly scale: string;
  /** Every end is 0, which is the same number in every unit. */
  readonly zero: boolean;
  /** Plain whole numbers may be counts, which have nothing between 0 and 1. */
  readonly mayCount: boolean;
  readonly intervals: readonly Interval[];
}

/** What a metric's baseline is, by the metric's slug. */
export type BaselineOf = (slug: string) => Quantity | undefined;

/**
 * The values for which the comparison holds. More than one answer where the words have more than one meaning: ten per
 * cent above a baseline of 1 % is 1.1 % or 11 %. None where the limit depends on something that is not known.
 */
export function valuesOf({ metric, op, limit }: ThresholdCriterion, baselineOf?: BaselineOf): readonly ValueSet[] {
  const points = limit.kind === 'absolute' ? [pointOf(limit)] : relativePoints(limit, baselineOf?.(metric.slug));
  return points.map(({ value, scale }) => ({
    scale,
    zero: value === 0 && !scale.startsWith('baseline'),
    mayCount: scale === 'plain' && Number.isInteger(value),
    intervals: intervalsOf(op, value),
  }));
}

interface Point {
  readonly value: number;
  readonly scale: string;
}

function pointOf({ value, unit }: Quantity): Point {
  return { value: inBase(value, unit), scale: scaleOf(unit.dimension, unit.text) };
}

function scaleOf(dimension: Dimension, spelling: string): string {
  return dimension === 'unknown' ? `as written: ${spelling}` : dimension;
}

function relativePoints({ to, change }: RelativeLimit, baseline: Quantity | undefined): readonly Point[] {
  if (to !== 'baseline') return [];
  return baseline ? resolved(change, pointOf(baseline)) : [steps(change)];
}

/** Without its value, two limits beside one baseline can still be compared with each other, where they are of one kind. */
function steps(change: RelativeLimit['change']): Point {
  if (change.kind === 'factor') return { value: change.factor, scale: 'baseline times' };
  if (change.kind === 'percent') return { value: change.percent, scale: 'baseline plus percent' };
  const { value, scale } = pointOf(change.offset);
  return { value, scale: `baseline plus ${scale}` };
}

function resolved(change: RelativeLimit['change'], { value, scale }: Point): readonly Point[] {
  if (change.kind === 'factor') return [{ value: exact(value * change.factor), scale }];
  if (change.kind === 'offset') {
    const offset = pointOf(change.offset);
    return offset.scale === scale ? [{ value: exact(value + offset.value), scale }] : [];
  }
  const share = { value: exact(value * (1 + change.percent / 100)), scale };
  return scale === 'percent' ? [share, { value: exact(value + change.percent), scale }] : [share];
}

/** The numbers for which `number op limit` is true. */
export function intervalsOf(op: Operator, limit: number): readonly Interval[] {
  const below = (closed: boolean) => ({ low: Number.NEGATIVE_INFINITY, high: limit, lowOpen: true, highOpen: !closed });
  const above = (closed: boolean) => ({ low: limit, high: Number.POSITIVE_INFINITY, lowOpen: !closed, highOpen: true });
  switch (op) {
    case '<':
      return [below(false)];
    case '<=':
      return [below(true)];
    case '>':
      return [above(false)];
    case '>=':
      return [above(true)];
    case '=':
      return [{ low: limit, high: limit, lowOpen: false, highOpen: false }];
    case '!=':
      return [below(false), above(false)];
  }
}

export function intersection(one: readonly Interval[], other: readonly Interval[]): readonly Interval[] {
  return one.flatMap((a) => other.map((b) => common(a, b)).filter((both) => !isEmptyInterval(both)));
}

function common(a: Interval, b: Interval): Interval {
  const low = Math.max(a.low, b.low);
  const high = Math.min(a.high, b.high);
  return {
    low,
    high,
    lowOpen: (a.low === low && a.lowOpen) || (b.low === low && b.lowOpen),
    highOpen: (a.high === high && a.highOpen) || (b.high === high && b.highOpen),
  };
}

function isEmptyInterval({ low, high, lowOpen, highOpen }: Interval): boolean {
  return low > high || (low === high && (lowOpen || highOpen));
}

export function holdsInteger({ low, high, lowOpen, highOpen }: Interval): boolean {
  if (low === Number.NEGATIVE_INFINITY || high === Number.POSITIVE_INFINITY) return true;
  const first = Number.isInteger(low) && lowOpen ? low + 1 : Math.ceil(low);
  return first < high || (first === high && !highOpen);
}

/** Whether two limits say the same; undefined where they cannot be compared. `1.1s` and `1100ms` are one limit. */
export function sameLimit(one: Limit, other: Limit): boolean | undefined {
  const [a] = one.kind === 'absolute' ? [pointOf(one)] : relativePoints(one, undefined);
  const [b] = other.kind === 'absolute' ? [pointOf(other)] : relativePoints(other, undefined);
  if (!a || !b || (a.scale !== b.scale && !(a.value === 0 && b.value === 0))) return undefined;
  return a.value === b.value;
}

/** The criterion itself, or all that a compound is made of, in the order of the text. */
export function simpleParts(criterion: Criterion): readonly SimpleCriterion[] {
  return criterion.kind === 'compound' ? criterion.parts.flatMap(simpleParts) : [criterion];
}

export function thresholdsOf(criterion: Criterion): readonly ThresholdCriterion[] {
  return simpleParts(criterion).filter((part) => part.kind === 'threshold');
}

export interface LongestWindow {
  /** One of those given. */
  readonly criterion: Criterion;
  readonly ms: number;
}

/** How long the slowest of the criteria has to be watched. Windows whose length is not said do not count. */
export function longestWindow(criteria: Iterable<Criterion>): LongestWindow | undefined {
  let longest: LongestWindow | undefined;
  for (const criterion of criteria) {
    for (const part of simpleParts(criterion)) {
      const ms = part.kind === 'threshold' || part.kind === 'event' ? part.window?.ms : undefined;
      if (ms !== undefined && ms > (longest?.ms ?? -1)) longest = { criterion, ms };
    }
  }
  return longest;
}
