import { expect, it } from 'vitest';
import { parseCriterion } from '../../../server/src/analysis/criteria/index.ts';

it.each([
  ['select count(*) from orders returns 0', 'returns 0'],
  ['select count(*) = 0', '= 0'],
  ['select amount from orders is 4', 'is 4'],
  ['select amount from orders where amount > 1 is 4', 'is 4'],
  ['select amount from orders where state is open and id > 4', '> 4'],
])('the answer that a query is to give: %s', (text, answer) => {
  expect(parseCriterion(text)).toMatchObject({ kind: 'event', evidence: [{ text: answer }] });
});

it.each([
  ['select 1 > 0', 'threshold'],
  ['select-latency > 5s', 'threshold'],
  ['from orders select 1 is 0', 'threshold'],
  ['select amount from orders', 'unknown'],
  ['select', 'unknown'],
])('no query with an answer: %s', (text, kind) => expect(parseCriterion(text).kind).toBe(kind));
