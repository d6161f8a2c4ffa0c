/** Edits as a person would make them: each row is a plan, what is asked for, and the plan afterwards. */
import { describe, expect, it } from 'vitest';
import { type PlanEdit, type Skeleton, slot } from '../../../server/src/model/edit.ts';
import { descend, type LocatedNode } from '../../../server/src/model/located.ts';
import { within } from '../../../server/src/model/source.ts';
import { yamlEditWriter } from '../../../server/src/model/yaml/edit.ts';
import { readYaml } from '../../../server/src/model/yaml/read.ts';
import { applyChanges, shownSnippet } from '../../support/apply-changes.ts';

type Path = readonly (string | number)[];
type Ask = (root: LocatedNode) => PlanEdit;

const ORDER = [
  'rolloutPlan',
  'name',
  'owner',
  'id',
  'weight',
  'soak',
  'metrics',
  'abortCriteria',
  'rollout',
  'rollback',
  'validation',
];

function at(root: LocatedNode, path: Path): LocatedNode {
  const node = descend(root, path);
  if (!node) throw new Error(`nothing at ${path.join('.')}`);
  return node;
}
const set =
  (path: Path, key: string, value: Skeleton): Ask =>
  (root) => {
    const parent = at(root, path);
    if (parent.kind !== 'map') throw new Error(`no map at ${path.join('.')}`);
    return { kind: 'set', parent, key, value };
  };
const append =
  (path: Path, value: Skeleton, index?: number): Ask =>
  (root) => {
    const list = at(root, path);
    if (list.kind !== 'list') throw new Error(`no list at ${path.join('.')}`);
    return { kind: 'append', list, value, ...(index === undefined ? {} : { at: index }) };
  };
const write =
  (path: Path, value: Skeleton): Ask =>
  (root) => ({ kind: 'write', node: at(root, path), value });
const replace =
  (path: Path, from: number, to: number, newText: string): Ask =>
  (root) => ({ kind: 'replace', span: within(at(root, path).span, from, to), newText });

const tabStop = (number: number, text: string): string => `$\{${number}:${text}}`;

function changesOf(text: string, asks: readonly Ask[]) {
  const [document] = readYaml({ uri: 'file:///rollout-plan.yaml', syntax: 'yaml', text });
  if (!document) throw new Error('no document');
  return yamlEditWriter(document, () => ORDER)(asks.map((ask) => ask(document.root)));
}

function edited(text: string, ...asks: Ask[]): string {
  return applyChanges(text, changesOf(text, asks));
}

describe('a new key of a map in lines', () => {
  const rows: [string, string, Ask[], string][] = [
    [
      'comes behind the last key that the schema lists before it',
      'id: a\nmetrics: [x]\n',
      [set([], 'soak', '30m')],
      'id: a\nsoak: 30m\nmetrics: [x]\n',
    ],
    ['comes first where the schema lists it first', 'weight: 5%\n', [set([], 'id', 'a')], 'id: a\nweight: 5%\n'],
    [
      'comes last where no schema knows it',
      'id: a\nweight: 5%\n',
      [set([], 'other', 1)],
      'id: a\nweight: 5%\nother: 1\n',
    ],
    [
      'comes below a comment behind the key before',
      'id: a # the first\nmetrics: [x]\n',
      [set([], 'soak', '30m')],
      'id: a # the first\nsoak: 30m\nmetrics: [x]\n',
    ],
    [
      'comes above the comment of the key below',
      'id: a\n# what we watch\nmetrics: [x]\n',
      [set([], 'soak', '30m')],
      'id: a\nsoak: 30m\n# what we watch\nmetrics: [x]\n',
    ],
    [
      'comes above the comment of the first key',
      '# share\nweight: 5%\n',
      [set([], 'id', 'a')],
      'id: a\n# share\nweight: 5%\n',
    ],
    [
      'leaves the head of the file above it',
      '# Plan of the year\n\nweight: 5%\n',
      [set([], 'id', 'a')],
      '# Plan of the year\n\nid: a\nweight: 5%\n',
    ],
    [
      'comes below what is commented out under the key before',
      'metrics:\n  # - error-rate\nrollback: {}\n',
      [set([], 'abortCriteria', ['x'])],
      'metrics:\n  # - error-rate\nabortCriteria: [x]\nrollback: {}\n',
    ],
    [
      'keeps several keys in their order',
      'id: a\n',
      [set([], 'abortCriteria', ['a b']), set([], 'weight', '5%'), set([], 'soak', '1h')],
      'id: a\nweight: 5%\nsoak: 1h\nabortCriteria:\n  - a b\n',
    ],
    ['takes the later of two values', 'id: a\n', [set([], 'soak', '1h'), set([], 'soak', '2h')], 'id: a\nsoak: 2h\n'],
    [
      'comes into an item of a list',
      'stages:\n  - id: a\n    metrics: [x]\n',
      [set(['stages', 0], 'soak', '1h')],
      'stages:\n  - id: a\n    soak: 1h\n    metrics: [x]\n',
    ],
    [
      'comes first in an item of a list',
      'stages:\n  - weight: 5% # c\n    soak: 1h\n',
      [set(['stages', 0], 'id', 'a')],
      'stages:\n  - id: a\n    weight: 5% # c\n    soak: 1h\n',
    ],
    [
      'comes into a list in a list',
      'x:\n  - - id: a\n',
      [set(['x', 0, 0], 'soak', '1h')],
      'x:\n  - - id: a\n      soak: 1h\n',
    ],
    [
      'comes below a block of text',
      'id: |\n  a\n  b\n\nmetrics: []\n',
      [set([], 'soak', '1h')],
      'id: |\n  a\n  b\nsoak: 1h\n\nmetrics: []\n',
    ],
    [
      'leaves the final line breaks of a text to it',
      'id: |+\n  a\n\nmetrics: []\n',
      [set([], 'soak', '1h')],
      'id: |+\n  a\n\nsoak: 1h\nmetrics: []\n',
    ],
    ['needs no final line break', 'id: a', [set([], 'soak', '1h')], 'id: a\nsoak: 1h'],
    [
      'keeps the line endings',
      'id: a\r\nmetrics: [x]\r\n',
      [set([], 'abortCriteria', ['a b', 'c d'])],
      'id: a\r\nmetrics: [x]\r\nabortCriteria:\r\n  - a b\r\n  - c d\r\n',
    ],
    ['leaves the byte order mark first', '\uFEFFweight: 5%\n', [set([], 'id', 'a')], '\uFEFFid: a\nweight: 5%\n'],
    [
      'indents as the file does',
      'rollout:\n    stages:\n    -   id: a\n',
      [set(['rollout', 'stages', 0], 'abortCriteria', ['a b'])],
      'rollout:\n    stages:\n    -   id: a\n        abortCriteria:\n        - a b\n',
    ],
    [
      'stands apart where parts do',
      'rolloutPlan: 1\nname: x\n\nvalidation:\n  a: 1\n',
      [set([], 'rollout', { unit: 'users' })],
      'rolloutPlan: 1\nname: x\n\nrollout:\n  unit: users\n\nvalidation:\n  a: 1\n',
    ],
    [
      'stands apart from the line below, too',
      'name: x\nvalidation: 1\n\nother:\n  a: 1\n',
      [set([], 'rollout', { unit: 'users' })],
      'name: x\n\nrollout:\n  unit: users\n\nvalidation: 1\n\nother:\n  a: 1\n',
    ],
    [
      'is the map’s own beside a merged one',
      'a: &a\n  soak: 1h\nb:\n  <<: *a\n  id: b\n',
      [set(['b'], 'soak', '2h')],
      'a: &a\n  soak: 1h\nb:\n  <<: *a\n  id: b\n  soak: 2h\n',
    ],
    [
      'comes into a map that only merges',
      'a: &a\n  soak: 1h\nb:\n  <<: *a\n',
      [set(['b'], 'id', 'b')],
      'a: &a\n  soak: 1h\nb:\n  id: b\n  <<: *a\n',
    ],
    [
      'comes to the anchor of an alias',
      'a: &a\n  id: x\nb: *a\n',
      [set(['b'], 'soak', '2h')],
      'a: &a\n  id: x\n  soak: 2h\nb: *a\n',
    ],
    ['comes below an alias', 'a: &a x\nid: *a # c\n', [set([], 'soak', '2h')], 'a: &a x\nid: *a # c\nsoak: 2h\n'],
    [
      'writes a text of several lines as a block',
      'id: a\n',
      [set([], 'sql', 'SELECT 1;\n\nSELECT 2;\n')],
      'id: a\nsql: |\n  SELECT 1;\n\n  SELECT 2;\n',
    ],
  ];
  it.each(rows)('%s', (_, before, asks, after) => expect(edited(before, ...asks)).toBe(after));
});

describe('a new key between braces', () => {
  const rows: [string, string, Ask[], string][] = [
    ['comes behind the last one', 'a: { id: a }\n', [set(['a'], 'soak', '30m')], 'a: { id: a, soak: 30m }\n'],
    ['comes first', 'a: {weight: 5%}\n', [set(['a'], 'id', 'a')], 'a: {id: a, weight: 5%}\n'],
    [
      'comes in the middle',
      'a: { id: a, metrics: [x] }\n',
      [set(['a'], 'soak', '30m')],
      'a: { id: a, soak: 30m, metrics: [x] }\n',
    ],
    [
      'leaves a comma at the end alone',
      'a: {\n  id: a, # c\n}\n',
      [set(['a'], 'soak', '30m')],
      'a: {\n  id: a, soak: 30m, # c\n}\n',
    ],
    [
      'stays on one line',
      'a: { id: a }\n',
      [set(['a'], 'abortCriteria', [{ when: 'x, y' }, 'a\nb'])],
      'a: { id: a, abortCriteria: [{ when: "x, y" }, "a\\nb"] }\n',
    ],
    [
      'turns empty braces into lines',
      'a: {} # c\n',
      [set(['a'], 'id', 'a'), set(['a'], 'soak', '1h')],
      'a: # c\n  id: a\n  soak: 1h\n',
    ],
    ['fills braces inside braces', 'a: { b: {} }\n', [set(['a', 'b'], 'id', 'a')], 'a: { b: { id: a } }\n'],
    [
      'fills braces that hold a comment',
      'a: {\n  # nothing yet\n}\n',
      [set(['a'], 'id', 'a')],
      'a: {\n  # nothing yet\nid: a }\n',
    ],
    ['puts a bare pair between braces', 'a: [id: x]\n', [set(['a', 0], 'soak', '1h')], 'a: [{ id: x, soak: 1h }]\n'],
    [
      'fills an item of a list',
      'a:\n  - {}\n',
      [set(['a', 0], 'id', 'x'), set(['a', 0], 'soak', '1h')],
      'a:\n  - { id: x, soak: 1h }\n',
    ],
    [
      'comes behind an alias',
      'x: &x 1\na: { id: *x , metrics: [] }\n',
      [set(['a'], 'soak', '1h')],
      'x: &x 1\na: { id: *x, soak: 1h , metrics: [] }\n',
    ],
    ['comes behind a key without a colon', 'a: { id }\n', [set(['a'], 'soak', '1h')], 'a: { id, soak: 1h }\n'],
  ];
  it.each(rows)('%s', (_, before, asks, after) => expect(edited(before, ...asks)).toBe(after));
});

describe('a value in the place of another', () => {
  const rows: [string, string, Ask[], string][] = [
    ['fills an empty key', 'soak:\n', [set([], 'soak', '1h')], 'soak: 1h\n'],
    ['gives a key behind a question mark its colon', '? soak\n', [set([], 'soak', '1h')], '? soak\n: 1h\n'],
    [
      'fills an empty item by lines',
      'a:\n  - b\n  - # c\n  -\n',
      [write(['a', 1], { id: 'x', steps: [{ id: 'y' }] }), write(['a', 2], { id: 'z', steps: [{ id: 'y' }] })],
      'a:\n  - b\n  - id: x # c\n    steps:\n      - { id: y }\n  - id: z\n    steps:\n      - { id: y }\n',
    ],
    [
      'stands for what is asked of a part of it, in either order',
      'a: { b: 1 }\n',
      [write(['a'], 2), replace(['a', 'b'], 0, 1, '3')],
      'a: 2\n',
    ],
    ['fills an empty key before its comment', 'soak: # how long?\n', [set([], 'soak', '1h')], 'soak: 1h # how long?\n'],
    [
      'fills an empty key by a list',
      'abortCriteria: # TODO\nid: a\n',
      [set([], 'abortCriteria', ['a b'])],
      'abortCriteria: # TODO\n  - a b\nid: a\n',
    ],
    [
      'turns [] into a list',
      'abortCriteria: [] # TODO\n',
      [set([], 'abortCriteria', ['a b', 'c d'])],
      'abortCriteria: # TODO\n  - a b\n  - c d\n',
    ],
    [
      'turns null into a map',
      'a:\n  rollback: ~\n',
      [set(['a'], 'rollback', { steps: [{ id: 'x', run: slot('cmd') }] })],
      'a:\n  rollback:\n    steps:\n      - id: x\n        run: cmd\n',
    ],
    ['keeps double quotes', 'a: "x" # c\n', [write(['a'], 'it\'s "y"')], 'a: "it\'s \\"y\\"" # c\n'],
    ['keeps single quotes', "a: 'x'\n", [write(['a'], "it's")], "a: 'it''s'\n"],
    ['takes quotes off for a number', "a: '1'\n", [write(['a'], 1)], 'a: 1\n'],
    ['puts quotes on where the text needs them', 'a: x\n', [write(['a'], '16')], 'a: "16"\n'],
    [
      'keeps a literal block',
      'sql: | # c\n  DROP;\n\nid: a\n',
      [write(['sql'], 'A;\nB;\n')],
      'sql: | # c\n  A;\n  B;\n\nid: a\n',
    ],
    ['keeps a folded block', 'a: >-\n  some\n  words\n', [write(['a'], 'other words')], 'a: >-\n  other words\n'],
    [
      'takes a block down to a number, its comment stays',
      'a: | # c\n  some\nb: 1\n',
      [write(['a'], 5)],
      'a: 5 # c\nb: 1\n',
    ],
    ['writes a block over a word', 'a: x # c\n', [write(['a'], 'p\nq\n')], 'a: | # c\n  p\n  q\n'],
    [
      'turns a word into a map in a list',
      'a:\n  - x > 1% # c\n  - y\n',
      [write(['a', 0], { when: 'x > 1%', owner: slot('dba') })],
      'a:\n  - when: x > 1% # c\n    owner: dba\n  - y\n',
    ],
    ['turns a list in lines into a word', 'a:\n  - x\n  - y\nb: 1\n', [write(['a'], 'z')], 'a: z\nb: 1\n'],
    [
      'turns a list without indentation into a map',
      'a:\n- x\nb: 1\n',
      [write(['a'], { id: 'x', run: slot('y') })],
      'a:\n  id: x\n  run: y\nb: 1\n',
    ],
    ['keeps a comment between key and value', 'a: # c\n  - x\n  - y\n', [write(['a'], 'z')], 'a: z # c\n'],
    ['keeps an anchor', 'a: &x 5\nb: *x\n', [write(['a'], 6)], 'a: &x 6\nb: *x\n'],
    ['edits at the anchor what stands behind an alias', 'a: &x 5\nb: *x\n', [write(['b'], 6)], 'a: &x 6\nb: *x\n'],
    ['sets a key whose value is an alias for itself', 'a: &x 5\nb: *x # c\n', [set([], 'b', 6)], 'a: &x 5\nb: 6 # c\n'],
    ['takes off a tag', 'a: !!str 5\n', [write(['a'], 6)], 'a: 6\n'],
    [
      'keeps an anchor in front of lines',
      'a: &x 5 # c\nb: *x\n',
      [write(['a'], ['p q', 'r s'])],
      'a: &x # c\n  - p q\n  - r s\nb: *x\n',
    ],
    ['stays between braces', 'a: { b: x, c: y }\n', [write(['a', 'b'], ['p, q'])], 'a: { b: ["p, q"], c: y }\n'],
    ['gives a bare key between braces a value', 'a: { b, c: 1 }\n', [set(['a'], 'b', 'x')], 'a: { b: x, c: 1 }\n'],
    ['fills an empty item', 'a:\n  -\n  - x\n', [write(['a', 0], { id: 'p' })], 'a:\n  - { id: p }\n  - x\n'],
    ['replaces words as they are told to be', 'a: 30 minutes # c\n', [replace(['a'], 0, 10, '30m')], 'a: 30m # c\n'],
    [
      'makes edits at several places',
      'a: 1\nb: 2\nc: 3\n',
      [write(['c'], 5), write(['a'], 4), set([], 'd', 6)],
      'a: 4\nb: 2\nc: 5\nd: 6\n',
    ],
    ['lets the larger of two edits win', 'a:\n  b: 1\n', [write(['a', 'b'], 2), write(['a'], 'x')], 'a: x\n'],
  ];
  it.each(rows)('%s', (_, before, asks, after) => expect(edited(before, ...asks)).toBe(after));
});

describe('an item at the end of a list', () => {
  const rows: [string, string, Ask[], string][] = [
    [
      'stands in line with the others',
      'a:\n  - x # c\n  # - y\nb: 1\n',
      [append(['a'], 'z')],
      'a:\n  - x # c\n  - z\n  # - y\nb: 1\n',
    ],
    ['stands without indentation as the others do', 'a:\n- x\nb: 1\n', [append(['a'], 'z')], 'a:\n- x\n- z\nb: 1\n'],
    [
      'is a map in lines among such',
      'a:\n  - id: x\n    soak: 1h\n',
      [append(['a'], { id: 'y', soak: '2h' })],
      'a:\n  - id: x\n    soak: 1h\n  - id: y\n    soak: 2h\n',
    ],
    [
      'is between braces among such',
      'a:\n  - { id: x }\n',
      [append(['a'], { id: 'y' })],
      'a:\n  - { id: x }\n  - { id: y }\n',
    ],
    ['comes between brackets', 'a: [x, y]\n', [append(['a'], 'z, w')], 'a: [x, y, "z, w"]\n'],
    ['comes behind an alias', 'x: &x 1\na: [2, *x ]\n', [append(['a'], 3)], 'x: &x 1\na: [2, *x, 3 ]\n'],
    [
      'makes a list of empty brackets',
      'a: []\n',
      [append(['a'], 'x y'), append(['a'], 'z w')],
      'a:\n  - x y\n  - z w\n',
    ],
    ['keeps short words between brackets', 'a: []\n', [append(['a'], 'error-rate')], 'a: [error-rate]\n'],
    ['keeps a comment between brackets', 'a: [\n  # none\n]\n', [append(['a'], 'x')], 'a: [\n  # none\nx ]\n'],
    ['needs no final line break', 'a:\n  - x', [append(['a'], 'y')], 'a:\n  - x\n  - y'],
    [
      'comes behind a pair without a value',
      'x: &x 1\na: [b, *x, c: ]\n',
      [append(['a'], 'd')],
      'x: &x 1\na: [b, *x, c: , d]\n',
    ],
    [
      'comes before what is set behind the list',
      'r:\n  s:\n    - id: a\n',
      [set([], 'validation', 1), append(['r', 's'], { id: 'b' }), set(['r', 's', 0], 'soak', '1h')],
      'r:\n  s:\n    - id: a\n      soak: 1h\n    - id: b\nvalidation: 1\n',
    ],
  ];
  it.each(rows)('%s', (_, before, asks, after) => expect(edited(before, ...asks)).toBe(after));
});

describe('a text without a plan', () => {
  const both = [set([], 'rolloutPlan', 1), set([], 'name', slot('orders'))];
  const plan = 'rolloutPlan: 1\nname: orders';
  it.each([
    ['', `${plan}\n`],
    ['\n', `\n${plan}\n`],
    ['\uFEFF', `\uFEFF${plan}\n`],
    ['# head\n', `# head\n${plan}\n`],
    ['# head', `# head\n${plan}`],
    ['# head\r\n', `# head\r\n${plan.replace('\n', '\r\n')}\r\n`],
    ['---\n# head\n', `---\n# head\n${plan}\n`],
    ['---\n...\n', `---\n${plan}\n...\n`],
    ['{}\n', `${plan}\n`],
    ['   ', `${plan}\n   `],
  ])('%j is begun', (before, after) => expect(edited(before, ...both)).toBe(after));

  it.each(['just words\n', '- a\n- b\n', '<<<<<<< a\n=======\n>>>>>>> b\n', `${'['.repeat(200)}`])(
    '%j is left alone',
    (text) => expect(changesOf(text, both)).toEqual([]),
  );

  it('takes words for other words', () => {
    const changes = changesOf('just words\n', [
      (root) => ({ kind: 'replace', span: { ...root.span, from: 0, to: 4 }, newText: 'only' }),
    ]);
    expect(applyChanges('just words\n', changes)).toBe('only words\n');
  });
});

describe('an item in front of another', () => {
  it('is written as that is', () => {
    expect(edited('a:\n  - { id: x }\n', append(['a'], { id: 'y' }, 0))).toBe('a:\n  - { id: y }\n  - { id: x }\n');
  });
  it('that has an anchor is not written: nobody knows to which of them the anchor belongs', () => {
    expect(changesOf('a:\n  - &x\n    id: x\n', [append(['a'], { id: 'y' }, 0)])).toEqual([]);
  });
});

describe('slots', () => {
  it('are numbered in the order of the text, and everything else is escaped', () => {
    const changes = changesOf('a: ~\nb: 1\n', [
      set([], 'c', [slot('x } y'), 'cost $5 {\\}']),
      set([], 'a', slot('p: q')),
    ]);
    expect(changes.map((change) => change.snippet)).toEqual([
      `"${tabStop(1, 'p: q')}"`,
      `\nc:\n  - ${tabStop(2, 'x \\} y')}\n  - cost \\$5 {\\\\\\}`,
    ]);
    expect(changes.map((change) => change.newText)).toEqual(['"p: q"', '\nc:\n  - x } y\n  - cost $5 {\\}']);
  });
  it('are absent where there are none', () => {
    expect(changesOf('a: 1\n', [set([], 'b', '$')]).every((change) => change.snippet === undefined)).toBe(true);
  });
  it('of several lines begin with their line, since editors indent further lines as the first is', () => {
    const text = 'a:\n  b: 1 # c\n';
    const [change] = changesOf(text, [set(['a'], 'd', ['x y', slot('z')])]);
    expect(change?.snippet).toBe(`  b: 1 # c\n  d:\n    - x y\n    - ${tabStop(1, 'z')}`);
    expect(shownSnippet(change?.snippet ?? '')).toBe(change?.newText);
  });
  it('are written as they would be typed', () => {
    expect(edited('a: 1\n', set([], 'b', slot('5')), set([], 'c', slot('true')), set([], 'd', slot('')))).toBe(
      'a: 1\nb: 5\nc: true\nd: \n',
    );
  });
});

describe('the order of keys', () => {
  it('is that of the text where no schema knows the map', () => {
    const text = 'rolloutPlan: 1\nx-own:\n  soak: 1h\n';
    const [document] = readYaml({ uri: 'file:///rollout-plan.yaml', syntax: 'yaml', text });
    const changes = yamlEditWriter(document)([set(['x-own'], 'id', 'a')(document.root)]);
    expect(applyChanges(text, changes)).toBe('rolloutPlan: 1\nx-own:\n  soak: 1h\n  id: a\n');
  });
  it('is that of the schema where no other is given', () => {
    const text = 'rolloutPlan: 1\nrollout:\n  stages:\n    - id: a\n      abortCriteria: [x]\n';
    const [document] = readYaml({ uri: 'file:///rollout-plan.yaml', syntax: 'yaml', text });
    if (!document) throw new Error('no document');
    const asks = [
      set(['rollout', 'stages', 0], 'weight', '5%'),
      set([], 'owner', 'team'),
      set(['rollout'], 'unit', 'users'),
    ];
    const changes = yamlEditWriter(document)(asks.map((ask) => ask(document.root)));
    expect(applyChanges(text, changes)).toBe(
      'rolloutPlan: 1\nowner: team\nrollout:\n  unit: users\n  stages:\n    - id: a\n      weight: 5%\n      abortCriteria: [x]\n',
    );
  });
});
