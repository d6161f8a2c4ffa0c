import { describe, expect, it } from 'vitest';
import { asSnippet, keepIndentation } from '../../client/src/snippets.ts';

const at = (line: number, character: number, value?: string) => ({
  range: { start: { line, character }, end: { line, character } },
  ...(value === undefined ? { newText: 'x' } : { snippet: { kind: 'snippet' as const, value } }),
});

describe('keepIndentation', () => {
  const lines = ['rollout:', '  stages: $x', '    - id: canary'];
  const keep = (...edits: ReturnType<typeof at>[]) => {
    keepIndentation(edits, (line) => lines[line] ?? '');
    return edits;
  };

  it('widens an edit in an indented line, so that nothing is indented twice', () => {
    expect(keep(at(1, 12, '\n  soak: ${1:30m}'))).toEqual([
      {
        range: { start: { line: 1, character: 0 }, end: { line: 1, character: 12 } },
        snippet: { kind: 'snippet', value: '  stages: \\$x\n  soak: ${1:30m}' },
      },
    ]);
  });

  it.each([
    ['at the start of a line', at(1, 0, '  a: ${1:b}\n  c: d\n')],
    ['in a line that is not indented', at(0, 8, '\n  a: ${1:b}')],
    ['of one line', at(2, 16, ' ${1:b}')],
    ['without a snippet', at(2, 16)],
  ])('leaves an edit alone %s', (_, edit) => {
    expect(keep(structuredClone(edit))).toEqual([edit]);
  });

  it('leaves an edit alone that would grow into another one', () => {
    const edits = [at(2, 6), at(2, 16, '\n      x: ${1:y}')];
    expect(keep(...structuredClone(edits))).toEqual(edits);
  });
});

describe('asSnippet', () => {
  it('numbers the placeholders in the order of the text and escapes what is no placeholder', () => {
    const text = 'a: NAME # $5 {x}\nb: \\ {OWNER}';
    const place = (word: string) => ({ start: text.indexOf(word), end: text.indexOf(word) + word.length });
    expect(asSnippet({ text, placeholders: [place('{OWNER}'), place('NAME')] })).toBe(
      'a: ${1:NAME} # \\$5 {x\\}\nb: \\\\ ${2:{OWNER\\}}',
    );
  });
});
