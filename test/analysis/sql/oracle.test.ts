/** The scanner against PostgreSQL's own parser, on statements as migrations write them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Action, scanStatements } from '../../../server/src/analysis/sql/index.ts';
import { filesBelow, ROOT } from '../../support/files.ts';
import { oracle, type Told } from './oracle.ts';

const FILES = filesBelow('test/fixtures/sql/postgresql', /\.sql$/);

/** By the statement's text: what we say, and why not what PostgreSQL says. */
const DISAGREEMENTS: Readonly<Record<string, string>> = {
  'ALTER TABLE orders ADD COLUMN seq bigserial':
    'bigserial means NOT NULL and a default; the parser leaves the type to later stages',
  'DELETE FROM t WHERE true': 'a condition that is always true bounds nothing',
  'EXPLAIN (ANALYZE, BUFFERS) UPDATE orders SET amount = 0': 'ANALYZE runs what it explains, so we tell that, too',
  'CREATE LANGUAGE plperl': 'the parser rewrites it to CREATE EXTENSION; we keep the word',
};

const COMPARED = new Set([
  'hasWhere',
  'concurrently',
  'ifExists',
  'ifNotExists',
  'cascade',
  'notValid',
  'usingIndex',
  'unique',
  'notNull',
]);
/** Facts of which the parser's tree says nothing in these places, or says them elsewhere. */
const WITH_TABLE = new Set([
  ...[
    'update',
    'delete',
    'insert',
    'merge',
    'truncate',
    'create-table',
    'create-table-as',
    'create-index',
    'drop-table',
  ],
  ...[
    'create-trigger',
    'drop-trigger',
    'drop-rule',
    'drop-policy',
    'lock',
    'vacuum',
    'vacuum-full',
    'analyze',
    'cluster',
  ],
  'copy',
]);

function ours({ kind, table, facts, column }: Action): Told {
  const said = Object.keys(facts).filter((fact) => COMPARED.has(fact) && isCompared(kind, fact));
  const named = table && (WITH_TABLE.has(kind) || isClause(kind, column !== undefined));
  const name = table && [table.schema, table.name].filter(Boolean).join('.');
  return { kind, ...(named && name && { table: name }), facts: said.sort() };
}

function isClause(kind: string, hasColumn: boolean): boolean {
  return hasColumn || /-constraint$/.test(kind) || !/^(?:create|drop|alter)-|^select$/.test(kind);
}

function isCompared(kind: string, fact: string): boolean {
  if (fact === 'ifExists') return /^drop-/.test(kind);
  if (fact === 'ifNotExists') return ['add-column', 'create-index', 'create-table'].includes(kind);
  if (fact === 'unique') return kind === 'create-index';
  if (fact === 'notNull') return kind === 'add-column';
  return true;
}

const all = await Promise.all(
  FILES.map(async (file) => {
    const text = readFileSync(join(ROOT, file), 'utf8');
    const statements = scanStatements(text, 'postgresql').filter(({ within }) => !within);
    return { file, text, statements, expected: await oracle(text) };
  }),
);

it('the corpus is large enough', () => {
  expect(all.reduce((sum, { expected }) => sum + expected.length, 0)).toBeGreaterThanOrEqual(300);
});

describe.each(all)('$file', ({ text, statements, expected }) => {
  it('is cut into the same statements', () => expect(statements.length).toBe(expected.length));

  it.each(
    statements.map((statement, index) => ({
      index,
      statement,
      sql: text.slice(statement.range.from, statement.range.to),
    })),
  )('$index: $sql', async ({ sql, statement, index }) => {
    const said = statement.actions.map(ours);
    if (DISAGREEMENTS[sql]) expect(said).not.toEqual(expected[index]);
    else expect(said).toEqual(expected[index]);
    // The range holds the statement and nothing else: alone it means the same.
    expect(await oracle(sql)).toEqual([expected[index]]);
  });
});

it('every disagreement is still one', () => {
  const known = new Set(
    all.flatMap(({ text, statements }) => statements.map(({ range }) => text.slice(range.from, range.to))),
  );
  expect(Object.keys(DISAGREEMENTS).filter((sql) => !known.has(sql))).toEqual([]);
});
