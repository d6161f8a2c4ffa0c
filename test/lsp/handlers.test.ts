/** What the handlers do where two things happen at once: with the real service, and files that are read when the test says so. */
import { expect, it } from 'vitest';
import type { InitializeParams } from 'vscode-languageserver';
import { optionsOf, rootsOf } from '../../server/src/lsp/client-abilities.ts';
import { rulePages } from '../../server/src/lsp/convert.ts';
import { Guard } from '../../server/src/lsp/guard.ts';
import { OpenDocuments } from '../../server/src/lsp/open-documents.ts';
import { PullDiagnostics } from '../../server/src/lsp/pull-diagnostics.ts';
import { PushDiagnostics } from '../../server/src/lsp/push-diagnostics.ts';
import { Refreshing } from '../../server/src/lsp/refreshing.ts';
import { aboutPlan } from '../../server/src/lsp/requests/feature.ts';
import type { Session } from '../../server/src/lsp/session.ts';
import { readSettings } from '../../server/src/lsp/settings.ts';
import { ToldDiagnostics } from '../../server/src/lsp/told-diagnostics.ts';
import { createLanguageService, type LanguageService } from '../../server/src/service.ts';
import { DEFAULT_SETTINGS } from '../../server/src/workspace/host.ts';
import { memoryHost } from '../support/memory-host.ts';

const URI = 'file:///work/rollout-plan.yaml';
const TEXT = 'rolloutPlan: 1\nname: orders\n';
const TOKEN = { isCancellationRequested: false, onCancellationRequested: () => ({ dispose: () => undefined }) };

interface Server {
  readonly service: LanguageService;
  readonly documents: OpenDocuments;
  readonly guard: Guard;
  readonly logged: string[];
  edit(version: number, text: string): void;
}

/** A document that is open in a service; `meanwhile` is done once, while the folder of the document is listed. */
function serving(meanwhile: (server: Server) => void = () => undefined): Server {
  const host = memoryHost();
  const waiting = [meanwhile];
  const list: typeof host.list = async (uri) => {
    waiting.pop()?.(server);
    return host.list(uri);
  };
  const service = createLanguageService({ ...host, list });
  const documents = new OpenDocuments();
  const guard = new Guard((_, message) => host.logged.push(message));
  const edit = (version: number, text: string): void => {
    service.change(URI, version, [{ text }]);
    documents.set(URI, version);
  };
  const server: Server = { service, documents, guard, logged: host.logged, edit };
  service.open(URI, 'yaml', 1, TEXT);
  documents.set(URI, 1);
  return server;
}

const setupOf = ({ service, documents, guard }: Server) => ({
  service,
  documents,
  guard,
  toLsp: ({ range, message }: { range: object; message: string }) => ({ range, message }) as never,
  told: new ToldDiagnostics(),
  ready: Promise.resolve(),
});

it('a report about a text that has moved on is not given; the client is told to ask again', async () => {
  const pull = new PullDiagnostics({
    ...setupOf(serving((server) => server.edit(2, `${TEXT}owner: me\n`))),
    refresh: undefined,
  });
  const ask = (): unknown => pull.report({ textDocument: { uri: URI } }, TOKEN);
  await expect(ask()).rejects.toMatchObject({ data: { retriggerRequest: true } });
  expect(await ask()).toMatchObject({ kind: 'full' });
});

it('edits that come together are looked at once', async () => {
  const published: unknown[] = [];
  const server = serving();
  const push = new PushDiagnostics({ ...setupOf(server), publish: ({ version }) => published.push(version) });
  push.changed(URI);
  server.edit(2, `${TEXT}owner: me\n`);
  push.changed(URI);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(published).toEqual([2]);
});

it('an answer is about the text of now, also where it has changed while others were read', async () => {
  const { service, documents, guard } = serving((server) => server.edit(2, `${TEXT}owner: me\n`));
  const session = { service, documents, guard, settings: { ready: Promise.resolve() } } as unknown as Session;
  const lengthOf = aboutPlan(session, 'length', 0, ({ document }) => document.getText().length);
  expect(await lengthOf({ textDocument: { uri: URI } }, TOKEN)).toBe(`${TEXT}owner: me\n`.length);
});

it('what is shown of a document that is no plan any more is asked for again', async () => {
  const { service, guard } = serving();
  let refreshed = 0;
  const refresh = () => async () => {
    refreshed++;
  };
  const shown = { refresh, fromNeighbours: () => 'something' };
  const refreshing = new Refreshing({ service, guard } as unknown as Session, [
    { capabilities: () => ({}), listen: () => undefined, shown },
  ]);
  const look = async (): Promise<number> => {
    refreshing.neighboursChanged([URI]);
    await new Promise((resolve) => setTimeout(resolve, 20));
    return refreshed;
  };
  expect(await look()).toBe(1);
  expect(await look()).toBe(1);
  service.setSettings({ ...DEFAULT_SETTINGS, enable: false });
  expect(await look()).toBe(2);
});

it('a request that is given up is refused, before and after its work', async () => {
  const { guard, logged } = serving();
  const token = { ...TOKEN };
  const handler = guard.request('work', 'nothing', () => {
    token.isCancellationRequested = true;
    return 'done';
  });
  await expect(handler({}, token)).rejects.toMatchObject({ message: 'work was cancelled' });
  await expect(handler({}, token)).rejects.toMatchObject({ message: 'work was cancelled' });
  expect(logged).toEqual([]);
});

it('folders are those of the workspace, else the one that older clients name', () => {
  const params = (more: Partial<InitializeParams>): InitializeParams => ({
    processId: null,
    capabilities: {},
    rootUri: null,
    ...more,
  });
  expect(rootsOf(params({ workspaceFolders: [{ uri: 'file:///a', name: 'a' }], rootUri: 'file:///b' }))).toEqual([
    'file:///a',
  ]);
  expect(rootsOf(params({ rootUri: 'file:///b' }))).toEqual(['file:///b']);
  expect(rootsOf(params({ workspaceFolders: null }))).toEqual([]);
  expect(optionsOf(params({ initializationOptions: { rulePages: 'file:///pages' } }))).toEqual({
    rulePages: 'file:///pages',
  });
});

it('pages of rules lie in one folder, if there is one', () => {
  const rules = () => serving().service.rules();
  for (const base of ['file:///pages', 'file:///pages/'])
    expect(rulePages(base, rules)('missing-owner')).toMatch(/^file:\/\/\/pages\/\w+\/missing-owner\.md$/);
  expect(rulePages('file:///pages', rules)('no-such-rule')).toBeUndefined();
  expect(rulePages(undefined, rules)('missing-owner')).toBeUndefined();
});

it('a count is a whole number, and what is none is told', () => {
  const read = (maxProblems: unknown) => readSettings({ maxProblems }, () => true);
  expect(read(7).settings.maxProblems).toBe(7);
  for (const wrong of [0, 1.5, 'many']) {
    expect(read(wrong).settings.maxProblems).toBe(DEFAULT_SETTINGS.maxProblems);
    expect(read(wrong).problems[0]).toContain(`not ${JSON.stringify(wrong)}.`);
  }
});
