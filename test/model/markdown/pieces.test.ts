/** Reading from heading to heading gives what reading in one go gives, for every text; and after edits what reading anew gives. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allNodes } from '../../../server/src/model/located.ts';
import { markdownKind } from '../../../server/src/model/markdown/adoption.ts';
import { MarkdownPieces } from '../../../server/src/model/markdown/cutting/pieces.ts';
import { readMarkdown } from '../../../server/src/model/markdown/read.ts';
import type { DocumentKind, PlanDocument } from '../../../server/src/model/plan-document.ts';
import { offsets } from '../../../server/src/model/source.ts';
import { filesBelow, ROOT } from '../../support/files.ts';
import { placesOf } from '../../support/located-tree.ts';
import { edited, randomEdits } from '../../support/random-edits.ts';

const seed = Number(process.env.SEED ?? Date.now() % 1e9);
const runs = Number(process.env.RUNS ?? 4);
const FIXTURES = [...filesBelow('examples', /\.md$/), ...filesBelow('test/fixtures/markdown', /\.md$/)];
const FORMS: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.replace(/\r?\n/g, '\r\n'),
  (text) => `\uFEFF${text}`,
  (text) => text.replaceAll('orders', 'or𝒳ders'),
];

function sourceOf(text: string): { uri: string; syntax: 'markdown'; text: string } {
  return { uri: 'file:///x.md', syntax: 'markdown', text };
}

/** As text, which is compared a hundred times faster. */
function places(document: PlanDocument): string {
  const links = document.links.map(({ address, span }) => [address, offsets(span)]);
  return JSON.stringify([placesOf(document), links], undefined, 1);
}

const whole = (text: string, kind: DocumentKind) => places(readMarkdown(sourceOf(text), kind));

describe(`reading from heading to heading (SEED=${seed})`, { timeout: 60_000 + runs * 2_000 }, () => {
  it.each(FIXTURES)('%s', (path) => {
    const kind = markdownKind(path) ?? 'rollout';
    const text = readFileSync(join(ROOT, path), 'utf8');
    fc.assert(
      fc.property(fc.constantFrom(...FORMS), randomEdits, (form, edits) => {
        const source = sourceOf(form(text));
        const pieces = new MarkdownPieces();
        for (const one of [source.text, ...edited(source.text, edits)]) {
          source.text = one;
          expect(places(readMarkdown(source, kind, pieces))).toBe(whole(one, kind));
        }
      }),
      { seed, numRuns: runs },
    );
  });
});

const HEAD = '# Rollout plan\n\n## Stages\n\n';
const TAIL = '### Canary 5%\n\n- Soak: 1h\n';

it.each([
  ['a fence that does not end', '```sh\nls\n'],
  ['a fence that a shorter mark does not end', '````sh\n```\n'],
  ['a fence in a list that does not end', '- a\n\n  ```sh\n  ls\n'],
  ['a fence in a quote that does not end', '> ```sh\n> ls\n'],
  ['a heading in a fence', '```sh\n# ls\n```\n'],
  ['HTML up to a blank line', '<div>\n'],
  ['HTML that does not end', '<script>\n\n'],
  ['a comment that does not end', '<!-- a\n\n'],
  ['a comment', '<!-- a -->\n'],
  ['a comment over several lines', '<!-- a\n# b\n-->\n'],
  ['a definition', '[a]: b\n"c\n'],
  ['a table', '| a | b |\n| - | - |\n| c | d |\n'],
  ['a line separator', 'a\u2028'],
  ['a lone CR', 'a\r'],
  ['front matter', '\n---\na: b\n---\n'],
])('behind %s a heading is read as in the whole', (_, between) => {
  for (const text of [
    `${HEAD}${between}${TAIL}`,
    `${between}${TAIL}${between}${TAIL}`,
    `---\n# a\nplan: b\n---\n${between}${TAIL}`,
  ])
    expect(places(readMarkdown(sourceOf(text), 'rollout', new MarkdownPieces()))).toBe(whole(text, 'rollout'));
});

it('an edit leaves every item of another section what it was', () => {
  const text = readFileSync(join(ROOT, 'examples/orders-currency/MIGRATION_PLAN.md'), 'utf8');
  const source = sourceOf(text);
  const pieces = new MarkdownPieces();
  const nodes = () => new Set(allNodes(readMarkdown(source, 'migration', pieces).root));
  const before = nodes();
  source.text = text.replace('queueing every order behind it', 'queueing every order');
  const after = nodes();
  const anew = [...after].filter((node) => !before.has(node));
  expect(source.text).not.toBe(text);
  expect(anew.length).toBeLessThan(after.size / 3);
});
