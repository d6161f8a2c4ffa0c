/** The start and the end of a session, and what the server promises to which client. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  createMessageConnection,
  type Diagnostic,
  DiagnosticSeverity,
  IPCMessageReader,
  IPCMessageWriter,
} from 'vscode-languageserver/node';
import manifest from '../../package.json';
import type { NewPlanResult } from '../../server/src/protocol.ts';
import { builtServer } from '../support/built-server.ts';
import { LspClient, PULL, PUSH, spawnServer, startClient } from '../support/lsp-client.ts';

describe('initialize', () => {
  it('answers a modern client with pull diagnostics', async () => {
    const client = await startClient();
    expect(client.server).toMatchObject({
      serverInfo: { name: 'rollout-plan', version: manifest.version },
      capabilities: {
        textDocumentSync: { openClose: true, change: 2 },
        codeActionProvider: {
          codeActionKinds: ['quickfix', 'source.fixAll.rolloutPlan', 'refactor.rewrite', 'refactor.extract'],
        },
        diagnosticProvider: {
          identifier: 'rollout-plan',
          interFileDependencies: true,
          workspaceDiagnostics: false,
        },
        executeCommandProvider: { commands: ['rolloutPlan.select'] },
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
    });
    await client.until(() => client.registered.length === 2);
    expect(client.registered.sort()).toEqual(['workspace/didChangeConfiguration', 'workspace/didChangeWatchedFiles']);
    expect(await client.stop()).toBe(0);
  });

  it('promises a plain client no more than it can take', async () => {
    const client = await startClient({ capabilities: PUSH });
    const promised = Object.keys(client.server?.capabilities ?? {});
    expect(promised).toEqual(expect.arrayContaining(['codeActionProvider', 'textDocumentSync', 'workspace']));
    for (const asked of ['diagnosticProvider', 'executeCommandProvider']) expect(promised).not.toContain(asked);
    expect(await client.stop()).toBe(0);
    expect(client.registered).toEqual([]);
  });

  it.each([
    ['no capabilities at all', {}],
    ['initialization options of another server', { initializationOptions: { settings: 7, rulePages: false } }],
    ['initialization options that are no object', { initializationOptions: 'yes' }],
  ])('survives %s', async (_, extra) => {
    const client = await startClient({ capabilities: {}, ...extra });
    expect(await client.stop()).toBe(0);
  });
});

describe('the end', () => {
  it('is clean after shutdown and exit', async () => {
    expect(await (await startClient()).stop()).toBe(0);
  });

  it('is an error after exit alone', async () => {
    const client = await startClient();
    const exit = once(client.process, 'exit');
    client.notify('exit', {});
    expect(await exit).toEqual([1, null]);
  });

  it('comes by itself when the editor is gone', async () => {
    const client = await startClient();
    const exit = once(client.process, 'exit');
    client.process.stdin.end();
    expect(await exit).toEqual([1, null]);
  });

  it('comes by itself when the editor no longer reads', async () => {
    const client = await startClient({ capabilities: PULL });
    const exit = once(client.process, 'exit');
    client.process.stdout.destroy();
    client.process.stdin.end();
    expect((await exit)[0]).toBe(1);
  });
});

describe('transports', () => {
  it('are standard input and output where nothing else is said', async () => {
    const client = new LspClient(await spawnServer(['--log=none']), {});
    await client.initialize();
    expect(await client.stop()).toBe(0);
  });

  it('may be the channel between two processes of Node', async () => {
    const server = fork(await builtServer(), ['--node-ipc']);
    const connection = createMessageConnection(new IPCMessageReader(server), new IPCMessageWriter(server));
    connection.listen();
    const asked = { processId: process.pid, rootUri: null, capabilities: {} };
    expect(await connection.sendRequest('initialize', asked)).toMatchObject({ serverInfo: { name: 'rollout-plan' } });
    await connection.sendRequest('shutdown');
    const ended = once(server, 'exit');
    await connection.sendNotification('exit');
    expect((await ended)[0]).toBe(0);
  });
});

describe('requests of our own', () => {
  it('list the rules and give their pages', async () => {
    const client = await startClient();
    const rules = await client.request<{ id: string; group: string }[]>('rolloutPlan/rules', {});
    expect(rules).toContainEqual(expect.objectContaining({ id: 'yaml-syntax', group: 'structure' }));
    expect(await client.request('rolloutPlan/rulePage', { rule: 'no-such-rule' })).toBeNull();
    expect(await client.request('rolloutPlan/rulePage', { rule: '../../package' })).toBeNull();
    await client.stop();
  });

  it('make the files of a new plan, and their placeholders', async () => {
    const client = await startClient();
    const params = { name: 'orders', title: 'Split the orders', owner: 'team-a', files: ['rollback', 'plan'] };
    const { files } = await client.request<NewPlanResult>('rolloutPlan/newPlan', params);
    expect(files.map(({ name }) => name)).toEqual(['rollout-plan.yaml', 'ROLLBACK_PLAN.md']);
    for (const { text, placeholders } of files) {
      expect(text).not.toContain('${');
      expect(placeholders.length).toBeGreaterThan(0);
      for (const { start, end } of placeholders) expect(text.slice(start, end).trim()).not.toBe('');
    }
    expect(await client.request('rolloutPlan/newPlan', { files: 'all' })).toEqual({ files: [] });
    await client.stop();
  });

  it('make an artifact of what the plan beside it says, and of nothing else where it says that part', async () => {
    const client = await startClient();
    const beside = 'file:///new/rollout-plan.yaml';
    client.open(beside, readFileSync('test/fixtures/reference/rollout-plan.yaml', 'utf8'));
    const params = { name: 'orders', title: 'Split', owner: 'team-a', files: ['rollback'], beside };
    const { files } = await client.request<NewPlanResult>('rolloutPlan/newPlan', params);
    const [file] = files;
    client.open('file:///new/ROLLBACK_PLAN.md', file?.text ?? '');
    const isSerious = ({ severity }: Diagnostic) => severity !== undefined && severity <= DiagnosticSeverity.Warning;
    expect((await client.pull('file:///new/ROLLBACK_PLAN.md')).filter(isSerious)).toEqual([]);
    expect(file).toMatchObject({ name: 'ROLLBACK_PLAN.md', placeholders: [] });
    await client.stop();
  });
});
