/** The built command line, as a user runs it. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';

const ROOT = join(__dirname, '../..');
const CLI = join(ROOT, 'dist/cli.js');
const REFERENCE = join(ROOT, 'test/fixtures/reference/rollout-plan.yaml');
const scratch = mkdtempSync(join(tmpdir(), 'rollout-plan-cli-'));

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function cli(...args: string[]): Ended {
  return cliIn({}, ...args);
}

function cliIn(env: Readonly<Record<string, string>>, ...args: string[]): Ended {
  return spawnSync(process.execPath, [CLI, ...args], {
    encoding: 'utf8',
    cwd: scratch,
    env: { ...process.env, NO_COLOR: '1', ...env },
  });
}

function write(name: string, content: string | Uint8Array): string {
  const path = join(scratch, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, content);
  return path;
}

const FAULTY = 'rolloutPlan: 1\nrollout:\n  stages:\n    - id: canary\n      weight: 1%\n';

describe('check', () => {
  test('a clean plan: exit 0, and the file is listed', () => {
    const { status, stdout } = cli('check', REFERENCE, '--format', 'json', '--now', '2026-11-21');
    expect(JSON.parse(stdout)).toEqual({ files: [{ path: REFERENCE, problems: expect.any(Array) }] });
    expect(
      JSON.parse(stdout).files[0].problems.filter((p: { severity: string }) => /error|warning/.test(p.severity)),
    ).toEqual([]);
    expect(status).toBe(0);
  });

  test('prints nothing else where the environment holds switches for debugging its parts', () => {
    const path = write('debugged/rollout-plan.yaml', FAULTY);
    expect(cliIn({ LOG_TOKENS: '1', LOG_STREAM: '1' }, 'check', path).stdout).toBe(cli('check', path).stdout);
  });

  test('a faulty plan: exit 1, lines and columns from 1', () => {
    const path = write('faulty/rollout-plan.yaml', FAULTY);
    const { status, stdout } = cli('check', path, '--format', 'json');
    const problem = JSON.parse(stdout).files[0].problems.find(
      (p: { rule: string }) => p.rule === 'missing-abort-criteria',
    );
    expect(problem).toEqual({
      rule: 'missing-abort-criteria',
      severity: 'error',
      message: expect.any(String),
      line: 4,
      column: 11,
      endLine: 4,
      endColumn: 17,
      fixable: true,
    });
    expect(status).toBe(1);
  });

  test('text names the file, the place and the rule', () => {
    const path = write('text/rollout-plan.yaml', FAULTY);
    const { status, stdout } = cli('check', path);
    expect(stdout).toContain(path);
    expect(stdout).toMatch(/4:11 +error .* missing-abort-criteria/);
    expect(status).toBe(1);
  });

  test('a folder: every plan below it, nothing else', () => {
    write('tree/a/orders.rollout.yaml', FAULTY);
    write('tree/b/README.md', '# Read me\n');
    write('tree/b/values.yaml', 'replicas: 2\n');
    write('tree/b/argo.rollout.yaml', 'apiVersion: argoproj.io/v1alpha1\nkind: Rollout\n');
    write('tree/node_modules/x/rollout-plan.yaml', FAULTY);
    const { stdout } = cli('check', 'tree', '--format', 'json');
    expect(JSON.parse(stdout).files.map(({ path }: { path: string }) => path)).toEqual([
      join('tree', 'a', 'orders.rollout.yaml'),
    ]);
  });

  test('a path that is not there: exit 2, it is named, the others are checked', () => {
    const path = write('one/rollout-plan.yaml', FAULTY);
    const { status, stdout, stderr } = cli('check', 'nowhere.yaml', path, '--format', 'json');
    expect(status).toBe(2);
    expect(stderr).toBe('rollout-plan: nowhere.yaml is not there\n');
    expect(JSON.parse(stdout).files).toHaveLength(1);
  });

  test.each([
    ['not UTF-8', Uint8Array.of(0x72, 0xff, 0xfe, 0x0a), /is not UTF-8/],
    ['binary', Uint8Array.of(0x00, 0x01, 0x02), /NUL bytes/],
    ['over 10 MB', Buffer.alloc(10 * 1024 * 1024 + 1, 'a'), /more than 10 MB/],
  ])('a file that is %s: one line on stderr, exit 2', (name, content, why) => {
    const path = write(`bad/${name.replaceAll(' ', '-')}/rollout-plan.yaml`, content);
    const { status, stdout, stderr } = cli('check', path, '--format', 'json');
    expect(stderr).toMatch(why);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(JSON.parse(stdout)).toEqual({ files: [] });
    expect(status).toBe(2);
  });

  test('a file that may not be read, a link that leads nowhere', () => {
    const path = write('locked/rollout-plan.yaml', FAULTY);
    chmodSync(path, 0);
    symlinkSync('nowhere', join(scratch, 'locked/dangling.rollout.yaml'));
    const { status, stderr } = cli('check', join(scratch, 'locked/dangling.rollout.yaml'), path);
    expect(stderr).toContain('is a link that leads nowhere');
    // Root may read everything.
    if (process.getuid?.() !== 0) expect(stderr).toContain('may not be read');
    expect(status).toBe(2);
  });

  test('links that lead in circles end', () => {
    write('loop/rollout-plan.yaml', FAULTY);
    symlinkSync('.', join(scratch, 'loop/again'));
    expect(JSON.parse(cli('check', 'loop', '--format', 'json').stdout).files).toHaveLength(1);
  });

  test('control characters in a file name do not reach the terminal', () => {
    const { stderr } = cli('check', '\u001b[31mred.yaml');
    expect(stderr).toContain('\\u001b[31mred.yaml');
  });

  test.each([['2026-13-01'], ['tomorrow'], ['2026-02-30']])('--now %s is refused', (day) => {
    const { status, stderr } = cli('check', REFERENCE, '--now', day);
    expect(status).toBe(2);
    expect(stderr).toContain('2026-11-21');
  });
});

describe('rules', () => {
  test('JSON is the catalogue', () => {
    const rules = JSON.parse(cli('rules', '--format', 'json').stdout);
    expect(rules).toContainEqual({
      id: 'missing-abort-criteria',
      group: 'abort-criteria',
      severity: 'error',
      fixable: true,
      options: [expect.objectContaining({ name: 'perStage', kind: 'boolean', default: 'false' })],
    });
    expect(rules).toContainEqual({
      id: 'irreversible-step-without-backup',
      group: 'irreversible',
      severity: 'error',
      fixable: true,
      options: [],
    });
  });
});

test('an unknown command is exit 2, --help is exit 0', () => {
  expect(cli('frobnicate').status).toBe(2);
  expect(cli('--help').status).toBe(0);
});
