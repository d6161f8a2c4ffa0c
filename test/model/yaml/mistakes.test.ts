/** One mistake is one problem, at its place and with the fix that mends it, and everything else of the plan is still read. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { PlanDocument } from '../../../server/src/model/plan-document.ts';
import { textOf } from '../../../server/src/model/source.ts';
import { readYaml } from '../../../server/src/model/yaml/read.ts';
import { applyChanges } from '../../support/apply-changes.ts';
import { type Js, treeToJs } from '../../support/tree-to-js.ts';
import { MISTAKES, type Mistake } from './mistakes.ts';

const reference = readFileSync(new URL('../../fixtures/reference/rollout-plan.yaml', import.meta.url), 'utf8');

function read(text: string): PlanDocument {
  const [document, ...more] = readYaml({ uri: 'file:///rollout-plan.yaml', syntax: 'yaml', text });
  if (!document || more.length > 0) throw new Error('expected one document');
  return document;
}

/** Every scalar by its path. */
function leaves(value: Js, path = '', found = new Map<string, Js>()): Map<string, Js> {
  if (value === null || typeof value !== 'object') found.set(path, value);
  else for (const [key, below] of Object.entries(value)) leaves(below, path ? `${path}.${key}` : key, found);
  return found;
}

const expected = leaves(treeToJs(read(reference).root));

describe.each([
  ['\\n', '\n'],
  ['\\r\\n', '\r\n'],
])('a mistake in the reference plan, lines ended by %s', (_, eol) => {
  it.each(MISTAKES.map((mistake): [string, Mistake] => [mistake.name, mistake]))('%s', (_, mistake) => {
    const at = reference.indexOf(mistake.find);
    expect(at).toBeGreaterThanOrEqual(0);
    const with_ = (words: string): string =>
      (reference.slice(0, at) + words + reference.slice(at + mistake.find.length)).replaceAll('\n', eol);
    const text = with_(mistake.write);
    const document = read(text);
    expect(
      document.problems.map((problem) => [textOf(problem.span), problem.message, problem.fixes[0]?.title]),
    ).toEqual([[mistake.words, mistake.says, mistake.fix]]);
    const found = leaves(treeToJs(document.root));
    const lost = [...expected].filter(([path, value]) => found.get(path) !== value).map(([path]) => path);
    expect(
      lost.filter((path) => !(mistake.lost ?? []).some((known) => path === known || path.startsWith(`${known}.`))),
    ).toEqual([]);
    const [fix] = document.problems.flatMap((problem) => problem.fixes);
    if (!fix) return;
    const mended = applyChanges(text, fix.edits);
    expect(mended).toBe(with_(mistake.fixed ?? mistake.find));
    expect(read(mended).problems).toEqual([]);
  });
});

describe('text that only looks wrong', () => {
  it.each([
    ['a tab behind a colon', 'a:\t1\n'],
    ['a closing brace under its key', 'a: {\n  b: 1\n}\nc: 2\n'],
    ['a dash in a text of several lines', 'a: |\n  - b\n   - c\n'],
    ['a text in quotes over several lines', 'a: "b: c\n  - d"\ne: 1\n'],
    ['a URL', 'a: https://example.com:80/x#y\n'],
    ['PromQL as a plain value', 'a: sum(rate(x{code=~"5.."}[5m])) by (le) / 2\n'],
    ['a time', 'a: 14:02\n'],
    ['a comment behind a bracket', 'a: [b, # c ]\n  d] # e\n'],
  ])('%s', (_, text) => expect(read(text).problems).toEqual([]));
});

describe('a mistake that may be mended in several ways has no fix', () => {
  it.each([
    ['a text behind tabs', '\t\t@x\n', '@x'],
    ['a word with deeper lines below', 'a: 1\nowner\n  name: x\n', 'owner'],
    ['a dash at the end of a list that is open', 'a: [\n-', '-'],
    ['a text that goes on with a dash', 'owner: team\n  - other\n', '- other'],
  ])('%s', (_, text, words) => {
    const { problems } = read(text);
    expect(problems.map(({ span, fixes }) => [textOf(span), fixes])).toEqual([[words, []]]);
  });
});

it('a block that begins on the line of its mark, with nothing deeper below, is indented by two', () => {
  const text = 'sql: | SELECT 1;\nname: a\n';
  const { problems, root } = read(text);
  expect(treeToJs(root)).toEqual({ sql: 'SELECT 1;\n', name: 'a' });
  expect(applyChanges(text, problems[0]?.fixes[0]?.edits ?? [])).toBe('sql: |\n  SELECT 1;\nname: a\n');
});

describe('several mistakes', () => {
  it('are told each for itself', () => {
    const text =
      'rolloutPlan: 1\nowner: @team\nmetrics:\n  - id: a\n   query: b\n  - id: c\n    query: {d}[5m]\nrollout:\n  stages: [x, y\n  unit: users\n';
    const document = read(text);
    expect(document.problems.map((problem) => textOf(problem.span))).toEqual(['@team', 'query:', '{d}[5m]', '[']);
    expect(treeToJs(document.root)).toMatchObject({
      rolloutPlan: 1,
      metrics: [{ id: 'a', query: 'b' }, { id: 'c' }],
      rollout: { unit: 'users' },
    });
  });
});

it('is told before a key that is no word, in the same block', () => {
  const text = 'rollout:\n  ? [a, b]\n  : c\n  owner: @x\n';
  const { problems, root } = read(text);
  expect(problems.map(({ span }) => textOf(span))).toEqual(['@x']);
  const mended = read(applyChanges(text, problems[0]?.fixes[0]?.edits ?? []));
  expect(mended.problems.map(({ span }) => textOf(span))).toEqual(['[a, b]']);
  expect(treeToJs(root)).toEqual({ rollout: { owner: '<broken>' } });
});

it('is mended in what stands below a key, where both together are too long to be tried', () => {
  const lines = Array.from({ length: 740 }, (_, at) => `  - { id: step-${at + 100}, n: 1 }\n`);
  const below = `${lines.join('')}  - { id: @b }\n`;
  const { problems, root } = read(`all-steps:\n${below}`);
  expect([below.length, `all-steps:\n${below}`.length]).toEqual([19_995, 20_006]);
  expect(problems.map(({ fixes: [fix] }) => fix?.title)).toEqual(['Quote the value']);
  expect(treeToJs(root)).toHaveProperty('all-steps.length', 741);
});

it('an escaped quote in a member ends nothing', () => {
  const text = 'metric: { note: "says \\", unit: of its own", query: up{job="a"}[5m] }\n';
  const { problems, root } = read(text);
  expect(problems.map(({ span }) => textOf(span))).toEqual(['up{job="a"}[5m]']);
  expect(treeToJs(root)).toMatchObject({ metric: { note: 'says ", unit: of its own' } });
});
