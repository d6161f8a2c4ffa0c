/** Diagnostics for a client that asks for them. */
import { describe, expect, it } from 'vitest';
import { startClient } from '../support/lsp-client.ts';
import { of, PLAN, TEXT, WORDS } from './plans.ts';

describe('pulled diagnostics', () => {
  it('say what is wrong, where, how badly, and where to read more', async () => {
    const client = await startClient();
    client.open(PLAN, TEXT);
    const [diagnostic] = of('invalid-duration', await client.pull(PLAN));
    expect(diagnostic).toEqual({
      range: WORDS,
      severity: 1,
      code: 'invalid-duration',
      codeDescription: { href: expect.stringMatching(/^file:\/\/\/.*\/docs\/rules\/structure\/invalid-duration\.md$/) },
      source: 'rollout-plan',
      message: expect.stringContaining('Write 2h'),
    });
    expect(client.published).toEqual([]);
    await client.stop();
  });

  it('follow each edit', async () => {
    const client = await startClient();
    client.open(PLAN, TEXT);
    client.edit(PLAN, '2 hours', '2h');
    expect(of('invalid-duration', await client.pull(PLAN))).toEqual([]);
    client.edit(PLAN, '2h', '3 days');
    expect(of('invalid-duration', await client.pull(PLAN))).toHaveLength(1);
    await client.stop();
  });

  it('are not sent twice', async () => {
    const client = await startClient();
    client.open(PLAN, TEXT);
    const first = await client.report(PLAN);
    expect(first).toMatchObject({ kind: 'full', resultId: expect.any(String) });
    expect(await client.report(PLAN, first.resultId)).toEqual({ kind: 'unchanged', resultId: first.resultId });
    expect(await client.report(PLAN, 'of another session')).toMatchObject({ kind: 'full' });
    client.edit(PLAN, 'TODO', '1h');
    const second = await client.report(PLAN, first.resultId);
    expect(second).toMatchObject({ kind: 'full' });
    expect(second.resultId).not.toBe(first.resultId);
    await client.stop();
  });

  it('are none for a document that is closed, unknown or no plan', async () => {
    const client = await startClient();
    client.open(PLAN, TEXT);
    client.close(PLAN);
    expect(await client.pull(PLAN)).toEqual([]);
    expect(await client.pull('file:///work/never/opened.yaml')).toEqual([]);
    expect(await client.pull('what is this')).toEqual([]);
    client.open('file:///work/compose.yaml', 'services: TODO\n');
    expect(await client.pull('file:///work/compose.yaml')).toEqual([]);
    await client.stop();
  });

  it('come for a YAML file of any name that begins as a plan, and go when it no longer does', async () => {
    const client = await startClient();
    const uri = 'file:///work/foo.yaml';
    client.open(uri, 'window: 2 hours\n');
    expect(await client.pull(uri)).toEqual([]);
    client.edit(uri, 'window', 'rolloutPlan: 1\ncompatibility:\n  window');
    expect(of('invalid-duration', await client.pull(uri))).toHaveLength(1);
    client.edit(uri, 'rolloutPlan', 'somethingElse');
    expect(await client.pull(uri)).toEqual([]);
    await client.stop();
  });

  it('come for a text that was never saved', async () => {
    const client = await startClient();
    client.open('untitled:Untitled-1', TEXT);
    expect(of('invalid-duration', await client.pull('untitled:Untitled-1'))).toHaveLength(1);
    await client.stop();
  });

  it.each([
    ['CRLF', TEXT.replaceAll('\n', '\r\n')],
    ['a byte order mark', `\uFEFF${TEXT}`],
  ])('stand at the right place in a text with %s', async (_, text) => {
    const client = await startClient();
    client.open(PLAN, text);
    expect(of('invalid-duration', await client.pull(PLAN))[0]?.range).toEqual(WORDS);
    client.edit(PLAN, 'name: orders', 'name: orders-currency');
    expect(of('invalid-duration', await client.pull(PLAN))[0]?.range).toEqual(WORDS);
    await client.stop();
  });

  it('count an emoji as the two units that it is in the protocol', async () => {
    const client = await startClient();
    client.open(PLAN, 'rolloutPlan: 1\ncompatibility: { mustRemain: [{ id: "🚀🚀" }], window: 2 hours }\n');
    const [diagnostic] = of('invalid-duration', await client.pull(PLAN));
    const line = client.text(PLAN).split('\n')[1] ?? '';
    expect(diagnostic?.range).toEqual({
      start: { line: 1, character: line.indexOf('2 hours') },
      end: { line: 1, character: line.indexOf('2 hours') + '2 hours'.length },
    });
    await client.stop();
  });
});
