import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { child, descend, isEmpty, type LocatedNode } from '../../../server/src/model/located.ts';
import type { PlanDocument } from '../../../server/src/model/plan-document.ts';
import { offsets, textOf } from '../../../server/src/model/source.ts';
import { readYaml } from '../../../server/src/model/yaml/read.ts';
import { applyChanges } from '../../support/apply-changes.ts';
import { readMarkers } from '../../support/markers.ts';
import { BROKEN, treeToJs } from '../../support/tree-to-js.ts';

const reference = readFileSync(new URL('../../fixtures/reference/rollout-plan.yaml', import.meta.url), 'utf8');

function readAll(text: string): readonly PlanDocument[] {
  return readYaml({ uri: 'file:///rollout-plan.yaml', syntax: 'yaml', text });
}

function read(text: string): PlanDocument {
  const [document] = readAll(text);
  if (!document) throw new Error('readYaml gave no document');
  return document;
}

const values = (text: string): unknown => treeToJs(read(text).root);
const messages = (text: string): string[] =>
  readAll(text).flatMap((document) => document.problems.map((problem) => problem.message));

/** The problem's words and the start of what is said of them. */
const told = (text: string): [string, string][] =>
  readAll(text).flatMap((document) =>
    document.problems.map((problem): [string, string] => [textOf(problem.span), problem.message]),
  );

describe('the reference plan', () => {
  it('is read as the yaml package reads it, without a problem', () => {
    expect(messages(reference)).toEqual([]);
    expect(values(reference)).toEqual(parse(reference));
  });
  it('says what it is', () => {
    expect(read(reference).declared).toEqual({ version: 1, off: false, plan: 'orders-currency' });
    expect(read('rolloutPlan: off\n').declared).toMatchObject({ off: true });
    expect(read('name: 5\n').declared).toMatchObject({ version: undefined, plan: undefined });
  });
});

describe('a merge key', () => {
  it('brings the same only once', () => {
    expect(values('a: &a { b: 1 }\nc: { <<: [*a, *a], d: 2 }\n')).toEqual({ a: { b: 1 }, c: { d: 2, b: 1 } });
  });
});

describe('an item that has lost its dash', () => {
  it.each<[string, string, unknown, string | undefined]>([
    ['is an item', 'a:\n  - id: b\n    c: 1\n    id: d\n', [{ id: 'b', c: 1 }, { id: 'd' }], 'Begin an item here'],
    [
      'leaves its anchor to the first',
      'a:\n  - &x\n    id: b\n    c: 1\n    id: d\ne: *x\n',
      [{ id: 'b', c: 1 }, { id: 'd' }],
      'Begin an item here',
    ],
    ['is none where no dash has room', 'a:\n-\n id: b\n c: 1\n id: d\n', [{ id: 'b', c: 1 }], undefined],
    [
      'is none behind a question mark',
      'a:\n  - ? id\n    : b\n    c: 1\n    ? id\n    : d\n',
      [{ id: 'b', c: 1 }],
      undefined,
    ],
  ])('%s', (_, text, items, fix) => {
    expect(values(text)).toMatchObject({ a: items });
    expect(read(text).problems.map(({ fixes }) => fixes[0]?.title)).toEqual([fix]);
  });

  it('is known at its anchor', () => {
    expect(values('a:\n  - &x\n    id: b\n    c: 1\n    id: d\ne: *x\n')).toMatchObject({ e: { id: 'b', c: 1 } });
  });

  it('is an item, and no second mistake, in a text that has one already', () => {
    const text = 'a:\n  - id: b\n    c: "d\n    e: 1\n    id: f\n';
    expect(messages(text)).toHaveLength(1);
    expect(values(text)).toMatchObject({ a: [{ id: 'b' }, { id: 'f' }] });
  });

  it('is read as one where its first key is a list', () => {
    expect(values('a:\n  - ? [b]\n    : 1\n    c: 2\n    d: 3\n')).toEqual({ a: [{ c: 2, d: 3 }] });
  });
});

describe('lines of which none can be read', () => {
  it('are told one by one', () => {
    expect(told('k:\n  - z:\n- %x }\n  a %x\n  } a\n').map(([words]) => words)).toEqual(['- z:', '- %x }', 'a']);
  });
});

describe('a tag of YAML 1.1', () => {
  it.each([
    ['a: !!omap\n  - b: 1\n  - c: 2\n', { a: [{ b: 1 }, { c: 2 }] }],
    ['a: !!pairs\n  - b\n  - {}\n', { a: ['b', {}] }],
    ['a: !!set { b, c }\n', { a: { b: null, c: null } }],
    ['%YAML 1.1\n---\na: !!omap\n  - b: 1\n', { a: [{ b: 1 }] }],
    ['%YAML 1.1\n---\na: !!set\n  ? b\n', { a: { b: null } }],
  ])('changes nothing of what is written: %j', (text, value) => {
    expect(messages(text)).toEqual([]);
    expect(values(text)).toEqual(value);
  });
});

describe('where a node stands', () => {
  it.each<[string, string, (string | number)[]]>([
    ['a map in lines, without the comment below it', 'a:\n  [|b: 1\n  c: 2|] # d\n  # e\n\nf: 1\n', ['a']],
    ['a list in lines', 'a:\n  [|- 1\n  - 2|]\n\n# x\nb: 1\n', ['a']],
    ['an item', 'a:\n  - [|b: 1\n    c: 2|]\n  - 3\n', ['a', 0]],
    ['a map between braces', 'a: [|{ b: 1 }|] # c\n', ['a']],
    ['a block of text, without the blank lines below it', 'a: [||\n  b\n  c|]\n\nd: 1\n', ['a']],
    ['a text that keeps its last line breaks', 'a: [||+\n  b\n\n|]c: 1\n', ['a']],
    ['what ends with such a text', 'a:\n  [|b: |+\n    c\n\n|]d: 1\n', ['a']],
    ['what stands behind an alias, at its anchor', 'a: &x [|b|]\nc: *x\n', ['c']],
    ['an empty value, behind its key', 'a:[||]\nb: 1\n', ['a']],
    ['an empty item', 'a:\n  -[||]\n  - b\n', ['a', 0]],
    ['the root', '# a\n\n[|b: 1\nc:\n  - 2|]\n\n# d\n', []],
    ['the root behind a byte order mark', '\uFEFF[|b: 1|]\n', []],
  ])('%s', (_, marked, path) => {
    const { text, ranges } = readMarkers(marked);
    const node = descend(read(text).root, path) as LocatedNode;
    expect(offsets(node.span)).toEqual(ranges[0]);
  });

  it.each<[string, string, (string | number)[]]>([
    ['a map, its key', '[|a|]:\n  b: 1\n', ['a']],
    ['a list, its key', '[|a|]:\n  - 1\n', ['a']],
    ['an item, its id', 'a:\n  - x: 1\n    id: [|b|]\n', ['a', 0]],
    ['an item without an id, its first key', 'a:\n  - [|x|]: 1\n    y: 2\n', ['a', 0]],
    ['an empty value, its key', '[|a|]:\nb: 1\n', ['a']],
    ['a scalar, itself', 'a: [|b c|] # d\n', ['a']],
    ['a list in a list, its first line', 'a:\n  - [|- 1|]\n    - 2\n', ['a', 0]],
  ])('is told by %s', (_, marked, path) => {
    const { text, ranges } = readMarkers(marked);
    expect(offsets((descend(read(text).root, path) as LocatedNode).head)).toEqual(ranges[0]);
  });

  it('is the key as written', () => {
    const { text, ranges } = readMarkers('"[|it\'s|]": 1\n');
    const key = read(text).root.entries.get("it's")?.key;
    expect(key && textOf(key)).toBe('"it\'s"');
    expect(ranges).toHaveLength(1);
  });
});

describe('several documents', () => {
  it.each<[string, string, unknown[]]>([
    ['two', 'a: 1\n---\nb: 2\n', [{ a: 1 }, { b: 2 }]],
    [
      'with comments and directives before the marker',
      '# x\n%YAML 1.2\n---\na: 1\n# y\n---\n# z\nb: 2\n',
      [{ a: 1 }, { b: 2 }],
    ],
    ['ended by dots', 'a: 1\n...\n# x\n---\nb: 2\n...\n', [{ a: 1 }, { b: 2 }]],
    ['ended by dots alone', 'a: 1\n...\nb: 2\n', [{ a: 1 }, { b: 2 }]],
    ['with nothing after the last marker', 'a: 1\n---\n', [{ a: 1 }]],
    ['with nothing between markers', '---\n---\na: 1\n', [{ a: 1 }]],
    ['with other line endings', 'a: 1\r\n---\r\nb: 2\r\n', [{ a: 1 }, { b: 2 }]],
    ['with dashes that are no marker', 'a: 1\nb: |\n  ---\n---x: 3\n', [{ a: 1, b: '---\n', '---x': 3 }]],
  ])('%s', (_, text, plans) => expect(readAll(text).map((document) => treeToJs(document.root))).toEqual(plans));

  it('do not share anchors', () => {
    expect(told('a: &x 1\n---\nb: *x\n')).toEqual([['*x', expect.stringContaining('refers to no anchor')]]);
  });
  it('do not share mistakes', () => {
    const [first, second] = readAll('a: @x\n---\nb: 2\n');
    expect([first?.problems.length, second?.problems.length]).toEqual([1, 0]);
  });
});

describe('a text that is no plan', () => {
  it.each([
    ['', 'This plan is empty.'],
    ['# just this\n', 'This plan is empty.'],
    ['---\n', 'This plan is empty.'],
    ['null\n', 'This plan is empty.'],
    ['just words\n', 'is a mapping of keys'],
    ['- a\n- b\n', 'is a mapping of keys'],
    ['a: 1\n<<<<<<< HEAD\nb: 1\n=======\nb: 2\n>>>>>>> other\n', 'unresolved merge conflict'],
    ['a: 1\r\n<<<<<<< HEAD\r\nb: 1\r\n=======\r\nb: 2\r\n>>>>>>> other\r\n', 'unresolved merge conflict'],
    ['# Title\n\nSome words.\n\n| a | b |\n- c: [\n', ''],
  ])('%j is told once and not judged', (text, message) => {
    const [document, ...more] = readAll(text);
    expect(more).toEqual([]);
    expect(document?.unreadable).toBe(true);
    expect(document?.problems.length).toBeGreaterThanOrEqual(1);
    expect(document?.problems[0]?.message).toContain(message);
    expect(document && treeToJs(document.root)).toEqual({});
  });

  it.each(['', '# just this\n', '---\n'])('%j is begun by its fix', (text) => {
    const [problem] = read(text).problems;
    const begun = applyChanges(text, problem?.fixes[0]?.edits ?? []);
    expect(readAll(begun).map((document) => treeToJs(document.root))).toEqual([{ rolloutPlan: 1 }]);
  });
});

describe('aliases and merge keys', () => {
  it.each<[string, string, unknown]>([
    ['an alias', 'a: &x [1]\nb: *x\n', { a: [1], b: [1] }],
    ['an anchor set again', 'a: &x 1\nb: *x\nc: &x 2\nd: *x\n', { a: 1, b: 1, c: 2, d: 2 }],
    ['an anchor set again inside', 'a: &x\n  b: &x 1\nc: *x\n', { a: { b: 1 }, c: 1 }],
    ['a merge', 'a: &x { p: 1, q: 1 }\nb:\n  <<: *x\n  q: 2\n', { a: { p: 1, q: 1 }, b: { q: 2, p: 1 } }],
    [
      'a merge of several',
      'a: &a { p: 1 }\nb: &b { p: 2, q: 2 }\nc:\n  <<: [*a, *b]\n',
      { a: { p: 1 }, b: { p: 2, q: 2 }, c: { p: 1, q: 2 } },
    ],
    ['a merge in place', 'a:\n  <<: { p: 1 }\n', { a: { p: 1 } }],
    ['a merge of merges', 'a: &a { p: 1 }\nb: &b\n  <<: *a\nc:\n  <<: *b\n', { a: { p: 1 }, b: { p: 1 }, c: { p: 1 } }],
  ])('%s', (_, text, value) => {
    expect(messages(text)).toEqual([]);
    expect(values(text)).toEqual(value);
  });

  it('make the same node', () => {
    const { root } = read('a: &x { p: 1 }\nb: *x\nc: { <<: *x }\n');
    expect(child(root, 'b')).toBe(child(root, 'a'));
    expect(descend(root, ['c', 'p'])).toBe(descend(root, ['a', 'p']));
  });
  it('mark what a merge brings', () => {
    const node = child(read('a: &x { p: 1 }\nb: { <<: *x, q: 2 }\n').root, 'b');
    expect(node?.kind === 'map' && [...node.entries].map(([key, entry]) => [key, entry.inherited ?? false])).toEqual([
      ['q', false],
      ['p', true],
    ]);
  });

  it.each([
    ['a: *x\nb: 1\n', { a: BROKEN, b: 1 }],
    ['a: &x [*x, 1]\n', { a: [BROKEN, 1] }],
    ['a: &x\n  b: { c: *x }\n', { a: { b: { c: BROKEN } } }],
    ['a: &x\n  <<: *x\n  b: 1\n', { a: { b: 1 } }],
  ])('%j leads nowhere, and is told', (text, value) => {
    expect(told(text)).toEqual([['*x', expect.stringContaining('refers to no anchor before it')]]);
    expect(values(text)).toEqual(value);
  });

  it('to a part that could not be read are not told as well', () => {
    const text = 'a: &x\n  - b\n  c: d\n  e: [f\ng: *x\n';
    expect(told(text).filter(([words]) => words === '*x')).toEqual([]);
    expect(treeToJs(child(read(text).root, 'g') as LocatedNode)).toBeDefined();
  });
  it('work across a broken part', () => {
    expect(values('a: &x 1\nb: @c\nd: *x\n')).toEqual({ a: 1, b: BROKEN, d: 1 });
  });
});

describe('keys', () => {
  it('written twice keep their first value', () => {
    expect(told('a: 1\nb: 2\na: 3\n')).toEqual([['a', expect.stringContaining('written twice')]]);
    expect(values('a: 1\nb: 2\na: 3\n')).toEqual({ a: 1, b: 2 });
  });
  it('written twice are found across broken parts', () => {
    expect(told('a: 1\nb: @x\na: 3\n').map(([words]) => words)).toEqual(['@x', 'a']);
  });
  it('that begin an item again are the item after it', () => {
    const text = 'a:\n  - id: x\n    b: 1\n    id: y\n    b: 2\n    id: z\n';
    expect(told(text).map(([words]) => words)).toEqual(['id', 'id']);
    expect(values(text)).toEqual({ a: [{ id: 'x', b: 1 }, { id: 'y', b: 2 }, { id: 'z' }] });
  });
  it.each([
    ['a: {{ b }}\n', '{{ b }}'],
    ['? [a]\n: 1\nb: 2\n', '[a]'],
    ['a: &x b\n*x : 1\n', '*x'],
  ])('of no use are told: %j', (text, words) => expect(told(text).map(([found]) => found)).toEqual([words]));
});

describe('a value that is not there', () => {
  it.each(['a:\n', 'a: # b\n', 'a: ~\n', 'a: ""\n', 'a: []\n', 'a: {}\n', 'a: |\n\nb: 1\n', 'a: { b }\n'])(
    '%j is empty',
    (text) => {
      const node = child(read(text).root, 'a');
      expect(
        node && isEmpty(node.kind === 'map' && node.entries.size > 0 ? (child(node, 'b') as LocatedNode) : node),
      ).toBe(true);
    },
  );
  it('is not one that could not be read', () => {
    const node = child(read('a: @b\n').root, 'a');
    expect(node && isEmpty(node)).toBe(false);
  });
});
