import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DocumentLink } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type LspClient, startClient } from '../support/lsp-client.ts';

let folder: string;
let client: LspClient;
const uriOf = (path: string): string => pathToFileURL(join(folder, path)).href;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rollout-plan-links-'));
  const files = {
    'outside.sql': '',
    'work/.git/HEAD': '',
    'work/db/V113.sql': 'SELECT 1;',
    'work/scripts/smoke.sh': '',
    'work/contract/orders v5.json': '',
    'work/plans/runbooks/restore.md': '# Runbook\r\n\r\nAt night.\r\n\r\n## Restore it, now\r\n',
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  client = await startClient({ folders: [uriOf('work')] });
});
afterAll(async () => {
  await client.stop();
  rmSync(folder, { recursive: true });
});

/** `words -> target below the root`. */
async function linksIn(name: string, text: string): Promise<string[]> {
  const uri = uriOf(`work/plans/${name}`);
  client.open(uri, text);
  const links = await client.request<DocumentLink[]>('textDocument/documentLink', { textDocument: { uri } });
  const document = TextDocument.create(uri, '', 0, text);
  client.close(uri);
  return links.map(({ range, target, tooltip }) => {
    expect(tooltip).toMatch(/^Open [\w. ]+$/);
    return `${document.getText(range)} -> ${target?.replace(uriOf('work/'), '')}`;
  });
}

const step = (up: string): string => `rolloutPlan: 1\nmigration:\n  steps:\n    - id: one\n      up: { ${up} }\n`;

it.each([
  ['a file of statements', step('file: ../db/V113.sql'), ['../db/V113.sql -> db/V113.sql']],
  ['in quotes, from the root', step("file: 'db/V113.sql'"), ['db/V113.sql -> db/V113.sql']],
  [
    'in a command',
    step('command: psql -f db/V113.sql && scripts/smoke.sh orders'),
    ['db/V113.sql -> db/V113.sql', 'scripts/smoke.sh -> scripts/smoke.sh'],
  ],
  [
    'with the line of a heading',
    step('command: "see runbooks/restore.md#restore-it-now"'),
    ['runbooks/restore.md#restore-it-now -> plans/runbooks/restore.md#L5'],
  ],
  [
    'with a heading that is not there',
    step('command: see runbooks/restore.md#none'),
    ['runbooks/restore.md#none -> plans/runbooks/restore.md'],
  ],
  ['not what is not there', step('file: db/V114.sql'), []],
  ['not a folder', step('command: ls ../db'), []],
  ['nothing outside of the workspace', step('file: ../../outside.sql'), []],
  ['nothing on the web', step('command: curl https://example.com/db/V113.sql'), []],
] as const)('%s', async (_, text, links) => expect(await linksIn('rollout-plan.yaml', text)).toEqual(links));

it('in Markdown, but for the links that the editor makes itself', async () => {
  const text =
    '# Rollback plan\n\nSee [the runbook](runbooks/restore.md).\n\n## Verification\n\n- scripts/smoke.sh exits 0\n- [it](../scripts/smoke.sh) says so\n';
  expect(await linksIn('ROLLBACK_PLAN.md', text)).toEqual(['scripts/smoke.sh -> scripts/smoke.sh']);
});

it('not where they are switched off', async () => {
  const settings = { documentLinks: { enable: false } };
  const other = await startClient({ folders: [uriOf('work')], settings });
  const uri = uriOf('work/plans/rollout-plan.yaml');
  other.open(uri, step('file: ../db/V113.sql'));
  expect(await other.request('textDocument/documentLink', { textDocument: { uri } })).toEqual([]);
  await other.stop();
});
