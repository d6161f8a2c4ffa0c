import { describe, expect, it } from 'vitest';
import { parseActions, parseCriterion, parseQuantity } from '../../../server/src/analysis/criteria/index.ts';
import { parseDuration } from '../../../server/src/model/notation.ts';
import { CASES } from './cases/index.ts';
import { summary } from './summary.ts';

for (const [name, cases] of Object.entries(CASES)) {
  describe(name.toLowerCase(), () => {
    it.each(cases)('%s', (text, expected) => {
      expect(summary(parseCriterion(text))).toBe(expected);
    });
  });
}

describe('windows and the format’s durations', () => {
  it.each(['30s', '5m', '90m', '1h', '1h30m', '24h', '7d', '2w', '1d12h', '2m30s'])('agree on %s', (text) => {
    const criterion = parseCriterion(`error-rate > 1% for ${text}`);
    expect(criterion).toMatchObject({ window: { ms: parseDuration(text)?.ms } });
  });
});

describe('how a metric is written', () => {
  it.each([
    ['error-rate > 1%', 'id'],
    ['`latency` > 1s', 'id'],
    ['http_requests_total > 5', 'id'],
    ['latency > 1s', 'words'],
    ['error rate > 1%', 'words'],
    ['error rate (5xx) > 1%', 'words'],
    ['rate(errors_total[5m]) > 0.01', 'query'],
    ['errors{code="500"} > 1', 'query'],
  ])('%s is %s', (text, written) => {
    expect(parseCriterion(text)).toMatchObject({ metric: { written } });
  });

  it('keeps letters that no id has', () => {
    expect(parseCriterion('Fehlerquote für Überweisungen > 1%')).toMatchObject({
      metric: { slug: 'fehlerquote-für-überweisungen' },
    });
    expect(parseCriterion('错误率 > 1%')).toMatchObject({ metric: { slug: '错误率' } });
  });
});

describe('what is no part of the condition', () => {
  it.each([
    ['(error rate > 1%)', 'error rate > 1%'],
    ['((error rate > 1%))', 'error rate > 1%'],
    ['[error rate > 1%]', 'error rate > 1%'],
    ['(error rate) > 1%', '(error rate) > 1%'],
    ['[ ] error rate > 1%', 'error rate > 1%'],
    ['[x] error rate > 1%', 'error rate > 1%'],
    ['- [x] error rate > 1%', 'error rate > 1%'],
    ['[api v5] error rate > 1%', '[api v5] error rate > 1%'],
    ['- error rate > 1%', 'error rate > 1%'],
    ['* error rate > 1%', 'error rate > 1%'],
    ['-5 < temperature', '-5 < temperature'],
    ['error rate > 1%.', 'error rate > 1%'],
    ['error rate > 1%,', 'error rate > 1%'],
    ['error rate > 1%:', 'error rate > 1%'],
    ['"error rate > 1%"', 'error rate > 1%'],
    ['if error rate > 1%', 'error rate > 1%'],
    ['whenever error rate > 1% -> pause', 'error rate > 1%'],
    ['if needed', 'if needed'],
    ['  error rate > 1%  ', 'error rate > 1%'],
  ])('%s', (text, condition) => {
    const criterion = parseCriterion(text);
    expect(criterion.condition.text).toBe(condition);
    const { from, to } = criterion.condition.range;
    expect(text.slice(from, to)).toBe(condition);
  });

  it.each(['', '   ', '()', '- ', '[ ]', '.', '-> '])('of "%s" nothing is one', (text) => {
    expect(parseCriterion(text)).toMatchObject({ kind: 'unknown', text: text.trim() });
  });
});

describe('parseActions', () => {
  it.each([
    ['rollback', ['rollback']],
    ['Roll back to 4.18.2', ['rollback']],
    ['pause and page on-call', ['pause', 'page']],
    ['call the DBA', ['page']],
    ['abort', ['unknown']],
    ['', []],
  ])('%s', (text, kinds) => {
    expect(parseActions(text).map((action) => action.kind)).toEqual(kinds);
  });
});

describe('parseQuantity', () => {
  it.each([
    ['0.1%', 0.1, 'percent'],
    ['180ms', 180, 'time'],
    ['1,200', 1200, 'plain'],
    ['900 rps', 900, 'plain/s'],
    ['340GiB', 340, 'bytes'],
  ])('%s', (text, value, dimension) => {
    expect(parseQuantity(text)).toMatchObject({ value, unit: { dimension } });
  });

  it.each(['', 'about right', '0.1% or so', '1,5%', '2x baseline'])('nothing in "%s"', (text) => {
    expect(parseQuantity(text)).toBeUndefined();
  });
});

it('reads no document', () => {
  expect(parseCriterion(`error-rate > 1% ${'and so on '.repeat(2000)}`).kind).toBe('unknown');
});
