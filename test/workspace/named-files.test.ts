/** Files that plans name: found where people mean them, and never outside of the workspace. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Manner, NamedFile } from '../../server/src/lint/named-files.ts';
import type { Host } from '../../server/src/workspace/host.ts';
import { createNodeHost } from '../../server/src/workspace/node-host.ts';
import { PlanStore } from '../../server/src/workspace/plan-store.ts';
import { Policies } from '../../server/src/workspace/policies.ts';
import { Texts } from '../../server/src/workspace/texts.ts';
import { memoryHost } from '../support/memory-host.ts';

const PLAN = 'docs/orders/ROLLOUT_PLAN.md';
const planText = (path: string): string => `---\nrolloutPlan: 1\n---\n\n# Rollout plan\n\nSee [it](${path}).\n`;
const stepText = (path: string): string =>
  `rolloutPlan: 1\nmigration:\n  steps:\n    - id: one\n      up: { file: ${JSON.stringify(path)} }\n`;

/** What is known of the one path that a plan names: as a link of a Markdown plan, or as a value of a YAML plan. */
async function look(
  path: string,
  manner: Manner,
  { host, root, open = {} }: { host: Host; root: string; open?: Record<string, string> },
): Promise<NamedFile | undefined> {
  const texts = new Texts(host);
  const store = new PlanStore(host, texts, new Policies(host, texts));
  store.setRoots([root]);
  const uri = manner === 'link' ? `${root}/${PLAN}` : `${root}/docs/orders/rollout-plan.yaml`;
  texts.open(uri, manner === 'link' ? 'markdown' : 'yaml', 1, manner === 'link' ? planText(path) : stepText(path));
  for (const [name, text] of Object.entries(open)) texts.open(`${root}/${name}`, 'sql', 1, text);
  const stored = await store.plansOf(uri);
  if (!stored || !('plans' in stored) || !stored.plans[0]) throw new Error('not a plan');
  return (await store.bundleOf(stored)).files.find(path, stored.plans[0], manner);
}

describe('in a repository', () => {
  const root = 'file:///work';
  const host = memoryHost({
    [`${root}/.git/HEAD`]: 'ref',
    [`${root}/README.md`]: '# Work',
    [`${root}/db/V113.sql`]: 'SELECT 1;',
    [`${root}/docs/orders/my%20runbook.md`]: '# Run',
    [`${root}/docs/orders/img/a.png`]: 'png',
  });

  test.each([
    ['my%20runbook.md', 'link', { exists: true, text: '# Run' }],
    ['my%20runbook.md#steps', 'link', { exists: true, text: '# Run' }],
    ['./img', 'link', { exists: true }],
    ['img/a.png', 'link', { exists: true }],
    ['../../README.md', 'link', { exists: true, text: '# Work' }],
    ['/README.md', 'link', { exists: true, text: '# Work' }],
    ['/docs/readme.txt', 'link', { exists: false }],
    ['db/V113.sql', 'link', { exists: false, meant: '../../db/V113.sql' }],
    ['my-runbok.md', 'link', { exists: false, meant: 'my runbook.md' }],
    ['db/V113.sql', 'value', { exists: true, text: 'SELECT 1;' }],
    ['../../db/V113.sql', 'value', { exists: true, text: 'SELECT 1;' }],
    ['db/V114.sql', 'value', { exists: false }],
    ['./V113.sql', 'value', { exists: false }],
    ['a/../../../V113.sql', 'value', { exists: false }],
    ['../../../README.md', 'link', undefined],
    ['../../../../etc/passwd', 'value', undefined],
    ['/../etc/passwd', 'link', undefined],
    ['..%2f..%2f..%2fetc/passwd', 'link', undefined],
    ['https://example.com/a.md', 'link', undefined],
    ['file:///etc/passwd', 'value', undefined],
    ['//server/share/a.md', 'link', undefined],
    ['\\\\server\\share', 'value', undefined],
    ['C:/work/a.sql', 'value', undefined],
    ['~/a.sql', 'value', undefined],
    ['#heading', 'link', undefined],
    ['a%00b', 'link', undefined],
    ['\ud800.md', 'link', undefined],
  ] as const)('%s as a %s', async (path, manner, wanted) => {
    const found = await look(path, manner, { host, root });
    const said = found && { ...found, uri: undefined, source: undefined, text: found.source?.text };
    expect(said).toEqual(wanted);
  });

  test('what is too large to be a text is there, and not read', async () => {
    const large = memoryHost({ [`${root}/docs/orders/dump.sql`]: ' '.repeat(1024 * 1024 + 1) });
    expect(await look('dump.sql', 'value', { host: large, root })).toEqual({
      exists: true,
      uri: `${root}/docs/orders/dump.sql`,
    });
  });

  test('what is open in an editor wins over the disk, also before it is saved', async () => {
    const open = { 'db/V113.sql': 'SELECT 2;', 'db/V114.sql': 'SELECT 3;' };
    expect((await look('db/V113.sql', 'value', { host, root, open }))?.source?.text).toBe('SELECT 2;');
    expect((await look('db/V114.sql', 'value', { host, root, open }))?.source?.text).toBe('SELECT 3;');
  });
});

test('a path that may start from the top of a repository is unknown where the root is not that top', async () => {
  const host = memoryHost({ 'file:///work/a.md': '' });
  expect(await look('db/V113.sql', 'value', { host, root: 'file:///work' })).toBeUndefined();
  expect(await look('db/V113.sql', 'link', { host, root: 'file:///work' })).toEqual({ exists: false });
});

describe('on a disk', () => {
  let folder: string;
  const root = (): string => pathToFileURL(join(folder, 'work')).href;
  const find = (path: string): Promise<NamedFile | undefined> =>
    look(path, 'link', { host: createNodeHost(), root: root() });

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'rollout-plan-'));
    mkdirSync(join(folder, 'work/docs/orders/sub'), { recursive: true });
    mkdirSync(join(folder, 'outside'));
    writeFileSync(join(folder, 'outside/secret.sql'), 'secret');
    writeFileSync(join(folder, 'work/docs/here.sql'), 'here');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('files and folders are found', async () => {
    expect((await find('../here.sql'))?.source?.text).toBe('here');
    expect(await find('sub')).toEqual({ exists: true });
    expect(await find('sub/none.sql')).toEqual({ exists: false });
    expect(await find('../here.sql/none')).toEqual({ exists: false });
  });

  test.each([
    ['a link to a file', 'outside/secret.sql', 'link.sql', 'link.sql'],
    ['a link to a folder', 'outside', 'away', 'away/secret.sql'],
    ['what is not there behind a link', 'outside', 'away', 'away/none.sql'],
    ['a link that leads nowhere', 'outside/none.sql', 'link.sql', 'link.sql'],
  ])('%s outside of the workspace is unknown', async (_, target, link, path) => {
    symlinkSync(join(folder, target), join(folder, 'work/docs/orders', link));
    expect(await find(path)).toBeUndefined();
  });

  test('a link within the workspace is followed', async () => {
    symlinkSync(join(folder, 'work/docs/here.sql'), join(folder, 'work/docs/orders/link.sql'));
    expect((await find('link.sql'))?.source?.text).toBe('here');
  });
});
