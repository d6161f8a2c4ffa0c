import { expect, test } from 'vitest';
import {
  backtickEnd,
  braceEnd,
  doubleQuoteEnd,
  parenthesisEnd,
  type Scanner,
  singleQuoteEnd,
} from '../../../server/src/analysis/commands/scan.ts';

const scan = (text: string, end = text.length): Scanner => ({ text, end, gone: new Set() });

test.each([
  [singleQuoteEnd, "a\\'b'", 2],
  [singleQuoteEnd, 'ab', undefined],
  [doubleQuoteEnd, 'a\\"b"', 4],
  [doubleQuoteEnd, 'a\\"', undefined],
  [backtickEnd, '`', 0],
  [backtickEnd, '\\``', 2],
  [braceEnd, 'a}}', 1],
  [parenthesisEnd, 'a)b)', 1],
  [parenthesisEnd, 'a(b)c)', 5],
  [parenthesisEnd, "')')", 3],
  [parenthesisEnd, "a'b)", 3],
  [parenthesisEnd, '\\))', 2],
  [parenthesisEnd, "\\')", 2],
  [parenthesisEnd, 'a(b)', undefined],
])('%o in %j: %s', (endOf, text, place) => expect(endOf(scan(text), 0)).toBe(place));

test.each([
  [singleQuoteEnd, "'"],
  [doubleQuoteEnd, '"'],
  [braceEnd, '}'],
  [parenthesisEnd, ')'],
])('%o is not behind the end, and then nowhere', (endOf, sign) => {
  expect(endOf(scan(`ab${sign}`, 3), 0)).toBe(2);
  const scanner = scan(`ab${sign}`, 2);
  expect(endOf(scanner, 0)).toBeUndefined();
  expect(endOf({ ...scanner, end: 3 }, 0)).toBeUndefined();
});
