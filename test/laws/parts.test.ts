/** The fix that writes a whole part of a plan brings no mistake of its own, whatever the plan says besides. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { PART_NAMES, type PartName } from '../../server/src/model/plan-document.ts';
import { apply, checkAll, quickFixesOf } from '../support/checking.ts';

const PLAN = 'rollout-plan.yaml';
const FOLDER = 'examples/orders-currency';
const EXAMPLE = readFileSync(`${FOLDER}/${PLAN}`, 'utf8');
const SQL = Object.fromEntries(
  [...EXAMPLE.matchAll(/\b[\w./-]+\.sql\b/g)].map(([path]) => [path, readFileSync(`${FOLDER}/${path}`, 'utf8')]),
);

const SAID: Readonly<Record<PartName, string>> = {
  compatibility: 'The plan has no compatibility part',
  migration: 'The plan has no migration part',
  rollout: 'The plan has no rollout part',
  rollback: 'The plan does not say how to go back',
  validation: 'The plan has no validation part',
};

function without(part: string): string {
  const text = EXAMPLE.replace(new RegExp(`^${part}:.*\\n(?:(?:[ #].*)?\\n)*`, 'm'), '');
  expect(text.length).toBeLessThan(EXAMPLE.length);
  return text;
}

describe.each(PART_NAMES)('%s', (part) => {
  test.each([
    ['a plan that says nothing', () => 'rolloutPlan: 1\nowner: team-orders\n'],
    ['the example', () => without(part)],
  ])('in %s', async (_, text) => {
    const files = { ...SQL, [PLAN]: text() };
    const before = await checkAll(files);
    const problem = before.find(({ message }) => message.startsWith(SAID[part]));
    const fixes = problem ? await quickFixesOf(files, problem) : [];
    const fix = fixes.find(({ diagnostics }) => diagnostics.some(({ message }) => message === problem?.message));
    if (!fix) throw new Error(`nobody misses ${part}`);
    const known = new Set(before.map(({ message }) => message));
    const after = (await checkAll(apply(files, fix))).filter(
      ({ severity }) => severity === 'error' || severity === 'warning',
    );
    expect(after.filter(({ message }) => !known.has(message))).toEqual([]);
    expect(after.some(({ message }) => message.startsWith(SAID[part]))).toBe(false);
  });
});
