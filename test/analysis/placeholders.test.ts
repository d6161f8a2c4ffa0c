import { expect, it } from 'vitest';
import { isPlaceholder, placeholdersIn } from '../../server/src/analysis/placeholders.ts';

it.each([
  ['Owner: TBD', ['TBD']],
  ['[FILL_IN] and <service name>, then {{ version }}', ['[FILL_IN]', '<service name>', '{{ version }}']],
  ['`<id>` is a path, TODO is not', ['TODO']],
  ['GET /orders/<id> answers', []],
  ['a < b', []],
  ['REPLACE_ME, CHANGEME or CHANGE-ME', ['REPLACE_ME', 'CHANGEME', 'CHANGE-ME']],
  ['[your team lead] and [link to the dashboard]', ['[your team lead]', '[link to the dashboard]']],
  ['[your team](../OWNERS) is a link', []],
  ['XXX-large workers, TODO-12', []],
  ['why is the total wrong???', []],
  ['???', ['???']],
  ['to be determined', ['to be determined']],
  ['tba', ['tba']],
  ['Todo.', ['Todo.']],
  ['it is to be determined by the team', []],
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
