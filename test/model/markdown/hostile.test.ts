/** Texts that nobody writes on purpose, or somebody does: every one is read, in time that grows with its length. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allNodes } from '../../../server/src/model/located.ts';
import { adoption } from '../../../server/src/model/markdown/adoption.ts';
import { readMarkdown } from '../../../server/src/model/markdown/read.ts';
import { type DocumentKind, PART_NAMES } from '../../../server/src/model/plan-document.ts';
import { offsets } from '../../../server/src/model/source.ts';
import { processorTime } from '../../support/processor-time.ts';

function read(text: string, kind: DocumentKind) {
  const document = readMarkdown({ uri: 'file:///x.md', syntax: 'markdown', text }, kind);
  adoption(document, { setting: 'auto', hasSiblings: false });
  for (const node of allNodes(document.root)) {
    for (const place of [node.span, node.head, node.kind === 'scalar' ? node.part(0, node.text.length) : node.span]) {
      const { start, end } = offsets(place);
      if (start < 0 || end < start || end > text.length) throw new Error(`${start}..${end} is not in the text`);
    }
  }
  return document;
}

const LONG: Readonly<Record<string, string>> = {
  'one line': 'a'.repeat(1e6),
  'labels on one line': 'a: '.repeat(3e5),
  stars: '*'.repeat(1e6),
  'rules and lists': '* '.repeat(3e5),
  'half bold': '**a'.repeat(3e5),
  'bold labels on one line': '**a**: '.repeat(1e5),
  backticks: '`'.repeat(1e6),
  'runs of backticks of all lengths': Array.from({ length: 1400 }, (_, at) => `${'`'.repeat(at)}a`).join(''),
  brackets: '['.repeat(5e5),
  'half links': '[a]('.repeat(2e5),
  links: '[a](b) '.repeat(1e5),
  'quotes in quotes': '>'.repeat(1e5),
  'deep quotes on many lines': `${'>'.repeat(50)}a\n`.repeat(5000),
  'lists in lists': Array.from({ length: 300 }, (_, at) => `${' '.repeat(2 * at)}- a`).join('\n'),
  'a staircase of lists': Array.from({ length: 5000 }, (_, at) => `${' '.repeat(at % 200)}- a`).join('\n'),
  'list marks on one line': '- '.repeat(1e5),
  'ten thousand rows': `| Stage | Weight | Soak | Abort criteria |\n|---|---|---|---|\n${'| canary | 5% | 2h | a > 1 for 5m; b > 3 |\n'.repeat(1e4)}`,
  'a hundred thousand columns': `${'|a'.repeat(1e5)}\n${'|-'.repeat(1e5)}\n${'|a'.repeat(1e5)}`,
  'twenty thousand titles': '# a\n'.repeat(2e4),
  'five thousand stages': '### Stage 1: canary (5%, 2h)\n\n- **Soak**: 2h\n'.repeat(5000),
  'open comments': '<!-- '.repeat(1e5),
  comments: 'a <!-- x --> '.repeat(1e5),
  tags: '<a '.repeat(1e5),
  entities: '&lt;'.repeat(2e5),
  'one paragraph': 'word `code` **b**\n'.repeat(2e4),
  'parentheses in a heading': `## ${'('.repeat(2e5)}`,
  'facts in a heading': `## Stage 1: ${'(5%, 2h) '.repeat(2e4)}`,
  'arrows in a heading': `## ${'5% → '.repeat(1e5)}`,
  'dashes in a heading': `## ${'a - b: '.repeat(1e5)}`,
  'a list on one line': `**Stages**: ${'a, '.repeat(2e5)}`,
  'carriage returns': '## a\r- b\r'.repeat(1e4),
  zeros: '\0'.repeat(1e5),
  'half characters': '\ud800'.repeat(1e5),
  spaces: ' '.repeat(1e6),
  'empty lines': '\n'.repeat(5e5),
  colons: ':'.repeat(5e5),
  references: '[a]: b\n'.repeat(2e4),
  fences: '```\n'.repeat(20001),
  'an open fence': `\`\`\`sql\n${'SELECT 1;\n'.repeat(5e4)}`,
  signs: `## ${'🔴'.repeat(2e5)}`,
  'signs on lines': '✅ a: b\n'.repeat(2e4),
  escapes: '\\*'.repeat(3e5),
  underscores: '_a'.repeat(3e5),
  'deep front matter': `---\n${'a: [\n'.repeat(3000)}---\n`,
  'an underlined paragraph': `${'a\n'.repeat(2e4)}===`,
  'words of doubt': `## Step 1\n\n${'not irreversible one-way '.repeat(4e4)}`,
};

describe('a hostile text is read in time', () => {
  it.each(Object.entries(LONG))('%s', (_, text) => {
    for (const kind of ['rollout', 'migration'] as const)
      expect(processorTime(() => read(text, kind))).toBeLessThan(6000);
  });

  it('is left unread where it is far too large', () => {
    const { problems, unreadable } = read('a\n'.repeat(3e6), 'rollout');
    expect(unreadable).toBe(true);
    expect(problems.map(({ rule }) => rule)).toEqual(['unreadable-file']);
  });

  it('says so where it is nested too deeply', () => {
    expect(read(LONG['lists in lists'] ?? '', 'rollout').problems).toHaveLength(1);
  });
});

/** Pieces from which most of CommonMark can be put together, and the words that the schemas know. */
const PIECE = fc.constantFrom(
  ...[
    '\n',
    '\n\n',
    '\r\n',
    '\r',
    ' ',
    '  ',
    '    ',
    '\t',
    '# ',
    '## ',
    '### ',
    '#',
    '- ',
    '* ',
    '1. ',
    '2) ',
    '> ',
    '- [ ] ',
    '- [x] ',
    '---\n',
    '===',
  ],
  ...[
    '```',
    '```sql\n',
    '~~~',
    '`',
    '``',
    '**',
    '__',
    '*',
    '_',
    '|',
    '| --- | --- |\n',
    '|-|\n',
    '<!--',
    '-->',
    '<b>',
    '<br>',
    '[',
    '](',
    ')',
    '![',
    '\\',
    '&lt;',
    '&',
  ],
  ...[
    ':',
    ': ',
    ', ',
    '; ',
    '(',
    '→',
    '—',
    '%',
    '\0',
    '\ud800',
    '\uFEFF',
    '🛑',
    'é',
    'None',
    'N/A',
    'yes',
    'no',
    '5%',
    '2h',
    '2026-12-01',
  ],
  ...[
    'Stage 1',
    'Stages',
    'Step 2: ',
    'Phase',
    'Abort criteria',
    'Metrics',
    'Metric',
    'Soak',
    'Weight',
    'Up',
    'Down',
    'Backup',
    'Irreversible',
    'Owner',
  ],
  ...[
    'Rollback',
    'Do not',
    'canary',
    'error-rate > 1% for 5m',
    'Expand',
    'Contract',
    'SELECT 1;',
    'rds:snapshot/x, kept 45d',
    'rolloutPlan: 1\n',
    'Id',
    'Title',
  ],
);

describe.each([...PART_NAMES, 'rehearsal', 'migration-record', 'plan'] as const)('any text as %s', (kind) => {
  it('is read without a throw, with every value inside it', () => {
    fc.assert(
      fc.property(fc.array(PIECE, { maxLength: 60 }), (pieces) => {
        read(pieces.join(''), kind);
      }),
      { numRuns: Number(process.env.RUNS ?? 400) },
    );
  });
});
