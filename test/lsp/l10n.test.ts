/** The server in another language: a bundle in which every letter has an accent leaves no sentence of the rules as it was. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { getL10nPseudoLocalized } from '@vscode/l10n-dev';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { filesBelow, ROOT } from '../support/files.ts';
import { startClient } from '../support/lsp-client.ts';

const read = (name: string): string => readFileSync(join(ROOT, name), 'utf8');
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rollout-plan-l10n-'));
  const pseudo = getL10nPseudoLocalized(JSON.parse(read('l10n/bundle.l10n.json')));
  writeFileSync(join(folder, 'bundle.l10n.qps-ploc.json'), JSON.stringify(pseudo));
});
afterAll(() => rmSync(folder, { recursive: true }));

const start = (bundle: string) => startClient({ env: { ROLLOUT_PLAN_L10N: bundle } });

it('every message of the risky example is translated', async () => {
  const client = await start(pathToFileURL(join(folder, 'bundle.l10n.qps-ploc.json')).href);
  const messages: string[] = [];
  for (const name of filesBelow('examples/risky', /\.(?:md|yaml)$/)) {
    const uri = `file:///risky/${name.split('/').at(-1)}`;
    client.open(uri, read(name));
  }
  for (const name of filesBelow('examples/risky', /\.(?:md|yaml)$/))
    for (const { message } of await client.pull(`file:///risky/${name.split('/').at(-1)}`))
      messages.push(String(message));
  expect(messages.length).toBeGreaterThan(30);
  // No sentence without an accented letter.
  expect(messages.filter((message) => !/[\u0100-\u024f\u1e00-\u1eff]/.test(message))).toEqual([]);
  await client.stop();
});

it('a bundle that cannot be read leaves the messages in English, and the server alive', async () => {
  const client = await start(pathToFileURL(join(folder, 'no-such-bundle.json')).href);
  client.open('file:///risky/rollout-plan.yaml', read('examples/risky/rollout-plan.yaml'));
  const [first] = await client.pull('file:///risky/rollout-plan.yaml');
  expect(String(first?.message)).toMatch(/^[\x20-\x7e]/);
  expect(await client.stop()).toBe(0);
});
