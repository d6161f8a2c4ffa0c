/** The built command line and policies: those above what is checked are found, and their mistakes are told. */
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { ROOT } from '../support/files.ts';
import { policyFolder } from '../support/policy-folder.ts';

const folder = policyFolder();
afterAll(() => rmSync(folder, { recursive: true }));

interface Checked {
  readonly path: string;
  readonly problems: readonly { readonly rule: string }[];
}

function check(...paths: string[]): Checked[] {
  const { stdout } = spawnSync(process.execPath, [join(ROOT, 'dist/cli.js'), 'check', ...paths, '--format', 'json'], {
    cwd: folder,
    encoding: 'utf8',
  });
  return (JSON.parse(stdout) as { files: Checked[] }).files;
}

test('a policy above what is checked counts, and what is wrong in it is told', () => {
  const files = check('plans/orders');
  expect(files.map(({ path }) => path)).toEqual([
    'plans/orders/MIGRATION_PLAN.md',
    'plans/orders/rollout-plan.yaml',
    'rollout-plan.config.yaml',
  ]);
  expect(files[1]?.problems.map(({ rule }) => rule)).toContain('missing-canary');
  expect(files[2]?.problems.map(({ rule }) => rule)).toEqual(['policy-extends', 'unknown-key', 'policy-glob']);
});

test('ignored files are left out of a folder, and clean where they are named', () => {
  expect(check('plans').map(({ path }) => path)).not.toContain('plans/archive/rollout-plan.yaml');
  const [named] = check('plans/archive/rollout-plan.yaml');
  expect(named).toEqual({ path: 'plans/archive/rollout-plan.yaml', problems: [] });
});

test('files that are plans by the policy alone are checked', () => {
  const paths = check('plans').map(({ path }) => path);
  expect(paths).toContain('plans/users.plan.yaml');
  expect(paths).toContain('plans/ledger/back.md');
});
