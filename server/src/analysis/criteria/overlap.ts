/**
 * Whether one value both succeeds and aborts.
 *
 * Windows play no part. A value that satisfies both comparisons and stays where it is satisfies both for any length of
 * time: the stage would have succeeded and aborted, whichever window ends first.
 */
import type { Criterion, ThresholdCriterion } from './types.ts';
import { type BaselineOf, holdsInteger, intersection, type ValueSet, valuesOf } from './values.ts';

/** True or false only where it is certain; undefined where units, baselines or words leave it open, or the metrics differ. */
export function overlap(success: Criterion, abort: Criterion, baselineOf?: BaselineOf): boolean | undefined {
  const answers: (boolean | undefined)[] = [];
  for (const succeeding of waysToHold(success, 'all')) {
    for (const aborting of waysToHold(abort, 'any')) answers.push(meet(succeeding, aborting, baselineOf));
  }
  if (answers.includes(true)) return true;
  return answers.length === 0 || answers.includes(undefined) ? undefined : false;
}

/** The comparisons that must hold together; undefined for a part that is no comparison. */
type Way = readonly (ThresholdCriterion | undefined)[];

/** More ways than this are not compared. */
const MOST_WAYS = 64;

/** `list`: side by side without a word, successes must all hold, and any of the aborts is enough. */
function waysToHold(criterion: Criterion, list: 'all' | 'any'): readonly Way[] {
  if (criterion.kind === 'threshold') return [[criterion]];
  if (criterion.kind !== 'compound') return [[undefined]];
  const ways = criterion.parts.map((part) => waysToHold(part, list));
  const all = criterion.join === 'and' || (criterion.join === 'list' && list === 'all');
  if (!all) return ways.flat();
  return ways.reduce<readonly Way[]>(
    (soFar, next) => soFar.flatMap((way) => next.map((more) => [...way, ...more])).slice(0, MOST_WAYS),
    [[]],
  );
}

/** Other metrics in the success may take any value; an abort that also needs another metric or an event may never come. */
function meet(success: Way, abort: Way, baselineOf: BaselineOf | undefined): boolean | undefined {
  const slug = abort[0]?.metric.slug;
  const isOfMetric = (part: Way[number]): part is ThresholdCriterion => part !== undefined && part.metric.slug === slug;
  const [first, ...more] = success.filter(isOfMetric);
  if (!first || !abort.every(isOfMetric)) return undefined;
  const values = (part: ThresholdCriterion) => valuesOf(part, baselineOf);
  const readings = combinations(values(first), [...more, ...abort].map(values));
  const answers = new Set(readings.map(shareValue));
  const [answer] = answers;
  // Several meanings of the words must agree, and events in the success may contradict the value.
  return answers.size === 1 && (answer === false || success.every((part) => part !== undefined)) ? answer : undefined;
}

type Together = readonly [ValueSet, ...ValueSet[]];

function combinations(first: readonly ValueSet[], others: readonly (readonly ValueSet[])[]): readonly Together[] {
  return others.reduce<readonly Together[]>(
    (soFar, next) => soFar.flatMap((chosen) => next.map((set): Together => [...chosen, set])).slice(0, MOST_WAYS),
    first.map((set) => [set]),
  );
}

function shareValue(sets: Together): boolean | undefined {
  const [first, ...others] = sets;
  const scale = sets.find((set) => !set.zero)?.scale ?? first.scale;
  if (sets.some((set) => set.scale !== scale && !(set.zero && !scale.startsWith('baseline')))) return undefined;
  const shared = others.reduce((values, set) => intersection(values, set.intervals), first.intervals);
  if (shared.length === 0) return false;
  // `< 1` and `> 0` meet at a half: not if the metric counts.
  const counts = sets.every((set) => set.mayCount || set.zero);
  return counts && !shared.some(holdsInteger) ? undefined : true;
}
