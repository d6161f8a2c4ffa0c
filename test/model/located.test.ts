import { expect, test } from 'vitest';
import { descend } from '../../server/src/model/located.ts';
import { tree } from '../support/tree.ts';

test.each<[(string | number)[], unknown]>([
  [['a', 0, 'b'], 1],
  [['a', 1], undefined],
  [['a', 'b'], undefined],
  [['c', 0], undefined],
])('%j leads to %j', (path, value) => {
  const node = descend(tree({ a: [{ b: 1 }], c: { d: 2 } }), path);
  expect(node?.kind === 'scalar' ? node.value : node).toBe(value);
});
