/** The built server and the built command line over every plan of the repository, in processes that may open no connection. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { builtServer } from '../support/built-server.ts';
import { filesBelow, ROOT } from '../support/files.ts';
import { LspClient } from '../support/lsp-client.ts';

const scratch = mkdtempSync(join(tmpdir(), 'rollout-plan-network-'));
const witness = join(scratch, 'witness');
const preload = ['--require', join(ROOT, 'test/support/no-network.cjs')];
const env = { ...process.env, ROLLOUT_PLAN_NETWORK_WITNESS: witness };
const FOLDERS = ['examples', 'test/fixtures', 'test/e2e/fixtures'];
const plans = FOLDERS.flatMap((folder) => filesBelow(folder, /\.(?:ya?ml|md)$/));
const everything = { start: { line: 0, character: 0 }, end: { line: 9_999, character: 0 } };
const uriOf = (file: string): string => pathToFileURL(join(ROOT, file)).href;
/** What was tried: the witness is written by the process itself, also where it caught the failure. */
const tried = (): string => (existsSync(witness) ? readFileSync(witness, 'utf8') : '');

beforeEach(() => rmSync(witness, { force: true }));
afterAll(() => rmSync(scratch, { recursive: true }));

describe('the preload', () => {
  test.each([
    ['fetch("http://127.0.0.1:9/")', 'fetch'],
    ['require("net").connect(9)', 'net.connect'],
    ['new (require("net").Socket)().connect(9)', 'net.Socket.connect'],
    ['require("http").get("http://127.0.0.1:9/")', 'http.get'],
    ['require("dns").lookup("localhost", () => {})', 'dns.lookup'],
    ['require("dgram").createSocket("udp4")', 'dgram.createSocket'],
    ['import("node:https").then(({ request }) => request("https://127.0.0.1:9/"))', 'https.request'],
  ])('tells of %s', (code, name) => {
    expect(spawnSync(process.execPath, [...preload, '-e', code], { env }).status).not.toBe(0);
    expect(tried()).toContain(name);
  });
});

test('there are plans to read', () => expect(plans.length).toBeGreaterThan(20));

test('the server opens no connection, whatever it is asked', async () => {
  const server = spawn(process.execPath, [...preload, await builtServer(), '--stdio'], { env });
  const client = new LspClient(server, { folders: [pathToFileURL(ROOT).href] });
  await client.initialize();
  for (const file of plans) {
    const uri = uriOf(file);
    client.open(uri, readFileSync(join(ROOT, file), 'utf8'));
    await client.pull(uri);
    await client.actions(uri, everything);
    const textDocument = { uri };
    for (const feature of ['documentLink', 'codeLens', 'documentSymbol', 'semanticTokens/full'])
      await client.request(`textDocument/${feature}`, { textDocument });
    await client.request('textDocument/inlayHint', { textDocument, range: everything });
    for (const feature of ['hover', 'completion', 'definition'])
      await client.request(`textDocument/${feature}`, { textDocument, position: { line: 3, character: 8 } });
    client.close(uri);
  }
  await client.request('workspace/symbol', { query: '' });
  expect(await client.stop()).toBe(0);
  expect(tried()).toBe('');
});

test.each([
  ['check', ...FOLDERS],
  ['check', ...FOLDERS, '--format', 'json'],
  ['check', ...plans, '--as', 'plan', '--format', 'json'],
  ['rules', '--format', 'json'],
])('the command line opens no connection: %s', (...args) => {
  const { status, stdout } = spawnSync(process.execPath, [...preload, join(ROOT, 'dist/cli.js'), ...args], {
    env,
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  expect(stdout.length).toBeGreaterThan(100);
  expect(status).not.toBe(2);
  expect(tried()).toBe('');
});
