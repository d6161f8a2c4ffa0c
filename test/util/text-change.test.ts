/** What changed between two texts, and whether a text holds a word, from what changed in it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textDelta, WordWatch } from '../../server/src/util/text-change.ts';

/** Few letters, so that words come and go often and texts are alike. */
const words = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 12 });

describe('a change', () => {
  it('is between what both texts begin and end with', () => {
    fc.assert(
      fc.property(words, words, words, words, (head, before, after, tail) => {
        const [old, text] = [head + before + tail, head + after + tail];
        const { prefix, endBefore, endAfter } = textDelta(old, text);
        expect(old.slice(0, prefix) + text.slice(prefix, endAfter) + old.slice(endBefore)).toBe(text);
        expect(endAfter - prefix).toBeLessThanOrEqual(after.length);
      }),
    );
  });
});

describe('a word', () => {
  it('is found where it is, whatever was edited before', () => {
    fc.assert(
      fc.property(words, fc.array(fc.tuple(fc.nat(), fc.nat({ max: 3 }), words), { maxLength: 12 }), (first, edits) => {
        const watch = new WordWatch('abc');
        const owner = {};
        let text = first;
        expect(watch.isIn(text, owner)).toBe(text.includes('abc'));
        for (const [place, length, instead] of edits) {
          const from = place % (text.length + 1);
          text = text.slice(0, from) + instead + text.slice(from + length);
          expect(watch.isIn(text, owner)).toBe(text.includes('abc'));
        }
      }),
    );
  });

  it('of one text says nothing of another', () => {
    const watch = new WordWatch('abc');
    expect(watch.isIn('no', {})).toBe(false);
    expect(watch.isIn('abc', {})).toBe(true);
  });
});
