/** Whatever is edited, in whatever style: what was asked for is read afterwards, everything else as it was, and no comment is lost. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlanEdit, Skeleton } from '../../../server/src/model/edit.ts';
import { allNodes, type LocatedNode } from '../../../server/src/model/located.ts';
import { markdownEditWriter } from '../../../server/src/model/markdown/edit.ts';
import { spotAt } from '../../../server/src/model/markdown/editing/editing.ts';
import { type Path, pathsOf, withValue } from '../../../server/src/model/markdown/editing/paths.ts';
import { readMarkdown, readWithLayouts } from '../../../server/src/model/markdown/read.ts';
import { equalJson, type Json, jsonOf } from '../../../server/src/model/markdown/writing/json.ts';
import { type DocumentKind, PART_NAMES, type PlanDocument } from '../../../server/src/model/plan-document.ts';
import { applyChanges } from '../../support/apply-changes.ts';
import { STYLES } from './documents.ts';
import { valueFor } from './plan-values.ts';

const runs = Number(process.env.RUNS ?? 25);

interface Asked {
  readonly document: PlanDocument;
  readonly edit: PlanEdit;
  readonly wanted: Json;
  readonly said: string;
}

type Make = (value: fc.Arbitrary<Json>) => Json;

/** An edit of one node of the document: a key of a map, an item of a list, another value. */
function ask(text: string, kind: DocumentKind, node: number, key: number, make: Make): Asked | undefined {
  const reading = readWithLayouts({ uri: 'file:///x.md', syntax: 'markdown', text }, kind);
  const { document } = reading;
  const nodes = [...allNodes(document.root)];
  const target = nodes[node % nodes.length] as LocatedNode;
  const path = pathsOf(document.root)(target);
  const spot = path && spotAt(path, { document, kind });
  if (!path || !spot) return undefined;
  const before = jsonOf(document.root);
  const asked = (edit: PlanEdit, at: Path, value: Json): Asked => ({
    document,
    edit,
    wanted: withValue(before, at, value),
    said: `${edit.kind} ${at.join('.')} = ${JSON.stringify(value)}`,
  });
  if (target.kind === 'map') {
    const all = [...(spot.shape.unit?.properties.values() ?? [])].filter(
      (one) => !(PART_NAMES as readonly string[]).includes(one.key),
    );
    const property = all[key % all.length];
    if (!property) return undefined;
    const value = make(valueFor(property.shape, property.fences, 1));
    return asked(
      { kind: 'set', parent: target, key: property.key, value: value as Skeleton },
      [...path, property.key],
      value,
    );
  }
  if (target.kind === 'list') {
    if (!spot.shape.item) return undefined;
    const value = make(valueFor(spot.shape.item, [], 1));
    return asked({ kind: 'append', list: target, value: value as Skeleton }, [...path, target.items.length], value);
  }
  const value = make(valueFor(spot.shape, spot.property?.fences ?? [], 1));
  return asked({ kind: 'write', node: target, value: value as Skeleton }, path, value);
}

const refused = new Set<string>();
let asked = 0;

describe.each(STYLES)('$name', ({ name, kind, text }) => {
  it.each([
    ['LF', text],
    ['CR LF', text.replace(/\n/g, '\r\n')],
  ])('with %s', (ends, document) => {
    fc.assert(
      fc.property(fc.gen(), fc.nat(), fc.nat(), (gen, node, key) => {
        const one = ask(document, kind, node, key, (value) => gen(() => value));
        if (!one) return;
        asked++;
        const changes = markdownEditWriter(one.document)([one.edit]);
        if (changes.length === 0) {
          if (!equalJson(jsonOf(one.document.root), one.wanted)) refused.add(`${name}: ${one.said}`);
          return;
        }
        const after = applyChanges(document, changes);
        const back = jsonOf(readMarkdown({ uri: 'file:///x.md', syntax: 'markdown', text: after }, kind).root);
        expect(equalJson(back, one.wanted) || / = false$/.test(one.said), `${one.said}\n${after}`).toBe(true);
        if (ends === 'CR LF') expect(after.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/);
        for (const comment of document.match(/<!--[\s\S]*?-->/g) ?? []) expect(after).toContain(comment);
      }),
      // A failing text is told as it is: each smaller one would be read and written anew.
      { numRuns: runs, endOnFailure: true },
    );
  });
});

it('refuses next to nothing', () => {
  if (process.env.SHOW) for (const said of refused) process.stdout.write(`REFUSED ${said}\n`);
  expect(refused.size / Math.max(1, asked)).toBeLessThan(0.1);
});
