import { describe, expect, it } from 'vitest';
import type { Dialect } from '../../../server/src/analysis/sql/engines.ts';
import { lex } from '../../../server/src/analysis/sql/lexer.ts';

/** Each token as its kind and its text. */
function tokens(text: string, dialect: Dialect): readonly string[] {
  return lex(text, dialect).map(({ kind, from, to }) => `${kind} ${text.slice(from, to)}`);
}

type Row = readonly [dialect: Dialect, text: string, tokens: readonly string[]];

const COMMENTS: readonly Row[] = [
  ['postgresql', 'a -- b\nc', ['word a', 'word c']],
  ['postgresql', 'a --b\nc', ['word a', 'word c']],
  ['postgresql', 'a - b', ['word a', 'sign -', 'word b']],
  ['postgresql', 'a /* b /* c */ d */ e', ['word a', 'word e']],
  ['postgresql', 'a / b', ['word a', 'sign /', 'word b']],
  ['postgresql', 'a // b', ['word a', 'sign /', 'sign /', 'word b']],
  ['postgresql', 'a /*! b */ c', ['word a', 'word c']],
  ['mysql', 'a -- b\nc', ['word a', 'word c']],
  ['mysql', 'a --b\nc', ['word a', 'sign -', 'sign -', 'word b', 'word c']],
  ['mysql', 'a --', ['word a']],
  ['mysql', 'a # b\nc', ['word a', 'word c']],
  ['mysql', 'a #{b} c', ['word a', 'param #{b}', 'word c']],
  ['mysql', 'a /* b /* c */ d', ['word a', 'word d']],
  ['mysql', 'a /*! b */ c', ['word a', 'word b', 'word c']],
  ['mysql', '/*!50110 a */ b', ['word a', 'word b']],
  ['mysql', '/*M!100100 a */ b', ['word a', 'word b']],
  ['mysql', 'a * /b', ['word a', 'sign *', 'sign /', 'word b']],
  ['mysql', '/*! a * b */ c */ d', ['word a', 'sign *', 'word b', 'word c', 'sign *', 'sign /', 'word d']],
  ['mongodb', 'a // b\nc', ['word a', 'word c']],
  ['mongodb', 'a / b', ['word a', 'sign /', 'word b']],
  ['mongodb', 'a -- b', ['word a', 'sign -', 'sign -', 'word b']],
];

const QUOTES: readonly Row[] = [
  ['postgresql', `'it''s' "a""b"`, [`string 'it''s'`, 'quoted "a""b"']],
  ['postgresql', `E'a\\'b' c`, [`string E'a\\'b'`, 'word c']],
  ['postgresql', `'a\\' b`, [`string 'a\\'`, 'word b']],
  ['postgresql', `U&'a' U&"b" u"c"`, [`string U&'a'`, 'quoted U&"b"', 'word u', 'quoted "c"']],
  ['postgresql', `B'01' X'1F' N'a'`, [`string B'01'`, `string X'1F'`, `string N'a'`]],
  ['postgresql', `date 'x'`, ['word date', `string 'x'`]],
  ['postgresql', 'u & a', ['word u', 'sign &', 'word a']],
  ['postgresql', '$$ a; $$ b', ['body $$ a; $$', 'word b']],
  ['postgresql', '$f$ a $$ b $f$ c', ['body $f$ a $$ b $f$', 'word c']],
  ['postgresql', '$1 $name', ['param $1', 'param $name']],
  ['mysql', `'a\\'b' c`, [`string 'a\\'b'`, 'word c']],
  ['mysql', `_utf8'a' _utf8mb4'b' _latin 'c'`, [`string _utf8'a'`, `string _utf8mb4'b'`, 'word _latin', `string 'c'`]],
  ['mysql', '`a``b` "c"', ['quoted `a``b`', 'string "c"']],
  ['mysql', '$$', ['sign $', 'sign $']],
  ['sqlserver', `[a]]b] N'c'`, ['quoted [a]]b]', `string N'c'`]],
  ['sqlserver', `E'a\\' b`, [`string E'a\\'`, 'word b']],
];

const FILLED_IN: readonly Row[] = [
  ['postgresql', ':id ? %s', ['param :id', 'param ?', 'param %s']],
  ['postgresql', 'a::text', ['word a', 'sign ::', 'word text']],
  ['postgresql', `:'a' :"b" : c`, [`param :'a'`, 'param :"b"', 'sign :', 'word c']],
  ['postgresql', '{{ a b }} ${c} <%= d %> #{e}', ['param {{ a b }}', 'param ${c}', 'param <%= d %>', 'param #{e}']],
  ['postgresql', '{% if a %} b {% endif %}', ['word b']],
  ['postgresql', '{% a', ['sign {', 'sign %', 'word a']],
  ['postgresql', '{{ a {{ b', ['sign {', 'sign {', 'word a', 'sign {', 'sign {', 'word b']],
  ['postgresql', '${}', ['param ${}']],
  ['postgresql', '{{}}', ['param {{}}']],
  ['sqlserver', '#a ##b @c @@d', ['quoted #a', 'quoted ##b', 'quoted @c', 'quoted @@d']],
  ['sqlserver', 'a @ b', ['word a', 'sign @', 'word b']],
];

const LINES: readonly Row[] = [
  ['postgresql', '\\c shop\na', ['line \\c shop', 'word a']],
  ['postgresql', 'a \\gexec\nb', ['word a', 'line \\gexec', 'word b']],
  ['postgresql', '\\! rm x\na', ['line \\! rm x', 'word a']],
  ['postgresql', '\\? a\nb', ['line \\? a', 'word b']],
  ['postgresql', 'a \\; b', ['word a', 'sign \\', 'end ;', 'word b']],
  ['postgresql', 'a \\', ['word a', 'sign \\']],
  ['generic', '\\c shop', ['line \\c shop']],
  ['mysql', '\\c', ['sign \\', 'word c']],
  ['sqlite', '.read a.sql\nb', ['line .read a.sql', 'word b']],
  ['sqlite', 'a.b', ['word a', 'sign .', 'word b']],
  ['sqlite', '.5 ..', ['number .5', 'sign .', 'sign .']],
  ['postgresql', '.read', ['sign .', 'word read']],
  ['sqlserver', 'a\nGO\nb', ['word a', 'line GO', 'word b']],
  ['sqlserver', 'GO 5 -- five times', ['line GO', 'number 5']],
  ['sqlserver', 'GO;', ['line GO', 'end ;']],
  ['sqlserver', 'GO on', ['word GO', 'word on']],
  ['sqlserver', 'GO 5 on', ['word GO', 'number 5', 'word on']],
  ['sqlserver', 'a GO', ['word a', 'word GO']],
  ['generic', 'a\ngo\n', ['word a', 'line go']],
  ['postgresql', 'a\ngo\n', ['word a', 'word go']],
  [
    'mysql',
    'DELIMITER //\na; b//\nDELIMITER ;\nc;',
    ['line DELIMITER //', 'word a', 'sign ;', 'word b', 'end //', 'line DELIMITER ;', 'word c', 'end ;'],
  ],
  ['mysql', 'DELIMITER\na;', ['line DELIMITER', 'word a', 'end ;']],
  ['mysql', 'a delimiter //', ['word a', 'word delimiter', 'sign /', 'sign /']],
  ['postgresql', 'DELIMITER //', ['word DELIMITER', 'sign /', 'sign /']],
];

const COPIED: readonly Row[] = [
  [
    'postgresql',
    "COPY a FROM stdin;\n1\tit's\n\\.\nb",
    ['word COPY', 'word a', 'word FROM', 'word stdin', 'end ;', 'word b'],
  ],
  ['postgresql', 'COPY a FROM stdin;\n1', ['word COPY', 'word a', 'word FROM', 'word stdin', 'end ;', 'number 1']],
  [
    'postgresql',
    'COPY a FROM b; c\n\\.\n',
    ['word COPY', 'word a', 'word FROM', 'word b', 'end ;', 'word c', 'sign \\', 'sign .'],
  ],
  [
    'postgresql',
    'COPY a TO stdin; c\n\\.\nd',
    ['word COPY', 'word a', 'word TO', 'word stdin', 'end ;', 'word c', 'sign \\', 'sign .', 'word d'],
  ],
  [
    'postgresql',
    'SELECT a FROM stdin; c\n\\.\nd',
    ['word SELECT', 'word a', 'word FROM', 'word stdin', 'end ;', 'word c', 'sign \\', 'sign .', 'word d'],
  ],
  [
    'postgresql',
    'COPY a; b FROM stdin; c\n\\.\nd',
    [
      'word COPY',
      'word a',
      'end ;',
      'word b',
      'word FROM',
      'word stdin',
      'end ;',
      'word c',
      'sign \\',
      'sign .',
      'word d',
    ],
  ],
];

const NUMBERS: readonly Row[] = [
  ['postgresql', '1.5e3 0x1F .5 1_000', ['number 1.5e3', 'number 0x1F', 'number .5', 'number 1_000']],
  ['postgresql', 'a.5', ['word a', 'number .5']],
];

describe.each([
  ['comments', COMMENTS],
  ['quotes', QUOTES],
  ['what is filled in later', FILLED_IN],
  ['lines that are no SQL', LINES],
  ['rows behind COPY', COPIED],
  ['numbers', NUMBERS],
])('%s', (_, rows) => {
  it.each(rows)('%s: %j', (dialect, text, expected) => expect(tokens(text, dialect)).toEqual(expected));
});
