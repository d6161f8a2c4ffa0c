/** What goes wrong with the command line itself is told, and no exit code hides it. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import { check } from '../../server/src/cli/check.ts';
import { collectFiles } from '../../server/src/cli/collect.ts';
import { formatText } from '../../server/src/cli/format.ts';
import { RULES } from '../../server/src/rules/index.ts';
import { ROOT } from '../support/files.ts';
import { LspClient } from '../support/lsp-client.ts';
import { withoutRights } from '../support/without-rights.ts';

const CLI = join(ROOT, 'dist/cli.js');
const scratch = mkdtempSync(join(tmpdir(), 'rollout-plan-failures-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

function plan(folder: string, name = 'rollout-plan.yaml'): string {
  const path = join(scratch, folder, name);
  mkdirSync(join(scratch, folder), { recursive: true });
  writeFileSync(path, 'rolloutPlan: 1\nname: orders\n');
  return path;
}

test('a rule that fails', async () => {
  const rule = RULES.find(({ id }) => id === 'missing-owner');
  if (!rule) throw new Error('no such rule');
  vi.spyOn(rule, 'check').mockImplementation(() => {
    throw new Error('out of order');
  });
  const said = { out: '', err: '' };
  const output = {
    out: (text: string) => (said.out += text),
    err: (text: string) => (said.err += text),
    colour: false,
  };
  await check([plan('failing')], { format: 'text', program: '' }, output);
  expect(said.err).toMatch(/^rollout-plan: rule missing-owner failed on /);
  expect(said.out).toContain('internal-error');
});

describe.skipIf(process.platform === 'win32')('of the machine', () => {
  test('a folder that may not be read, beside one that may', async () => {
    const locked = join(plan('locked'), '..');
    const open = plan('open');
    chmodSync(scratch, 0o755);
    chmodSync(locked, 0);
    const { files, failures } = await withoutRights(() => collectFiles([locked, open]));
    chmodSync(locked, 0o755);
    expect(files.map(({ path }) => path)).toEqual([open]);
    expect(failures).toEqual([{ path: locked, why: 'may not be read by this user' }]);
  });

  test('a working folder that is gone', () => {
    const gone = join(scratch, 'gone');
    mkdirSync(gone);
    const command = 'rmdir "$PWD" && exec "$0" "$1" check .';
    const { status, stderr } = spawnSync('sh', ['-c', command, process.execPath, CLI], { cwd: gone, encoding: 'utf8' });
    expect(stderr).toMatch(/^rollout-plan: Error: ENOENT/);
    expect(status).toBe(2);
  });

  test.skipIf(!existsSync('/dev/full'))('a disk that is full', () => {
    const command = 'exec "$0" "$1" rules > /dev/full';
    const { status, stderr } = spawnSync('sh', ['-c', command, process.execPath, CLI], { encoding: 'utf8' });
    expect(stderr).toMatch(/^rollout-plan: Error: ENOSPC/);
    expect(status).toBe(2);
  });

  test('but a reader that goes away is no failure', async () => {
    const child = spawn(process.execPath, [CLI, 'rules', '--format', 'json'], { stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.destroy();
    let err = '';
    child.stderr.on('data', (text) => {
      err += text;
    });
    expect(await once(child, 'close')).toEqual([0, null]);
    expect(err).toBe('');
  });
});

test('files come in the same order on every machine, each once', () => {
  const names = ['a.md', '\u{1f600}.md', '\uff01.md'];
  const paths = names.map((name) => plan('order', name));
  expect(collectFiles([join(scratch, 'order'), paths[0] as string]).files.map(({ path }) => path)).toEqual(paths);
});

test.skipIf(process.platform === 'win32')('a link to a file is followed, one to a folder is not', () => {
  const path = plan('linked', 'real.md');
  mkdirSync(join(scratch, 'linking'));
  symlinkSync(path, join(scratch, 'linking/plan.md'));
  symlinkSync(join(path, '..'), join(scratch, 'linking/folder.md'));
  const { files } = collectFiles([join(scratch, 'linking')]);
  expect(files.map((file) => file.path)).toEqual([join(scratch, 'linking/plan.md')]);
});

test('colours are for terminals', () => {
  // Newer versions of Node look for themselves whether there is a terminal.
  vi.stubEnv('FORCE_COLOR', '1');
  vi.stubEnv('NO_COLOR', undefined);
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
  const problem = { range, severity: 'error', message: 'Wrong.', code: 'a-rule', fixable: false, related: [] } as const;
  const files = [{ path: 'plan.yaml', problems: [problem] }];
  const [plain, coloured] = [formatText(files, false), formatText(files, true)];
  expect(plain).not.toContain('\u001b');
  expect(coloured).toContain('\u001b[31merror\u001b[39m');
  expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(plain);
});

test('the rules as text, one a line', () => {
  const { stdout } = spawnSync(process.execPath, [CLI, 'rules'], { encoding: 'utf8' });
  expect(stdout.trimEnd().split('\n')).toHaveLength(RULES.length);
  expect(stdout).toMatch(/^missing-abort-criteria +error +abort-criteria {2}\(quick fix\)$/m);
  expect(stdout).toMatch(/^\S+ +\w+ +[\w-]+$/m);
});

test('the language server answers from the command line, too', async () => {
  const client = new LspClient(spawn(process.execPath, [CLI, 'lsp', '--stdio']), {});
  await client.initialize();
  expect(client.server?.serverInfo?.name).toBe('rollout-plan');
  expect(await client.stop()).toBe(0);
});
