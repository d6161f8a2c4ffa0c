/** Hostile texts through the built server: it lives, it answers in time, and what it says fits on a page. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Diagnostic, Position, ServerCapabilities } from 'vscode-languageserver';
import { parseDocument } from 'yaml';
import { HOSTILE } from '../support/hostile.ts';
import { type LspClient, startClient } from '../support/lsp-client.ts';
import { of, TEXT } from './plans.ts';

/** What an editor asks about a document by itself, and at a position; only what the server promises. */
const ABOUT_DOCUMENT: Partial<Record<keyof ServerCapabilities, string>> = {
  documentSymbolProvider: 'textDocument/documentSymbol',
  foldingRangeProvider: 'textDocument/foldingRange',
  documentLinkProvider: 'textDocument/documentLink',
  codeLensProvider: 'textDocument/codeLens',
};
const AT_POSITION: Partial<Record<keyof ServerCapabilities, string>> = {
  hoverProvider: 'textDocument/hover',
  completionProvider: 'textDocument/completion',
  definitionProvider: 'textDocument/definition',
  documentHighlightProvider: 'textDocument/documentHighlight',
};

/** What `calibration` takes, once it is compiled, on a machine on which the limits mean seconds. */
const USUAL = 0.11;
/** How much slower this machine is at the moment, other work on it included. */
let slowness = 1;

let client: LspClient;
beforeAll(async () => {
  calibration();
  slowness = Math.max(1, calibration() / USUAL);
  client = await startClient();
});
// All texts were sent to the same server: it is still of use.
afterAll(async () => {
  const uri = 'file:///work/afterwards/rollout-plan.yaml';
  client.open(uri, TEXT);
  expect(of('invalid-duration', await client.pull(uri))).toHaveLength(1);
  expect(client.failures).toEqual([]);
  expect(await client.stop()).toBe(0);
});

/** Seconds of work for a text that has nothing to do with ours, and is the same everywhere. */
function calibration(): number {
  const text = Array.from({ length: 500 }, (_, at) => `key-${at}:\n  - { a: ${at}, b: [x, y], c: "z" }\n`).join('');
  const before = process.cpuUsage();
  for (let round = 0; round < 10; round++) parseDocument(text);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

/** Seconds of work that the server has done, where the system tells: other work on the machine does not count. */
function worked(): number {
  try {
    const stat = readFileSync(`/proc/${client.process.pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return performance.now() / 1000;
  }
}

async function inTime<R>(limit: number, what: string, ask: () => Promise<R>): Promise<R> {
  const before = worked();
  const answer = await ask();
  expect((worked() - before) / slowness, what).toBeLessThan(limit);
  return answer;
}

function middleOf(text: string): Position {
  const lines = text.split(/\r\n|\r|\n/);
  const line = Math.floor(lines.length / 2);
  return { line, character: Math.floor((lines[line]?.length ?? 0) / 2) };
}

describe.each(HOSTILE)('$name', ({ file, text, large }) => {
  it('is answered', { timeout: 60_000 }, async () => {
    const limit = large ? 2 : 1;
    const uri = `file:///work/hostile/${file}`;
    const textDocument = { uri };
    client.open(uri, text);
    const found = await inTime(limit, 'diagnostics', () => client.pull(uri));
    holdsLaws(found, text);
    const position = middleOf(text);
    const range = { start: position, end: position };
    await inTime(limit, 'code actions', () => client.actions(uri, range));
    const promised = client.server?.capabilities ?? {};
    for (const [capability, method] of Object.entries(ABOUT_DOCUMENT))
      if (capability in promised) await inTime(limit, method, () => client.request(method, { textDocument }));
    for (const [capability, method] of Object.entries(AT_POSITION))
      if (capability in promised) await inTime(limit, method, () => client.request(method, { textDocument, position }));
    client.close(uri);
  });
});

function holdsLaws(found: readonly Diagnostic[], text: string): void {
  expect(of('internal-error', [...found])).toEqual([]);
  expect(found.length).toBeLessThanOrEqual(500);
  if (found.length === 500) expect(found.at(-1)).toMatchObject({ code: 'too-many-problems' });
  const lines = text.split(/\r\n|\r|\n/).length;
  for (const { range, message } of found) {
    expect(range.end.line).toBeLessThan(lines);
    expect(String(message).length, 'a message is one or two sentences').toBeLessThan(1_000);
  }
}

it.each(['rollout-plan.yaml', 'ROLLOUT_PLAN.md'])('conflict markers in %s are one mistake', async (name) => {
  const uri = `file:///work/conflict/${name}`;
  const own = name.endsWith('.md') ? '- **Soak**: 2h' : 'owner: team-a';
  const theirs = name.endsWith('.md') ? '- **Soak**: 4h' : 'owner: team-b';
  const head = name.endsWith('.md') ? '# Rollout plan\n\n## Stages\n\n### Canary (1%)\n\n' : 'rolloutPlan: 1\n';
  client.open(uri, `${head}<<<<<<< HEAD\n${own}\n=======\n${theirs}\n>>>>>>> theirs\n`);
  const marked = (await client.pull(uri)).filter(({ message }) => /conflict/i.test(String(message)));
  expect(marked).toHaveLength(1);
  client.close(uri);
});
