/** Reading in pieces gives what reading in one go gives, for every text; and after edits what reading anew gives. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allNodes } from '../../../server/src/model/located.ts';
import type { PlanDocument } from '../../../server/src/model/plan-document.ts';
import type { Source } from '../../../server/src/model/source.ts';
import { PieceReader } from '../../../server/src/model/yaml/cutting/pieces.ts';
import { readWhole, readYaml } from '../../../server/src/model/yaml/read.ts';
import { placesOf } from '../../support/located-tree.ts';
import { madeUpYaml } from '../../support/made-up-yaml.ts';
import { edited, randomEdits } from '../../support/random-edits.ts';

const seed = Number(process.env.SEED ?? Date.now() % 1e9);
const runs = Number(process.env.RUNS ?? 40);
const reference = readFileSync(new URL('../../fixtures/reference/rollout-plan.yaml', import.meta.url), 'utf8');
/** Cut wherever it is possible: more than where it pays. */
const eager = () => new PieceReader(0);

const texts = fc.oneof(
  fc.constantFrom(reference, reference.replaceAll('\n', '\r\n'), `\uFEFF${reference}`, `# head\n---\n${reference}`),
  madeUpYaml.map(({ text }) => text),
);

function sourceOf(text: string): { uri: string; syntax: 'yaml'; text: string } {
  return { uri: 'file:///rollout-plan.yaml', syntax: 'yaml', text };
}

/** As text, which is compared a hundred times faster. */
const places = (documents: readonly PlanDocument[]) => JSON.stringify(documents.map(placesOf), undefined, 1);
const whole = (text: string) => places(readWhole(sourceOf(text)));

describe(`reading in pieces (SEED=${seed})`, { timeout: 60_000 + runs * 200 }, () => {
  it('is what reading in one go is', () => {
    fc.assert(
      fc.property(texts, randomEdits, (text, edits) => {
        for (const one of [text, ...edited(text, edits)])
          expect(places(readYaml(sourceOf(one), eager()))).toBe(whole(one));
      }),
      { seed, numRuns: runs },
    );
  });

  it('stays so over edits', () => {
    fc.assert(
      fc.property(texts, randomEdits, fc.boolean(), (text, edits, often) => {
        const source = sourceOf(text);
        const reader = often ? eager() : new PieceReader();
        readYaml(source, reader);
        for (const one of edited(text, edits)) {
          source.text = one;
          expect(places(readYaml(source, reader))).toBe(whole(one));
        }
      }),
      { seed, numRuns: runs },
    );
  });
});

it.each([
  ['a bracket that nothing opened, above a key', '}# head\nlinks:\n  - a\n  - b\n'],
  ['a bracket that nothing opened, below a key', 'links:\n  ]\n  - a\n  - b\n'],
  ['a tab above a key', '\tx\nlinks:\n  - a\n'],
  ['a bracket above the marker', ']# head\n---\nlinks:\n  - a\n'],
])('%s is the same mistake in pieces', (_, text) => {
  const documents = readYaml(sourceOf(text), eager());
  expect(documents.flatMap(({ problems }) => problems).length).toBeGreaterThan(0);
  expect(places(documents)).toBe(whole(text));
});

it('is cut no deeper than plans are worth it', () => {
  const text = 'a:\n b:\n  c:\n   d:\n    e:\n     f:\n      g: 1\n      h: 2\n';
  expect(places(readYaml(sourceOf(text), eager()))).toBe(whole(text));
});

describe('an edit', () => {
  it('leaves every node outside of its piece what it was', () => {
    const source = sourceOf(reference);
    const reader = new PieceReader();
    const nodes = (one: Source) => new Set(readYaml(one, reader).flatMap(({ root }) => [...allNodes(root)]));
    const before = nodes(source);
    source.text = reference.replace('soak: 2h', 'soak: 45m');
    const after = nodes(source);
    const anew = [...after].filter((node) => !before.has(node));
    expect(source.text).not.toBe(reference);
    expect(anew.length).toBeLessThan(after.size / 10);
  });
});
