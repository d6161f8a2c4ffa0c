/** Links to headings, in all the ways in which they are written. */
import { expect, test } from 'vitest';
import { anchorChanges } from '../../server/src/features/anchors.ts';
import { changed } from '../../server/src/features/replacements.ts';
import type { Source } from '../../server/src/model/source.ts';

const source = (name: string, text: string): Source => ({ uri: `file:///bundle/${name}`, syntax: 'markdown', text });

/** The text of the other file when `Old` is renamed in a heading. */
function after(links: string, before = '# Old\n\n# Kept\n', newText = 'New'): string {
  const plan = source('PLAN.md', before);
  const other = source('OTHER.md', links);
  const start = before.indexOf('Old');
  let text = links;
  for (const [of, replacements] of anchorChanges(plan, [{ start, end: start + 3, newText }], [plan, other]))
    if (of === other) text = changed(text, replacements);
  return text;
}

test.each([
  ['[a](PLAN.md#old)', '[a](PLAN.md#new)'],
  ['[a]( <PLAN.md#old>) and [b](./PLAN.md#old)', '[a]( <PLAN.md#new>) and [b](./PLAN.md#new)'],
  ['[a]: PLAN.md#old\n[#b]: <PLAN.md#old>\n', '[a]: PLAN.md#new\n[#b]: <PLAN.md#new>\n'],
])('%j follows its heading', (links, then) => {
  expect(after(links)).toBe(then);
});

test.each(['[a](PLAN.md#kept)', '[a](OTHER.md#old)', '[a](#old)', '[a](PLAN.md)', '[a](http://[#old)', '[a]: PLAN.md'])(
  '%j stays',
  (links) => {
    expect(after(links)).toBe(links);
  },
);

test('where a heading comes or goes nobody knows which is which', () => {
  expect(after('[a](PLAN.md#old)', '# Old\n', 'New\n# Another')).toBe('[a](PLAN.md#old)');
});
