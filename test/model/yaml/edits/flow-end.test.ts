import { expect, it } from 'vitest';
import { flowItemsEnd } from '../../../../server/src/model/yaml/edits/flow-end.ts';

it.each([
  ['[a, b]', 'a, b'],
  ['[a, b   ]', 'a, b'],
  ['[a, "b, c"]', 'a, "b, c"'],
  ['[a, [b, c]]', 'a, [b, c]'],
  ['[a, { b: c }]', 'a, { b: c }'],
  ['[a, *b]', 'a, *b'],
  ['[a, b: ]', 'a, b:'],
  ['[a, *b, # c\n  ]', 'a, *b'],
  ['[]', ''],
])('the items of %s end behind the last one', (list, items) => {
  expect(list.slice(1, flowItemsEnd(list))).toBe(items);
});
