import { describe, expect, it } from 'vitest';
import { conflictIn } from '../../server/src/model/conflict.ts';

const MARKED = 'a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> theirs\n';

describe('an unfinished merge', () => {
  it.each([
    ['its first marker', MARKED, 2],
    ['with CRLF', MARKED.replaceAll('\n', '\r\n'), 3],
    ['without names', '<<<<<<<\na\n=======\nb\n>>>>>>>', 0],
  ])('is found: %s', (_, text, at) => expect(conflictIn(text, { fenced: true })).toBe(at));

  it.each([
    ['a marker alone', '<<<<<<< HEAD\n'],
    ['markers the other way round', '>>>>>>> a\n<<<<<<< b\n'],
    ['markers in a line', 'a <<<<<<< b\nc >>>>>>> d\n'],
    ['an example in a fence', `\`\`\`\n${MARKED}\`\`\`\n`],
  ])('is not %s', (_, text) => expect(conflictIn(text, { fenced: true })).toBeUndefined());

  it('in YAML there are no fences', () => {
    expect(conflictIn(`\`\`\`\n${MARKED}`, { fenced: false })).toBe(6);
  });
});
