import { describe, expect, it } from 'vitest';
import type { Block } from '../../../server/src/model/markdown/text/blocks.ts';
import { plain, prose } from '../../../server/src/model/markdown/text/inline.ts';
import { normalLabel } from '../../../server/src/model/markdown/text/labels.ts';
import { parseBlocks } from '../../../server/src/model/markdown/text/parse-blocks.ts';
import { placeOf, type Words, wordsAt } from '../../../server/src/model/markdown/text/words.ts';
import { type Span, wholeSegment } from '../../../server/src/model/source.ts';

function segmentOf(text: string) {
  return wholeSegment({ uri: 'file:///ROLLOUT_PLAN.md', syntax: 'markdown', text });
}

function parse(text: string): readonly Block[] {
  return parseBlocks(segmentOf(text), text, 0).blocks;
}

/** The tree as nested lists, with the source text of every span: a wrong offset shows. */
function shape(text: string, blocks: readonly Block[]): unknown[] {
  const cut = ({ from, to }: Span) => text.slice(from, to);
  const said = (words: Words) => {
    const first = (words.text.split('\n')[0] ?? '').replaceAll('\\|', '|');
    expect(cut(placeOf(words)).replaceAll('\\|', '|')).toContain(first);
    return words.text;
  };
  return blocks.map((block) => {
    switch (block.kind) {
      case 'section':
        return [`h${block.level} ${said(block.heading)}`, ...shape(text, block.blocks)];
      case 'paragraph':
        return block.lines.map(said).join('⏎');
      case 'list':
        return block.items.map((item) => [
          (item.task ? (item.task.done ? '[x] ' : '[ ] ') : '') + item.lines.map(said).join('⏎'),
          ...shape(text, item.blocks),
        ]);
      case 'table':
        return [block.header, ...block.rows].map((row) => row.cells.map(said).join(' ¦ '));
      case 'fence':
        return `${block.language}:${said(block.code)}`;
      default:
        return `<${cut(block.span)}>`;
    }
  });
}

const DOCUMENT = `# Title #

Intro line one
  and two.

## A \`code\`
- [ ] open
- [x] done
  more
  - nested **x**

    \`\`\`sql
    SELECT 1;

      SELECT 2;
    \`\`\`
1) one
> quoted
> | a | b \\| c |
> |---|---|
> | 1 | 2 | 3 |
> | 4 |

Under
=====
<!-- # no heading -->
`;

const EXPECTED = [
  [
    'h1 Title',
    'Intro line one⏎and two.',
    [
      'h2 A `code`',
      [['[ ] open'], ['[x] done⏎more', [['nested **x**', 'sql:SELECT 1;\n\n  SELECT 2;']]]],
      [['one']],
      'quoted',
      ['a ¦ b | c', '1 ¦ 2', '4 ¦ '],
    ],
  ],
  ['h1 Under', '<<!-- # no heading -->>'],
];

describe('blocks', () => {
  it.each([
    ['LF', (text: string) => text],
    ['CR LF', (text: string) => text.replace(/\n/g, '\r\n')],
    ['CR', (text: string) => text.replace(/\n/g, '\r')],
    ['a byte order mark', (text: string) => `\uFEFF${text}`],
  ])('know their places with %s', (_name, change) => {
    const text = change(DOCUMENT);
    expect(shape(text, parse(text))).toEqual(EXPECTED);
  });

  it('survive every prefix', () => {
    for (let end = 0; end <= DOCUMENT.length; end++) shape(DOCUMENT, parse(DOCUMENT.slice(0, end)));
  });
});

describe('words', () => {
  const words = (text: string) => wordsAt(segmentOf(text), 0, text);

  it.each([
    ['`canary`', 'canary', 'canary'],
    ['**canary**', 'canary', 'canary'],
    ['**`canary`**', 'canary', 'canary'],
    ['`` `canary` ``', '`canary`', '`canary`'],
    ['keeps `amount_cents` readable', 'keeps `amount_cents` readable', 'keeps amount_cents readable'],
    ['**Error rate** > 1%', 'Error rate > 1%', 'Error rate > 1%'],
    ['a \\* b \\`c\\`', 'a * b `c`', 'a * b `c`'],
    ['x &lt; 3 &amp; y', 'x < 3 & y', 'x < 3 & y'],
    ['see [the board](https://x.example/a_(b)) now', 'see the board now', 'see the board now'],
    ['<https://x.example>', 'https://x.example', 'https://x.example'],
    ['count(*) of a*b', 'count(*) of a*b', 'count(*) of a*b'],
    ['snake_case and _this_', 'snake_case and _this_', 'snake_case and this'],
    ['5% <!-- why? -->', '5%', '5%'],
    ['src/**/*.ts and **/x', 'src/**/*.ts and **/x', 'src/**/*.ts and **/x'],
    ['unclosed `code', 'unclosed `code', 'unclosed `code'],
    ['**', '**', '**'],
    ['<name>', '<name>', '<name>'],
  ])('%s', (raw, asProse, asPlain) => {
    expect(prose(words(raw)).text).toBe(asProse);
    expect(plain(words(raw)).text).toBe(asPlain);
  });

  it('keep the place of what is left', () => {
    const raw = '  **error rate** &gt; `1%` [for](x) 5m ';
    const said = plain(words(raw));
    expect(said.text).toBe('error rate > 1% for 5m');
    const cut = (from: number, to: number) => {
      const place = placeOf(said, from, to);
      return raw.slice(place.from, place.to);
    };
    expect(cut(0, 10)).toBe('error rate');
    expect(cut(11, 12)).toBe('&gt;');
    expect(cut(13, 15)).toBe('1%');
    expect(cut(16, 19)).toBe('for');
    expect(cut(20, 22)).toBe('5m');
  });
});

describe('labels', () => {
  it.each([
    'Abort criteria',
    '🛑 Abort Criteria:',
    '2. Abort criteria (any of)',
    '4.1 abortCriteria',
    'Phase 2: Abort-criteria ✅',
    '**Abort criteria**',
    'abort_criteria?',
  ])('%s is abort criteria', (text) => {
    expect(normalLabel(text)).toBe('abort criteria');
  });

  it('keeps an ordinal that is all there is', () => {
    expect(normalLabel('Phase 2')).toBe('phase 2');
    expect(normalLabel('Stages')).toBe('stage');
  });
});
