/** Characters that some readers take for something else are read as what they are. */
import { describe, expect, it } from 'vitest';
import { textOf } from '../../../server/src/model/source.ts';
import { readYaml } from '../../../server/src/model/yaml/read.ts';
import { BROKEN, treeToJs } from '../../support/tree-to-js.ts';

const read = (text: string) => readYaml({ uri: 'file:///plan.yaml', syntax: 'yaml', text })[0];
const values = (text: string): unknown => treeToJs(read(text).root);
/** The problem's words and what is said of them. */
const told = (text: string): [string, string][] =>
  read(text).problems.map(({ span, message }): [string, string] => [textOf(span), message]);

describe('characters', () => {
  it.each<[string, string, unknown]>([
    ['NUL', 'a: b\0c\nd: 1\n', { a: 'b\0c', d: 1 }],
    ['lone surrogates', 'a: \ud800b\nc\udc00: 1\n', { a: '\ud800b', 'c\udc00': 1 }],
    ['a byte order mark', '\uFEFFa: 1\n', { a: 1 }],
    ['a byte order mark before a mistake', '\uFEFFa: @b\nc: 1\n', { a: BROKEN, c: 1 }],
    ['other scripts', '名前: 値 # 注\n', { 名前: '値' }],
    [
      'separators of lines',
      '"a\u2028b": "c\u2029d"\ne\u2028f: g\u2028h\n',
      { 'a\u2028b': 'c\u2029d', 'e\u2028f': 'g\u2028h' },
    ],
    ['separators of lines before a plan', '# a\u2028b\n\u2029# c\na: 1\n', { a: 1 }],
    ['lone carriage returns before a plan', '# a\r\n# b\r# c\na: 1\n', { a: 1 }],
    ['lone carriage returns', 'a: 1\rb: 2\rc: 3\n', { a: 1, b: 2, c: 3 }],
  ])('%s', (_, text, value) => expect(values(text)).toEqual(value));

  it('that end a line for editors only are told', () => {
    expect(told('a: 1\rb: 2\n')).toEqual([['a: 1', expect.stringContaining('carriage return')]]);
  });
});
