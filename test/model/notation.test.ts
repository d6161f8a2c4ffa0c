import { describe, expect, it } from 'vitest';
import {
  formatDuration,
  formatPercent,
  isId,
  isWellFormed,
  type Notation,
  parseDate,
  parseDuration,
  parsePercent,
  parseSize,
  parseTime,
  suggestDate,
  suggestDuration,
  suggestDurations,
  suggestId,
  suggestionsFor,
  suggestPercents,
  suggestSize,
  suggestTime,
} from '../../server/src/model/notation.ts';
import { processorTime } from '../support/processor-time.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('durations', () => {
  it.each([
    ['250ms', 250],
    ['30s', 30_000],
    ['5m', 5 * MINUTE],
    ['1h30m', 1.5 * HOUR],
    ['7d', 7 * DAY],
    ['2w', 14 * DAY],
    ['1w2d3h4m5s6ms', 9 * DAY + 3 * HOUR + 4 * MINUTE + 5006],
    ['0s', 0],
  ])('%s', (text, ms) => expect(parseDuration(text)).toEqual({ ms }));

  it.each(['', '30', '5M', 'PT30M', '2 hours', '1.5h', '1m1h', '1h 30m', 'h', '-5m', '5m ', '5mm', '9'.repeat(400)])(
    'refuses %j',
    (text) => expect(parseDuration(text)).toBeUndefined(),
  );

  it.each([
    ['5M', '5m'],
    ['2H', '2h'],
    ['PT30M', '30m'],
    ['pt1h30m', '1h30m'],
    ['P1DT12H', '1d12h'],
    ['P2W', '2w'],
    ['P1M', '30d'],
    ['2 hours', '2h'],
    ['1 hour 30 minutes', '1h30m'],
    ['1 hour and 30 min', '1h30m'],
    ['1h 30m', '1h30m'],
    ['90 minutes', '90m'],
    ['1.5h', '1h30m'],
    ['0.5 days', '12h'],
    ['30 min.', '30m'],
    ['30-minute', '30m'],
    ['an hour', '1h'],
    ['two weeks', '2w'],
    ['3 months', '90d'],
    ['1 year', '365d'],
    ['~24 hours', '24h'],
    ['at least 30 minutes', '30m'],
    ['30m 1h', '1h30m'],
    ['200 milliseconds', '200ms'],
  ])('%s was meant as %s', (text, meant) => expect(suggestDuration(text)).toBe(meant));

  it('offers each unit for a bare number', () => expect(suggestDurations('30')).toEqual(['30m', '30s', '30h', '30d']));

  it.each([
    '',
    '5m',
    'soon',
    'until Friday',
    '2 to 4 hours',
    '30-60 minutes',
    'P',
    'PT',
    '0',
    '1 fortnight',
    '0.4 ms',
    '5 5m',
    '٣ hours',
  ])('does not guess at %j', (text) => expect(suggestDuration(text)).toBe(text === '0' ? '0s' : undefined));

  it.each([
    [0, '0s'],
    [250, '250ms'],
    [90 * MINUTE, '1h30m'],
    [DAY, '1d'],
    [30 * DAY, '30d'],
    [DAY + 1, '1d1ms'],
    [-5, '0s'],
  ])('writes %d as %s', (ms, text) => expect(formatDuration(ms)).toBe(text));
});

describe('percentages', () => {
  it.each([
    ['5%', 5],
    ['5', 5],
    ['100%', 100],
    ['0', 0],
    ['0%', 0],
    ['0.1%', 0.1],
    ['12.5', 12.5],
    ['1', 1],
  ])('%s', (text, value) => expect(parsePercent(text)).toBe(value));

  it.each(['', '0.05', '.5', '101', '150%', '5 %', '5 percent', '-1%', '%', '5%%', 'NaN'])('refuses %j', (text) =>
    expect(parsePercent(text)).toBeUndefined(),
  );

  it.each([
    ['0.05', ['5%', '0.05%']],
    ['.5', ['50%', '0.5%']],
    ['0.07', ['7%', '0.07%']],
    ['5 %', ['5%']],
    ['5 percent', ['5%']],
    ['about 10 pct', ['10%']],
    ['12,5 %', ['12.5%']],
    ['10% of users', ['10%']],
    ['1/20', ['5%']],
    ['1 in 4', ['25%']],
    ['all', ['100%']],
    ['150%', []],
    ['1/0', []],
    ['5', []],
    ['half of it', []],
  ])('%s was meant as %j', (text, meant) => expect(suggestPercents(text)).toEqual(meant));

  it('writes without the noise of binary fractions', () => expect(formatPercent(0.07 * 100)).toBe('7%'));
});

describe('dates', () => {
  it.each([
    ['2026-12-01', '2026-12-01', Date.UTC(2026, 11, 1), false],
    ['2024-02-29', '2024-02-29', Date.UTC(2024, 1, 29), false],
    ['2026-12-01T14:00Z', '2026-12-01', Date.UTC(2026, 11, 1, 14), true],
    ['2026-12-01T14:00:30.5+01:00', '2026-12-01', Date.UTC(2026, 11, 1, 13, 0, 30), true],
    ['2026-12-01 14:00 -0530', '2026-12-01', Date.UTC(2026, 11, 1, 19, 30), true],
  ])('%s', (text, day, ms, hasTime) => expect(parseDate(text)).toEqual({ day, ms, hasTime }));

  it.each([
    '',
    '2026-02-30',
    '2025-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-12-01T14:00',
    '2026-12-01T25:00Z',
    '2026-12-01T10:00+19:00',
    '12/01/2026',
    '2026-1-5',
  ])('refuses %j', (text) => expect(parseDate(text)).toBeUndefined());

  it.each([
    ['1 Dec 2026', '2026-12-01'],
    ['1st of December, 2026', '2026-12-01'],
    ['Dec 1, 2026', '2026-12-01'],
    ['Tuesday, December 1st, 2026', '2026-12-01'],
    ['1-Dec-2026', '2026-12-01'],
    ['2026/12/01', '2026-12-01'],
    ['2026-1-5', '2026-01-05'],
    ['20261201', '2026-12-01'],
    ['12/31/2026', '2026-12-31'],
    ['31.12.2026', '2026-12-31'],
    ['12/12/2026', '2026-12-12'],
  ])('%s was meant as %s', (text, meant) => expect(suggestDate(text)).toBe(meant));

  it.each([
    '12/01/2026',
    '31/31/2026',
    '30 Feb 2026',
    'Q1 2027',
    'next week',
    '',
    '2026-02-30',
    '1 Foo 2026',
    '1.12.26',
  ])('does not guess at %j', (text) => expect(suggestDate(text)).toBeUndefined());
});

describe('times of day', () => {
  it.each([
    ['14:02', { seconds: 50_520 }],
    ['9:05', { seconds: 32_700 }],
    ['14:02:30', { seconds: 50_550 }],
    ['14:02 UTC', { seconds: 50_520 }],
    ['2026-12-01T14:02+01:00', { seconds: 50_520, ms: Date.UTC(2026, 11, 1, 13, 2) }],
  ])('%s', (text, time) => expect(parseTime(text)).toEqual(time));

  it.each(['', '24:00', '14:60', '1402', '2pm', '2026-12-01'])('refuses %j', (text) =>
    expect(parseTime(text)).toBeUndefined(),
  );

  it.each([
    ['2:02 pm', '14:02'],
    ['12 am', '00:00'],
    ['12:30 PM', '12:30'],
    ['1402', '14:02'],
    ['14.02', '14:02'],
    ['14h02', '14:02'],
  ])('%s was meant as %s', (text, meant) => expect(suggestTime(text)).toBe(meant));

  it.each(['', '14', '13 pm', '2570', 'noon'])('does not guess at %j', (text) =>
    expect(suggestTime(text)).toBeUndefined(),
  );
});

describe('sizes', () => {
  it.each([
    ['340GiB', 340 * 1024 ** 3],
    ['12MB', 12e6],
    ['1.5 TB', 1.5e12],
    ['512B', 512],
    ['4kB', 4000],
  ])('%s', (text, bytes) => expect(parseSize(text)).toEqual({ bytes }));

  it.each(['', '340', '12iB', '12Mb', 'GiB', '-1GB'])('refuses %j', (text) => expect(parseSize(text)).toBeUndefined());

  it.each([
    ['340 gib', '340GiB'],
    ['12Mb', '12MB'],
    ['340G', '340GB'],
    ['1,5 terabytes', '1.5TB'],
    ['512 bytes', '512B'],
  ])('%s was meant as %s', (text, meant) => expect(suggestSize(text)).toBe(meant));
});

describe('ids', () => {
  it.each(['a', 'ramp-10', '5xx-rate'])('%s', (text) => expect(isId(text)).toBe(true));
  it.each(['', 'A', 'a_b', '-a', 'a-', 'a--b', 'a b', 'ü'])('refuses %j', (text) => expect(isId(text)).toBe(false));
  it.each([
    ['Error rate', 'error-rate'],
    ['dropEmail_v2', 'drop-email-v2'],
    ['  Größe: 5% ', 'gro-e-5'],
    ["Don't", 'dont'],
    ['???', undefined],
    ['fine', undefined],
  ])('%s is %s', (text, id) => expect(suggestId(text)).toBe(id));
});

const NOTATIONS: readonly Notation[] = ['duration', 'percent', 'date', 'time', 'size', 'id', 'criterion'];

describe('every suggestion', () => {
  const words = [
    '30',
    'PT5M',
    '0.05',
    '5 %',
    '1 Dec 2026',
    '2pm',
    '5 gb',
    'Some Words',
    '2 hours',
    '99999999999 years',
    '0.0000001',
  ];
  it.each(words)('for %s is well-formed', (text) => {
    for (const notation of NOTATIONS)
      for (const meant of suggestionsFor(notation, text)) expect(isWellFormed(notation, meant)).toBe(true);
  });
});

describe('no text', () => {
  const hostile = [
    '1'.repeat(50_000),
    ' '.repeat(50_000),
    '1 '.repeat(20_000),
    'a-'.repeat(20_000),
    '1h'.repeat(20_000),
    '١'.repeat(9000),
  ];
  it.each(hostile.map((text) => [text.slice(0, 6), text]))('%s… takes long', (_, text) => {
    const took = processorTime(() => {
      for (const notation of NOTATIONS) {
        isWellFormed(notation, text);
        suggestionsFor(notation, text);
      }
    });
    expect(took).toBeLessThan(500);
  });
});
