/**
 * The law of precision: a plan that every rule passes, with one mistake planted, gives that mistake's rule at its line and nothing else
 * of error or warning severity; and every quick fix takes the problem away without bringing another.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { apply, checkAll, type Files, quickFixesOf, seriousOnes } from '../support/checking.ts';
import { filesBelow, ROOT } from '../support/files.ts';
import { BUNDLE_MISTAKES } from './planted-bundle.ts';
import { MARKDOWN_COMPATIBILITY, YAML_COMPATIBILITY } from './planted-compatibility.ts';
import { MARKDOWN_MISTAKES } from './planted-in-markdown.ts';
import { LOCK_MISTAKES, LOCK_MISTAKES_IN_MARKDOWN } from './planted-locks.ts';
import { MIGRATION_MISTAKES, MIGRATION_MISTAKES_IN_MARKDOWN } from './planted-migration.ts';
import { type Mistake, YAML_MISTAKES } from './planted-mistakes.ts';
import {
  REHEARSAL_MISTAKES,
  REHEARSAL_MISTAKES_IN_MARKDOWN,
  ROLLBACK_MISTAKES,
  ROLLBACK_MISTAKES_IN_MARKDOWN,
} from './planted-rollback.ts';
import { SQL_MISTAKES, SQL_MISTAKES_IN_MARKDOWN } from './planted-sql.ts';
import { STAGE_MISTAKES, STAGE_MISTAKES_IN_MARKDOWN } from './planted-stages.ts';

const REFERENCE: Files = {
  'rollout-plan.yaml': readFileSync(join(ROOT, 'test/fixtures/reference/rollout-plan.yaml'), 'utf8'),
};
const ARTIFACTS: Files = {
  ...Object.fromEntries(
    filesBelow('examples/orders-currency', /[A-Z]\.md$/).map((path) => [
      path.split('/').at(-1) ?? '',
      readFileSync(join(ROOT, path), 'utf8'),
    ]),
  ),
  // Linked to, and saying nothing: what the rollback plan lacks is not said here either.
  'rollback-rehearsals/001.md': '---\nrolloutPlan: off\n---\n',
};
test.each([
  ['the YAML plan', REFERENCE],
  ['the five artifacts', ARTIFACTS],
])('%s: nothing to say', async (_, files) => {
  expect(seriousOnes(await checkAll(files))).toEqual([]);
});

describe.each([
  [
    'YAML',
    REFERENCE,
    [
      ...YAML_MISTAKES,
      ...ROLLBACK_MISTAKES,
      ...REHEARSAL_MISTAKES,
      ...YAML_COMPATIBILITY,
      ...STAGE_MISTAKES,
      ...MIGRATION_MISTAKES,
      ...SQL_MISTAKES,
      ...LOCK_MISTAKES,
    ],
  ],
  [
    'Markdown',
    ARTIFACTS,
    [
      ...MARKDOWN_MISTAKES,
      ...ROLLBACK_MISTAKES_IN_MARKDOWN,
      ...REHEARSAL_MISTAKES_IN_MARKDOWN,
      ...MARKDOWN_COMPATIBILITY,
      ...STAGE_MISTAKES_IN_MARKDOWN,
      ...MIGRATION_MISTAKES_IN_MARKDOWN,
      ...SQL_MISTAKES_IN_MARKDOWN,
      ...LOCK_MISTAKES_IN_MARKDOWN,
    ],
  ],
  ['a bundle', { ...REFERENCE, ...ARTIFACTS }, BUNDLE_MISTAKES],
] as const)('planted in %s', (_, clean, mistakes) => {
  describe.each(mistakes.map((mistake) => [`${mistake.rule}: ${mistake.name}`, mistake] as const))(
    '%s',
    (_, mistake) => {
      const files = plant(clean, mistake);
      const file = mistake.file ?? 'rollout-plan.yaml';

      test('is found, at its line, and alone', async () => {
        const found = await checkAll(files);
        const line = lineOf(files[file] ?? '', mistake.at);
        const serious = mistake.quiet
          ? found.map(({ file, range, code }) => `${file}:${range.start.line + 1} ${code}`)
          : seriousOnes(found);
        expect(serious).toEqual([`${file}:${line} ${mistake.rule}`]);
      });

      test('every quick fix takes it away and brings nothing new', async () => {
        const found = await checkAll(files);
        const problem = found.find(({ code }) => code === mistake.rule);
        expect(problem?.fixable).toBe(!mistake.noFix);
        if (!problem) return;
        for (const action of await quickFixesOf(files, problem)) {
          if (!action.edit) continue;
          const after = await checkAll(apply(files, action));
          const codes = (list: typeof found): string[] => list.map(({ code }) => code).sort();
          expect(codes(after), action.title).toEqual(codes(found.filter((one) => one !== problem)));
        }
      });
    },
  );
});

function plant(clean: Files, mistake: Mistake): Files {
  const file = mistake.file ?? 'rollout-plan.yaml';
  const before = clean[file] ?? '';
  const after = mistake.replace.reduce((text, [from, to]) => text.replace(from, to), before);
  if (after === before) throw new Error(`the mistake "${mistake.name}" changes nothing`);
  return { ...clean, [file]: after };
}

/** From 1; the first line that holds the words. */
function lineOf(text: string, words: string | RegExp): number {
  const lines = text.split('\n');
  const at = lines.findIndex((line) => (typeof words === 'string' ? line.includes(words) : words.test(line)));
  if (at < 0) throw new Error(`no line holds ${words}`);
  return at + 1;
}
