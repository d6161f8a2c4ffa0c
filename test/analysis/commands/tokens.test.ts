/**
 * The tokenizer says what shell-quote says, and where. `shell-quote.json` holds the answers of shell-quote 1.12.0. They
 * differ on purpose in what a shell does and shell-quote does not: line ends, `$(…)`, here-documents, `a#b`; and in `<name>`.
 */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commandsIn, type Token, tokensIn } from '../../../server/src/analysis/commands/index.ts';
import { processorTime } from '../../support/processor-time.ts';

type Said = string | { readonly op: string } | { readonly comment: string };

const oracle: readonly { readonly line: string; readonly tokens: readonly Said[] }[] = JSON.parse(
  readFileSync(new URL('shell-quote.json', import.meta.url), 'utf8'),
);

function said(token: Token): Said {
  if (token.kind === 'word') return token.text;
  return token.kind === 'comment' ? { comment: token.text } : { op: token.text };
}

test.each(oracle)('as shell-quote reads it: $line', ({ line, tokens }) => {
  expect(tokensIn(line).map(said)).toEqual(tokens);
});

const programs = (text: string): string[] => commandsIn(text).map(({ name }) => name);
const arguments_ = (text: string): string[][] => commandsIn(text).map(({ words }) => words.map((word) => word.text));

describe('commands', () => {
  test('every word has its place', () => {
    const text = 'sudo -u app  kubectl \\\n  delete ns "orders v1" # gone';
    const [command] = commandsIn(text);
    expect(command?.words.map(({ from, to }) => text.slice(from, to))).toEqual([
      'kubectl',
      'delete',
      'ns',
      '"orders v1"',
    ]);
  });
  test.each([
    ['a; b && c || d | e & f', ['a', 'b', 'c', 'd', 'e', 'f']],
    ['a\nb \\\n  c\r\nd', ['a', 'b', 'd']],
    ['(a; b) && { c; }', ['a', 'b', 'c']],
    ['if a; then b; else c; fi; for x in 1 2; do d; done', ['a', 'b', 'c', 'for', 'd']],
    ['x "$(a | b)" `c`', ['x', 'a', 'b', 'c']],
    ['sudo -u postgres env A=1 timeout -k 5 60s nice -n 10 a', ['a']],
    ['ls | xargs -n 1 -I {} a {}', ['ls', 'a']],
    ['kubectl -n shop exec -it pod -- a && docker exec -u root web b', ['a', 'b']],
    ["ssh -p 22 host 'a; b' && bash -lc \"c\" && eval 'd'", ['a', 'b', 'bash', 'c', 'eval', 'd']],
    ['$ a\nanswer b\n$ c \\\n> d', ['a', 'c']],
    ['cat <<EOF > x\nrm -rf /\nEOF\na', ['cat', 'a']],
    ['# a\nb # c', ['b']],
    ['find /srv -exec a {} \\;', ['find', 'a']],
    ['/usr/bin/A.sh', ['a']],
  ] as const)('%j', (text, expected) => expect(programs(text)).toEqual(expect.arrayContaining([...expected])));
  test('what is filled in later is a word', () =>
    expect(arguments_('kubectl delete ns <namespace> {{ name }}')).toEqual([
      ['kubectl', 'delete', 'ns', '<namespace>', '{{', 'name', '}}'],
    ]));
  test('commands in commands are read as deep as anybody nests them', () => {
    const nested = (depth: number): string => (depth === 0 ? 'a' : `$(${nested(depth - 1)})`);
    expect(programs(`b ${nested(2)}`)).toContain('a');
    expect(programs(`b ${nested(200)}`)).not.toContain('a');
  });
  test('redirections are no words', () => {
    const [command] = commandsIn('a b 2>&1 > out < in');
    expect(command?.words.map(({ text }) => text)).toEqual(['a', 'b']);
    expect(command?.redirects.map(({ sign, target }) => sign + target.text)).toEqual(['>&1', '>out', '<in']);
  });
});

const piece = fc.constantFrom(
  'rm',
  ' ',
  '-rf',
  '$(',
  ')',
  '`',
  "'",
  '"',
  '\\',
  '\n',
  '|',
  '&&',
  '<<A',
  '<x>',
  '${',
  '}',
  '#',
  ';',
  '🙂',
  '$ ',
);

test('any text is read, and every place lies in it', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const text = pieces.join('');
      for (const command of commandsIn(text))
        for (const { from, to } of [command, ...command.words]) {
          expect(from).toBeGreaterThanOrEqual(0);
          expect(to).toBeGreaterThan(from);
          expect(to).toBeLessThanOrEqual(text.length);
        }
    }),
  );
});

test('hostile text is read in time', () => {
  const texts = [
    '$(',
    "'",
    '"$(',
    '`',
    '<<A\n',
    '${',
    '((',
    'sudo ',
    'a\\\n',
    '# never\n',
    'rm -rf /x;',
    '`a` ',
    'A=1 ',
  ];
  const took = processorTime(() => {
    for (const text of texts) commandsIn(text.repeat(20_000));
  });
  expect(took).toBeLessThan(5000);
});
