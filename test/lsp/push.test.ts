/** Diagnostics for a client that waits for them. */
import { describe, expect, it } from 'vitest';
import { PUSH, startClient } from '../support/lsp-client.ts';
import { of, PLAN, TEXT, WORDS } from './plans.ts';

const start = () => startClient({ capabilities: PUSH });

describe('pushed diagnostics', () => {
  it('come when a plan is opened, without what the client cannot take', async () => {
    const client = await start();
    client.open(PLAN, TEXT);
    const [diagnostic] = of('invalid-duration', await client.pushed(PLAN));
    expect(diagnostic).toEqual({
      range: WORDS,
      severity: 1,
      code: 'invalid-duration',
      source: 'rollout-plan',
      message: expect.any(String),
    });
    await client.stop();
  });

  it('come once for edits that came together, for the newest text', async () => {
    const client = await start();
    client.open(PLAN, TEXT);
    await client.pushed(PLAN);
    for (const hours of [3, 4, 5, 6]) client.edit(PLAN, `${hours - 1} hours`, `${hours} hours`);
    client.edit(PLAN, '6 hours', '6h');
    expect(of('invalid-duration', await client.pushed(PLAN))).toEqual([]);
    const versions = client.published.map(({ version }) => version);
    expect(versions).toEqual([...versions].sort());
    expect(versions.at(-1)).toBe(client.version(PLAN));
    await client.stop();
  });

  it('are cleared when the plan is closed', async () => {
    const client = await start();
    client.open(PLAN, TEXT);
    await client.pushed(PLAN);
    client.close(PLAN);
    await client.until(() => client.published.length === 2);
    expect(client.published[1]).toEqual({ uri: PLAN, diagnostics: [] });
    await client.stop();
  });

  it('are cleared when the text is no plan any more', async () => {
    const client = await start();
    const uri = 'file:///work/foo.yaml';
    client.open(uri, TEXT);
    expect(await client.pushed(uri)).not.toEqual([]);
    client.edit(uri, 'rolloutPlan', 'x');
    await client.until(() => client.published.at(-1)?.diagnostics.length === 0);
    await client.stop();
  });

  it('never come for what is no plan', async () => {
    const client = await start();
    const others = ['compose.yaml', 'canary.yaml', 'rollout.yaml', 'README.md'].map((name) => `file:///work/${name}`);
    for (const uri of others) client.open(uri, 'soak: TODO\n');
    for (const uri of others) client.edit(uri, 'TODO', '2 hours');
    client.open(PLAN, TEXT);
    await client.pushed(PLAN);
    for (const uri of others) client.close(uri);
    expect(await client.stop()).toBe(0);
    expect(new Set(client.published.map(({ uri }) => uri))).toEqual(new Set([PLAN]));
    expect(client.failures).toEqual([]);
  });
});
