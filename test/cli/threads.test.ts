/** A check of many files in several threads: the same words as in one, and a thread that dies is told of. */
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { bundlesOf } from '../../server/src/cli/bundles.ts';
import { type JudgedFile, Judging } from '../../server/src/cli/judging.ts';
import { Threads, threadsFor } from '../../server/src/cli/threads.ts';
import { ROOT } from '../support/files.ts';

const REFERENCE = readFileSync(join(ROOT, 'test/fixtures/reference/rollout-plan.yaml'), 'utf8');
const scratch = mkdtempSync(join(tmpdir(), 'rollout-plan-threads-'));
const write = (name: string, content: string | Uint8Array): void => {
  mkdirSync(join(scratch, name, '..'), { recursive: true });
  writeFileSync(join(scratch, name), content);
};
const file = (path: string) => ({ path, uri: pathToFileURL(path).href, named: false });

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe('several threads say what one says', () => {
  beforeAll(() => {
    cpSync(join(ROOT, 'examples'), join(scratch, 'examples'), { recursive: true });
    for (let at = 0; at < 60; at++) {
      // Every third one lies elsewhere and belongs to the one before by its name alone.
      const id = `service-${at - (at % 3 === 2 ? 1 : 0)}`;
      const text = REFERENCE.replaceAll('orders', id).replace(/^owner:.*\n/m, at % 5 === 0 ? '' : '$&');
      write(`plans/${at % 3 === 2 ? 'more/' : ''}s-${at}.rollout-plan.yaml`, text);
    }
    write('plans/values.yaml', 'replicas: 2\n');
    write('plans/rollout-plan.config.yaml', 'rules:\n  no-such-rule: off\n');
    write('plans/more/binary.rollout-plan.yaml', Uint8Array.of(0, 1, 2));
    write('plans/more/broken.rollout-plan.yaml', 'rolloutPlan: 1\nname: "service-1\nrollout: [\n');
  });

  const check = (threads: number, format: string, paths: readonly string[]) => {
    const words = ['check', ...paths, '--format', format, '--now', '2026-11-21', '--threads', String(threads)];
    const run = spawnSync(process.execPath, [join(ROOT, 'dist/cli.js'), ...words], { cwd: scratch, encoding: 'utf8' });
    return { status: run.status, stdout: run.stdout, stderr: run.stderr };
  };

  test.each(['text', 'json'])('as %s', (format) => {
    const one = check(1, format, ['plans', 'examples']);
    expect(one.status).toBe(2);
    expect(one.stderr).toMatch(/binary\.rollout-plan\.yaml: .*NUL bytes/);
    expect(one.stdout).toContain('s-55.rollout-plan.yaml');
    expect(check(3, format, ['plans', 'examples'])).toEqual(one);
  });

  test('as without bundles, where there are few', () => {
    const [one, several] = [check(1, 'json', ['examples']), check(2, 'json', ['examples'])];
    expect(JSON.parse(one.stdout).files.length).toBeGreaterThan(6);
    expect(several).toEqual(one);
  });
});

test('what is named alike or names the same plan is judged together', () => {
  const [a, b, c, d, e] = [
    '/w/a.rollout-plan.yaml',
    '/w/a.ROLLBACK_PLAN.md',
    '/w/x/b.rollout-plan.yaml',
    '/w/c.yaml',
    '/w/d.yaml',
  ].map(file) as [ReturnType<typeof file>, ...ReturnType<typeof file>[]];
  const bundles = bundlesOf(
    [a, d, b, c, e].filter((one) => one !== undefined),
    [
      [a.uri, ['orders']],
      [String(c?.uri), ['orders', 'billing']],
    ],
  );
  expect(bundles.map((bundle) => bundle.map(({ path }) => path))).toEqual([
    ['/w/a.rollout-plan.yaml', '/w/a.ROLLBACK_PLAN.md', '/w/x/b.rollout-plan.yaml'],
    ['/w/c.yaml'],
    ['/w/d.yaml'],
  ]);
});

test.each([
  ['ends', 'process.exit(3)', /ended with code 3/],
  ['fails', 'throw new Error("out of luck")', /out of luck/],
])('a thread that %s is told of, with the files that it had', async (name, source, why) => {
  write(`${name}.cjs`, source);
  const bundles = Array.from({ length: 40 }, (_, at) => [file(join(scratch, `nowhere-${at}.rollout-plan.yaml`))]);
  const scope = { roots: [pathToFileURL(scratch).href] };
  const threads = new Threads(join(scratch, `${name}.cjs`), { threads: 2, files: bundles.length });
  const judged = threads.judge(bundles, new Judging(scope), scope);
  await expect(judged).rejects.toThrow(why);
  await expect(judged).rejects.toThrow('nowhere-0.rollout-plan.yaml');
  threads.end();
});

test('files asked of a thread that has ended before are told of, too', async () => {
  write('over.cjs', '');
  const started = once(process, 'worker');
  const threads = new Threads(join(scratch, 'over.cjs'), { threads: 2, files: 40 });
  await once((await started)[0], 'exit');
  const bundles = Array.from({ length: 40 }, (_, at) => [file(join(scratch, `nowhere-${at}.rollout-plan.yaml`))]);
  const scope = { roots: [pathToFileURL(scratch).href] };
  const judged = threads.judge(bundles, new Judging(scope), scope);
  await expect(judged).rejects.toThrow(
    /while it checked these files: .*nowhere-0\.rollout-plan\.yaml.* ended with code 0/,
  );
});

test('the one that asks hears the others between its own files, also where it waits for nothing', async () => {
  write('silent.cjs', "require('node:worker_threads').parentPort.on('message', () => {});");
  let turns = 0;
  const ticking = setInterval(() => turns++, 0);
  const seen: number[] = [];
  class Instant extends Judging {
    override async judgeEach(): Promise<JudgedFile[]> {
      seen.push(turns);
      for (const began = performance.now(); performance.now() < began + 2; );
      return [];
    }
  }
  const scope = { roots: [pathToFileURL(scratch).href] };
  const bundles = Array.from({ length: 200 }, (_, at) => [file(join(scratch, `nowhere-${at}.rollout-plan.yaml`))]);
  const threads = new Threads(join(scratch, 'silent.cjs'), { threads: 2, files: bundles.length });
  const judged = threads.judge(bundles, new Instant(scope), scope);
  judged.catch(() => {});
  await vi.waitUntil(() => seen.length > 5);
  clearInterval(ticking);
  threads.end();
  await expect(judged).rejects.toThrow('A thread ended');
  expect(seen[5]).toBeGreaterThan(seen[0] as number);
});

test('a thread is started only where there is enough for it to do', () => {
  expect([threadsFor(0), threadsFor(500_000)]).toEqual([1, 1]);
  expect(threadsFor(1e12)).toBeGreaterThanOrEqual(1);
});

test.each(['0', '-1', '1.5', 'many', '999'])('--threads %s is refused', (count) => {
  const run = spawnSync(process.execPath, [join(ROOT, 'dist/cli.js'), 'check', '.', '--threads', count], {
    encoding: 'utf8',
  });
  expect([run.status, run.stderr.includes('1 to 256')]).toEqual([2, true]);
});
