/** What is told of words at which one rarely looks. The rest is in `test/lsp/hover.test.ts`. */
import { describe, expect, test } from 'vitest';
import { hover } from '../../server/src/features/hover/index.ts';
import { asking } from '../support/asking.ts';
import type { Files } from '../support/checking.ts';

async function told(files: Files): Promise<string | undefined> {
  const { context, position } = await asking(files);
  return hover(context, position)?.text.plain;
}

const yaml = (text: string): Files => ({ 'rollout-plan.yaml': `rolloutPlan: 1\n${text}` });

describe('criteria', () => {
  const abort = (criterion: string): Files => yaml(`rollout:\n  abortCriteria:\n    - ${criterion}\n`);
  test.each([
    [
      '{ when: error-rate > 1‸%, then: pause, automatic: false }',
      'Aborts when error-rate is above 1 %, then pauses, by hand.',
    ],
    [
      'error-rate > 1‸% for 5m -> scale down',
      'Aborts when error-rate stays above 1 % for five minutes, then scale down.',
    ],
    ['error-rate > 1‸% -> rollback and halt', 'Aborts when error-rate is above 1 %, then rolls back and pauses.'],
  ])('%s', async (criterion, sentence) => {
    expect(await told(abort(criterion))).toBe(sentence);
  });
});

describe('what is declared', () => {
  test('in another file, with the facts that it says and can be read', async () => {
    const files = {
      'ROLLOUT_PLAN.md': '# Rollout plan\n\n## Stages\n\n### canary (1%)\n\n**Metrics**: error-‸rate\n',
      'rollout-plan.yaml':
        'rolloutPlan: 1\nmetrics:\n  - id: error-rate\n    source: \n    owner: sre\n    baseline: "1\n',
    };
    expect(await told(files)).toBe('Metric error-rate in rollout-plan.yaml\n\n- Owner: sre');
  });
  const backup = (facts: string): Files =>
    yaml(`backups:\n  - { id: dump, ${facts} }\nmigration:\n  steps:\n    - id: a\n      backup: du‸mp\n`);
  test('a backup is kept until a day, and was after it', async () => {
    expect(await told(backup('takenOn: 2026-11-01, ttl: 90d'))).toContain('It is kept until 2027-01-30.');
    expect(await told(backup('takenOn: 2026-01-01, ttl: 5d'))).toContain('It was kept until 2026-01-06.');
  });
});

describe('SQL', () => {
  const up = (sql: string): Files =>
    yaml(
      `change:\n  environment:\n    database: { engine: postgresql }\nmigration:\n  steps:\n    - id: one\n      up:\n        sql: ${sql}\n`,
    );
  test('names what else it locks', async () => {
    expect(await told(up('ALTER TABLE a ADD FOREIGN KEY (b) REFER‸ENCES c (d)'))).toContain(
      '- blocks writes with SHARE ROW EXCLUSIVE (c)',
    );
  });
  test('says on what it depends', async () => {
    expect(await told(up('ALTER TABLE orders ALTER COLUMN amount TYPE big‸int'))).toContain(
      '- writes every row anew, unless the old type can be read as the new one',
    );
  });
  test('of a database that the step names itself', async () => {
    const text =
      'migration:\n  steps:\n    - id: one\n      engine: mysql\n      verify:\n        - sql: DELETE FR‸OM a\n';
    expect(await told(yaml(text))).toMatch(/^DELETE FROM a · mysql\n/);
  });
});
