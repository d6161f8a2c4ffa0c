/** The quick reading of a plan's name: it never misses one that the reading of the whole finds. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { markdownKind } from '../../../server/src/model/markdown/adoption.ts';
import { planNamesIn } from '../../../server/src/model/plan/names.ts';
import { newPlanCaches, readPlans } from '../../../server/src/model/plan/plan.ts';
import { filesBelow, ROOT } from '../../support/files.ts';

const FIXTURES = ['test/fixtures/reference/rollout-plan.yaml', ...filesBelow('examples', /\.(?:md|yaml)$/)];

function read(path: string, text: string): { quick: readonly string[] | undefined; whole: readonly string[] } {
  const kind = markdownKind(`file:///${path}`) ?? 'plan';
  const source = { uri: `file:///${path}`, syntax: path.endsWith('.md') ? 'markdown' : 'yaml', text } as const;
  const plans = readPlans(source, kind, newPlanCaches());
  return { quick: planNamesIn(source), whole: plans.flatMap(({ document }) => document.declared.plan ?? []) };
}

describe.each(FIXTURES)('%s', (path) => {
  const text = readFileSync(join(ROOT, path), 'utf8');

  test('as it stands', () => {
    const { quick, whole } = read(path, text);
    expect(quick).toEqual(whole);
  });

  test('every prefix of its first lines, as LF, CRLF and with a byte order mark', () => {
    const head = text.slice(0, 500);
    for (const variant of [head, head.replaceAll('\n', '\r\n'), `\uFEFF${head}`])
      for (let end = 0; end <= variant.length; end += 13) {
        const { quick, whole } = read(path, variant.slice(0, end));
        if (quick) expect(quick).toEqual(expect.arrayContaining([...whole]));
      }
  });
});

test.each([
  ['quoted', 'rolloutPlan: 1\nname: "orders \\u0041"\nowner: a\n', ['orders A']],
  ['below a comment', '# first\n---\n# second\nname: orders\nrolloutPlan: 1\n', ['orders']],
  ['indented', '  rolloutPlan: 1\n  name: orders\n  owner: a\n', ['orders']],
  ['no text', 'rolloutPlan: 1\nname: 4\nowner: a\n', []],
  ['elsewhere', 'rolloutPlan: 1\nmetrics:\n  - name: latency\nowner: a\n', []],
  ['in two documents', 'name: orders\n---\nname: billing\n', undefined],
  ['in braces', '{ rolloutPlan: 1, name: orders }\n', undefined],
  ['by an alias', 'owner: &a orders\nname: *a\n', undefined],
])('%s', (_, text, names) => {
  const { quick, whole } = read('rollout-plan.yaml', text);
  expect(quick).toEqual(names);
  if (names) expect(whole).toEqual(names);
});
