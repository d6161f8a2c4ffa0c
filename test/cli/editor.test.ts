/** The command line says of all fixtures and examples what the server says: the same words at the same places. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { filesBelow, ROOT } from '../support/files.ts';
import { type LspClient, startClient } from '../support/lsp-client.ts';

const FOLDERS = ['examples', 'test/fixtures', 'test/e2e/fixtures'];
const SEVERITIES = ['', 'error', 'warning', 'information', 'hint'];

// Apart from this repository, whose own files are beside the fixtures.
const workspace = mkdtempSync(join(tmpdir(), 'rollout-plan-same-'));
let client: LspClient;

beforeAll(async () => {
  for (const folder of FOLDERS) cpSync(join(ROOT, folder), join(workspace, folder), { recursive: true });
  client = await startClient({ folders: [pathToFileURL(workspace).href] });
});
afterAll(async () => {
  await client.stop();
  rmSync(workspace, { recursive: true });
});

interface Said {
  readonly rule: unknown;
  readonly severity: unknown;
  readonly message: unknown;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

it('says the same as the editor', { timeout: 120_000 }, async () => {
  // From the same root, since a plan's artifacts may lie anywhere below it.
  const { stdout } = spawnSync(process.execPath, [join(ROOT, 'dist/cli.js'), 'check', '.', '--format', 'json'], {
    cwd: workspace,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const { files } = JSON.parse(stdout) as { files: { path: string; problems: Said[] }[] };
  const command = new Map(files.map(({ path, problems }) => [path, problems]));
  for (const path of FOLDERS.flatMap((folder) => filesBelow(folder, /\.(?:md|ya?ml)$/))) {
    const said = (command.get(path) ?? []).map(
      ({ rule, severity, message, line, column, endLine, endColumn }): Said => ({
        rule,
        severity,
        message,
        line,
        column,
        endLine,
        endColumn,
      }),
    );
    expect(said, path).toEqual(await saidByServer(path));
  }
  expect(files.flatMap(({ problems }) => problems).length).toBeGreaterThan(100);
});

async function saidByServer(path: string): Promise<Said[]> {
  const uri = pathToFileURL(join(workspace, path)).href;
  client.open(uri, readFileSync(join(workspace, path), 'utf8'));
  return (await client.pull(uri)).map(({ code, severity = 0, message, range: { start, end } }) => ({
    rule: code,
    severity: SEVERITIES[severity],
    message,
    line: start.line + 1,
    column: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  }));
}
