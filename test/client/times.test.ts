import { expect, it } from 'vitest';
import { localTime, stopwatch } from '../../client/src/times.ts';

it.each([
  [60, '2026-11-18T14:02:31+01:00'],
  [0, '2026-11-18T13:02:31+00:00'],
  [-210, '2026-11-18T09:32:31-03:30'],
  [720, '2026-11-19T01:02:31+12:00'],
])('a moment is told in local time, %i minutes east', (offset, told) => {
  const moment = new Date('2026-11-18T13:02:31.900Z');
  expect(localTime(moment, offset)).toBe(told);
  expect(Date.parse(localTime(moment, offset))).toBe(Date.parse('2026-11-18T13:02:31Z'));
});

it.each([
  ['2026-11-18T14:02:31+01:00', '00:00'],
  ['2026-11-18T14:05:43+01:00', '03:12'],
  ['2026-11-18T13:02:30-02:00', '1:59:59'],
  ['2026-11-18T14:00:00+01:00', '00:00'],
])('a stopwatch shows at %s', (now, shown) => {
  expect(stopwatch('2026-11-18T14:02:31+01:00', now)).toBe(shown);
});
