/** The measurement: no false alarm among the harmless lines, and the misses are the ones that are known. */
import { describe, expect, test } from 'vitest';
import { commandFacts } from '../../../server/src/analysis/commands/index.ts';
import {
  DESTRUCTIVE_LATER,
  DESTRUCTIVE as FIRST,
  HARMLESS as HARMLESS_FIRST,
  HARMLESS_LATER,
  MISSED,
} from './lines.ts';

const DESTRUCTIVE = [...FIRST, ...DESTRUCTIVE_LATER];
const HARMLESS = [...HARMLESS_FIRST, ...HARMLESS_LATER];

test('there are enough lines, and half of them are harmless', () => {
  expect(DESTRUCTIVE.length + HARMLESS.length).toBeGreaterThanOrEqual(60);
  expect(HARMLESS.length).toBeGreaterThanOrEqual(DESTRUCTIVE.length);
});

describe('harmless', () => {
  test.each(HARMLESS)('%s', (line) => expect(commandFacts(line)).toEqual([]));
});

describe('destructive', () => {
  const found = DESTRUCTIVE.filter(([, line]) => !MISSED.includes(line));
  test.each(found)('%s: %s', (damage, line) => expect(commandFacts(line).map((fact) => fact.damage)).toEqual([damage]));
});

test('the misses are those that are listed, and no more than one line in ten', () => {
  const missed = DESTRUCTIVE.filter(([, line]) => commandFacts(line).length === 0).map(([, line]) => line);
  expect(missed).toEqual(MISSED);
  expect(missed.length).toBeLessThanOrEqual(DESTRUCTIVE.length / 10);
});
