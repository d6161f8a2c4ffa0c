/** Fixtures with lines and words lost, doubled and mixed with those of other fixtures, and with characters that hurt: they are judged all the same. */
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../server/src/workspace/host.ts';
import { holdsForAnyText } from '../support/any-text.ts';
import { checkAll } from '../support/checking.ts';
import { filesBelow, ROOT } from '../support/files.ts';

const seed = Number(process.env.SEED ?? Date.now() % 1e9);
const runs = Number(process.env.RUNS ?? 150);

const FIXTURES = ['examples', 'test/fixtures', 'test/e2e/fixtures'].flatMap((folder) =>
  filesBelow(folder, /\.(?:md|yaml)$/).map((path) => ({
    name: basename(path),
    lines: readFileSync(join(ROOT, path), 'utf8').split('\n'),
  })),
);

const HOSTILE = [
  ...['\u0000', '\ud800', '\udc00', '\uFEFF', '\u2028', '\u0085', '\u202e', '\r', '\t', '\u001b[31m', '🚀', '\u0301'],
  ...[
    '${1:x}',
    '{{',
    '%%',
    '<script>',
    '](',
    '`',
    '```',
    '<!--',
    '-->',
    '&a',
    '*a',
    '!!binary',
    '__proto__',
    '---',
    '...',
  ],
];

/** Words, and the characters between them one by one. */
const WORD = /(?<=\W)|(?=\W)/;

const share = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const mutation = fc.oneof(
  fc.record({ kind: fc.constant('lose' as const), at: share, count: fc.integer({ min: 1, max: 8 }) }),
  fc.record({ kind: fc.constant('double' as const), at: share, count: fc.integer({ min: 1, max: 8 }) }),
  fc.record({ kind: fc.constant('swap' as const), at: share, with: share }),
  fc.record({ kind: fc.constant('splice' as const), at: share, from: fc.constantFrom(...FIXTURES), start: share }),
  fc.record({ kind: fc.constant('lose a word' as const), at: share, word: share }),
  fc.record({ kind: fc.constant('double a word' as const), at: share, word: share }),
  fc.record({ kind: fc.constant('swap words' as const), at: share, word: share, with: share }),
  fc.record({ kind: fc.constant('spoil' as const), at: share, place: share, text: fc.constantFrom(...HOSTILE) }),
);
type Mutation = typeof mutation extends fc.Arbitrary<infer T> ? T : never;

function mutated(lines: readonly string[], one: Mutation): readonly string[] {
  const at = Math.floor(one.at * lines.length);
  const line = lines[at] ?? '';
  switch (one.kind) {
    case 'lose':
      return lines.toSpliced(at, one.count);
    case 'double':
      return lines.toSpliced(at, 0, ...lines.slice(at, at + one.count));
    case 'swap': {
      const other = Math.floor(one.with * lines.length);
      return lines.with(at, lines[other] ?? '').with(other, line);
    }
    case 'splice': {
      const start = Math.floor(one.start * one.from.lines.length);
      return lines.toSpliced(at, 0, ...one.from.lines.slice(start, start + 12));
    }
    case 'lose a word':
    case 'double a word':
    case 'swap words': {
      const words = line.split(WORD);
      const word = Math.floor(one.word * words.length);
      if (one.kind === 'lose a word') return lines.with(at, words.toSpliced(word, 1).join(''));
      const other = one.kind === 'swap words' ? Math.floor(one.with * words.length) : word;
      const here = words[word] as string;
      const swapped = words.with(word, words[other] as string).with(other, here);
      return lines.with(at, (one.kind === 'swap words' ? swapped : words.toSpliced(word, 0, here)).join(''));
    }
    case 'spoil': {
      const place = Math.floor(one.place * (line.length + 1));
      return lines.with(at, line.slice(0, place) + one.text + line.slice(place));
    }
  }
}

it(`a fixture is judged whatever is done to it (SEED=${seed})`, { timeout: 120_000 }, async () => {
  const mutations = fc.array(mutation, { minLength: 1, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...FIXTURES), mutations, async ({ name, lines }, list) => {
      const text = list
        .reduce<readonly string[]>((so, one) => (so.length > 0 ? mutated(so, one) : so), lines)
        .join('\n');
      const found = await checkAll({ [name]: text });
      holdsForAnyText(found, text);
      expect(found.length).toBeLessThanOrEqual(DEFAULT_SETTINGS.maxProblems);
    }),
    { seed, numRuns: runs },
  );
});
