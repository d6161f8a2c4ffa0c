/** What stands beside a plan in its workspace, on a disk: who owns code, and files that a plan may name. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Completing } from './completing.ts';

let disk: string;
let editor: Completing;
let large: Completing;
const uriOf = (path: string): string => pathToFileURL(join(disk, path)).href;

const FILES = {
  'outside/secret.sql': '',
  'outside/CODEOWNERS': '* @secret\n',
  'work/.git/HEAD': '',
  'work/.github/CODEOWNERS': '# @nobody\n*.sql @org/dba dba@example.com # @remark\n/api/ @org/payments @org/dba\n',
  'work/db/V113__drop.sql': '',
  'work/plans/sql/up.sql': '',
  'work/plans/sql/up.sql.bak': '',
  'work/plans/runbooks/restore.md': '',
  'work/plans/runbooks/on call.md': '',
  'work/deploy/rollout.yaml': '',
  'work/deploy/canary.yml': '',
  'work/node_modules/pkg/schema.sql': '',
};

/** So many folders, each with so many files, in front of the plan's own. */
const FOLDERS = 800;

beforeAll(async () => {
  disk = mkdtempSync(join(tmpdir(), 'rollout-plan-workspace-'));
  for (const [path, text] of Object.entries(FILES)) write(path, text);
  symlinkSync('../../outside', join(disk, 'work/plans/away'));
  for (let at = 0; at < FOLDERS; at++) write(`large/a${at}/x.sql`, '');
  write('large/z/plans/near.sql', '');
  write('large/z/plans/sql/nearer.sql', '');
  mkdirSync(join(disk, 'large/.github'));
  symlinkSync('../../outside/CODEOWNERS', join(disk, 'large/.github/CODEOWNERS'));
  [editor, large] = await Promise.all([
    Completing.start({ folders: [uriOf('work')] }, uriOf('work/plans')),
    Completing.start({ folders: [uriOf('large')] }, uriOf('large/z/plans')),
  ]);
});
afterAll(async () => {
  await Promise.all([editor.stop(), large.stop()]);
  rmSync(disk, { recursive: true });
});

function write(path: string, text: string): void {
  mkdirSync(dirname(join(disk, path)), { recursive: true });
  writeFileSync(join(disk, path), text);
}

const STEP = 'rolloutPlan: 1\nmigration:\n  steps:\n    - id: a\n';
const OWNERS = ['@org/dba', 'dba@example.com', '@org/payments'];
const SQL = ['sql/up.sql', '../db/V113__drop.sql'];
const RUNBOOKS = ['runbooks/on call.md', 'runbooks/restore.md'];
const MANIFESTS = ['../deploy/canary.yml', '../deploy/rollout.yaml'];
const ARTIFACT = '# Rollout plan: x\n\n';

describe('owners', () => {
  test.each([
    ['rollout-plan.yaml', 'of the plan', 'rolloutPlan: 1\nowner: |\n'],
    ['rollout-plan.yaml', 'of a flag', 'rolloutPlan: 1\nflags:\n  - { id: a, owner: | }\n'],
    ['rollout-plan.yaml', 'who approve', 'rolloutPlan: 1\napprovers: [|]\n'],
    ['rollout-plan.yaml', 'who approve a step', `${STEP}      approvers:\n        - |\n`],
    ['ROLLOUT_PLAN.md', 'in the front matter', `---\nowner: |\n---\n\n${ARTIFACT}`],
    ['ROLLBACK_PLAN.md', 'behind a label', '# Rollback plan: x\n\n- **Owner**: |\n'],
    ['ROLLBACK_PLAN.md', 'begun with their sign', '# Rollback plan: x\n\n- **Owner**: @|\n'],
    [
      'VALIDATION_CHECKLIST.md',
      'of a check',
      '---\nrolloutPlan: 1\n---\n\n## Smoke\n\n- [ ] it works\n  - **Owner**: |\n',
    ],
  ])('%s: %s', async (name, _, text) => {
    expect(await editor.labels(text, name)).toEqual(OWNERS);
  });

  test('nobody twice, and in quotes where YAML asks for them', async () => {
    expect(await editor.labels('rolloutPlan: 1\napprovers: ["@org/dba", |]\n')).toEqual(OWNERS.slice(1));
    expect(await editor.taken('rolloutPlan: 1\nowner: |\n', '@org/dba')).toContain('owner: "@org/dba"\n');
  });

  test.each([
    ['owner: @|', 'owner: "@org/dba"'],
    ['owner: @or|', 'owner: "@org/dba"'],
    ['owner: @org/d| # who', 'owner: "@org/dba" # who'],
    ['approvers: [@|]', 'approvers: ["@org/dba"]'],
    ['approvers: ["@x", @|', 'approvers: ["@x", "@org/dba"'],
    ['approvers:\n  - @|', '  - "@org/dba"'],
    ['flags: [{ id: a, owner: @o| }]', 'owner: "@org/dba" }]'],
    ["owner: '@o|'", "owner: '@org/dba'"],
  ])('begun with their sign: %s', async (words, expected) => {
    expect(await editor.taken(`rolloutPlan: 1\n${words}\nrisk: low\n`, '@org/dba')).toContain(`${expected}\n`);
  });
});

describe('paths', () => {
  test.each([
    ['rollout-plan.yaml', 'statements', `${STEP}      up: { file: | }\n`, SQL],
    ['rollout-plan.yaml', 'statements in quotes', `${STEP}      up: { file: "|" }\n`, SQL],
    ['rollout-plan.yaml', 'a run book', 'rolloutPlan: 1\nrollback:\n  runbook: |\n', RUNBOOKS],
    ['rollout-plan.yaml', 'a manifest', 'rolloutPlan: 1\nrollout:\n  manifest: |\n', MANIFESTS],
    ['rollout-plan.yaml', 'records', 'rolloutPlan: 1\nmigration:\n  records: [|]\n', RUNBOOKS],
    ['ROLLBACK_PLAN.md', 'a run book', '# Rollback plan: x\n\n- **Runbook**: |\n', RUNBOOKS],
    ['ROLLOUT_PLAN.md', 'a manifest', `${ARTIFACT}- **Manifest**: |\n`, MANIFESTS],
  ])('%s: %s', async (name, _, text, expected) => {
    expect(await editor.labels(text, name)).toEqual(expected);
  });

  test('go on as they were begun', async () => {
    expect(await editor.labels(`${STEP}      up: { file: ./sq| }\n`)).toEqual(['./sql/up.sql', '../db/V113__drop.sql']);
    expect(await editor.taken(`${STEP}      up: { file: ./sq| }\n`, './sql/up.sql')).toContain('file: ./sql/up.sql }');
    expect(
      await editor.taken('# Rollback plan: x\n\n- **Runbook**: runb|\n', 'runbooks/restore.md', 'ROLLBACK_PLAN.md'),
    ).toContain('- **Runbook**: runbooks/restore.md\n');
  });

  test('no pages of the web', async () => {
    expect(await editor.labels('rolloutPlan: 1\nrollback:\n  dashboard: |\n')).toEqual([]);
  });
});

describe('a large workspace', () => {
  test('is looked at around the plan, and not to its end', async () => {
    const found = await large.labels(`${STEP}      up: { file: | }\n`);
    expect(found.slice(0, 2)).toEqual(['near.sql', 'sql/nearer.sql']);
    expect(found.length).toBe(200);
  });

  test('owners that a link leads out to are nobody here', async () => {
    expect(await large.labels('rolloutPlan: 1\nowner: |\n')).toEqual([]);
  });
});

test('a plan outside of the workspace sees nothing of it, nor of what is around itself', async () => {
  const away = await Completing.start({ folders: [uriOf('work')] }, uriOf('outside'));
  expect(await away.labels(`${STEP}      up: { file: | }\n`)).toEqual([]);
  expect(await away.labels('rolloutPlan: 1\nowner: |\n')).toEqual([]);
  await away.stop();
});
