/**
 * `npm run soak`: edits at random over all fixtures, through the built server, for as long as is asked. Whatever was edited and asked
 * before, what is said of a text is what a second server says that is opened on it.
 */
import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { textDelta } from '../../server/src/util/text-change.ts';
import { filesBelow, ROOT } from '../support/files.ts';
import { type LspClient, startClient } from '../support/lsp-client.ts';
import { edited, type RandomEdit, randomEdit } from '../support/random-edits.ts';

const seed = Number(process.env.SOAK_SEED ?? Date.now() % 1e9);
const minutes = Number(process.env.SOAK_MINUTES ?? 1);

const FORMS: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.replace(/\r?\n/g, '\r\n'),
  (text) => `\uFEFF${text}`,
  (text) => text.replaceAll('orders', 'or𝒳ders').replaceAll('rollback', 'rollback 🚀 回滚'),
];

const POLICY = 'rules:\n  missing-owner: off\n  soak-too-short: error\n';

interface Bundle {
  readonly name: string;
  /** Texts by their path in the bundle. */
  readonly files: ReadonlyMap<string, string>;
}

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** A plan whose SQL stands in a file. */
const SCRIPTED: Bundle = {
  name: 'scripted',
  files: new Map([
    [
      'rollout-plan.yaml',
      read('test/fixtures/reference/rollout-plan.yaml').replace(
        /(?<=up: { command: )flagctl[^}]*/,
        'psql -f db/release.sql',
      ),
    ],
    ['db/release.sql', read('test/fixtures/sql/postgresql/columns.sql')],
  ]),
};

/** The files of one folder, as they lie beside each other. */
const FOLDERS: readonly Bundle[] = ['examples', 'test/fixtures', 'test/e2e/fixtures'].flatMap((root) => {
  const folders = new Map<string, Map<string, string>>();
  for (const path of filesBelow(root, /\.(?:md|yaml)$/)) {
    const folder = dirname(path).replace(/\/(?:rollback-rehearsals|migrations)$/, '');
    const files = folders.get(folder) ?? new Map<string, string>();
    folders.set(folder, files.set(relative(folder, path), read(path)));
  }
  return Array.from(folders, ([name, files]) => ({ name, files }));
});

const BUNDLES = [...FOLDERS, SCRIPTED];

const share = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const ASKED = [
  'hover',
  'completion',
  'definition',
  'documentHighlight',
  'documentLink',
  'documentSymbol',
  'codeLens',
  'inlayHint',
  'semanticTokens/full',
  'codeAction',
];
const step = fc.record({
  file: share,
  edit: randomEdit,
  /** Several edits may come before anybody asks again. */
  isAsked: fc.boolean(),
  request: fc.option(fc.record({ method: fc.constantFrom(...ASKED), at: share }), { freq: 3 }),
});
const scene = fc.record({
  bundle: fc.constantFrom(...BUNDLES),
  form: fc.constantFrom(...FORMS),
  policy: fc.boolean(),
  steps: fc.array(step, { minLength: 1, maxLength: 12 }),
  /** Which of the offered fixes and refactorings is taken in the end. */
  action: share,
});
type Scene = typeof scene extends fc.Arbitrary<infer T> ? T : never;

const done = { scenes: 0, edits: 0, requests: 0, comparisons: 0, diagnostics: 0, actions: 0 };
let client: LspClient;
let other: LspClient;

beforeAll(async () => {
  client = await startClient();
  other = await startClient();
});

afterAll(async () => {
  console.log(`seed ${seed}: ${JSON.stringify(done)}`);
  for (const one of [client, other]) expect(await one.stop()).toBe(0);
});

it(`what is said after edits is what is said of the text (seed ${seed})`, { timeout: 0 }, async () => {
  const end = Date.now() + minutes * 60_000;
  for (let round = 0; Date.now() < end; round++)
    await fc.assert(fc.asyncProperty(scene, play), { seed: seed + round, numRuns: 20 });
});

async function play({ bundle, form, policy, steps, action }: Scene): Promise<void> {
  const folder = `file:///soak/${++done.scenes}/${bundle.name}`;
  const first = new Map(Array.from(bundle.files, ([path, text]) => [`${folder}/${path}`, form(text)]));
  if (policy) first.set(`${folder}/rollout-plan.config.yaml`, POLICY);
  const uris = [...first.keys()];
  const edits = new Map<string, RandomEdit[]>();
  try {
    for (const [uri, text] of first) client.open(uri, text);
    for (const { file, edit, isAsked, request } of steps) {
      const uri = pick(uris, file);
      const own = [...(edits.get(uri) ?? []), edit];
      edits.set(uri, own);
      change(uri, [...edited(first.get(uri) as string, own)].at(-1) as string);
      if (request) await ask(uri, request.method, request.at);
      if (isAsked) await compare(uris);
    }
    await compare(uris);
    await takeAction(pick(uris, action), action, uris);
    for (const one of [client, other]) expect(one.failures).toEqual([]);
  } finally {
    // A finding is that of its scene.
    for (const one of [client, other]) one.logged.length = 0;
    for (const uri of uris) client.close(uri);
  }
}

/** As editors tell of it: only what is between the first and the last difference. */
function change(uri: string, text: string): void {
  const before = client.text(uri);
  const { prefix, endBefore, endAfter } = textDelta(before, text);
  const document = TextDocument.create(uri, '', 0, before);
  const range = { start: document.positionAt(prefix), end: document.positionAt(endBefore) };
  // Between the two characters of a line end there is no place that a client could name.
  const isExact = document.offsetAt(range.start) === prefix && document.offsetAt(range.end) === endBefore;
  const whole = { start: document.positionAt(0), end: document.positionAt(before.length) };
  client.change(uri, isExact ? [{ range, text: text.slice(prefix, endAfter) }] : [{ range: whole, text }]);
  expect(client.text(uri)).toBe(text);
  done.edits++;
}

async function ask(uri: string, method: string, at: number): Promise<void> {
  const text = client.text(uri);
  const document = TextDocument.create(uri, '', 0, text);
  const position = document.positionAt(Math.floor(at * text.length));
  const range = { start: document.positionAt(0), end: document.positionAt(text.length) };
  if (method === 'codeAction') await client.actions(uri, range);
  else await client.request(`textDocument/${method}`, { textDocument: { uri }, position, range });
  done.requests++;
}

async function compare(uris: readonly string[]): Promise<void> {
  for (const uri of uris) other.open(uri, client.text(uri));
  try {
    for (const uri of uris) {
      const [now, fresh] = [await client.pull(uri), await other.pull(uri)];
      expect(now, uri).toEqual(fresh);
      holdsLaws(now, client.text(uri));
      done.comparisons++;
      done.diagnostics += now.length;
    }
  } finally {
    for (const uri of uris) other.close(uri);
  }
}

function holdsLaws(found: readonly Diagnostic[], text: string): void {
  expect(found.filter(({ code }) => code === 'internal-error')).toEqual([]);
  const { lineCount } = TextDocument.create('', '', 0, text);
  for (const { range } of found) expect(range.end.line).toBeLessThan(lineCount);
}

/** A fix as the editor applies it; that may concern any file of the bundle. */
async function takeAction(uri: string, which: number, uris: readonly string[]): Promise<void> {
  const end = TextDocument.create(uri, '', 0, client.text(uri)).positionAt(Number.POSITIVE_INFINITY);
  const offered = await client.actions(uri, { start: { line: 0, character: 0 }, end });
  const usable = offered.filter(({ edit }) => edit?.documentChanges?.every((one) => 'textDocument' in one));
  const taken = usable[Math.floor(which * usable.length)];
  if (!taken?.edit) return;
  client.apply(taken.edit);
  done.actions++;
  await compare(uris);
}

function pick<T>(from: readonly T[], share: number): T {
  return from[Math.floor(share * from.length)] as T;
}
