import { expect, test } from 'vitest';
import { readMarkdown } from '../../../server/src/model/markdown/read.ts';
import { textOf } from '../../../server/src/model/source.ts';
import { readMarkers } from '../../support/markers.ts';

test.each([
  ['a sentence', 'See [the record]([|rehearsals/001.md|]) and ![a graph]([|img/a.png|] "Errors").'],
  ['parentheses and angle brackets', '[a]([|a_(b).md|]) and [c](<[|my file.md|]>)'],
  [
    'a heading, an item, a cell',
    '## [Plan]([|a.md|])\n\n- **Runbook**: [b]([|b.md|])\n\n| A |\n| --- |\n| [c]([|c.md#d|]) |',
  ],
  ['a quote', '> [a]([|a.md|])'],
  ['no place', '[a](<>) [b]() [c]([|d.md|])'],
  [
    'no code and no comment',
    '`[a](b.md)` and ``x ` [c](d.md)``\n\n```md\n[a](b.md)\n```\n\n<!-- [a](b.md) --> text <!-- [c](d.md) -->',
  ],
  ['a backtick that opens nothing', 'It costs 5` and [a]([|b.md|])'],
  ['no front matter', '---\nnotes: "[a](b.md)"\n---\n\n[c]([|d.md|])'],
])('links in %s', (_, marked) => {
  const { text, ranges } = readMarkers(marked);
  const { links } = readMarkdown({ uri: 'ROLLOUT_PLAN.md', syntax: 'markdown', text }, 'rollout');
  expect(links.map(({ span }) => ({ start: span.from, end: span.to }))).toEqual(ranges);
  for (const { address, span } of links) expect(textOf(span)).toBe(address);
});
