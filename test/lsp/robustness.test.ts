/** What no client should send, and what every client sends too often: the server answers, and goes on. */
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { CancellationTokenSource } from 'vscode-jsonrpc';
import { type LspClient, PUSH, spawnServer, startClient } from '../support/lsp-client.ts';
import { of, PLAN, TEXT, WORDS } from './plans.ts';

function message(content: object): string {
  const text = JSON.stringify({ jsonrpc: '2.0', ...content });
  return `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
}

const cancel = (id: string) => ({ method: '$/cancelRequest', params: { id } });

/** It still says what is wrong with a plan that was opened afterwards. */
async function stillWorks(client: LspClient): Promise<void> {
  const uri = 'file:///work/afterwards/rollout-plan.yaml';
  client.open(uri, TEXT);
  expect(of('invalid-duration', await client.pull(uri))).toHaveLength(1);
  expect(await client.stop()).toBe(0);
}

describe('cancellation', () => {
  it('answers every superseded request, and the last one in full', async () => {
    const client = await startClient();
    client.open(PLAN, TEXT.replace('name: orders', 'name: orders0'));
    const answers: Promise<unknown>[] = [];
    for (let i = 0; i < 50; i++) {
      const source = new CancellationTokenSource();
      answers.push(
        client.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri: PLAN } }, source.token).then(
          () => 'answered',
          ({ code }: { code: number }) => code,
        ),
      );
      source.cancel();
      client.edit(PLAN, `orders${i}`, `orders${i + 1}`);
    }
    const codes = new Set(await Promise.all(answers));
    // -32800 is RequestCancelled; a request may also be done before its cancellation is heard.
    expect([...codes].filter((code) => code !== 'answered' && code !== -32800)).toEqual([]);
    expect(of('invalid-duration', await client.pull(PLAN))).toHaveLength(1);
    expect(client.failures).toEqual([]);
    await client.stop();
  });

  it.each([['textDocument/diagnostic'], ['textDocument/codeAction'], ['rolloutPlan/rules']])(
    'of %s before it is begun is an answer at once',
    async (method) => {
      const client = await startClient();
      client.open(PLAN, TEXT);
      const params = { textDocument: { uri: PLAN }, range: WORDS, context: { diagnostics: [] } };
      const answer = new Promise<string>((resolve) => {
        let heard = '';
        client.process.stdout.on('data', (bytes) => {
          heard += bytes;
          const found = /"id":"x".*?[}\]]/.exec(heard);
          if (found) resolve(found[0]);
        });
      });
      // In one write, so that the server reads both before it looks at the first.
      client.process.stdin.write(message({ id: 'x', method, params }) + message(cancel('x')));
      expect(await answer).toContain('"error":{"code":-32800');
      await stillWorks(client);
    },
  );
});

describe('an edit that comes while fixes are made', () => {
  it('makes them stale: they are refused, or are for the version that they were made for', async () => {
    const client = await startClient();
    client.open(PLAN, TEXT);
    await client.pull(PLAN);
    const actions = client.actions(PLAN, WORDS).catch(({ code }: { code: number }) => code);
    client.edit(PLAN, 'name: orders', 'name: other');
    const answer = await actions;
    // -32801 is ContentModified.
    if (Array.isArray(answer))
      expect(answer[0]?.edit).toMatchObject({ documentChanges: [{ textDocument: { version: 1 } }] });
    else expect(answer).toBe(-32801);
    await stillWorks(client);
  });
});

describe('requests that make no sense', () => {
  it('are answered with nothing', async () => {
    const client = await startClient();
    const range = { start: { line: 1e9, character: -5 }, end: { line: -1, character: 1e9 } };
    client.open(PLAN, TEXT);
    expect(await client.actions(PLAN, range)).toBeInstanceOf(Array);
    expect(await client.actions('', WORDS)).toEqual([]);
    expect(await client.request('textDocument/codeAction', {})).toEqual([]);
    expect(await client.request('textDocument/diagnostic', {})).toEqual({ kind: 'full', items: [] });
    expect(await client.request('workspace/executeCommand', { command: 'rm -rf' })).toBeNull();
    expect(
      await client.request('workspace/executeCommand', { command: 'rolloutPlan.select', arguments: [1] }),
    ).toBeNull();
    await expect(client.request('textDocument/noSuchThing', {})).rejects.toMatchObject({ code: -32601 });
    expect(client.failures.map((message) => message.split(' ')[0])).toEqual([
      'textDocument/codeAction',
      'textDocument/diagnostic',
    ]);
    await stillWorks(client);
  });

  it('as notifications do no harm', async () => {
    const client = await startClient();
    client.notify('textDocument/didOpen', {});
    client.notify('textDocument/didChange', {
      textDocument: { uri: PLAN, version: 2 },
      contentChanges: [{ text: 'x' }],
    });
    client.notify('textDocument/didClose', { textDocument: { uri: PLAN } });
    client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: 'nowhere', type: 9 }] });
    client.notify('workspace/didChangeWatchedFiles', { changes: 'all' });
    client.notify('workspace/didChangeWorkspaceFolders', { event: {} });
    client.notify('$/noSuchThing', {});
    client.open(PLAN, TEXT);
    client.notify('textDocument/didChange', { textDocument: { uri: PLAN, version: 2 }, contentChanges: 'all' });
    await stillWorks(client);
  });

  it('change ranges outside of the text as if they were at its ends', async () => {
    const client = await startClient();
    client.open(PLAN, TEXT);
    client.change(PLAN, [
      { range: { start: { line: 900, character: 3 }, end: { line: 901, character: 0 } }, text: '#\n' },
    ]);
    expect(of('invalid-duration', await client.pull(PLAN))).toHaveLength(1);
    await stillWorks(client);
  });
});

describe('a connection that breaks', () => {
  it.each([
    ['a header that is none', 'hello\r\n\r\n'],
    ['no length', 'Content-Type: x\r\n\r\n{}'],
    ['a length that is no number', 'Content-Length: many\r\n\r\n{}'],
    ['JSON that is none', 'Content-Length: 4\r\n\r\n{"a:'],
    ['JSON that is no message', 'Content-Length: 7\r\n\r\n[1,2,3]'],
  ])('%s: the process ends with the input at the latest', async (_, bytes) => {
    const server = await spawnServer();
    const exit = once(server, 'exit');
    server.stdin.on('error', () => {});
    server.stdin.end(bytes);
    server.stdout.resume();
    const [code] = await exit;
    expect(code).not.toBe(0);
  });

  it('JSON that is none between messages: the session goes on', async () => {
    const client = await startClient();
    client.process.stdin.write('Content-Length: 4\r\n\r\n{"a:');
    await stillWorks(client);
  });
});

describe('a client that refuses', () => {
  it('what the server asks is served none the less', async () => {
    const client = await startClient();
    const refuse = () => {
      throw new Error('no');
    };
    for (const method of ['workspace/diagnostic/refresh', 'window/showDocument', 'client/registerCapability']) {
      client.connection.onRequest(method, refuse);
    }
    client.open(PLAN, TEXT);
    const [todo] = of('placeholder-left', await client.pull(PLAN));
    await client.request('workspace/executeCommand', {
      command: 'rolloutPlan.select',
      arguments: [PLAN, todo?.range],
    });
    client.notify('workspace/didChangeConfiguration', {});
    await stillWorks(client);
  });

  it('to tell its settings is served with the defaults', async () => {
    const client = await startClient({ capabilities: { ...PUSH, workspace: { configuration: true } } });
    client.connection.onRequest('workspace/configuration', () => {
      throw new Error('no');
    });
    client.open(PLAN, TEXT);
    expect(of('invalid-duration', await client.pushed(PLAN))).toHaveLength(1);
    expect(await client.stop()).toBe(0);
  });
});
