import { expect, test } from 'vitest';
import { walk } from '../../../server/src/model/plan/walk.ts';
import { rootSchema } from '../../../server/src/model/schema/schema.ts';
import { tree } from '../../support/tree.ts';

const wordsIn = (value: unknown) =>
  Array.from(walk(tree(value), rootSchema('plan'))).flatMap(({ node }) => (node.kind === 'scalar' ? node.text : []));

test('a walk comes to what the schema knows', () => {
  expect(wordsIn({ name: 'a', approvers: ['b', 'c'], 'x-own': 'd' })).toEqual(['a', 'b', 'c']);
});

test('a walk does not come to what stands in a list where there should be none', () => {
  expect(wordsIn({ name: 'a', owner: ['b'] })).toEqual(['a']);
});
