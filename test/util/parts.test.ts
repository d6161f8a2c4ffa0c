import { expect, test } from 'vitest';
import { behindLast, indentOf, upTo } from '../../server/src/util/parts.ts';

test('up to the first mark, or to the end', () => {
  expect(upTo('docs/run.md#restore#now', '#')).toBe('docs/run.md');
  expect(upTo('docs/run.md', '#')).toBe('docs/run.md');
  expect(upTo('#restore', '#')).toBe('');
});

test('behind the last mark, or from the start', () => {
  expect(behindLast('public.orders.amount', '.')).toBe('amount');
  expect(behindLast('orders', '.')).toBe('orders');
  expect(behindLast('a -> b -> c', ' -> ')).toBe('c');
  expect(behindLast('abcdef', ' -> ')).toBe('abcdef');
});

test('what a line is indented by', () => {
  expect(indentOf('  \tALTER TABLE')).toBe('  \t');
  expect(indentOf('ALTER')).toBe('');
  expect(indentOf('   ')).toBe('   ');
  expect(indentOf('')).toBe('');
});
