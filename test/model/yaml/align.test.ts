/** `part` names the words of the text that a part of a value was read from. */
import { describe, expect, it, test } from 'vitest';
import type { ScalarNode } from '../../../server/src/model/located.ts';
import { child } from '../../../server/src/model/located.ts';
import { offsets } from '../../../server/src/model/source.ts';
import { alignScalar } from '../../../server/src/model/yaml/align.ts';
import { readYaml } from '../../../server/src/model/yaml/read.ts';
import { readMarkers } from '../../support/markers.ts';

function scalarAt(text: string, key = 'a'): ScalarNode {
  const [document] = readYaml({ uri: 'file:///rollout-plan.yaml', syntax: 'yaml', text });
  const node = document && child(document.root, key);
  if (node?.kind !== 'scalar') throw new Error(`no scalar under ${key}`);
  return node;
}

/** [what, the text with the words marked, the same words in the value] */
const rows: [string, string, string][] = [
  ['plain', 'a: one [|two|] three\n', 'two'],
  ['plain with a comment behind', 'a: one [|two|] # three\n', 'two'],
  ['plain, whole', 'a: [|one two|]\n', 'one two'],
  ['plain number', 'a: [|5.0|]\n', '5.0'],
  ['plain over lines', 'a: one\n  two\n  [|three|]\n', 'three'],
  ['plain over lines, across the fold', 'a: one [|two\n  three|] four\n', 'two three'],
  ['plain over lines with a blank one', 'a: one\n\n  [|two|]\n', 'two'],
  ['plain over lines with white space at the end', 'a: one   \n    [|two|]  \n', 'two'],
  ['single quotes', "a: 'one [|two|] three'\n", 'two'],
  ['a quote in single quotes', "a: 'it''s [|two|]'\n", 'two'],
  ['the quote in single quotes itself', "a: 'it[|''|]s'\n", "'"],
  ['single quotes over lines', "a: 'one\n  [|two|]'\n", 'two'],
  ['double quotes', 'a: "one [|two|] three"\n', 'two'],
  ['escapes before', 'a: "\\"one\\" \\u00fc \\x41 [|two|]"\n', 'two'],
  ['an escape itself', 'a: "one [|\\u00fc|] two"\n', 'ü'],
  ['a long escape of an astral character', 'a: "[|\\U0001F600|]!"\n', '\u{1F600}'],
  ['behind a long escape', 'a: "\\U0001F600 [|two|]"\n', 'two'],
  ['a tab escape', 'a: "one[|\\t|]two"\n', '\t'],
  ['double quotes over lines', 'a: "one\n  [|two|]"\n', 'two'],
  ['double quotes over lines with an escaped break', 'a: "one\\\n  [|two|] three"\n', 'two'],
  ['astral characters', 'a: 𝒳𝒴 [|two|] 🎉\n', 'two'],
  ['an astral character itself', 'a: one [|🎉|]\n', '🎉'],
  ['literal block', 'a: |\n  one\n  [|two|] three\n', 'two'],
  ['literal block, deeper line', 'a: |\n  one\n    [|two|]\n', 'two'],
  ['literal block, the indentation of a deeper line', 'a: |\n  one\n  [|  two|]\n', '  two'],
  ['literal block with blank lines first', 'a: |\n\n\n  one [|two|]\n', 'two'],
  ['literal block with an indentation indicator', 'a: |1\n   one [|two|]\n', 'two'],
  ['literal block with a comment in its header', 'a: |- # two\n  one [|two|]\n', 'two'],
  ['literal block across lines', 'a: |\n  one [|two\n  three|] four\n', 'two\nthree'],
  ['literal block, kept breaks', 'a: |+\n  one [|two|]\n\n', 'two'],
  ['folded block', 'a: >\n  one\n  [|two|] three\n', 'two'],
  ['folded block, across the fold', 'a: >-\n  one [|two\n  three|] four\n', 'two three'],
  ['folded block with a paragraph', 'a: >\n  one\n\n  [|two|]\n', 'two'],
  ['folded block with deeper lines', 'a: >\n  one\n    two\n  [|three|]\n', 'three'],
];

describe.each([
  ['\\n', '\n', ''],
  ['\\r\\n', '\r\n', ''],
  ['\\n behind a byte order mark', '\n', '\uFEFF'],
])('a part of a value, lines ended by %s', (_, eol, bom) => {
  it.each(rows)('%s', (_, marked, words) => {
    const { text, ranges } = readMarkers(bom + marked.replaceAll('\n', eol));
    const node = scalarAt(text);
    const value = typeof node.value === 'string' ? node.value : node.text;
    const at = value.indexOf(words);
    expect(at, `${JSON.stringify(value)} holds ${JSON.stringify(words)}`).toBeGreaterThanOrEqual(0);
    const place = offsets(node.part(at, at + words.length));
    expect(place).toEqual(ranges[0]);
  });
});

describe('a part', () => {
  it('out of bounds is clipped to the value', () => {
    const node = scalarAt('a: "one"\n');
    expect(offsets(node.part(-5, 99))).toEqual({ start: 4, end: 7 });
    expect(offsets(node.part(2, 1))).toEqual({ start: 6, end: 6 });
    expect(offsets(scalarAt('a: one\n').part(-5, 99))).toEqual({ start: 3, end: 6 });
  });
  it('of an empty value is its place', () => {
    expect(offsets(scalarAt('a: ""\n').part(0, 1))).toEqual({ start: 3, end: 3 });
    expect(offsets(scalarAt('a:\nb: 1\n').part(0, 0))).toEqual({ start: 2, end: 2 });
  });
  it('is empty where nothing is asked for', () => {
    expect(offsets(scalarAt('a: "one"\n').part(1, 1))).toEqual({ start: 5, end: 5 });
  });
});

test.each([
  ['abc', 'abd'],
  ['ab', 'abc'],
  ['"a\\nb"', 'abc'],
])('of what is not written so there is none: %j as %j', (raw, value) =>
  expect(alignScalar(raw, value)).toBeUndefined(),
);

it('of a text that has changed meanwhile is its head', () => {
  const source = { uri: 'file:///rollout-plan.yaml', syntax: 'yaml' as const, text: "a: 'it''s'\n" };
  const node = child(readYaml(source)[0].root, 'a') as ScalarNode;
  source.text = 'a: another\n';
  expect(node.part(3, 4)).toBe(node.head);
});

describe('the text of a scalar', () => {
  it.each([
    ['a: 5.0\n', 5, '5.0'],
    ['a: 0x1F\n', 31, '0x1F'],
    ['a: "5.0"\n', '5.0', '5.0'],
    ['a: 2026-12-01\n', '2026-12-01', '2026-12-01'],
    ['a: .inf\n', '.inf', '.inf'],
    ['a: .NaN\n', '.NaN', '.NaN'],
    ['a: 12345678901234567890\n', 12345678901234567000, '12345678901234567890'],
    ['a: true\n', true, 'true'],
    ['a: yes\n', 'yes', 'yes'],
    ['a: ~\n', null, '~'],
    ['a:\n', null, ''],
    ['a: !!str 5\n', '5', '5'],
    ['a: !secret 5\n', '5', '5'],
    ['a: !!binary aGk=\n', 'aGk=', 'aGk='],
    ['a: one\n  two\n', 'one two', 'one two'],
    ["a: 'it''s'\n", "it's", "it's"],
  ])('of %j', (text, value, words) => {
    const node = scalarAt(text);
    expect([node.value, node.text]).toEqual([value, words]);
  });

  it.each([
    ['a: |\n  [|one two|]\n  three\n'],
    ['a: >-\n\n  [|one|]\n'],
    ['a: [|one|]\n'],
    ['a: [|"one|]\n  two"\n'],
    ['[|a|]:\n'],
  ])('is named by its first line: %j', (marked) => {
    const { text, ranges } = readMarkers(marked);
    expect(offsets(scalarAt(text).head)).toEqual(ranges[0]);
  });
});
