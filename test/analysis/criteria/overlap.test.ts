import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  intervalsOf,
  longestWindow,
  type Operator,
  overlap,
  parseCriterion,
  parseQuantity,
  sameLimit,
  thresholdsOf,
} from '../../../server/src/analysis/criteria/index.ts';

/** With the baselines `metric: value` of the plan. */
function overlaps(success: string, abort: string, baselines: Readonly<Record<string, string>> = {}) {
  return overlap(parseCriterion(success), parseCriterion(abort), (slug) => parseQuantity(baselines[slug] ?? ''));
}

it('of a baseline in another unit than what is added to it is unknown', () => {
  expect(overlaps('p99 < baseline + 50ms', 'p99 > 1%', { p99: '5%' })).toBeUndefined();
});

describe('a value that both succeeds and aborts', () => {
  it.each([
    ['error-rate < 2%', 'error-rate > 1%'],
    ['error-rate <= 1%', 'error-rate >= 1%'],
    ['error rate < 2%', 'error-rate > 1% for 5m -> rollback'],
    ['error-rate < 2% for 1h', 'error-rate > 1% for 5m'],
    ['error-rate != 0', 'error-rate > 1%'],
    ['p99 < 1s', 'p99 > 400ms'],
    ['p99 <= 1.1s', 'p99 >= 1100ms'],
    ['p99 < 2 minutes', 'p99 > 90s'],
    ['heap < 2GiB', 'heap > 2GB'],
    ['errors < 60/min', 'errors > 0.5/s'],
    ['x < 60MB/min', 'x > 0.5MB/s'],
    ['x < 60messages/min', 'x > 0.5messages/s'],
    ['x < 60 %/min', 'x > 0.5%/s'],
    ['x < 60Mbit/min', 'x > 0.5Mbit/s'],
    ['errors <= 1', 'errors > 0'],
    ['errors < 2', 'errors > 0'],
    ['lag < 500mb', 'lag > 400mb'],
    ['error-rate < 1.5 percent', 'error-rate > 1%'],
    ['error-rate < baseline +20%', 'error-rate > baseline +10%'],
    ['p99 < 3x baseline', 'p99 > 2x baseline'],
    ['error-rate between 0.5% and 2%', 'error-rate > 1%'],
    ['error-rate < 2% and p99 < 300ms', 'error-rate > 1%'],
    ['error-rate < 2%; p99 < 300ms', 'p99 > 200ms or lag > 5m'],
    ['error-rate < 2%', 'error-rate > 5% or error-rate > 1%'],
    ['error-rate < 2%', 'smoke test fails or error-rate > 1%'],
    ['error-rate < 2%', 'error-rate > 1%, error-rate > 9%'],
  ])('%s | %s', (success, abort) => {
    expect(overlaps(success, abort)).toBe(true);
  });

  it.each([
    ['error-rate < 0.5%', 'error-rate > 1%'],
    ['amount-mismatch = 0', 'amount-mismatch > 0'],
    ['error-rate = 0', 'error-rate > 0%'],
    ['error-rate = 0', 'error-rate > 1%'],
    ['error-rate < 1%', 'error-rate >= 1%'],
    ['error-rate <= 1%', 'error-rate > 1%'],
    ['error-rate < 1%', 'error-rate > 1 percent'],
    ['p99 < 0.4s', 'p99 > 400ms'],
    ['p99 < 1.1s', 'p99 >= 1100ms'],
    ['lag = 0', 'lag > 30s'],
    ['errors = 0', 'errors != 0'],
    ['errors < 30/min', 'errors > 0.5/s'],
    ['success-rate > 99.9%', 'success-rate < 99%'],
    ['p99 < 2x baseline', 'p99 > 3x baseline'],
    ['p99 < baseline + 20ms', 'p99 > baseline + 0.1s'],
    ['error-rate < 1% and error-rate > 0.1%', 'error-rate > 2%'],
    ['error-rate < 1% or error-rate < 0.5%', 'error-rate > 2% or error-rate > 3%'],
  ])('none: %s | %s', (success, abort) => {
    expect(overlaps(success, abort)).toBe(false);
  });

  it.each([
    ['error-rate < 2%', 'p99 > 400ms', 'two metrics'],
    ['error-rate < 0.02', 'error-rate > 1%', 'a ratio or a number'],
    ['p99 < 400', 'p99 > 300ms', 'a unit that is not said'],
    ['heap < 400mb', 'heap > 300MB', 'megabits or megabytes'],
    ['x < 60mb/min', 'x > 0.5MB/s', 'megabits or megabytes, of rates'],
    ['x < 5/m', 'x > 4/m', 'minutes or metres'],
    ['p99 < 2x baseline', 'p99 > 400ms', 'a baseline that is not known'],
    ['p99 < 2x baseline', 'p99 > baseline +50%', 'factors and shares of percentages'],
    ['p99 < baseline + 20ms', 'p99 > 2x baseline', 'steps of two kinds'],
    ['p99 < 10% higher than yesterday', 'p99 > 5% higher than yesterday', 'days'],
    ['errors < 1', 'errors > 0', 'counts have nothing between'],
    ['smoke tests pass', 'error-rate > 1%', 'an event'],
    ['error-rate < 2%', 'smoke test fails', 'an event'],
    ['error-rate < 2%', 'error-rate > 1% and p99 > 400ms', 'an abort that needs more'],
    ['error-rate < 2%', 'error-rate > 1% and on-call decides', 'an abort that needs words'],
    ['error-rate < 2% and no alerts', 'error-rate > 1%', 'an event that may exclude it'],
    ['error-rate < 0.5%', 'error-rate > 1% or smoke test fails', 'an abort of another kind'],
    ['if there are no issues', 'if there are issues', 'words'],
  ])('cannot tell: %s | %s (%s)', (success, abort) => {
    expect(overlaps(success, abort)).toBeUndefined();
  });

  it('with a baseline', () => {
    const p99 = { p99: '180ms' };
    expect(overlaps('p99 < 300ms', 'p99 > 2x baseline', p99)).toBe(false);
    expect(overlaps('p99 < 400ms', 'p99 > 2x baseline', p99)).toBe(true);
    expect(overlaps('p99 <= 198ms', 'p99 >= baseline +10%', p99)).toBe(true);
    expect(overlaps('p99 < 198ms', 'p99 >= baseline +10%', p99)).toBe(false);
    expect(overlaps('p99 < 0.2s', 'p99 > baseline + 20ms', p99)).toBe(false);
    expect(overlaps('p99 < 400', 'p99 > 2x baseline', p99)).toBeUndefined();
    expect(overlaps('p99 < 400ms', 'p99 > baseline + 5%', { p99: '180' })).toBeUndefined();
  });

  it('ten per cent of a percentage are a tenth, or ten points', () => {
    const rate = { 'error-rate': '1%' };
    expect(overlaps('error-rate < 5%', 'error-rate > baseline +10%', rate)).toBeUndefined();
    expect(overlaps('error-rate < 1%', 'error-rate > baseline +10%', rate)).toBe(false);
    expect(overlaps('error-rate < 20%', 'error-rate > baseline +10%', rate)).toBe(true);
  });

  it('exists exactly where a number says so', () => {
    const operators: readonly Operator[] = ['<', '<=', '>', '>=', '=', '!='];
    const sides = fc.tuple(fc.constantFrom(...operators), fc.integer({ min: -3, max: 3 }));
    const holds = { '<': lt, '<=': lte, '>': gt, '>=': gte, '=': eq, '!=': ne };
    fc.assert(
      fc.property(sides, sides, ([one, a], [other, b]) => {
        // Quarters hold a number between any two limits, and one beyond each.
        const numbers = Array.from({ length: 41 }, (_, index) => (index - 20) / 4);
        const expected = numbers.some((value) => holds[one](value, a) && holds[other](value, b));
        expect(overlaps(`x ${one} ${a}ms`, `x ${other} ${b}ms`)).toBe(expected);
      }),
      { numRuns: 2000 },
    );
  });
});

const lt = (a: number, b: number) => a < b;
const lte = (a: number, b: number) => a <= b;
const gt = (a: number, b: number) => a > b;
const gte = (a: number, b: number) => a >= b;
const eq = (a: number, b: number) => a === b;
const ne = (a: number, b: number) => a !== b;

it('intervals have open and closed ends', () => {
  expect(intervalsOf('<', 5)).toEqual([{ low: -Infinity, high: 5, lowOpen: true, highOpen: true }]);
  expect(intervalsOf('>=', 5)).toEqual([{ low: 5, high: Infinity, lowOpen: false, highOpen: true }]);
  expect(intervalsOf('!=', 5)).toHaveLength(2);
});

describe('the same limit', () => {
  it.each([
    ['x > 1%', 'x > 1 percent', true],
    ['x > 1.1s', 'x > 1100ms', true],
    ['x > 60/min', 'x > 1 rps', true],
    ['x > 0', 'x > 0%', true],
    ['x > 1%', 'x > 2%', false],
    ['x > 2x baseline', 'x > baseline * 2', true],
    ['x > 1%', 'x > 0.01', undefined],
    ['x > 0', 'x > 5ms', undefined],
    ['x > 5ms', 'x > 0', undefined],
    ['x > 5', 'x > 5ms', undefined],
    ['x > 10% higher than yesterday', 'x > 1%', undefined],
    ['x > 2x baseline', 'x > 400ms', undefined],
  ])('%s | %s', (one, other, same) => {
    const [a, b] = [one, other].map((text) => thresholdsOf(parseCriterion(text))[0]?.limit);
    expect(a && b && sameLimit(a, b)).toBe(same);
  });
});

it('the longest window counts where its length is said', () => {
  const texts = [
    'a > 1 for 5m',
    'b > 1 for 2 weeks or c > 1 for 1h',
    'd > 1 for several months',
    'no alerts for 3 days',
    'e > 1',
  ];
  const criteria = texts.map(parseCriterion);
  expect(longestWindow(criteria)).toEqual({ criterion: criteria[1], ms: 1_209_600_000 });
  expect(longestWindow(criteria.slice(2))).toMatchObject({ ms: 259_200_000 });
  expect(longestWindow([parseCriterion('e > 1')])).toBeUndefined();
  const equal = ['x > 1 for 5m', 'y > 1 for 5m'].map(parseCriterion);
  expect(longestWindow(equal)?.criterion, 'the first of two').toBe(equal[0]);
});
