/** What lies on a disk, and all that can keep it from being read. */
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLanguageService } from '../../server/src/service.ts';
import { whyNotRead } from '../../server/src/workspace/node-failure.ts';
import { createNodeHost } from '../../server/src/workspace/node-host.ts';
import { withoutRights } from '../support/without-rights.ts';

const folder = mkdtempSync(join(tmpdir(), 'rollout-plan-host-'));
const at = (name: string): string => pathToFileURL(join(folder, name)).href;
const host = createNodeHost();

beforeAll(() => {
  chmodSync(folder, 0o755);
  writeFileSync(join(folder, 'plan.yaml'), 'a: 1\n');
  writeFileSync(join(folder, 'locked.yaml'), 'a: 1\n');
  chmodSync(join(folder, 'locked.yaml'), 0);
  mkdirSync(join(folder, 'locked'));
  writeFileSync(join(folder, 'locked/plan.yaml'), 'a: 1\n');
  chmodSync(join(folder, 'locked'), 0);
  if (process.platform !== 'win32') execFileSync('mkfifo', [join(folder, 'pipe.yaml')]);
});
afterAll(() => {
  chmodSync(join(folder, 'locked'), 0o755);
  rmSync(folder, { recursive: true });
});

describe.skipIf(process.platform === 'win32')('a file', () => {
  it.each([
    ['untitled:plan.yaml', 'missing', 'is no file on this machine'],
    [at('other.yaml'), 'missing', 'is not there'],
    [at('plan.yaml/a'), 'missing', 'is not there'],
    [at('.'), 'folder', 'is a folder'],
    // A reader of a pipe would wait for whoever writes.
    [at('pipe.yaml'), 'unreadable', 'is not an ordinary file'],
    [at('locked.yaml'), 'unreadable', 'may not be read by this user'],
    [at('a'.repeat(300)), 'unreadable', 'cannot be read (ENAMETOOLONG)'],
  ])('%s is not read: %s', async (uri, reason, message) => {
    expect(await withoutRights(() => host.read(uri))).toEqual({ ok: false, reason, message });
  });
  it('says of a failure without a code what it is', () => {
    expect(whyNotRead(new Error('odd'))).toBe('cannot be read (Error: odd)');
  });
});

describe.skipIf(process.platform === 'win32')('what lies at a place', () => {
  it.each([
    [at('plan.yaml'), { kind: 'file', size: 5 }],
    [at('other.yaml'), { kind: 'missing' }],
    [at('pipe.yaml'), { kind: 'unknown' }],
    [at('locked/plan.yaml'), { kind: 'unknown' }],
    [at('a'.repeat(300)), { kind: 'unknown' }],
    ['untitled:plan.yaml', { kind: 'unknown' }],
  ])('%s', async (uri, expected) => {
    expect(await withoutRights(() => host.probe(uri, at('.')))).toEqual(expected);
  });
  it('is unknown below a root that may not be looked at', async () => {
    expect(await withoutRights(() => host.probe(at('plan.yaml'), at('locked/plan.yaml')))).toEqual({ kind: 'unknown' });
  });
  it('is told below the root of the whole disk, too', async () => {
    expect(await host.probe(at('plan.yaml'), 'file:///')).toEqual({ kind: 'file', size: 5 });
    expect(await host.probe(at('plan.yaml'), at('locked.yaml'))).toEqual({ kind: 'unknown' });
  });
});

it('keeps what it would tell to itself where nobody listens', () => {
  expect(host.log('error', 'Something failed.')).toBeUndefined();
});

describe('a folder in which somebody makes a file', () => {
  const work = mkdtempSync(join(tmpdir(), 'rollout-plan-work-'));
  const uri = (name: string): string => pathToFileURL(join(work, name)).href;
  const long = new Date(2020, 0, 1);
  afterAll(() => rmSync(work, { recursive: true }));

  it('is looked at again at once where the service is told', async () => {
    writeFileSync(join(work, 'rollout-plan.yaml'), 'rolloutPlan: 1\nname: orders\n');
    utimesSync(work, long, long);
    const service = createLanguageService(createNodeHost());
    service.setRoots([pathToFileURL(work).href]);
    const plans = async () => (await service.context(uri('rollout-plan.yaml')))?.bundle.plans.length;
    expect(await plans()).toBe(1);
    writeFileSync(join(work, 'ROLLBACK_PLAN.md'), '---\nrolloutPlan: 1\n---\n\n# Rollback plan\n');
    service.fileChanged(uri('ROLLBACK_PLAN.md'));
    expect(await plans()).toBe(2);
    utimesSync(work, long, long);
    expect(await plans()).toBe(2);
    rmSync(join(work, 'ROLLBACK_PLAN.md'));
    service.fileChanged('untitled:other.yaml');
    service.close(uri('ROLLBACK_PLAN.md'));
    expect(await plans()).toBe(1);
  });
});
