/** What others wrote, in names of files and in plans, does not steer a terminal and begins no line of the output. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { ROOT } from '../support/files.ts';

/** ESC and CSI, "clear the screen" and a title; a line of a pipeline's own; right to left; what ends a line elsewhere. */
const HOSTILE = '\u001b[2J\u009b31m\u001b]0;t\u0007\r\n::error::x\u202Egnp.\u2066\u2028\u200f\t\b\u007f';
const CONTROLS = /[\p{Cc}\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF]/u;
const scratch = mkdtempSync(join(tmpdir(), 'rollout-plan-terminal-'));
const folder = `plan ${HOSTILE}`;
const quoted = JSON.stringify(`x${HOSTILE}`);

afterAll(() => rmSync(scratch, { recursive: true, force: true }));
mkdirSync(join(scratch, folder));
writeFileSync(
  join(scratch, folder, 'rollout-plan.yaml'),
  `rolloutPlan: 1
${quoted}: 1
name: ${quoted}
rollout:
  stages:
    - { id: ${quoted}, extends: ${quoted}, weight: ${quoted}, soak: ${quoted} }
    - { id: ${quoted}, abortCriteria: [${quoted}], successCriteria: [{ when: ${quoted}, metric: ${quoted} }] }
migration:
  steps:
    - { id: ${quoted}, backup: ${quoted}, up: { file: ${quoted}, sql: ${quoted}, run: ${quoted} } }
`,
);
writeFileSync(
  join(scratch, folder, 'MIGRATION_PLAN.md'),
  `---\nrolloutPlan: 1\n---\n\n# Migration ${HOSTILE}\n\n## Steps\n\n1. [${HOSTILE}](${HOSTILE}) TODO ${HOSTILE}\n`,
);
writeFileSync(join(scratch, folder, 'unreadable.rollout.yaml'), Uint8Array.of(0xff));
writeFileSync(
  join(scratch, folder, 'rollout-plan.config.yaml'),
  `rules: { ${quoted}: ${quoted} }\nextends: ${quoted}\n`,
);

function cli(...args: string[]): { stdout: string; stderr: string } {
  return spawnSync(process.execPath, [join(ROOT, 'dist/cli.js'), ...args], { cwd: scratch, encoding: 'utf8' });
}

test.each([
  ['text', 'check', '.'],
  ['JSON', 'check', '.', '--format', 'json'],
  ['a file that is not there', 'check', `${folder}/none.yaml`],
  ['a folder that is named', 'check', folder],
  ['a word that is no command', `\u001b[2J\u009b`],
  ['a choice that is none', 'check', '.', '--format', `\u001b[2J\u202E`],
])('%s', (_, ...args) => {
  const { stdout, stderr } = cli(...args);
  const said = `${stdout}\n${stderr}`;
  expect(said.split('\n').filter((line) => CONTROLS.test(line))).toEqual([]);
  expect(said).not.toMatch(/^\s*::/m);
  expect(said).toMatch(/\\u001b|\\u009b/);
});

test('JSON says the same as before once it is read', () => {
  const { files } = JSON.parse(cli('check', '.', '--format', 'json').stdout) as {
    files: { path: string; problems: { message: string }[] }[];
  };
  expect(files.map(({ path }) => path)).toContain(join(folder, 'rollout-plan.yaml'));
  expect(files.flatMap(({ problems }) => problems).some(({ message }) => CONTROLS.test(message))).toBe(true);
});
