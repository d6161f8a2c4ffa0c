/** Globs of a policy, also of one whose author wants the checker to hang. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileGlob } from '../../server/src/workspace/globs.ts';

function matches(glob: string, path: string): boolean {
  const compiled = compileGlob(glob);
  if (typeof compiled === 'string') throw new Error(`This glob ${compiled}.`);
  return compiled(path);
}

describe('what a glob says', () => {
  test.each([
    ['*.md', 'a.md', true],
    ['*.md', 'a/b.md', false],
    ['./*.md', 'a.md', true],
    ['archive/', 'archive/a/b.md', true],
    ['**/*.plan.yaml', 'a.plan.yaml', true],
    ['**/*.plan.yaml', 'a/b/c.plan.yaml', true],
    ['a/**/z', 'a/z', true],
    ['a/**/z', 'a/b/c/y', false],
    ['plans/*/{back,undo}.md', 'plans/x/undo.md', true],
    ['plans/*/{back,undo}.md', 'plans/x/redo.md', false],
    ['[ab]?.md', 'bc.md', true],
    ['*', '.hidden', true],
    ['constructor', '__proto__', false],
  ])('%s of %s: %s', (glob, path, wanted) => expect(matches(glob, path)).toBe(wanted));
});

describe('what a glob may not say', () => {
  test.each([
    ['', 'is empty'],
    ['./', 'is empty'],
    ['a//b', 'two slashes'],
    ['/etc/*', 'leads out'],
    ['a/../../b', 'leads out'],
    ['!a', 'leads out'],
    ['(a+)+b', 'a sign that it cannot'],
    ['@(a|b)', 'a sign that it cannot'],
    ['a\\*', 'a sign that it cannot'],
    ['a\0b', 'a sign that it cannot'],
    ['{a,{b,c}}', 'a bracket'],
    ['[a', 'a bracket'],
    ['a*a*a*b', 'more than 2 stars'],
    ['{a,aa}'.repeat(33), 'more than 32 choices'],
    ['{a,b,c}{a,b,c}{a,b,c}{a,b}', 'more than 32 choices'],
    ['x'.repeat(201), 'more than 200 characters'],
    ['a/'.repeat(30), 'more than 20 folders'],
  ])('%j', (glob, why) => expect(compileGlob(glob)).toContain(why));
});

/** As long as they may be, and as close to a match as they can be without being one. */
test.each([
  ['*a*b', 'a'.repeat(1000)],
  ['*{a,aa}{a,aa}{a,aa}{a,aa}{a,aa}*b', 'a'.repeat(255)],
  ['{*,a*}{a,aa}{a,aa}{a,aa}b', 'a'.repeat(255)],
  [`*${'?'.repeat(190)}*b`, 'a'.repeat(255)],
  [`${'**/'.repeat(19)}b`, 'a/'.repeat(500)],
  [`${'**/*a*/'.repeat(9)}b`, 'aaa/'.repeat(250)],
])('%s ends', (glob, path) => expect(matches(glob, path)).toBe(false), 5_000);

test('no glob throws or hangs', () => {
  const piece = fc.constantFrom(...'a*?[]{},./!-^@#"'.split(''), '**', '{a,aa}', 'a..z', '[:alpha:]', '[!a]', '\ud800');
  const glob = fc.oneof(
    fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
    fc.string({ unit: 'binary' }),
  );
  const path = fc.array(fc.constantFrom('a', 'aa', '/', 'b', '.'), { maxLength: 80 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(glob, path, (text, name) => {
      const compiled = compileGlob(text);
      expect(typeof (typeof compiled === 'string' ? compiled : compiled(name))).toMatch(/string|boolean/);
    }),
    { numRuns: 2000 },
  );
});
