/** A criterion in one line, so that tables of cases can be read. */
import type {
  Action,
  Change,
  Criterion,
  Limit,
  ThresholdCriterion,
  Window,
} from '../../../server/src/analysis/criteria/index.ts';

/**
 * `error-rate > 1% for 300s {of requests} -> rollback`; limits beside a baseline as `baseline +10%`, `baseline x2`, with
 * `other` and `unstated` in the place of `baseline`; `?` for a window of unknown length and before an unknown action.
 */
export function summary(criterion: Criterion): string {
  const actions = criterion.actions.map(actionSummary).join(', ');
  return `${conditionSummary(criterion)}${actions && ` -> ${actions}`}`;
}

function conditionSummary(criterion: Criterion): string {
  switch (criterion.kind) {
    case 'threshold':
      return thresholdSummary(criterion);
    case 'compound':
      return `(${criterion.parts.map(summary).join(` ${criterion.join} `)})`;
    case 'event':
      return `event${windowSummary(criterion.window)}`;
    case 'vague':
      return `vague: ${criterion.evidence.map((word) => word.text).join(', ')}`;
    case 'unknown':
      return 'unknown';
  }
}

function thresholdSummary({ metric, op, limit, window, qualifier }: ThresholdCriterion): string {
  const where = qualifier ? ` {${qualifier.text}}` : '';
  return `${metric.slug} ${op} ${limitSummary(limit)}${windowSummary(window)}${where}`;
}

function limitSummary(limit: Limit): string {
  if (limit.kind === 'relative') return `${limit.to} ${changeSummary(limit.change)}`;
  const { dimension, text } = limit.unit;
  return `${limit.value}${text}${dimension === 'unknown' ? '?' : ''}`;
}

function changeSummary(change: Change): string {
  if (change.kind === 'factor') return `x${change.factor}`;
  const [amount, unit] =
    change.kind === 'percent' ? [change.percent, '%'] : [change.offset.value, change.offset.unit.text];
  return `${amount < 0 ? '' : '+'}${amount}${unit}`;
}

function windowSummary(window: Window | undefined): string {
  return window ? ` for ${window.ms === undefined ? '?' : `${window.ms / 1000}s`}` : '';
}

function actionSummary(action: Action): string {
  return action.kind === 'unknown' ? `?${action.text}` : action.kind;
}
