/** Files of one change, on a real disk and in editors: who is told, with which other place, and what is written beside them. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type LspClient, PULL, startClient } from '../support/lsp-client.ts';
import { of } from './plans.ts';

const PLAN = 'rolloutPlan: 1\nname: orders\nrollout:\n  stages:\n    - { id: canary, weight: 1%, soak: 2h }\n';
const ARTIFACT = '# Rollout plan\n\n## Stages\n\n### Stage 1: canary (5%, 2h)\n\nA few.\n';

let folder: string;
const pathOf = (name: string): string => join(folder, name);
const uriOf = (name: string): string => pathToFileURL(pathOf(name)).href;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rollout-plan-bundle-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function onDisk(files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(pathOf(name), '..'), { recursive: true });
    writeFileSync(pathOf(name), text);
  }
}

async function withClient(work: (client: LspClient) => Promise<void>, capabilities = PULL): Promise<void> {
  const client = await startClient({ folders: [pathToFileURL(folder).href], capabilities });
  await work(client);
  expect(await client.stop()).toBe(0);
}

it('a mistake between two files points to the other one, and an editor wins over the disk', async () => {
  onDisk({ 'rollout-plan.yaml': PLAN, 'ROLLOUT_PLAN.md': ARTIFACT });
  await withClient(async (client) => {
    client.open(uriOf('ROLLOUT_PLAN.md'), ARTIFACT);
    const [mismatch] = of('stage-mismatch', await client.pull(uriOf('ROLLOUT_PLAN.md')));
    expect(mismatch?.relatedInformation?.[0]?.location).toMatchObject({
      uri: uriOf('rollout-plan.yaml'),
      range: { start: { line: 4 } },
    });
    // Not saved, and yet what counts.
    client.open(uriOf('rollout-plan.yaml'), PLAN.replace('weight: 1%', 'weight: 5%'));
    await client.until(() => client.refreshes > 0);
    expect(of('stage-mismatch', await client.pull(uriOf('ROLLOUT_PLAN.md')))).toEqual([]);
    const before = client.refreshes;
    client.edit(uriOf('rollout-plan.yaml'), 'weight: 5%', 'weight: 2%');
    await client.until(() => client.refreshes > before);
    expect(of('stage-mismatch', await client.pull(uriOf('ROLLOUT_PLAN.md')))).toHaveLength(1);
  });
});

it('files of other folders belong together when they name the same plan', async () => {
  const artifact = `---\nrolloutPlan: 1\nplan: orders\n---\n\n${ARTIFACT}`;
  onDisk({ 'plans/rollout-plan.yaml': PLAN, 'docs/ROLLOUT_PLAN.md': artifact });
  await withClient(async (client) => {
    client.open(uriOf('docs/ROLLOUT_PLAN.md'), artifact);
    expect(of('stage-mismatch', await client.pull(uriOf('docs/ROLLOUT_PLAN.md')))).toHaveLength(1);
  });
});

it('a file of statements that a step names is read, and its change on disk is heard of', async () => {
  const plan =
    'rolloutPlan: 1\nchange:\n  environment:\n    database: { engine: postgresql }\nmigration:\n  steps:\n    - id: drop\n      up: { file: db/drop.sql }\n';
  onDisk({ 'rollout-plan.yaml': plan, 'db/drop.sql': 'SELECT 1;\n' });
  await withClient(async (client) => {
    const uri = uriOf('rollout-plan.yaml');
    client.open(uri, plan);
    expect(of('irreversible-step-without-backup', await client.pull(uri))).toEqual([]);
    onDisk({ 'db/drop.sql': 'DROP TABLE orders;\n' });
    client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf('db/drop.sql'), type: 2 }] });
    await client.until(() => client.refreshes > 0);
    expect(of('irreversible-step-without-backup', await client.pull(uri))).toHaveLength(1);
  });
});

it('a missing artifact is made as a new file, and never over one that is there', async () => {
  const files = {
    'rollout-plan.yaml': `${PLAN}rollback:\n  owner: payments-oncall\nmigration:\n  steps:\n    - { id: a, phase: expand }\n`,
    'ROLLOUT_PLAN.md': ARTIFACT,
    'MIGRATION_PLAN.md': '---\nrolloutPlan: 1\n---\n\n# Migration plan\n\n## Steps\n\n### 1. Expand: a\n\nNothing.\n',
  };
  onDisk(files);
  const capabilities = {
    ...PULL,
    workspace: {
      ...PULL.workspace,
      workspaceEdit: { documentChanges: true, resourceOperations: ['create' as const] },
    },
  };
  await withClient(async (client) => {
    const uri = uriOf('rollout-plan.yaml');
    client.open(uri, files['rollout-plan.yaml']);
    const [missing] = of('artifact-missing', await client.pull(uri));
    if (!missing) throw new Error('an artifact is missing');
    const actions = await client.actions(uri, missing.range, { only: ['quickfix'] });
    const written = actions.find(({ title }) => title.includes('ROLLBACK_PLAN.md'));
    const [create, edit] = written?.edit?.documentChanges ?? [];
    expect(create).toMatchObject({ kind: 'create', uri: uriOf('ROLLBACK_PLAN.md') });
    expect(create).not.toMatchObject({ options: { overwrite: true } });
    expect(JSON.stringify(edit)).toContain('payments-oncall');
  }, capabilities);
});
