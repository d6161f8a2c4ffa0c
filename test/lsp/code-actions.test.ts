/** Quick fixes and "fix all", taken as an editor takes them. */

import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { type ClientCapabilities, CodeActionTriggerKind, type TextDocumentEdit } from 'vscode-languageserver/node';
import { type LspClient, PULL, PUSH, startClient } from '../support/lsp-client.ts';
import { fixing, of, PLAN, TEXT, WORDS } from './plans.ts';

const TOP = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
const WHOLE = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

/** One server for each kind of client: what one test leaves behind must not disturb the next. */
const clients = new Map<ClientCapabilities, Promise<LspClient>>();

async function opened(text = TEXT, capabilities = PULL): Promise<LspClient> {
  const started = clients.get(capabilities) ?? startClient({ capabilities });
  clients.set(capabilities, started);
  const client = await started;
  client.open(PLAN, text);
  return client;
}

afterEach(async () => {
  for (const client of await Promise.all(clients.values())) {
    if (client.isOpen(PLAN)) client.close(PLAN);
    client.published.length = 0;
  }
});

afterAll(async () => {
  for (const client of await Promise.all(clients.values())) expect(await client.stop()).toBe(0);
});

describe('a quick fix', () => {
  it('mends its problem, for the version that it was made for', async () => {
    const client = await opened();
    client.edit(PLAN, 'name: orders', 'name: orders-currency');
    const action = fixing('invalid-duration', await client.actions(PLAN, WORDS));
    expect(action).toMatchObject({
      kind: 'quickfix',
      isPreferred: true,
      diagnostics: [{ code: 'invalid-duration', range: WORDS, source: 'rollout-plan' }],
      edit: { documentChanges: [{ textDocument: { uri: PLAN, version: 2 } }] },
    });
    client.apply(action?.edit ?? {});
    expect(client.text(PLAN)).toContain('  window: 2h\n');
    expect(of('invalid-duration', await client.pull(PLAN))).toEqual([]);
  });

  it('of the gravest problem comes first', async () => {
    const client = await opened(TEXT.replace('owner: team-payments\n', ''));
    const offered = await client.actions(PLAN, TOP);
    const fixes = offered.filter(({ kind, title }) => kind === 'quickfix' && !title.startsWith('Suppress'));
    const severities = fixes.map(({ diagnostics }) => Number(diagnostics?.[0]?.severity));
    expect(new Set(severities).size).toBeGreaterThan(1);
    expect(severities).toEqual(severities.toSorted((one, other) => one - other));
  });

  it('keeps CRLF', async () => {
    const client = await opened(TEXT.replaceAll('\n', '\r\n'));
    client.apply(fixing('invalid-duration', await client.actions(PLAN, WORDS))?.edit ?? {});
    expect(client.text(PLAN)).toBe(TEXT.replace('2 hours', '2h').replaceAll('\n', '\r\n'));
  });

  it('brings placeholders where the client takes snippets', async () => {
    const client = await opened();
    const action = fixing('missing-rollback', await client.actions(PLAN, TOP));
    const changes = (action?.edit?.documentChanges ?? []) as TextDocumentEdit[];
    const edits = changes.flatMap((change) => change.edits);
    const snippets = edits.flatMap((edit) => ('snippet' in edit ? [edit.snippet] : []));
    expect(snippets[0]).toEqual({ kind: 'snippet', value: expect.stringMatching(/\$\{1[:|]/) });
    client.apply(action?.edit ?? {});
    expect(of('missing-rollback', await client.pull(PLAN))).toEqual([]);
  });

  it('brings plain text where it does not, and plain changes where there are no versions', async () => {
    const client = await opened(TEXT, PUSH);
    const action = fixing('missing-rollback', await client.actions(PLAN, TOP));
    expect(Object.keys(action?.edit?.changes ?? {})).toEqual([PLAN]);
    expect(JSON.stringify(action)).not.toContain('${');
    client.apply(action?.edit ?? {});
    expect(of('missing-rollback', await client.pushed(PLAN))).toEqual([]);
  });

  it('selects what only the author can write', async () => {
    const client = await opened();
    const [todo] = of('placeholder-left', await client.pull(PLAN));
    const action = fixing('placeholder-left', await client.actions(PLAN, todo?.range ?? TOP));
    expect(action?.edit).toBeUndefined();
    await client.request('workspace/executeCommand', { ...action?.command });
    expect(client.selected).toEqual([{ uri: PLAN, selection: todo?.range, takeFocus: true }]);
  });

  it('is not offered as a selection where the client cannot select', async () => {
    const client = await opened(TEXT, PUSH);
    const actions = await client.actions(PLAN, WHOLE);
    const titles = actions
      .filter(({ diagnostics }) => diagnostics?.[0]?.code === 'placeholder-left')
      .map((a) => a.title);
    expect(titles).toEqual(['Suppress placeholder-left for this line, with a reason']);
  });

  it('that suppresses comes last, is not preferred, and selects the reason', async () => {
    const client = await opened();
    const actions = await client.actions(PLAN, WORDS, { only: ['quickfix'] });
    const last = actions.at(-1);
    expect(last).toMatchObject({ title: 'Suppress invalid-duration for this line, with a reason' });
    expect(last?.isPreferred ?? false).toBe(false);
    expect(JSON.stringify(last?.edit)).toContain('# rollout-plan-disable-next-line invalid-duration -- ${1:reason}');
  });

  it('is found by place only', async () => {
    const client = await opened();
    const codes = (await client.actions(PLAN, WORDS, { only: ['quickfix'] })).map((a) => a.diagnostics?.[0]?.code);
    expect(new Set(codes)).toEqual(new Set(['invalid-duration']));
    expect(await client.actions('file:///work/compose.yaml', WORDS)).toEqual([]);
  });
});

describe('fix all', () => {
  const FAULTY = TEXT.replace('TODO', '1 hour');

  it.each([['source'], ['source.fixAll'], ['source.fixAll.rolloutPlan']])('is what %s asks for', async (kind) => {
    const client = await opened(FAULTY);
    const actions = await client.actions(PLAN, WHOLE, { only: [kind] });
    expect(actions.map((action) => action.kind)).toEqual(['source.fixAll.rolloutPlan']);
    client.apply(actions[0]?.edit ?? {});
    expect(client.text(PLAN)).toBe(TEXT.replace('2 hours', '2h').replace('TODO', '1h'));
    expect(await client.actions(PLAN, WHOLE, { only: [kind] })).toEqual([]);
  });

  it('never brings a snippet', async () => {
    const client = await opened(FAULTY);
    const actions = await client.actions(PLAN, WHOLE, { only: ['source.fixAll'] });
    expect(JSON.stringify(actions[0]?.edit)).not.toContain('snippet');
  });

  it('stands in the list that a person opens, not behind the light bulb that looks by itself', async () => {
    const client = await opened(FAULTY);
    const kinds = async (triggerKind: CodeActionTriggerKind) =>
      new Set((await client.actions(PLAN, WORDS, { triggerKind })).map((action) => action.kind));
    expect(await kinds(CodeActionTriggerKind.Invoked)).toEqual(new Set(['quickfix', 'source.fixAll.rolloutPlan']));
    expect(await kinds(CodeActionTriggerKind.Automatic)).toEqual(new Set(['quickfix']));
  });

  it.each([['refactor'], ['source.organizeImports'], ['source.fixAll.eslint'], ['quick']])(
    'is not what %s asks for',
    async (kind) => {
      const client = await opened(FAULTY);
      expect(await client.actions(PLAN, WHOLE, { only: [kind] })).toEqual([]);
    },
  );
});
