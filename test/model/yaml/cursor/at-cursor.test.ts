/** What is about to be said at the `‸` of a text. */
import { describe, expect, it } from 'vitest';
import { atCursor } from '../../../../server/src/model/yaml/cursor/at-cursor.ts';

function at(marked: string, isBroken = false) {
  const cursor = marked.indexOf('‸');
  return atCursor(marked.replace('‸', ''), cursor, isBroken);
}

describe('a value', () => {
  it.each<[string, string, (string | number)[], string]>([
    ['in a list that is open', 'a: [b, ‸\n', ['a', 1], ''],
    ['in quotes that are open', "a: ['it''s', 'c‸\n", ['a', 1], 'c'],
    ['behind quotes with an escape', 'a: ["say \\"b\\"", c‸\n', ['a', 1], 'c'],
    ['beside an alias', '{ a: &x [1], b: *x, c: d‸ }\n', ['c'], 'd'],
    ['that an alias repeats', '{ a: &x { b: c‸ }, d: *x }\n', ['a', 'b'], 'c'],
    ['that an alias repeats in a list', '[&x { b: c‸ }, *x]\n', [0, 'b'], 'c'],
    ['beside what a merge key brings', '{ a: &x { b: 1 }, c: { <<: *x, d: e‸ } }\n', ['c', 'd'], 'e'],
  ])('%s', (_, marked, path, text) => expect(at(marked).value).toMatchObject({ path, text }));

  it('between brackets that are open above a mistake', () => {
    expect(at('a: { b: c‸\n    d: e\n', true).value).toMatchObject({ path: ['a', 'b'], text: 'c' });
    expect(at('a: { b: c‸\n    d: e\n').value).toBeUndefined();
  });

  it('deeper than any plan goes', () => {
    const keys = Array.from({ length: 60 }, (_, depth) => `${' '.repeat(depth)}a:\n`).join('');
    expect(at(`${keys}${' '.repeat(60)}b: c‸\n`).value?.path).toEqual([...Array(60).fill('a'), 'b']);
  });
});

describe('a key', () => {
  it('below words that are none', () => {
    expect(at('some words\nrollout:\n  so‸\n', true).key).toMatchObject({ path: ['rollout'], name: 'so' });
  });
  it('takes no text from what is above', () => {
    expect(at('notes:\n  ‸\n    some text\n').key).toBeUndefined();
    expect(at('notes:\n  ‸\n').key).toMatchObject({ path: ['notes'] });
  });
  it('has the others of its map beside it', () => {
    expect([...(at('rollout: { unit: users, so‸ }\n').key?.others ?? [])]).toEqual(['unit']);
  });
});

describe('a comment', () => {
  it('behind the end of a document', () => expect(at('a: 1\n...\n# about ‸\n')).toEqual({ comment: ' about ' }));
  it('behind a bracket that closes nothing', () => expect(at('a: ] # b‸\n', true)).toEqual({ comment: ' b' }));
});
