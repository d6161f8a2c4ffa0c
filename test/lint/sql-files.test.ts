/** Statements in files that a plan names: told at the words that name the file, with the way to the statement. */
import { expect, test } from 'vitest';
import { serviceOver, uriOf } from '../support/checking.ts';

const PLAN = 'rollout-plan.yaml';
const plan = (up: string): string =>
  `change: { environment: { database: { engine: postgresql } } }\nmigration:\n  steps:\n    - id: rename\n      up: ${up}\n`;

async function told(files: Record<string, string>, rule: string): Promise<unknown> {
  const text = files[PLAN] ?? '';
  const found = await serviceOver(files).diagnostics(uriOf(PLAN));
  return found.flatMap(({ code, range, related }) => {
    if (code !== rule) return [];
    const line = text.split('\n')[range.start.line] ?? '';
    const words = line.slice(range.start.character, range.end.character);
    return [
      { words, at: related.map(({ uri, range: place }) => `${uri} ${place.start.line}:${place.start.character}`) },
    ];
  });
}

const SQL = 'SELECT 1;\n\n  ALTER TABLE orders\n    RENAME COLUMN a TO b;\nALTER TABLE orders RENAME COLUMN c TO d;\n';

test.each([
  ['{ file: db/V113.sql }', 'db/V113.sql'],
  ['{ command: psql shop -f db/V113.sql }', 'db/V113.sql'],
  ['{ command: "mysql shop < db/V113.sql" }', 'db/V113.sql'],
])('%s', async (up, words) => {
  const files = { [PLAN]: plan(up), 'db/V113.sql': SQL };
  expect(await told(files, 'sql-rename')).toEqual([{ words, at: [`${uriOf('db/V113.sql')} 2:2`] }]);
});

test('a limit in the file counts, and a table that an earlier step has made is new there, too', async () => {
  const made = '{ sql: CREATE TABLE orders (a int) }\n    - id: then\n      up: { file: db/V113.sql }';
  const files = { [PLAN]: plan(made), 'db/V113.sql': SQL };
  expect(await told(files, 'sql-rename')).toEqual([]);
  const limited = { [PLAN]: plan('{ file: db/V113.sql }'), 'db/V113.sql': `SET lock_timeout = '2s';\n${SQL}` };
  expect(await told(limited, 'missing-lock-timeout')).toEqual([]);
  expect(await told({ ...limited, 'db/V113.sql': SQL }, 'missing-lock-timeout')).toHaveLength(1);
});

test('what a file destroys makes its step irreversible', async () => {
  const files = { [PLAN]: plan('{ file: db/V113.sql }'), 'db/V113.sql': 'DROP TABLE orders;\n' };
  const found = await serviceOver(files).diagnostics(uriOf(PLAN));
  const problem = found.find(({ code }) => code === 'irreversible-step-without-backup');
  expect(problem?.message).toContain('runs "DROP TABLE orders", which drops the table and every row of it,');
});

test('a file that a stage runs, for which no step answers', async () => {
  const stages = '    - { id: full, environment: production, run: psql shop -f db/clean.sql }\n';
  const files = { [PLAN]: `rolloutPlan: 1\nrollout:\n  stages:\n${stages}`, 'db/clean.sql': 'DROP TABLE orders;\n' };
  expect(await told(files, 'sql-drop-table')).toEqual([
    { words: 'db/clean.sql', at: [`${uriOf('db/clean.sql')} 0:0`] },
  ]);
});

test('a file that is not there says nothing', async () => {
  expect(await told({ [PLAN]: plan('{ file: db/V999.sql }') }, 'sql-rename')).toEqual([]);
});
