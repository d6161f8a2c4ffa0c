import { describe, expect, it } from 'vitest';
import { type Criterion, formatCriterion, parseCriterion } from '../../../server/src/analysis/criteria/index.ts';
import { CASES } from './cases/index.ts';

/** What is measured, against what, for how long, and what then happens; without the words for it. */
function meaning(criterion: Criterion): unknown {
  if (criterion.kind !== 'threshold') return criterion.kind;
  const { metric, op, limit, window, actions } = criterion;
  const { text: _, range: __, ...bare } = limit;
  return { metric: metric.slug, op, limit: bare, ms: window?.ms, actions: actions.map(({ kind }) => kind) };
}

describe('a criterion in the notation of the format', () => {
  const texts = Object.values(CASES).flatMap((cases) => cases.map(([text]) => text));
  const formatted = texts.flatMap((text) => {
    const notation = formatCriterion(parseCriterion(text));
    return notation === undefined ? [] : [[text, notation] as const];
  });

  it('is there for many', () => expect(formatted.length).toBeGreaterThan(50));

  it.each(formatted)('%s', (text, notation) => {
    expect(meaning(parseCriterion(notation))).toEqual(meaning(parseCriterion(text)));
    expect(formatCriterion(parseCriterion(notation)), 'and stays as it is').toBe(notation);
  });

  it.each([
    ['smoke test fails', 'an event'],
    ['error rate above 1% of checkout requests', 'words that the notation has no place for'],
    ['rate(errors_total[5m]) > 0.01', 'a query'],
    ['Fehlerquote für Überweisungen > 1%', 'a name with letters that no id has'],
    ['error-rate > 1% for several minutes', 'a window without a length'],
    ['errors > 5 per minute', 'a unit of several words'],
    ['error-rate > 1% -> dance', 'an action that is none'],
    ['error-rate > 1% -> dance, rollback', 'an action that is none, beside one'],
    ['p99 > 1.2x the stable version', 'a limit beside something else than the baseline'],
  ])('is not made of %s: %s', (text) => {
    expect(formatCriterion(parseCriterion(text))).toBeUndefined();
  });

  it.each([
    ['p99 < baseline - 10 %', 'p99 < baseline -10%'],
    ['p99 < baseline + 0 %', 'p99 < baseline +0%'],
    ['p99 < baseline - 50 ms', 'p99 < baseline -50ms'],
    ['p99 > 1x the baseline for 5 minutes', 'p99 > 1x baseline for 5m'],
    ['error-rate > 1% for 24h -> rollback, notify', 'error-rate > 1% for 24h -> rollback, page'],
  ])('%s', (text, notation) => expect(formatCriterion(parseCriterion(text))).toBe(notation));
});
