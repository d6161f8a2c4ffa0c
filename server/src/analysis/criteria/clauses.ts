/** One comparison: metric, operator, limit, and what follows. */
import { type LimitMatch, limitAt } from './limits.ts';
import { type MetricMatch, metricAfter, metricBefore } from './metrics.ts';
import { FLIPPED, type OperatorMatch } from './operators.ts';
import { phrase, wordAt } from './phrases.ts';
import { type Tail, tailOf } from './tails.ts';
import type { Reading } from './tokens.ts';
import type { Limit, Metric, Operator, Phrase, Step, ThresholdCriterion } from './types.ts';
import { unitOf } from './units.ts';
import { AMBIGUOUS_M_METRICS } from './words.ts';

/** The comparisons of the clause (two for "between"), or undefined where it is not understood. */
export function clauseOf(
  reading: Reading,
  from: number,
  to: number,
  operator: OperatorMatch,
  before?: ThresholdCriterion,
): readonly ThresholdCriterion[] | undefined {
  const head = metricBefore(reading, from, operator.at);
  if (head.broken) return undefined;
  const sign = phrase(reading, operator.at, operator.next);
  if (operator.op === 'between') return betweenOf(reading, to, operator, head, sign);
  const by = operator.by ?? head.by;
  const match = limitAt(reading, operator.next, to, by === 0 ? undefined : by);
  const compared = match && oriented(operator, by, match);
  if (!match || !compared) return undefined;
  const subject = subjectOf(reading, operator, match, to, head, before);
  const tail = subject && tailOf(reading, subject.next, to);
  if (!subject || !tail) return undefined;
  const op = tail.beyond && compared.op === '=' ? tail.beyond : compared.op;
  if (tail.beyond && op !== tail.beyond) return undefined;
  return [threshold(phrase(reading, from, to), subject.metric, op, sign, compared.limit, { ...head, ...tail })];
}

function threshold(
  whole: Phrase,
  metric: Metric,
  op: Operator,
  operator: Phrase,
  limit: Limit,
  { window, qualifier }: Tail,
): ThresholdCriterion {
  return {
    kind: 'threshold',
    ...whole,
    condition: whole,
    actions: [],
    metric,
    op,
    operator,
    limit: withoutFalseMinutes(metric, limit),
    ...(window && { window }),
    ...(qualifier && { qualifier }),
  };
}

/** `500m` of CPU are thousandths of a core. */
function withoutFalseMinutes(metric: Metric, limit: Limit): Limit {
  if (limit.kind !== 'absolute' || limit.unit.text !== 'm') return limit;
  if (!metric.slug.split('-').some((word) => AMBIGUOUS_M_METRICS.has(word))) return limit;
  return { ...limit, unit: { text: 'm', dimension: 'unknown', scale: 1 } };
}

interface Subject {
  readonly metric: Metric;
  readonly next: number;
}

/** The metric stands before the sign, after the limit, or is that of the comparison before ("or more than 2x baseline"). */
function subjectOf(
  reading: Reading,
  operator: OperatorMatch,
  { limit, next }: LimitMatch,
  to: number,
  head: MetricMatch,
  before: ThresholdCriterion | undefined,
): Subject | undefined {
  if (head.metric) return { metric: head.metric, next };
  const after = metricAfter(reading, next, to);
  if (after.broken) return undefined;
  if (after.metric) return { metric: after.metric, next: after.next };
  const counted = countedIn(reading, operator.next, next);
  if (counted) return { metric: counted, next };
  return before && sameKind(before.limit, limit) ? { metric: before.metric, next } : undefined;
}

/** The "failed payments" of "more than 5 failed payments per minute". */
function countedIn(reading: Reading, from: number, to: number): Metric | undefined {
  let at = to;
  for (let per = from; per < to; per++) if (wordAt(reading, per, to) === 'per') at = per;
  return at < to ? metricAfter(reading, from + 1, at).metric : undefined;
}

/** An elided metric is the one before only where the limits could be of one metric. */
function sameKind(one: Limit, other: Limit): boolean {
  if (one.kind === 'relative' || other.kind === 'relative') return true;
  return one.unit.dimension === other.unit.dimension && one.unit.dimension !== 'unknown';
}

interface Compared {
  readonly op: Operator;
  readonly limit: Limit;
}

/** Puts the operator and the direction of the limit together: "is 10% above baseline" is `>=`, "more than 10% below" is `<`. */
function oriented(operator: OperatorMatch, by: 1 | -1 | 0 | undefined, match: LimitMatch): Compared | undefined {
  const { limit, direction } = match;
  const op = operator.op as Operator;
  if (limit.kind === 'absolute')
    return by === undefined ? { op, limit } : moved(op, by, limit, operator.by === undefined);
  if (by !== undefined && limit.change.kind === 'factor') return undefined;
  if (direction === undefined) return { op: by === -1 && operator.by === undefined ? FLIPPED[op] : op, limit };
  if (operator.by !== undefined) return direction === operator.by ? { op, limit } : undefined;
  if (operator.copula && (op === '=' || op === '!=')) {
    return op === '=' ? { op: direction === 1 ? '>=' : '<=', limit } : undefined;
  }
  if (direction === 1) return { op, limit };
  // "less than 10% below baseline" is said of values just under it, and of values far below it.
  return op === '>' || op === '>=' ? { op: FLIPPED[op], limit } : undefined;
}

/** "rises by more than 10%": ten per cent of what it was, which nobody names. */
function moved(op: Operator, by: 1 | -1 | 0, limit: Limit, flips: boolean): Compared | undefined {
  if (limit.kind !== 'absolute' || by === 0) return undefined;
  const { value, unit, text, range } = limit;
  const percent = unit.dimension === 'percent';
  if (!percent && unit.dimension !== 'time' && unit.dimension !== 'bytes') return undefined;
  const change: Step = percent
    ? { kind: 'percent', percent: by * value * unit.scale }
    : { kind: 'offset', offset: { value: by * value, unit } };
  return {
    op: flips && by === -1 ? FLIPPED[op] : op,
    limit: { kind: 'relative', text, range, to: 'unstated', change },
  };
}

/** "between 1% and 5%", both ends included. */
function betweenOf(
  reading: Reading,
  to: number,
  operator: OperatorMatch,
  head: MetricMatch,
  sign: Phrase,
): readonly ThresholdCriterion[] | undefined {
  const low = limitAt(reading, operator.next, to);
  if (!low || !head.metric || wordAt(reading, low.next, to) !== 'and') return undefined;
  const high = limitAt(reading, low.next + 1, to);
  const tail = high && tailOf(reading, high.next, to);
  if (!high || !tail || low.limit.kind !== 'absolute' || high.limit.kind !== 'absolute') return undefined;
  const bare = low.limit.unit.dimension === 'plain' && unitOf(high.limit.unit.text) !== undefined;
  const first: Limit = bare ? { ...low.limit, unit: high.limit.unit } : low.limit;
  const whole = phrase(reading, operator.at, high.next);
  const { metric } = head;
  return [
    threshold(whole, metric, '>=', sign, first, { ...head, ...tail }),
    threshold(whole, metric, '<=', sign, high.limit, { ...head, ...tail }),
  ];
}
