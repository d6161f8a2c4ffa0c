/** What one file of a bundle says changes what is said of the others. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type LspClient, PULL, PUSH, startClient } from '../support/lsp-client.ts';
import { TEXT } from './plans.ts';

/** A common name and nothing that only a rollout has: an artifact only beside a plan. */
const ARTIFACT = '# Migration plan\n\n## Steps\n\nTBD\n';

let folder: string;
let artifact: string;
let plan: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rollout-plan-'));
  artifact = pathToFileURL(join(folder, 'MIGRATION_PLAN.md')).href;
  plan = pathToFileURL(join(folder, 'rollout-plan.yaml')).href;
  writeFileSync(join(folder, 'MIGRATION_PLAN.md'), ARTIFACT);
});

afterEach(() => rmSync(folder, { recursive: true }));

const start = (capabilities = PULL) => startClient({ capabilities, folders: [pathToFileURL(folder).href] });

const codes = async (client: LspClient) => (await client.pull(artifact)).map(({ code }) => code);

describe('a neighbour', () => {
  it('that is opened makes the client ask again', async () => {
    const client = await start();
    client.open(artifact, ARTIFACT);
    const alone = await codes(client);
    client.open(plan, TEXT);
    await client.until(() => client.refreshes === 1);
    expect(await codes(client)).not.toEqual(alone);
    await client.stop();
  });

  it('that changes nothing leaves the client alone', async () => {
    const client = await start();
    client.open(plan, TEXT);
    client.open(artifact, ARTIFACT);
    await client.pull(plan);
    await client.pull(artifact);
    client.edit(plan, 'name: orders', 'name: other');
    await client.pull(plan);
    await client.pull(artifact);
    expect(await client.stop()).toBe(0);
    expect(client.refreshes).toBe(0);
  });

  it('that is closed without ever being saved is gone', async () => {
    const client = await start();
    client.open(artifact, ARTIFACT);
    const alone = await codes(client);
    client.open(plan, TEXT);
    await client.until(() => client.refreshes === 1);
    await codes(client);
    client.close(plan);
    await client.until(() => client.refreshes === 2);
    expect(await codes(client)).toEqual(alone);
    await client.stop();
  });

  it('that appears on disk is seen', async () => {
    const client = await start();
    client.open(artifact, ARTIFACT);
    const alone = await codes(client);
    writeFileSync(join(folder, 'rollout-plan.yaml'), TEXT);
    client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: plan, type: 1 }] });
    await client.until(() => client.refreshes === 1);
    expect(await codes(client)).not.toEqual(alone);
    await client.stop();
  });

  it('brings new diagnostics by itself to a client that waits for them', async () => {
    const client = await start(PUSH);
    client.open(artifact, ARTIFACT);
    const alone = await client.pushed(artifact);
    client.open(plan, TEXT);
    await client.until(
      () =>
        JSON.stringify(client.published.findLast(({ uri }) => uri === artifact)?.diagnostics) !== JSON.stringify(alone),
    );
    await client.stop();
  });
});
