/** Policies through the built server: the same findings as the command line, and refreshed as the policy changes. */
import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { IS_PLAN_REQUEST, POLICY_CHANGED_NOTIFICATION } from '../../server/src/protocol.ts';
import { builtServer } from '../support/built-server.ts';
import { ROOT } from '../support/files.ts';
import { type LspClient, PUSH, startClient } from '../support/lsp-client.ts';
import { POLICY_FILES, policyFolder } from '../support/policy-folder.ts';

let folder: string;
const uriOf = (name: string) => pathToFileURL(join(folder, name)).href;
const textOf = (name: string) => POLICY_FILES[name] ?? '';
const start = (options: Partial<Parameters<typeof startClient>[0]> = {}) =>
  startClient({ folders: [uriOf('')], ...options });

beforeEach(() => {
  folder = policyFolder();
});
afterEach(() => rmSync(folder, { recursive: true }));

interface Found {
  readonly rule: unknown;
  readonly severity: unknown;
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

const SEVERITIES = ['', 'error', 'warning', 'information', 'hint'];
const FILES = Object.keys(POLICY_FILES).filter((name) => /\.(?:ya?ml|json|md)$/.test(name));

async function saidByServer(client: LspClient): Promise<Record<string, Found[]>> {
  const said: Record<string, Found[]> = {};
  for (const name of FILES) client.open(uriOf(name), textOf(name), /json$/.test(name) ? 'json' : undefined);
  for (const name of FILES) {
    const found = (await client.pull(uriOf(name))).map(({ code, severity = 0, message, range: { start: at } }) => ({
      rule: code,
      severity: SEVERITIES[severity],
      message: String(message),
      line: at.line + 1,
      column: at.character + 1,
    }));
    if (found.length > 0) said[name] = found;
  }
  return said;
}

async function saidByCommand(): Promise<Record<string, Found[]>> {
  await builtServer();
  const { stdout } = spawnSync(process.execPath, [join(ROOT, 'dist/cli.js'), 'check', '.', '--format', 'json'], {
    cwd: folder,
    encoding: 'utf8',
  });
  const { files } = JSON.parse(stdout) as { files: { path: string; problems: (Found & Record<string, unknown>)[] }[] };
  return Object.fromEntries(
    files.flatMap(({ path, problems }) => {
      const found = problems.map(({ rule, severity, message, line, column }) => ({
        rule,
        severity,
        message,
        line,
        column,
      }));
      return found.length > 0 ? [[path, found]] : [];
    }),
  );
}

describe('a folder with policies', () => {
  it('gets the same findings in the editor and on the command line', async () => {
    const client = await start();
    const server = await saidByServer(client);
    await client.stop();
    expect(await saidByCommand()).toEqual(server);
    const rules = (name: string) => server[name]?.map(({ rule, severity }) => `${rule} ${severity}`);
    expect(rules('rollout-plan.config.yaml')).toEqual([
      'policy-extends error',
      'unknown-key warning',
      'policy-glob error',
    ]);
    expect(rules('plans/strict/rollout-plan.config.json')).toEqual(['plan-schema error']);
    expect(rules('plans/orders/rollout-plan.yaml')).toEqual(
      expect.arrayContaining([
        'missing-canary error',
        'no-gradual-ramp warning',
        'soak-shorter-than-window warning',
        'missing-abort-criteria error',
      ]),
    );
    expect(rules('plans/orders/MIGRATION_PLAN.md')).not.toContain('adopt-artifact information');
    expect(rules('plans/ledger/ROLLOUT_PLAN.md')).not.toContain('missing-abort-criteria error');
    expect(rules('plans/ledger/back.md')).toContain('rollback-not-concrete warning');
    expect(rules('plans/users.plan.yaml')).toContain('missing-canary error');
    expect(rules('plans/strict/rollout-plan.yaml')).not.toContain('missing-canary error');
    expect(server).not.toHaveProperty(['plans/archive/rollout-plan.yaml']);
    expect(server).not.toHaveProperty(['values.yaml']);
  });
});

const PLAN = 'plans/orders/rollout-plan.yaml';
const POLICY = 'rollout-plan.config.yaml';

describe('a policy that changes', () => {
  it('in the editor makes the client ask again', async () => {
    const client = await start();
    client.open(uriOf(PLAN), textOf(PLAN));
    client.open(uriOf(POLICY), textOf(POLICY));
    const codes = async () => (await client.pull(uriOf(PLAN))).map(({ code }) => code);
    expect(await codes()).toContain('missing-canary');
    client.edit(uriOf(POLICY), 'largest: 1%', 'largest: 5%');
    await client.until(() => client.refreshes > 0);
    expect(await codes()).not.toContain('missing-canary');
    await client.stop();
  });

  it('on disk too, also for clients that wait for diagnostics', async () => {
    const client = await start({ capabilities: PUSH });
    client.open(uriOf(PLAN), textOf(PLAN));
    expect((await client.pushed(uriOf(PLAN))).map(({ code }) => code)).toContain('missing-canary');
    writeFileSync(join(folder, POLICY), 'rules: { missing-canary: off }\n');
    client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf(POLICY), type: 2 }] });
    await client.until(() => client.published.filter(({ uri }) => uri === uriOf(PLAN)).length > 1);
    expect((await client.pushed(uriOf(PLAN))).map(({ code }) => code)).not.toContain('missing-canary');
    await client.stop();
  });

  it('is told to a client that asks which files are plans', async () => {
    const client = await start({ initializationOptions: { asksForPlans: true } });
    let told = 0;
    client.connection.onNotification(POLICY_CHANGED_NOTIFICATION, () => {
      told++;
    });
    const isPlan = (name: string) => client.request(IS_PLAN_REQUEST, { uri: uriOf(name) });
    expect(await isPlan('plans/users.plan.yaml')).toEqual({ isPlan: true });
    expect(await isPlan('values.yaml')).toEqual({ isPlan: false });
    client.open(uriOf(POLICY), 'files: [values.yaml]\n');
    expect(await isPlan('values.yaml')).toEqual({ isPlan: true });
    expect(await isPlan('plans/users.plan.yaml')).toEqual({ isPlan: false });
    expect(told).toBe(1);
    await client.stop();
  });

  it('makes plans of documents that are open, and none again', async () => {
    const client = await start({ capabilities: PUSH });
    client.open(uriOf('values.yaml'), 'rollout: { stages: [{ id: canary }] }\n');
    client.open(uriOf(POLICY), 'files: [values.yaml]\n');
    expect((await client.pushed(uriOf('values.yaml'))).map(({ code }) => code)).toContain('missing-abort-criteria');
    client.edit(uriOf(POLICY), 'values.yaml', 'other.yaml');
    await client.until(
      () => client.published.at(-1)?.uri === uriOf('values.yaml') && client.published.at(-1)?.diagnostics.length === 0,
    );
    await client.stop();
  });
});
