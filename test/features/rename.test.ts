import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { occurrencesIn } from '../../server/src/features/ids.ts';
import { rename } from '../../server/src/features/rename.ts';
import type { Position } from '../../server/src/features/types.ts';
import { offsets } from '../../server/src/model/source.ts';
import { asking } from '../support/asking.ts';
import { checkAll, type Files, type Named, serviceOver, uriOf } from '../support/checking.ts';
import { applyEdits, editsOf } from '../support/edits.ts';
import { filesBelow, ROOT } from '../support/files.ts';

async function renamed(files: Files, name: string, positionIn: (text: string) => Position, newId: string) {
  const context = await serviceOver(files).context(uriOf(name));
  if (!context) throw new Error(`${name} is no plan`);
  const result = rename(context, positionIn(files[name] ?? ''), newId);
  if ('refused' in result) return result.refused;
  return Object.fromEntries(
    Object.entries(files).map(([file, text]) => [file, applyEdits(text, editsOf(result.edit, uriOf(file)))]),
  );
}

/** The place of some words, the first ones unless others are asked for; behind the marks of a heading. */
const of =
  (words: string, which = 0) =>
  (text: string): Position => {
    const marks = /^#* */.exec(words)?.[0] ?? '';
    const before = `${text
      .split(words)
      .slice(0, which + 1)
      .join(words)}${marks}`.split('\n');
    return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  };

/** One file: the words, the new id, the text before and after. */
const CASES: readonly [what: string, file: string, words: string, id: string, before: string, after: string][] = [
  [
    'a value in quotes keeps them',
    'rollout-plan.yaml',
    'error-rate',
    'failures',
    'rolloutPlan: 1\nmetrics:\n  - id: "error-rate"\nrollout:\n  metrics: [ \'error-rate\' ] # error-rate\n',
    'rolloutPlan: 1\nmetrics:\n  - id: "failures"\nrollout:\n  metrics: [ \'failures\' ] # failures\n',
  ],
  [
    'what would be read as a number gets quotes',
    'rollout-plan.yaml',
    'canary',
    '10',
    'rolloutPlan: 1\nrollout:\n  stages:\n    - id: canary\n    - { id: full, extends: "canary" }\n',
    'rolloutPlan: 1\nrollout:\n  stages:\n    - id: "10"\n    - { id: full, extends: "10" }\n',
  ],
  [
    'an alias follows its anchor',
    'rollout-plan.yaml',
    'error-rate',
    'failures',
    'rolloutPlan: 1\nmetrics:\n  - id: &m error-rate\nrollout:\n  metrics: [*m]\n',
    'rolloutPlan: 1\nmetrics:\n  - id: &m failures\nrollout:\n  metrics: [*m]\n',
  ],
  [
    'words stay words, in their case',
    'ROLLOUT_PLAN.md',
    'Error rate',
    'failed-orders',
    '# Rollout plan\n\n## Metrics\n\n- Error rate: 0.1%\n\n## Stages\n\n### canary (5%)\n\n**Abort criteria**:\n\n- error rate > 1% for 5m\n- `error-rate` > 2%\n',
    '# Rollout plan\n\n## Metrics\n\n- Failed orders: 0.1%\n\n## Stages\n\n### canary (5%)\n\n**Abort criteria**:\n\n- failed orders > 1% for 5m\n- `failed-orders` > 2%\n',
  ],
  [
    'a heading of plain words, and the links to it',
    'MIGRATION_PLAN.md',
    'Drop the old',
    'remove-old-columns',
    '---\nrolloutPlan: 1\n---\n# Migration plan\n\nSee [below](#2-contract-drop-the-old-column-520).\n\n## Steps\n\n### 1. Expand: Add a column (5.0.0)\n\n### 2. Contract: Drop the old column (5.2.0)\n\n- **After**: Add a column\n',
    '---\nrolloutPlan: 1\n---\n# Migration plan\n\nSee [below](#2-contract-remove-old-columns-520).\n\n## Steps\n\n### 1. Expand: Add a column (5.0.0)\n\n### 2. Contract: Remove old columns (5.2.0)\n\n- **After**: Add a column\n',
  ],
  [
    'a heading that says more than its id keeps its words',
    'MIGRATION_PLAN.md',
    'Drop `amount',
    'remove-cents',
    '---\nrolloutPlan: 1\n---\n# Migration plan\n\n## Steps\n\n### 1. Contract: Drop `amount_cents`, at last (5.2.0)\n\n- **Reversible**: no\n',
    '---\nrolloutPlan: 1\n---\n# Migration plan\n\n## Steps\n\n### 1. Contract: Drop `amount_cents`, at last (5.2.0)\n\n- **Id**: remove-cents\n- **Reversible**: no\n',
  ],
  [
    'the name of the plan is another name',
    'MIGRATION_PLAN.md',
    '### new-checkout',
    'checkout-v2',
    '---\nrolloutPlan: 1\nplan: new-checkout\n---\n# Migration plan\n\nBehind new-checkout.\n\n## Feature flags\n\n### new-checkout\n\n- **Type**: release\n',
    '---\nrolloutPlan: 1\nplan: new-checkout\n---\n# Migration plan\n\nBehind checkout-v2.\n\n## Feature flags\n\n### checkout-v2\n\n- **Type**: release\n',
  ],
  [
    'merge keys and flow collections',
    'rollout-plan.yaml',
    'error-rate',
    'failures',
    'rolloutPlan: 1\nmetrics: [{ id: error-rate }]\nrollout:\n  stages:\n    - &a { id: one, metrics: [error-rate], abortCriteria: [error-rate > 1%] }\n    - { <<: *a, id: two }\n',
    'rolloutPlan: 1\nmetrics: [{ id: failures }]\nrollout:\n  stages:\n    - &a { id: one, metrics: [failures], abortCriteria: [failures > 1%] }\n    - { <<: *a, id: two }\n',
  ],
  [
    'a flag in commands',
    'rollout-plan.yaml',
    'new-checkout\nrollback',
    'checkout-v2',
    'rolloutPlan: 1\nname: new-checkout\nflags:\n  - id: new-checkout\nrollback:\n  steps:\n    - run: flagctl off --flag=new-checkout && rm new-checkout.json\n',
    'rolloutPlan: 1\nname: new-checkout\nflags:\n  - id: checkout-v2\nrollback:\n  steps:\n    - run: flagctl off --flag=checkout-v2 && rm new-checkout.json\n',
  ],
];

test.each(CASES)('%s', async (_, file, words, id, before, after) => {
  expect(await renamed({ [file]: before }, file, of(words), id)).toEqual({ [file]: after });
});

test('links in other files follow a heading', async () => {
  const files = {
    'MIGRATION_PLAN.md': '# Migration plan\n\n## Steps\n\n### Drop it\n\n- **Reversible**: no\n',
    'ROLLBACK_PLAN.md':
      '# Rollback plan\n\n- **Viable until**: [drop it](MIGRATION_PLAN.md#drop-it)\n\nNot [this](#drop-it), nor [that](OTHER.md#drop-it).\n\n[x]: ./MIGRATION_PLAN.md#drop-it\n',
  };
  const after = await renamed(files, 'MIGRATION_PLAN.md', of('Drop it'), 'remove-it');
  expect(after).toEqual({
    'MIGRATION_PLAN.md': '# Migration plan\n\n## Steps\n\n### Remove it\n\n- **Reversible**: no\n',
    'ROLLBACK_PLAN.md':
      '# Rollback plan\n\n- **Viable until**: [remove it](MIGRATION_PLAN.md#remove-it)\n\nNot [this](#drop-it), nor [that](OTHER.md#drop-it).\n\n[x]: ./MIGRATION_PLAN.md#remove-it\n',
  });
});

describe('refuses in words', () => {
  const plan = 'rolloutPlan: 1\nmetrics:\n  - id: error-rate\n  - id: p99\nrollout:\n  stages:\n    - id: canary\n';
  test.each([
    ['what is no id', 'rollout', 'x', /Only the ids/],
    ['an id that is taken', 'error-rate', 'p99', 'There is a metric "p99" already.'],
    ['what can be no id', 'error-rate', 'Error Rate', /lower-case letters, digits and hyphens: "error-rate"/],
    ['nothing', 'error-rate', '', /lower-case letters, digits and hyphens\./],
  ])('%s', async (_, words, id, message) => {
    const result = await renamed({ 'rollout-plan.yaml': plan }, 'rollout-plan.yaml', of(words), id);
    if (typeof message === 'string') expect(result).toBe(message);
    else expect(result).toMatch(message);
  });

  test('an id that the words of a heading only imply', async () => {
    const text =
      '# Rollout plan\n\n## Stages\n\n### Stage 3: everybody (25% → 50% → 100%)\n\n### Stage 4: later\n\n- **Extends**: everybody-25\n';
    const result = await renamed({ 'ROLLOUT_PLAN.md': text }, 'ROLLOUT_PLAN.md', of('everybody-25'), 'all');
    expect(result).toMatch(/^ROLLOUT_PLAN\.md names this stage in words that cannot take another id/);
  });

  test('but a name of another kind is free', async () => {
    const result = await renamed({ 'rollout-plan.yaml': plan }, 'rollout-plan.yaml', of('error-rate'), 'canary');
    expect(result).toEqual({ 'rollout-plan.yaml': plan.replace('error-rate', 'canary') });
  });
});

/** The law: a bundle says after a rename what it said before. */
describe.each([
  ['the whole bundle', 'examples/orders-currency', /\.(?:md|yaml)$/],
  ['the reference plan', 'test/fixtures/reference', /\.yaml$/],
])('every id of %s', (_, folder, names) => {
  const files = Object.fromEntries(
    filesBelow(folder, names).map((path) => [relative(folder, path), readFileSync(join(ROOT, path), 'utf8')]),
  );

  test('can be another, and the diagnostics stay the same', async () => {
    const before = told(await checkAll(files));
    const ids = new Map<string, { file: string; position: Position }>();
    const service = serviceOver(files);
    for (const file of Object.keys(files)) {
      const context = await service.context(uriOf(file));
      for (const { kind, id, span, role } of context?.plans.flatMap(occurrencesIn) ?? [])
        if (role === 'declaration' && context)
          ids.set(`${kind} ${id}`, { file, position: context.document.positionAt(offsets(span).start) });
    }
    expect(ids.size).toBe(15);
    for (const [name, { file, position }] of ids) {
      const old = name.split(' ')[1] ?? '';
      // What a name tells, as that of a counter of mismatches does, it still tells.
      const other = `other-${old}`;
      const after = await renamed(files, file, () => position, other);
      if (typeof after === 'string') throw new Error(`${name}: ${after}`);
      expect(told(await checkAll(after)), name).toEqual(before);
      const left = Object.values(after).flatMap(
        (text) => text.match(new RegExp(`(?<![\\w/.-])${old}(?![\\w/-])`, 'g')) ?? [],
      );
      // Words that are more than ids stay: a canary is also a canary, and a dual write a strategy.
      if (old.includes('-') && old !== 'dual-write') expect(left, name).toEqual([]);
      if (Object.keys(files).length > 1) continue;
      const back = await renamed(after, file, of(other, firstIn(after[file] ?? '', other, position)), old);
      if (!/^(?:canary|full|staging)$/.test(old)) expect(back, name).toEqual(files);
    }
  }, 120_000);
});

function told(found: readonly Named[]): string[] {
  return found.map(({ file, range, code, severity }) => `${file}:${range.start.line + 1} ${severity} ${code}`);
}

/** Which of the occurrences of the new name stands at the position. */
function firstIn(text: string, name: string, { line, character }: Position): number {
  const offset = text.split('\n').slice(0, line).join('\n').length + (line > 0 ? 1 : 0) + character;
  return text.slice(0, offset).split(name).length - 1;
}

test('a file that is not to be read any more is not changed, nor is any other', async () => {
  const { context, position, service } = await asking({
    'rollout-plan.yaml': 'rolloutPlan: 1\nmetrics:\n  - id: error-‸rate\n',
    'ROLLOUT_PLAN.md': '# Rollout plan\n\n## Stages\n\n### canary (1%)\n\n**Metrics**: error-rate\n',
  });
  service.fileChanged(uriOf('ROLLOUT_PLAN.md'));
  expect(rename(context, position, 'failures')).toEqual({
    refused: 'A file of this change could not be read. Try again.',
  });
});

test('the same name again changes nothing', async () => {
  const text = 'rolloutPlan: 1\nmetrics:\n  - id: error-rate\n';
  expect(await renamed({ 'rollout-plan.yaml': text }, 'rollout-plan.yaml', of('error-rate'), 'error-rate')).toEqual({
    'rollout-plan.yaml': text,
  });
});

test('of several plans in a file only the one that is meant', async () => {
  const plan = (name: string): string => `rolloutPlan: 1\nname: ${name}\nmetrics:\n  - id: error-rate\n`;
  const text = `${plan('one')}---\n${plan('two')}`;
  expect(await renamed({ 'rollout-plan.yaml': text }, 'rollout-plan.yaml', of('error-rate', 1), 'failures')).toEqual({
    'rollout-plan.yaml': `${plan('one')}---\n${plan('two').replace('error-rate', 'failures')}`,
  });
});

test('a file that only links to the heading of what is renamed follows', async () => {
  const files = {
    'MIGRATION_PLAN.md': '# Migration plan\n\n## Steps\n\n### Drop it\n\n- **Reversible**: no\n',
    'ROLLBACK_PLAN.md': '# Rollback plan\n\nNot behind [this](MIGRATION_PLAN.md#drop-it).\n',
  };
  expect(await renamed(files, 'MIGRATION_PLAN.md', of('Drop it'), 'remove-it')).toMatchObject({
    'ROLLBACK_PLAN.md': '# Rollback plan\n\nNot behind [this](MIGRATION_PLAN.md#remove-it).\n',
  });
});
