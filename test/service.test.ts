/** The facade at its edges: switched off, given up, told of what it does not know. */
import { describe, expect, test } from 'vitest';
import { createLanguageService } from '../server/src/service.ts';
import { DEFAULT_SETTINGS } from '../server/src/workspace/host.ts';
import { EVERYWHERE } from './support/asking.ts';
import { serviceOver, uriOf } from './support/checking.ts';
import { memoryHost } from './support/memory-host.ts';

const PLAN = 'rolloutPlan: 1\nname: orders\nrollout:\n  stages:\n    - id: canary\n      soak: 2 hours\n';
const NAME = 'rollout-plan.yaml';

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}

test('switched off it knows nothing', async () => {
  const service = serviceOver({ [NAME]: PLAN }, { enable: false });
  expect(await service.diagnostics(uriOf(NAME))).toEqual([]);
  expect(await service.codeActions(uriOf(NAME), EVERYWHERE, [])).toEqual([]);
  expect(await service.context(uriOf(NAME))).toBeUndefined();
  expect(await all(service.planFiles())).toEqual([]);
});

test('who gives up gets no code actions', async () => {
  const service = serviceOver({ [NAME]: PLAN });
  // Rules give way after a while; this token is one of somebody who is gone by then.
  const token = { isCancellationRequested: true };
  const long = `${PLAN}${Array.from({ length: 3000 }, (_, at) => `    - id: s${at}\n      soak: 2 hours\n`).join('')}`;
  service.open(uriOf(NAME), 'yaml', 1, long);
  expect(await service.codeActions(uriOf(NAME), EVERYWHERE, ['quickfix'], token)).toEqual([]);
});

test("an edit of a file that is not open is nobody's", async () => {
  const service = serviceOver({ [NAME]: PLAN });
  service.change(uriOf(NAME), 2, [{ text: 'a: 1\n' }]);
  expect((await service.context(uriOf(NAME)))?.document.getText()).toBe(PLAN);
});

describe('what is a plan', () => {
  test('not what the editor knows as something else', async () => {
    const service = serviceOver({});
    for (const [languageId, expected] of [
      ['plaintext', false],
      ['markdown', true],
    ] as const) {
      service.open(uriOf('ROLLOUT_PLAN.md'), languageId, 1, '# Rollout plan\n');
      expect(service.isPlan(uriOf('ROLLOUT_PLAN.md'))).toBe(expected);
    }
  });
  test('not what says that it is none, and not what says nothing beside others that do not', async () => {
    const service = serviceOver({
      'a/rollout-plan.yaml': 'rolloutPlan: off\n',
      'b/MIGRATION_PLAN.md': '# Migration plan\n\nTo Berlin.\n',
      'b/VALIDATION_CHECKLIST.md': '# Checklist\n\n- Keys\n',
      'c/rollout-plan.yaml': PLAN,
    });
    expect(await service.context(uriOf('a/rollout-plan.yaml'))).toBeUndefined();
    expect(await service.context(uriOf('b/MIGRATION_PLAN.md'))).toBeUndefined();
    expect((await all(service.planFiles())).map(({ document }) => document.uri)).toEqual([
      uriOf('c/rollout-plan.yaml'),
    ]);
  });
  test('by a policy only what could be read as one', async () => {
    const service = serviceOver({ 'rollout-plan.config.yaml': 'files: ["**/*"]\n' });
    expect(await service.isPlanByPolicy(uriOf('notes.yaml'))).toBe(true);
    expect(await service.isPlanByPolicy(uriOf('notes.txt'))).toBe(false);
  });
});

test('a folder that comes or goes concerns the plans that name what lies below it', async () => {
  const service = serviceOver({});
  const text = 'rolloutPlan: 1\nmigration:\n  steps:\n    - id: one\n      up: { file: sql/one.sql }\n';
  service.open(uriOf('docs/rollout-plan.yaml'), 'yaml', 1, text);
  await service.diagnostics(uriOf('docs/rollout-plan.yaml'));
  expect(service.affectedBy(uriOf('sql'))).toEqual([uriOf('docs/rollout-plan.yaml')]);
  expect(service.affectedBy(uriOf('other'))).toEqual([]);
});

test('of more plans in a file than are checked it says so', async () => {
  const text = Array.from({ length: 52 }, (_, at) => `rolloutPlan: 1\nname: plan-${at}\n`).join('---\n');
  const found = await serviceOver({ [NAME]: text }, { maxProblems: 100_000 }).diagnostics(uriOf(NAME));
  expect(
    found.filter(({ code }) => code === 'too-many-plans').map(({ range, message }) => [range.start.line, message]),
  ).toEqual([
    [150, 'This file holds 52 plans, and only the first 50 are checked. Give every change a file of its own.'],
  ]);
});

test('what another service has found is not looked for again, and read only where it is as it was', async () => {
  const files = {
    'file:///work/plan/rollout-plan.yaml': 'rolloutPlan: 1\nname: orders\n',
    'file:///work/docs/ROLLBACK_PLAN.md': '---\nrolloutPlan: 1\nplan: orders\n---\n\n# Rollback plan\n',
    'file:///work/docs/MIGRATION_PLAN.md': '---\nrolloutPlan: 1\nplan: orders\n---\n\n# Migration plan\n',
    'file:///work/elsewhere/notes.txt': '',
  };
  const first = createLanguageService(memoryHost(files));
  first.setRoots(['file:///work']);
  const found = await first.foundPlans();
  const host = memoryHost({ ...files, 'file:///work/docs/MIGRATION_PLAN.md': '# Migration plan\n' });
  const listed: string[] = [];
  const list = (uri: string): ReturnType<typeof host.list> => {
    listed.push(uri);
    return host.list(uri);
  };
  const second = createLanguageService({ ...host, list });
  second.setRoots(['file:///work'], found);
  second.setSettings(DEFAULT_SETTINGS);
  const context = await second.context('file:///work/plan/rollout-plan.yaml');
  expect(context?.bundle.plans.map(({ document }) => document.source.uri)).toEqual([
    'file:///work/plan/rollout-plan.yaml',
    'file:///work/docs/ROLLBACK_PLAN.md',
  ]);
  expect(listed).not.toContain('file:///work/elsewhere');
});

test('a file that is gone is no neighbour any more, also where nobody told of it', async () => {
  const host = memoryHost({
    'file:///work/plan/rollout-plan.yaml': 'rolloutPlan: 1\nname: orders\n',
    'file:///work/docs/ROLLBACK_PLAN.md': '---\nrolloutPlan: 1\nplan: orders\n---\n\n# Rollback plan\n',
  });
  const service = createLanguageService(host);
  service.setRoots(['file:///work']);
  const around = async (): Promise<number> =>
    (await service.context('file:///work/plan/rollout-plan.yaml'))?.bundle.plans.length ?? 0;
  expect(await around()).toBe(2);
  host.files.delete('file:///work/docs/ROLLBACK_PLAN.md');
  service.fileChanged('file:///work/other/rollout-plan.yaml');
  expect(await around()).toBe(1);
});

test('a policy that cannot be read says nothing', async () => {
  const host = memoryHost({ [uriOf(NAME)]: PLAN, [uriOf('rollout-plan.config.yaml')]: 'ignore: ["**"]\n' });
  const diagnostics = (read: typeof host.read) => {
    const service = createLanguageService({ ...host, read });
    service.setRoots([uriOf('').replace(/\/$/, '')]);
    return service.diagnostics(uriOf(NAME));
  };
  expect(await diagnostics(host.read)).toEqual([]);
  const locked = { ok: false, reason: 'unreadable', message: 'may not be read by this user' } as const;
  const all = await diagnostics(async (uri) => (uri.includes('config') ? locked : host.read(uri)));
  expect(all.length).toBeGreaterThan(0);
});

test('a plan in a folder of records makes artifacts of those beside it', async () => {
  const artifact = uriOf('migrations/MIGRATION_PLAN.md');
  const beside = (other: string) => serviceOver({ 'migrations/MIGRATION_PLAN.md': '# To Berlin\n', [other]: PLAN });
  expect(await beside('migrations/notes.yaml').context(artifact)).toBeUndefined();
  expect(await beside('migrations/rollout-plan.yaml').context(artifact)).toBeDefined();
});

test('a record of a rehearsal belongs to the plan of the folder above', async () => {
  const record = 'rollback-rehearsals/001.md';
  const service = serviceOver({
    [NAME]: PLAN,
    [record]: '---\nrolloutPlan: 1\n---\n\n# Rehearsal\n',
    'rollback-rehearsals/002.md': '---\nrolloutPlan: 1\n---\n\n# Rehearsal\n',
  });
  const context = await service.context(uriOf(record));
  expect(context?.bundle.plans.map(({ document }) => document.source.uri).sort()).toEqual(
    [NAME, record, 'rollback-rehearsals/002.md'].map(uriOf).sort(),
  );
});
