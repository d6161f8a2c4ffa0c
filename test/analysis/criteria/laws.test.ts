import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeCriterion, overlap, parseCriterion } from '../../../server/src/analysis/criteria/index.ts';
import { read } from '../../../server/src/analysis/criteria/tokens.ts';
import { processorTime } from '../../support/processor-time.ts';
import { TEXTS } from './cases/index.ts';
import { phrasesOf } from './ranges.ts';

function expectSound(text: string): void {
  const criterion = parseCriterion(text);
  const outside = phrasesOf(criterion).filter(
    ({ range }) => range.from < 0 || range.to < range.from || range.to > text.length,
  );
  expect(outside).toEqual([]);
  describeCriterion(criterion, { told: 'when', named: 'on' });
  if ('evidence' in criterion) expect(criterion.evidence).not.toEqual([]);
  if ('metric' in criterion) expect(criterion.metric.slug).not.toBe('');
}

/** The words that criteria are made of, in any order. */
const WORDS = [...new Set(TEXTS.flatMap((text) => text.split(' ')))];
const SIGNS = [...'<>=!≤≥≠()[]{}"“”`*;:,.-–—+/%×~|&→ \n\t', '->', '=>', '5', '1,000', '5m', '1e9', '😀', 'µ', "'"];

describe('any text is read', () => {
  it('of any characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => expectSound(text)),
      { numRuns: 500 },
    );
  });

  it('of the words of criteria', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...WORDS), { maxLength: 14 }), (words) => expectSound(words.join(' '))),
      { numRuns: 3000 },
    );
  });

  it('of signs and figures', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...SIGNS, ...WORDS), { maxLength: 24 }), (parts) =>
        expectSound(parts.join('')),
      ),
      { numRuns: 3000 },
    );
  });

  // What was found so before.
  it.each(['!= or error-rate'])('%s', expectSound);

  it.each(TEXTS)('every prefix of: %s', (text) => {
    for (let length = 0; length <= text.length; length++) expectSound(text.slice(0, length));
  });
});

describe('numbers are never wrong', () => {
  const units = ['%', 'ms', 's', 'm', 'MB', 'GiB', ' rps', '/s', ' percent', ''];
  const windows = ['', ' for 5m', ' over 10 minutes', ' for at least an hour', ', sustained for 5m'];
  const operators = ['>', '>=', '<', '≤', 'exceeds', 'is above', 'drops below', 'is at least', 'stays under'];
  const metrics = ['error-rate', 'p99 latency', 'requests (total)', '`queue`', 'the lag of ledger'];

  it('whatever stands around them', () => {
    const limits = fc.oneof(
      fc.nat(1_000_000),
      fc.integer({ min: 1, max: 99_999 }).map((value) => value / 1000),
    );
    const pick = (values: readonly string[]) => fc.constantFrom(...values);
    fc.assert(
      fc.property(
        pick(metrics),
        pick(operators),
        limits,
        pick(units),
        pick(windows),
        (metric, op, value, unit, window) => {
          const criterion = parseCriterion(`${metric} ${op} ${value}${unit}${window}`);
          expect(criterion).toMatchObject({
            kind: 'threshold',
            limit: { kind: 'absolute', value, unit: { text: unit.trim() } },
          });
        },
      ),
    );
  });

  it('thousands are read in groups of three only', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 999_999_999 }), (value) => {
        expect(parseCriterion(`rows > ${value.toLocaleString('en-US')}`)).toMatchObject({ limit: { value } });
      }),
    );
  });

  it.each(['1,5', '1,50', '1,5000', '0,5', '1,00', '01,000', '1.000.000', '1_000', '1 000', '1e999', '١'])(
    'none is read from %s',
    (figures) => {
      expect(parseCriterion(`errors > ${figures}`).kind).toBe('unknown');
    },
  );

  /** A word put in anywhere may make a criterion unknown, but may not change what it compares with. */
  it('a foreign word changes no number', () => {
    fc.assert(
      fc.property(fc.nat(7), (at) => {
        const words = 'error rate > 1 % for 5 minutes'.split(' ');
        words.splice(at, 0, 'blorp');
        const criterion = parseCriterion(words.join(' '));
        if (criterion.kind === 'threshold') expect(criterion).toMatchObject({ op: '>', limit: { value: 1 } });
      }),
    );
  });
});

describe('hostile text costs no more than its length', () => {
  const seeds = [
    'a ',
    '<',
    '1',
    '> 1 ',
    'a, ',
    'and ',
    '(',
    '()',
    '(a > 1), ',
    '"',
    '“',
    'for ',
    '5m',
    '1h ',
    'is not ',
    'over 5m ',
  ];

  it.each([...seeds, 'error rate > 1% and ', 'baseline +', 'of 5% ', 'or more ', '1,000,', 'x-', 'then '])(
    '%j',
    (seed) => {
      const tokens = processorTime(() => read(seed.repeat(1_000_000 / seed.length)));
      expect(tokens).toBeLessThan(5000);
      const long = seed.repeat(1_000_000 / seed.length);
      expect(processorTime(() => parseCriterion(long))).toBeLessThan(1000);
      const longest = seed.repeat(9_999 / seed.length);
      expect(processorTime(() => parseCriterion(longest))).toBeLessThan(1000);
    },
  );

  it('brackets in brackets', () => {
    const text = `${'('.repeat(4000)}a > 1${')'.repeat(4000)}`;
    expect(processorTime(() => parseCriterion(text))).toBeLessThan(1000);
  });

  it('alternatives of alternatives', () => {
    const one = parseCriterion(Array(30).fill('(a > 1 or b > 1)').join(' and '));
    expect(processorTime(() => overlap(one, one))).toBeLessThan(1000);
  });
});
