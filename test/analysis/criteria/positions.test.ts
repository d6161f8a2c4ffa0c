import { describe, expect, it } from 'vitest';
import { type Phrase, parseCriterion, simpleParts } from '../../../server/src/analysis/criteria/index.ts';
import { TEXTS } from './cases/index.ts';
import { phrasesOf } from './ranges.ts';

/** The parts of a criterion as they stand in the text. */
function parts(text: string): Record<string, string> {
  const criterion = parseCriterion(text);
  const found: Record<string, string> = {};
  const note = (name: string, part: Phrase | undefined) => {
    if (part) found[name] = text.slice(part.range.from, part.range.to);
  };
  note('condition', criterion.condition);
  const [first] = simpleParts(criterion);
  if (first?.kind === 'threshold') {
    note('metric', first.metric);
    note('operator', first.operator);
    note('limit', first.limit);
    note('window', first.window);
    note('qualifier', first.qualifier);
  }
  if (first?.kind === 'event' || first?.kind === 'vague') note('evidence', first.evidence[0]);
  for (const [index, action] of criterion.actions.entries()) note(`action ${index + 1}`, action);
  return found;
}

describe('every part knows where it stands', () => {
  it('the written form', () => {
    expect(parts('  error-rate > 1% for 5m -> rollback  ')).toEqual({
      condition: 'error-rate > 1% for 5m',
      metric: 'error-rate',
      operator: '>',
      limit: '1%',
      window: 'for 5m',
      'action 1': 'rollback',
    });
  });

  it('prose', () => {
    expect(
      parts('If the error rate is consistently above 1 % of requests for five minutes, roll back; page on-call'),
    ).toEqual({
      condition: 'the error rate is consistently above 1 % of requests for five minutes',
      metric: 'error rate',
      operator: 'is consistently above',
      limit: '1 %',
      qualifier: 'of requests',
      window: 'for five minutes',
      'action 1': 'roll back',
      'action 2': 'page on-call',
    });
  });

  it('an action in front', () => {
    expect(parts('Automatically roll back if p99 latency exceeds 2x baseline over 10 min')).toEqual({
      condition: 'p99 latency exceeds 2x baseline over 10 min',
      metric: 'p99 latency',
      operator: 'exceeds',
      limit: '2x baseline',
      window: 'over 10 min',
      'action 1': 'roll back',
    });
  });

  it('a metric after its limit', () => {
    expect(parts('more than 5 failed payments in 10 minutes → pause')).toEqual({
      condition: 'more than 5 failed payments in 10 minutes',
      metric: 'failed payments',
      operator: 'more than',
      limit: '5',
      window: 'in 10 minutes',
      'action 1': 'pause',
    });
  });

  it('brackets and marks', () => {
    expect(parts('- **High** `p99-latency` (> 400 ms) for 10m => explode now')).toEqual({
      condition: 'High** `p99-latency` (> 400 ms) for 10m',
      metric: 'p99-latency',
      operator: '>',
      limit: '400 ms',
      window: 'for 10m',
      'action 1': 'explode now',
    });
  });

  it('astral characters count twice', () => {
    expect(parts('🚨🚨 error rate ≥ 5 %')).toMatchObject({ metric: 'error rate', operator: '≥', limit: '5 %' });
  });

  it('evidence', () => {
    expect(parts('if the dashboards look fine -> page')).toEqual({
      condition: 'the dashboards look fine',
      evidence: 'look fine',
      'action 1': 'page',
    });
  });
});

it.each(TEXTS)('the words of every part are the words of its range: %s', (text) => {
  for (const { text: words, range } of phrasesOf(parseCriterion(text))) {
    expect(words).toBe(text.slice(range.from, range.to).replaceAll('`', '').replaceAll('**', '').trim());
  }
});
