import { expect, it } from 'vitest';
import { isPlaceholder, placeholdersIn } from '../../server/src/analysis/placeholders.ts';

it.each([
  ['Owner: TBD', ['TBD']],
  ['[FILL_IN] and <service name>, then {{ version }}', ['[FILL_IN]', '<service name>', '{{ version }}']],
  ['`<id>` is a path, TODO is not', ['TODO']],
  ['GET /orders/<id> answers', []],
  ['a < b', []],
  ['[OWNERS](../OWNERS), [LINK][issue]', []],
  ['[LINK]() and [OWNER] (of orders)', ['[LINK]', '[OWNER]']],
  ['`TBD` is what nobody should write', []],
  ['`now` and TBD and `then`', ['TBD']],
  ['`TBD <team>', ['TBD', '<team>']],
])('in "%s"', (text, found) => {
  const placeholders = placeholdersIn(text);
  expect(placeholders.map((one) => one.text)).toEqual(found);
  expect(placeholders.map(({ start, end }) => text.slice(start, end))).toEqual(found);
});

it.each([
  ['TBD', true],
  ['(TBD).', true],
  ['**TBD** (a, b).', true],
  ['TBD abc', true],
  ['TBD abcd', false],
  ['TBD by the team of orders', false],
  ['orders', false],
])('"%s" says nothing else: %s', (text, is) => expect(isPlaceholder(text)).toBe(is));
