import { describe, expect, it } from 'vitest';
import { cutBlocks } from '../../../server/src/model/yaml/blocks.ts';

const cut = (text: string): string[] => cutBlocks(text).blocks.map(({ start, end }) => text.slice(start, end));

describe('blocks', () => {
  it.each<[string, string, string[]]>([
    ['keys with what is below them', 'a: 1\nb:\n  c: 2\nd: 3', ['a: 1\n', 'b:\n  c: 2\n', 'd: 3']],
    ['comments and blank lines behind the block before', '# x\na: 1\n# y\n\nb: 2\n', ['# x\na: 1\n# y\n\n', 'b: 2\n']],
    ['dashes that stand as deep as their key', 'a:\n- 1\n- 2\nb: 3\n', ['a:\n- 1\n- 2\n', 'b: 3\n']],
    ['items', '  - a\n    b\n  - c\n', ['  - a\n    b\n', '  - c\n']],
    [
      'a line that stands less deep, as a block of its own',
      '  a: 1\n b: 2\n  c: 3\n',
      ['  a: 1\n', ' b: 2\n', '  c: 3\n'],
    ],
    ['a brace that ends what was opened above', 'a: {\n  b: 1\n}\nc: 2\n', ['a: {\n  b: 1\n}\n', 'c: 2\n']],
    ['keys, whatever dash stands in front of them', '-\na: 1\nb: 2\n', ['-\n', 'a: 1\n', 'b: 2\n']],
    ['a minus sign, which is no dash', '-1: a\n-2: b\n', ['-1: a\n', '-2: b\n']],
    ['tabs behind the block before', 'a:\n\tb: 1\nc: 2\n', ['a:\n\tb: 1\n', 'c: 2\n']],
    ['other line endings', 'a: 1\r\nb: 2\r\n', ['a: 1\r\n', 'b: 2\r\n']],
    ['nothing', '', []],
    ['nothing but comments', '# a\n\n', []],
  ])('are %s', (_, text, blocks) => expect(cut(text)).toEqual(blocks));

  it('lose nothing', () => {
    for (const text of ['a: 1\n  b\n c\n\n# d\n- e\n', '  x\n y\nz\n', '\n\n a: 1\n'])
      expect(cut(text).join('')).toBe(text);
  });
});
