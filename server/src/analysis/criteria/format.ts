/** A criterion in the notation of the format: `error-rate > 1% for 5m -> rollback`. */
import { formatDuration, isId, parseDuration } from '../../model/notation.ts';
import type { Action, Change, Criterion, Limit, Metric, Quantity, Window } from './types.ts';

/** Nothing where the notation cannot say all that the words do. */
export function formatCriterion(
  criterion: Criterion,
  actions: readonly Action[] = criterion.actions,
): string | undefined {
  if (criterion.kind !== 'threshold' || criterion.qualifier) return undefined;
  const metric = formatMetric(criterion.metric);
  const limit = formatLimit(criterion.limit);
  const window = criterion.window ? formatWindow(criterion.window) : '';
  if (metric === undefined || limit === undefined || window === undefined) return undefined;
  if (actions.some(({ kind }) => kind === 'unknown')) return undefined;
  const then = actions.length === 0 ? '' : ` -> ${actions.map(({ kind }) => kind).join(', ')}`;
  return `${metric} ${criterion.op} ${limit}${window}${then}`;
}

function formatMetric({ written, slug, text }: Metric): string | undefined {
  if (written === 'query') return undefined;
  if (written === 'id') return text;
  return isId(slug) ? slug : undefined;
}

function formatLimit(limit: Limit): string | undefined {
  if (limit.kind === 'absolute') return formatQuantity(limit);
  return limit.to === 'baseline' ? formatChange(limit.change) : undefined;
}

/** A unit of several words ("per minute") is none of the notation's. */
function formatQuantity({ value, unit }: Quantity): string | undefined {
  return /\s/.test(unit.text) ? undefined : `${value}${unit.text}`;
}

function formatChange(change: Change): string | undefined {
  const sign = (number: number): string => (number < 0 ? '-' : '+');
  switch (change.kind) {
    case 'factor':
      return `${change.factor}x baseline`;
    case 'percent':
      return `baseline ${sign(change.percent)}${Math.abs(change.percent)}%`;
    case 'offset': {
      const { value, unit } = change.offset;
      const amount = formatQuantity({ value: Math.abs(value), unit });
      return amount && `baseline ${sign(value)}${amount}`;
    }
  }
}

/** A length that is written as the format wants it keeps its unit: `24h` is not `1d` to everybody. */
function formatWindow({ ms, text }: Window): string | undefined {
  if (ms === undefined) return undefined;
  const written = text.split(/\s+/).find((word) => parseDuration(word)?.ms === ms);
  return ` for ${written ?? formatDuration(ms)}`;
}
