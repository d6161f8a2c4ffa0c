/** After any edit, a plan that is being edited is judged as it would be if it were opened now. */
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Editor } from '../support/editor.ts';
import { filesBelow, ROOT } from '../support/files.ts';
import { edited, type RandomEdit, randomEdits } from '../support/random-edits.ts';

const seed = Number(process.env.SEED ?? Date.now() % 1e9);
const runs = Number(process.env.RUNS ?? 2);

const FIXTURES = [
  'test/fixtures/reference/rollout-plan.yaml',
  ...filesBelow('examples', /\.(?:md|yaml)$/),
  ...filesBelow('test/fixtures/markdown', /\.md$/),
];
const FORMS: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.replace(/\r?\n/g, '\r\n'),
  (text) => `\uFEFF${text}`,
  (text) => text.replaceAll('orders', 'or𝒳ders'),
];

async function check(name: string, text: string, edits: readonly RandomEdit[]): Promise<void> {
  const editor = new Editor(`file:///bundle/${name}`, text);
  await editor.diagnosticsAsText();
  let last = text;
  for (const one of edited(text, edits)) {
    editor.edit(one);
    // What was taken back again is what it was.
    const fresh = new Editor(editor.uri, one);
    expect(await editor.diagnosticsAsText()).toBe(await fresh.diagnosticsAsText());
    last = one;
  }
  expect(await editor.actionsAsText()).toBe(await new Editor(editor.uri, last).actionsAsText());
}

/** Line by line: taken away, put back, its last word another one, put back. Of a build's lines one in so many, another time others. */
const EACH = runs > 10 ? 1 : 10;

describe(`a line of a plan (SEED=${seed})`, { timeout: 600_000 }, () => {
  it.each(FIXTURES)('%s', async (path) => {
    const text = readFileSync(join(ROOT, path), 'utf8');
    const lines = text.split('\n');
    const editor = new Editor(`file:///bundle/${basename(path)}`, text);
    await editor.diagnosticsAsText();
    const judged = async (at: number, ...instead: readonly string[]): Promise<void> => {
      const one = lines.toSpliced(at, 1, ...instead).join('\n');
      editor.edit(one);
      expect(await editor.diagnosticsAsText()).toBe(await new Editor(editor.uri, one).diagnosticsAsText());
      editor.edit(text);
      await editor.diagnosticsAsText();
    };
    for (let at = seed % EACH; at < lines.length; at += EACH) {
      const line = lines[at] as string;
      await judged(at);
      await judged(at, line.replace(/[\w%]+(?=\W*$)/, 'other'));
      await judged(at, line, line);
    }
    expect(await editor.actionsAsText()).toBe(await new Editor(editor.uri, text).actionsAsText());
  });
});

describe(`edits of every fixture (SEED=${seed})`, { timeout: 60_000 + runs * 20_000 }, () => {
  it.each(FIXTURES)('%s', async (path) => {
    const text = readFileSync(join(ROOT, path), 'utf8');
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...FORMS), randomEdits, (form, edits) =>
        check(basename(path), form(text), edits),
      ),
      { seed, numRuns: runs },
    );
  });
});
