/** Text that was made to harm: it is refused or read, quickly, and never thrown at anybody. */
import { describe, expect, it } from 'vitest';
import { allNodes } from '../../../server/src/model/located.ts';
import type { PlanDocument } from '../../../server/src/model/plan-document.ts';
import { readYaml } from '../../../server/src/model/yaml/read.ts';
import { processorTime } from '../../support/processor-time.ts';
import { treeToJs } from '../../support/tree-to-js.ts';

const times = (count: number, make: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => make(at)).join('');

const HOSTILE: Readonly<Record<string, string>> = {
  'a thousand brackets': '['.repeat(1000),
  'a hundred thousand brackets': '['.repeat(100_000),
  'three thousand braces': '{a: '.repeat(3000),
  'five thousand dashes in a line': '- '.repeat(5000),
  'five thousand question marks': '? '.repeat(5000),
  'five thousand maps in maps': times(5000, (at) => `${' '.repeat(at)}a:\n`),
  'three thousand lists in lists': times(3000, (at) => `${' '.repeat(at)}-\n`),
  'five thousand open maps': 'a: {\n'.repeat(5000),
  'anchors without end': '&a '.repeat(5000),
  'tags without end': '!!a '.repeat(5000),
  'colons without end': ': '.repeat(20_000),
  'quotes without end': '"'.repeat(10_001),
  'quotes and keys without end': "a: '".repeat(5000),
  'dashes without end': '-\n'.repeat(20_000),
  'documents without end': '---\n'.repeat(20_000),
  'ends of documents without end': '...\n'.repeat(20_000),
  'white space without end': `${' '.repeat(1000)}\n`.repeat(1000),
  'tabs without end': '\t'.repeat(100_000),
  'carriage returns without end': '\r'.repeat(100_000),
  'line separators before a plan': '\u2028\u2029'.repeat(10_000),
  'a comment that a line separator ends': '# a\u2028b\n\u2029\na: 1\n...\n# c\u2028\n',
  'a lone carriage return before a plan': '# a\r\n \r# b\n\ra: 1\n',
  'keys without end': times(50_000, (at) => `key${at}: 1\n`),
  'byte order marks without end': '\uFEFF'.repeat(10_000),
  'a comment of a megabyte': '#'.repeat(1_000_000),
  'a word of a megabyte': `a: ${'x'.repeat(1_000_000)}\nb: 1\n`,
  'a quoted text of a megabyte': `a: "${'x\\n'.repeat(300_000)}"\nb: 1\n`,
  'a block of text of a megabyte': `a: |\n${'  line of text\n'.repeat(70_000)}b: 1\n`,
  'an unclosed brace in front of a megabyte': `a: {${'x'.repeat(1_000_000)}\nb: 1\n`,
  'a list that is never closed': `a: [${'x, '.repeat(30_000)}\nb: 1\n`,
  'a list without commas': `a: [${'"x" '.repeat(3000)}]\nb: 1\n`,
  'braces and spaces': `a: {${' '.repeat(50_000)}x\nb: ]\n`,
  'a line of nothing but hashes': `a: {x ${'# '.repeat(20_000)}\nb: 1\n`,
  'words and a mistake': `${'a '.repeat(20_000)}: @\n`,
  'a mistake on every line': times(20_000, (at) => `key${at}: @x\n`),
  'a mistake in every item': `a:\n${times(20_000, (at) => `  - id: @x${at}\n`)}`,
  'a quote left open on every line': times(3000, (at) => `a${at}: "x\n`),
  'no two lines that line up': times(3000, (at) => `${' '.repeat(at % 7)}a: @b\n`),
  'one key again and again': 'key: 1\n'.repeat(20_000),
  'a billion laughs': `a0: &a0 [${'x,'.repeat(9)}x]\n${times(9, (at) => `a${at + 1}: &a${at + 1} [${`*a${at},`.repeat(9)}*a${at}]\n`)}`,
  'a billion maps': `a0: &a0 {x: 1}\n${times(30, (at) => `a${at + 1}: &a${at + 1} {p: *a${at}, q: *a${at}}\n`)}`,
  'a billion merges': `a0: &a0 {x: 1}\n${times(60, (at) => `a${at + 1}: &a${at + 1} [*a${at}, *a${at}]\n`)}z:\n  <<: *a60\n`,
  'aliases five thousand deep': `a0: &a0 [x]\n${times(5000, (at) => `a${at + 1}: &a${at + 1} [*a${at}]\n`)}`,
};

describe('hostile text', () => {
  it.each(Object.entries(HOSTILE))('%s', (_, text) => {
    let documents: readonly PlanDocument[] = [];
    const took = processorTime(() => {
      documents = readYaml({ uri: 'file:///rollout-plan.yaml', syntax: 'yaml', text });
    });
    // A second is what a request may take on a busy machine; most of these take a few milliseconds.
    expect(took).toBeLessThan(4000);
    for (const document of documents) {
      expect(document.problems.length).toBeLessThanOrEqual(50);
      for (const node of allNodes(document.root)) {
        expect(node.span.from).toBeLessThanOrEqual(node.span.to);
        if (node.span.to > text.length) expect.unreachable();
      }
      // Whoever walks the tree without knowing of aliases comes to an end, and not out of stack.
      treeToJs(document.root);
    }
  });

  it('is told to be too deep', () => {
    const [document] = readYaml({ uri: '', syntax: 'yaml', text: 'a: [[['.repeat(100) });
    expect(document?.unreadable).toBe(true);
    expect(document?.problems.map((problem) => problem.message)).toEqual([
      expect.stringContaining('more than 100 levels deep'),
    ]);
  });

  it('is told to repeat too much', () => {
    const [document] = readYaml({ uri: '', syntax: 'yaml', text: HOSTILE['a billion laughs'] ?? '' });
    expect(document?.problems.map((problem) => problem.message)).toEqual([
      expect.stringContaining('aliases of this file repeat'),
    ]);
  });
});

describe('long text that is broken', () => {
  const keys = (count: number, indent: string) => times(count, (at) => `${indent}k${at}: some words of a long text\n`);
  const read = (text: string) => readYaml({ uri: '', syntax: 'yaml', text })[0];

  it.each<[string, string, unknown]>([
    [
      'below a broken key',
      `rollout #2:\n${keys(700, '  ')}name: x\n`,
      { 'rollout #2': { k699: 'some words of a long text' } },
    ],
    [
      'below a key that is longer than YAML takes',
      `${'k'.repeat(1100)}:\n${keys(700, '  ')}name: x\n`,
      { ['k'.repeat(1100)]: { k699: 'some words of a long text' } },
    ],
    ['in a quote that is not closed', `notes:\n  "${'words and words '.repeat(1500)}\nname: x\n`, {}],
    [
      'in an item',
      `steps:\n  - a: 1\n${keys(700, '    ')}    b: "c\n  - d: 1\nname: x\n`,
      { steps: [{ a: 1, k699: 'some words of a long text' }, { d: 1 }] },
    ],
  ])('is read around its mistake %s', (_, text, value) => {
    const { problems, root } = read(text);
    expect(problems).toHaveLength(1);
    expect(treeToJs(root)).toMatchObject({ ...(value as object), name: 'x' });
  });

  it('is mended as long as that does not take too long', () => {
    const part = (at: number) => `p${at}:\n${keys(400, '  ')}  x: [a\n  y: } z\n  w: "q" r "s\n`;
    const { problems, root } = read(`${times(3, part)}name: x\n`);
    expect(problems).toHaveLength(9);
    expect(treeToJs(root)).toMatchObject({ p0: { k399: 'some words of a long text' }, name: 'x' });
  });
});

describe('long text', () => {
  const stage = (at: number): string =>
    `    - id: stage-${at}\n      weight: 1%\n      metrics: [error-rate, p99-latency]\n      abortCriteria:\n        - error-rate > 1% for 5m -> rollback\n        - { when: x > 1, then: pause }\n`;
  const plan = (stages: number): string => `rolloutPlan: 1\nrollout:\n  stages:\n${times(stages, stage)}`;
  const timeOf = (text: string): number => {
    const times = [0, 1, 2].map(() => processorTime(() => readYaml({ uri: '', syntax: 'yaml', text })));
    return Math.min(...times);
  };

  it.each([
    ['a plan', plan],
    ['keys', (count: number) => times(count * 5, (at) => `key${at}: ${at}\n`)],
    ['a plan with a mistake', (count: number) => `${plan(count)}    - id: {x\n`],
  ])('%s takes time by its length, not by its square', (_, make) => {
    timeOf(make(400));
    const short = timeOf(make(400));
    const long = timeOf(make(1600));
    // Four times the text; sixteen would be the square.
    expect(long).toBeLessThan(Math.max(short, 5) * 11);
  });
});
