import { expect, test } from 'vitest';
import { columnOf, findPlaces } from '../../../server/src/model/yaml/edits/places.ts';
import { readYaml } from '../../../server/src/model/yaml/read.ts';
import { USUAL_LAYOUT } from '../../../server/src/model/yaml/write.ts';
import { tree } from '../../support/tree.ts';

const placesIn = (text: string) =>
  findPlaces(text, readYaml({ uri: 'file:///rollout-plan.yaml', syntax: 'yaml', text })[0].root);

test.each([
  ['a: 1', 0, 0],
  ['a: 1', 3, 3],
  ['a:\n  b: 1', 5, 2],
  ['\uFEFFa: 1', 1, 0],
  ['\uFEFFa: 1', 4, 3],
  // What begins with the mark itself stands in the first column, too.
  ['\uFEFFa: 1', 0, 0],
])('columns before a place in %j', (text, at, columns) => expect(columnOf(text, at)).toBe(columns));

test('what is not in the tree stands by itself', () => {
  const places = placesIn('a:\n  - b: 1\n');
  const other = tree(['c']);
  expect([places.holderOf(other).kind, places.inFlow(other), places.pathOf(other)]).toEqual(['root', false, undefined]);
});

test('a list whose bracket is not closed says nothing of how lines are laid out', () => {
  expect(placesIn('metrics: [a, b\nname: c\n').layout).toEqual(USUAL_LAYOUT);
});
