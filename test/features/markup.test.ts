/** Whatever a plan says, Markdown makes nothing of it but the words. */
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { bullets, code, markup, words } from '../../server/src/features/markup.ts';

const reader = new MarkdownIt({ html: true, linkify: true });

interface Told {
  /** The kinds of everything inside the paragraph. */
  readonly kinds: readonly string[];
  readonly text: string;
}

function told(markdown: string): Told {
  const blocks = reader.parse(markdown, {});
  const inline = blocks.flatMap(({ children }) => children ?? []);
  const kinds = [...blocks.map(({ type }) => type), ...inline.map(({ type }) => type)];
  return { kinds: [...new Set(kinds)], text: inline.map(({ content }) => content).join('') };
}

const HOSTILE = [
  '[a](command:x)',
  '![i](http://e)',
  '<img src=x onerror=y>',
  '&lt;b&gt;',
  'https://evil.example/x',
  'www.evil.example',
  'me@evil.example',
  '`` ` ```',
  '**b** _i_ ~~s~~',
  '# h',
  '- item',
  '+ item',
  '1. item',
  '1) item',
  '| a | b |',
  '    four',
  'a\n\nb\n---\n===',
  '\\',
  '\\`',
  ']: x "t"',
  '$(x)',
];
const anything = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.string({ unit: 'grapheme' }),
  fc
    .array(fc.constantFrom(...'`*_[]()<>!#-+.:/\\&| \n'.split(''), 'a', '1'), { maxLength: 12 })
    .map((all) => all.join('')),
);
const line = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim();

describe('words of a plan', () => {
  it('are words in a sentence', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const { kinds, text: said } = told(markup`It says ${words(text)}.`.markdown);
        expect(kinds.filter((kind) => !/^(?:paragraph_(?:open|close)|inline|text|text_special)$/.test(kind))).toEqual(
          [],
        );
        expect(said).toBe(`It says ${line(text)}.`);
      }),
    );
  });

  it('are code in code, whatever stands in them', () => {
    fc.assert(
      fc.property(anything, (text) => {
        if (line(text) === '') return;
        const { kinds, text: said } = told(bullets([markup`Says: ${code(text)}`]).markdown);
        expect(kinds).toContain('code_inline');
        expect(kinds.filter((kind) => /^(?:link|image|html|em_|strong|heading)/.test(kind))).toEqual([]);
        expect(said).toBe(`Says: ${line(text)}`);
      }),
    );
  });

  it('are cut where they are a novel, and never within a character', () => {
    const long = `x${'🚀'.repeat(400)}`;
    expect(words(long).plain).not.toMatch(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])/);
    expect(words(long).plain.length).toBeLessThan(310);
  });
});

it('makes no code of what holds no words', () => {
  expect(code(' \n')).toEqual({ markdown: '', plain: '' });
});
