import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import type { PrepareRenameResult, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver';
import { PULL, startClient } from '../support/lsp-client.ts';
import { type Editor, positionOf, serving } from './places.ts';

const PLAN = `rolloutPlan: 1
metrics:
  - id: error-r|ate
rollout:
  stages:
    - id: canary
      metrics: [error-rate]
`;
const WAY_BACK =
  '# Rollback plan\r\n\r\n## Rollback triggers\r\n\r\n- 👩‍🚀: Error rate > 1% for 5m\r\n- error-rate > 2% for 5m\r\n';

const rename = (editor: Editor, newName: string): Promise<WorkspaceEdit> =>
  editor.ask('textDocument/rename', { ...positionOf(editor), newName });

it('is one versioned edit over all files of the bundle', () =>
  serving({ 'rollout-plan.yaml': PLAN, 'ROLLBACK_PLAN.md': WAY_BACK }, async (editor) => {
    const { client, uri, uriOf } = editor;
    client.edit(uri, 'rolloutPlan: 1', 'rolloutPlan:  1');
    const edit = await rename(editor, 'failures');
    const changes = edit.documentChanges as TextDocumentEdit[];
    expect(changes.map(({ textDocument }) => [textDocument.uri, textDocument.version])).toEqual([
      [uri, 2],
      [uriOf('ROLLBACK_PLAN.md'), 1],
    ]);
    client.apply(edit);
    expect(client.text(uri)).toBe(
      PLAN.replaceAll('error-r|ate', 'failures').replaceAll('error-rate', 'failures').replace(': 1', ':  1'),
    );
    expect(client.text(uriOf('ROLLBACK_PLAN.md'))).toBe(
      WAY_BACK.replace('Error rate', 'Failures').replace('error-rate', 'failures'),
    );
  }));

it('begins with the words and the id that they stand for', () =>
  serving({ 'ROLLBACK_PLAN.md': WAY_BACK.replace('Error', 'Er|ror') }, async (editor) => {
    const found = await editor.ask<PrepareRenameResult>('textDocument/prepareRename', positionOf(editor));
    expect(found).toEqual({
      range: { start: { line: 4, character: 9 }, end: { line: 4, character: 19 } },
      placeholder: 'error-rate',
    });
  }));

it.each([
  ['textDocument/prepareRename', PLAN.replace('|', '').replace('metrics:', 'met|rics:'), 'x', /Only the ids/],
  ['textDocument/rename', PLAN, 'Error Rate', /lower-case letters/],
])('%s says why not', (method, text, newName, message) =>
  serving({ 'rollout-plan.yaml': text }, async (editor) => {
    await expect(editor.ask(method, { ...positionOf(editor), newName })).rejects.toThrow(message);
    expect(editor.client.failures).toEqual([]);
  }),
);

it('speaks plainly to clients that ask for no more', () =>
  serving(
    { 'rollout-plan.yaml': PLAN },
    async (editor) => {
      expect(editor.client.server?.capabilities.renameProvider).toBe(true);
      const { changes } = await rename(editor, 'failures');
      expect(changes?.[editor.uri]).toHaveLength(2);
    },
    { capabilities: { ...PULL, textDocument: {}, workspace: {} } },
  ));

it('is for what a closed file says now, also where nobody told that it changed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rollout-plan-rename-'));
  const file = join(folder, 'ROLLBACK_PLAN.md');
  const [uri, other] = [pathToFileURL(join(folder, 'rollout-plan.yaml')).href, pathToFileURL(file).href];
  const client = await startClient({ folders: [pathToFileURL(folder).href] });
  try {
    writeFileSync(file, WAY_BACK);
    client.open(uri, PLAN.replace('|', ''));
    await client.pull(uri);
    writeFileSync(file, WAY_BACK.replace('# Rollback plan', '# Rollback plan\r\n\r\nWritten meanwhile.'));
    const edit = await client.request<WorkspaceEdit>('textDocument/rename', {
      textDocument: { uri },
      position: { line: 2, character: 10 },
      newName: 'failures',
    });
    const changes = edit.documentChanges as TextDocumentEdit[];
    const lines = changes
      .find(({ textDocument }) => textDocument.uri === other)
      ?.edits.map(({ range }) => range.start.line);
    expect(lines).toEqual([6, 7]);
  } finally {
    await client.stop();
    rmSync(folder, { recursive: true });
  }
});
