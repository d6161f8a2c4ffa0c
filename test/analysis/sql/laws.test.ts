import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Action,
  createdBy,
  type Engine,
  effectsIn,
  effectsOf,
  embeddedSql,
  engineOf,
  type Statement,
  scanStatements,
  sqlFiles,
  type TextRange,
} from '../../../server/src/analysis/sql/index.ts';
import { filesBelow, ROOT } from '../../support/files.ts';
import { processorTime } from '../../support/processor-time.ts';

/** A build tries some, another time others; RUNS=2000 tries as much as a person waits for. */
const seed = Number(process.env.SEED ?? Date.now() % 1e9);
const runs = Number(process.env.RUNS ?? 300);

const ENGINES: readonly Engine[] = ['postgresql', 'mysql', 'mariadb', 'sqlserver', 'sqlite', 'mongodb', 'unknown'];

const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const FIXTURES = filesBelow('test/fixtures/sql', /\.(?:sql|js)$/).map((file) => ({ file, text: read(file) }));

function rangesOf(statement: Statement): readonly TextRange[] {
  const names = (action: Action) =>
    [action.table, action.column, action.index, action.constraint, action.object, action.to]
      .concat(action.columns, action.references)
      .flatMap((name) => (name ? [name.range] : []));
  return [statement.range, statement.head, ...statement.actions.flatMap((action) => [action.range, ...names(action)])];
}

/** What is wrong with what is read from a text. */
function flaws(text: string, engine: Engine): readonly string[] {
  const statements = scanStatements(text, engine);
  const found: string[] = [];
  let last = 0;
  for (const statement of statements) {
    if (statement.actions.length === 0) found.push('no action');
    const outside = rangesOf(statement).filter(({ from, to }) => from < 0 || to < from || to > text.length);
    if (outside.length > 0) found.push(`outside: ${JSON.stringify(outside)}`);
    if (/[\r\n]/.test(text.slice(statement.head.from, statement.head.to))) found.push('a head of two lines');
    // One after the other: nothing is told twice, but what stands within.
    if (!statement.within && statement.range.from < last) found.push('two statements in one place');
    if (!statement.within) last = statement.range.to;
    effectsOf(statement, engine);
  }
  createdBy(statements);
  effectsIn(statements, engine, '8.0');
  return found;
}

function expectSound(text: string, engine: Engine): void {
  expect(flaws(text, engine)).toEqual([]);
}

function expectSoundLine(line: string): void {
  for (const { sql, range, part } of embeddedSql(line)) {
    const places = [range, part({ from: 0, to: sql.length }), part({ from: sql.length, to: sql.length + 5 })];
    expect(places.filter(({ from, to }) => from < 0 || to < from || to > line.length)).toEqual([]);
  }
  sqlFiles(line);
}

const WORDS = [
  ...new Set(FIXTURES.flatMap(({ text }) => text.match(/\w+|[^\w\s]|\n/g) ?? [])),
  ...[
    'psql -c',
    'mysql -e',
    'sqlcmd -Q',
    '<<SQL',
    'GO\n',
    'DELIMITER //\n',
    '/*!50001',
    '$$',
    "E'\\",
    '{{ x }}',
    '${x',
  ],
];

describe(`any text is read (SEED=${seed})`, { timeout: 30_000 + runs * 100 }, () => {
  it.each(ENGINES)('%s: any characters', (engine) => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (text) => expectSound(text, engine)),
      { seed },
    );
  });

  it.each(ENGINES)('%s: words of statements, in any order', (engine) => {
    const words = fc.array(fc.constantFrom(...WORDS), { maxLength: 25 });
    fc.assert(
      fc.property(words, (parts) => expectSound(parts.join(' '), engine)),
      { seed, numRuns: runs },
    );
    fc.assert(
      fc.property(words, (parts) => expectSound(parts.join(''), engine)),
      { seed, numRuns: runs },
    );
  });

  it('lines of a shell', () => {
    const words = fc.array(fc.constantFrom(...WORDS, 'psql', '-c', '"', "'", '\\', '|', '<', '<<', '\n'), {
      maxLength: 20,
    });
    fc.assert(
      fc.property(words, fc.constantFrom('', ' '), (parts, blank) => expectSoundLine(`psql ${parts.join(blank)}`)),
      { seed, numRuns: runs },
    );
  });

  // What was found so before.
  it.each(['sh -c "psql <<SQL\n"'])('%s', expectSoundLine);

  it.each(FIXTURES)('every prefix of $file', ({ file, text }) => {
    const engine = ENGINES.find((name) => file.includes(`/${name}/`)) ?? 'unknown';
    const short = text.slice(0, 1500);
    const stride = runs < 2000 ? 5 : 1;
    const found: string[] = [];
    for (let end = seed % stride; end < short.length; end += stride) found.push(...flaws(short.slice(0, end), engine));
    expect(found).toEqual([]);
  });
});

describe('the line endings do not matter', () => {
  it.each(FIXTURES)('$file', ({ file, text }) => {
    const engine = ENGINES.find((name) => file.includes(`/${name}/`)) ?? 'unknown';
    const kinds = (source: string) =>
      scanStatements(source, engine).map(({ actions }) => actions.map(({ kind, table }) => [kind, table?.name]));
    expect(kinds(text.replaceAll('\n', '\r\n'))).toEqual(kinds(text));
    expect(kinds(`\ufeff${text}`)).toEqual(kinds(text));
  });
});

describe('many characters cost no more than their number', () => {
  const SEEDS = [
    ...[
      "'",
      '"',
      '`',
      '$',
      '$$',
      '$a$',
      '(',
      ')',
      '[',
      '{{',
      '${',
      '/*',
      '/* */',
      '--',
      '-- x\n',
      ';',
      '\\',
      '\\c\n',
      ':',
    ],
    ...["E'", "'a' ", '"a".', 'a.', 'a,', '(a,', 'go\n', 'begin ', 'end ', 'case ', 'select ', '{', '<<a ', '|psql '],
    ...[
      'with a as (',
      'update t set a = 1 ',
      'delete from a;',
      'drop table a, ',
      'drop table a;',
      'alter table t add ',
    ],
    ...[
      'alter table t add a int, ',
      'create table t (a int);',
      'alter table t add a int;',
      'copy a from stdin;\n',
      '.a\n',
    ],
    ...[
      'do $$ begin ',
      'create function f() begin ',
      'if a ',
      'set a = 1, ',
      'db.a.',
      'db.a.drop();',
      'db.a.updateMany({',
    ],
    ...['default (', 'references a ', 'join a on ', 'as (', 'create index i on t(a);', 'not ', 'create schema a.b;\n'],
  ];

  // Each engine gets its share of the long texts; all of them read the shorter ones.
  it.each(SEEDS.map((seed, index) => ({ seed, index })))('$seed', ({ seed, index }) => {
    const text = seed.repeat(300_000 / seed.length);
    const turn = ENGINES[index % ENGINES.length] ?? 'postgresql';
    for (const engine of ENGINES) {
      const part = engine === turn ? text : text.slice(0, 20_000);
      expect(processorTime(() => effectsIn(scanStatements(part, engine), engine))).toBeLessThan(4000);
    }
    expect(processorTime(() => engineOf(text))).toBeLessThan(1000);
    expect(processorTime(() => embeddedSql(`psql -c ${text}`))).toBeLessThan(4000);
    expect(processorTime(() => sqlFiles(text))).toBeLessThan(4000);
  });
});
