/** Requests at the edges of what clients ask: of rules and lenses that are not there, of files that nobody opened, given up. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CancellationTokenSource, type CodeLens, type Hover, type SymbolInformation } from 'vscode-languageserver/node';
import { RULE_PAGE_REQUEST } from '../../server/src/protocol.ts';
import { type LspClient, PULL, PUSH, startClient } from '../support/lsp-client.ts';

const root = mkdtempSync(join(tmpdir(), 'rollout-plan-requests-'));
const folder = (name: string): string => pathToFileURL(join(root, name)).href;
const OPEN = 'file:///elsewhere/rollout-plan.yaml';
const AT = { line: 0, character: 0 };

beforeAll(() => {
  for (let at = 0; at < 40; at++) {
    mkdirSync(join(root, `many/${at}`), { recursive: true });
    writeFileSync(
      join(root, `many/${at}/rollout-plan.yaml`),
      `rolloutPlan: 1\nname: plan-${at}\nbackups: [{ id: b-${at} }]\n`,
    );
  }
});
afterAll(() => rmSync(root, { recursive: true }));

async function serving(test: (client: LspClient) => Promise<void>, options = {}): Promise<void> {
  const client = await startClient(options);
  try {
    await test(client);
    expect(client.failures).toEqual([]);
  } finally {
    await client.stop();
  }
}

const symbols = (client: LspClient, query: string): Promise<SymbolInformation[]> =>
  client.request('workspace/symbol', { query });

it('the page of a rule, and nothing of what is none', () =>
  serving(async (client) => {
    expect(await client.request(RULE_PAGE_REQUEST, { rule: 'missing-owner' })).toMatch(/^# missing-owner\n/);
    expect(await client.request(RULE_PAGE_REQUEST, { rule: 'no-such-rule' })).toBeNull();
  }));

it('a lens of another server stays as it is, and one of a file that is no plan says nothing', () =>
  serving(async (client) => {
    const lens: CodeLens = { range: { start: AT, end: AT } };
    expect(await client.request('codeLens/resolve', lens)).toEqual(lens);
    const ofNothing = { ...lens, data: { uri: 'file:///elsewhere/none.yaml', position: AT } };
    expect(await client.request('codeLens/resolve', ofNothing)).toMatchObject({ command: { title: '', command: '' } });
  }));

it('completion can be switched off', () =>
  serving(
    async (client) => {
      client.open(OPEN, 'rolloutPlan: 1\n\n');
      const asked = { textDocument: { uri: OPEN }, position: { line: 1, character: 0 } };
      expect(await client.request('textDocument/completion', asked)).toBeNull();
    },
    { settings: { completion: { enable: false } } },
  ));

describe('hover tells', () => {
  const hover = (client: LspClient): Promise<Hover | null> =>
    client.request('textDocument/hover', { textDocument: { uri: OPEN }, position: { line: 0, character: 40 } });
  const text = '# rollout-plan-disable-next-line missing-owner\nrolloutPlan: 1\n';
  it('of a rule that a comment names, and not of what the comment lacks', () =>
    serving(async (client) => {
      client.open(OPEN, text);
      expect((await client.pull(OPEN)).some(({ code }) => String(code).startsWith('suppression'))).toBe(true);
      expect(JSON.stringify(await hover(client))).toContain('missing-owner');
    }));
  it('nothing of a rule whose page is not there', () =>
    serving(
      async (client) => {
        client.open(OPEN, text);
        expect(await hover(client)).toBeNull();
      },
      { initializationOptions: { rulePages: folder('nowhere') } },
    ));
});

it('colours of a file that nobody has opened', () =>
  serving(async (client) => {
    const textDocument = { uri: `${folder('many/1')}/rollout-plan.yaml` };
    const tokens = await client.request<{ data: number[] }>('textDocument/semanticTokens/full', { textDocument });
    expect(tokens.data.length).toBeGreaterThan(0);
  }));

describe('symbols', () => {
  it('of folders as they come and go', () =>
    serving(async (client) => {
      expect(await symbols(client, 'b-1')).toEqual([]);
      const change = (added: string[], removed: string[]): void =>
        client.notify('workspace/didChangeWorkspaceFolders', {
          event: {
            added: added.map((uri) => ({ uri, name: uri })),
            removed: removed.map((uri) => ({ uri, name: uri })),
          },
        });
      change([folder('many/1')], []);
      expect((await symbols(client, 'b-1')).map(({ name }) => name)).toEqual(['b-1']);
      change([], [folder('many/1')]);
      expect(await symbols(client, 'b-1')).toEqual([]);
    }));
  it('no more than anybody reads', () =>
    serving(async (client) => {
      const items = Array.from({ length: 600 }, (_, at) => `  - id: metric-${at}\n`).join('');
      client.open(OPEN, `rolloutPlan: 1\nmetrics:\n${items}`);
      expect(await symbols(client, '')).toHaveLength(500);
    }));
  it('none for who has given up', () =>
    serving(
      async (client) => {
        const source = new CancellationTokenSource();
        const asked = client.connection.sendRequest('workspace/symbol', { query: '' }, source.token);
        source.cancel();
        await expect(asked).rejects.toMatchObject({ message: 'workspace/symbol was cancelled' });
      },
      { folders: [folder('many')] },
    ));
});

describe('plain clients', () => {
  it('that cannot be told to ask again are not told', () =>
    serving(
      async (client) => {
        const beside = 'file:///elsewhere/ROLLBACK_PLAN.md';
        client.open(OPEN, 'rolloutPlan: 1\n');
        client.open(beside, '# Rollback plan\n');
        await client.pull(OPEN);
        client.edit(beside, 'Rollback', 'The rollback');
        await client.report(OPEN);
        expect(client.refreshes).toBe(0);
      },
      { capabilities: { ...PULL, workspace: { ...PULL.workspace, diagnostics: {} } } },
    ));
  it('send whole texts, and settings that are nothing', () =>
    serving(
      async (client) => {
        client.open(OPEN, 'rolloutPlan: 1\nrollout: {}\n');
        client.notify('workspace/didChangeConfiguration', { settings: null });
        client.change(OPEN, [{ text: 'rolloutPlan: 1\nname: [\n' }]);
        expect((await client.pushed(OPEN)).map(({ code }) => code)).toContain('yaml-syntax');
      },
      { capabilities: PUSH },
    ));
});
