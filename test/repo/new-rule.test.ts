/** `npm run new-rule` costs three files and one line, and what it writes compiles with the rest. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { ROOT } from '../support/files.ts';

const scratch = mkdtempSync(join(tmpdir(), 'rollout-plan-new-rule-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

function newRule(name: string): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [join(ROOT, 'scripts/new-rule.mjs'), name], { cwd: scratch, encoding: 'utf8' });
}

test('writes a rule, its test and its page, and registers it once', () => {
  cpSync(join(ROOT, 'server/src/rules/index.ts'), join(scratch, 'server/src/rules/index.ts'));
  expect(newRule('stages/made-up-rule').stdout.match(/wrote/g)).toHaveLength(3);
  const index = (): string => readFileSync(join(scratch, 'server/src/rules/index.ts'), 'utf8');
  expect(index()).toContain("import { madeUpRule } from './stages/made-up-rule.ts';");
  expect(index().match(/^ {2}madeUpRule,$/gm)).toHaveLength(1);
  expect(readFileSync(join(scratch, 'server/src/rules/stages/made-up-rule.ts'), 'utf8')).toContain(
    "id: 'made-up-rule'",
  );
  const again = newRule('stages/made-up-rule');
  expect(again.status).toBe(1);
  expect(again.stderr).toContain('is there already and stays as it is');
  expect(index().match(/madeUpRule/g)).toHaveLength(2);
});

test.each(['', 'stages', 'Stages/x', '../x/y'])('refuses "%s"', (name) => {
  expect(newRule(name).status).toBe(2);
});
