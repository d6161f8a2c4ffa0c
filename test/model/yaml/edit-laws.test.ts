/** Whatever is edited: what was asked for is there afterwards, everything else is as it was, and no comment is lost. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSlot, type PlanEdit, type Skeleton, slot } from '../../../server/src/model/edit.ts';
import { allNodes, type LocatedNode, type MapNode } from '../../../server/src/model/located.ts';
import type { PlanDocument } from '../../../server/src/model/plan-document.ts';
import { offsets } from '../../../server/src/model/source.ts';
import { yamlEditWriter } from '../../../server/src/model/yaml/edit.ts';
import { isAliased } from '../../../server/src/model/yaml/edits/places.ts';
import { readYaml } from '../../../server/src/model/yaml/read.ts';
import { applyChanges, shownSnippet } from '../../support/apply-changes.ts';
import { KEYS, madeUpYaml } from '../../support/made-up-yaml.ts';
import { BROKEN, type Js } from '../../support/tree-to-js.ts';
import { MISTAKES } from './mistakes.ts';

const seed = Number(process.env.SEED ?? Date.now() % 1e9);
const runs = Number(process.env.RUNS ?? 600);
const reference = readFileSync(new URL('../../fixtures/reference/rollout-plan.yaml', import.meta.url), 'utf8');
const ORDER = ['rolloutPlan', 'id', 'name', 'title', 'weight', 'soak', 'metrics', 'sql', 'abortCriteria', 'rollout'];

const words = fc.constantFrom(
  'a',
  '30m',
  'error-rate > 1% for 5m -> rollback',
  'a: b',
  '@dba',
  '- x',
  'x #y',
  '#x',
  '{a}',
  '[1]',
  'a, b',
  '',
  ' ',
  ' x',
  'x ',
  '12',
  '1e3',
  'true',
  'null',
  '~',
  'no',
  '14:02',
  '2026-12-01',
  'a\nb',
  'a\nb\n',
  '\na',
  'a\n\n',
  '  a\nb',
  'a\n  b\n',
  'a\r\nb',
  '\t',
  'a\tb',
  '\u0000',
  '\ud800',
  '𝒳',
  '\u2028',
  '\uFEFF',
  `$x $\{1:y} } \\`,
  "it's",
  '"',
  '\'"',
  '*x',
  '&x',
  '!x',
  '---',
  '...',
  '%',
  '|',
  '>',
  '?',
  ':',
  'a:',
  '<<',
  '# c1',
  'ALTER TABLE x;\n  -- why\n\nSELECT 1;\n',
  'a \nb',
);
const anyText = fc.oneof({ arbitrary: words, weight: 5 }, fc.string({ unit: 'binary', maxLength: 8 }));
const scalar: fc.Arbitrary<Skeleton> = fc.oneof(
  anyText,
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (Object.is(value, -0) ? 0 : value)),
  fc.boolean(),
  fc.constantFrom('30m', 'some words', 'a: b', '$1 {x} \\ $', '@x', 'a, [b').map(slot),
);
const skeleton = fc.letrec<{ value: Skeleton; list: Skeleton; map: Skeleton }>((tie) => ({
  value: fc.oneof({ depthSize: 'small' }, scalar, tie('list'), tie('map')),
  list: fc.array(tie('value'), { maxLength: 3 }) as fc.Arbitrary<Skeleton>,
  map: fc.dictionary(
    fc.oneof(
      fc.constantFrom(...KEYS, 'a: b', '# k', ''),
      anyText.filter((key) => key !== '<<'),
    ),
    tie('value'),
    { maxKeys: 3 },
  ) as fc.Arbitrary<Skeleton>,
})).value;

interface Wish {
  readonly kind: 'set' | 'set' | 'append' | 'write';
  readonly pick: number;
  readonly key: string;
  readonly value: Skeleton;
}
const wish: fc.Arbitrary<Wish> = fc.record({
  kind: fc.constantFrom('set' as const, 'set' as const, 'append' as const, 'write' as const),
  pick: fc.nat(),
  key: fc.constantFrom(...KEYS, ...ORDER, 'new key'),
  value: skeleton,
});

function readOne(text: string): PlanDocument {
  const [document] = readYaml({ uri: 'file:///rollout-plan.yaml', syntax: 'yaml', text });
  if (!document) throw new Error('readYaml gave no document');
  return document;
}

describe('edits of YAML', { timeout: 60_000 + runs * 100 }, () => {
  const law = (text: string, wishes: readonly Wish[]): void => {
    const document = readOne(text);
    // Made-up documents may hold an alias inside its own anchor.
    fc.pre(document.problems.length === 0);
    const edits = editsFor(document, wishes);
    const changes = yamlEditWriter(document, () => ORDER)(edits);
    const edited = applyChanges(text, changes);
    const read = readOne(edited);
    const told = `${JSON.stringify(edits.map(brief))}\n--- before\n${text}\n--- after\n${edited}\n---`;
    expect(
      read.problems.map((problem) => problem.message),
      told,
    ).toEqual([]);
    expect(toJs(read.root, []), told).toEqual(toJs(document.root, edits));
    for (const comment of commentsOutside(text, document, edits))
      expect(edited.includes(comment), `${comment} lost\n${told}`).toBe(true);
    if (text.includes('\r\n') && !/[^\r]\n/.test(text)) expect(edited, told).not.toMatch(/[^\r]\n/);
    for (const change of changes)
      if (change.snippet !== undefined) expect(shownSnippet(change.snippet), told).toBe(change.newText);
  };

  it(`keep everything else in made-up documents (SEED=${seed})`, () => {
    fc.assert(
      fc.property(madeUpYaml, fc.array(wish, { minLength: 1, maxLength: 3 }), ({ text }, wishes) => law(text, wishes)),
      { seed, numRuns: runs },
    );
  });

  it(`keep everything else in a plan with a mistake (SEED=${seed})`, () => {
    const mistake = fc.constantFrom(...MISTAKES);
    const property = fc.property(mistake, fc.array(wish, { minLength: 1, maxLength: 2 }), ({ find, write }, wishes) => {
      const text = reference.replace(find, () => write);
      const document = readOne(text);
      // Where the mistake itself is, nobody can say what an edit should do.
      const at = document.problems.map((problem) => offsets(problem.span));
      const edits = editsFor(document, wishes).filter((edit) => !at.some((place) => touches(edit, place)));
      const edited = applyChanges(text, yamlEditWriter(document, () => ORDER)(edits));
      const read = readOne(edited);
      const told = `${JSON.stringify(edits.map(brief))}\n--- before\n${text}\n--- after\n${edited}\n---`;
      expect(
        read.problems.map((problem) => problem.message),
        told,
      ).toEqual(document.problems.map((problem) => problem.message));
      expect(toJs(read.root, []), told).toEqual(toJs(document.root, edits));
    });
    fc.assert(property, { seed, numRuns: Math.ceil(runs / 5) });
  });

  it(`keep everything else in the reference plan (SEED=${seed})`, () => {
    const texts = [reference, reference.replaceAll('\n', '\r\n'), `\uFEFF${reference.trimEnd()}`];
    fc.assert(fc.property(fc.constantFrom(...texts), fc.array(wish, { minLength: 1, maxLength: 3 }), law), {
      seed,
      numRuns: Math.ceil(runs / 10),
    });
  });
});

/** Whether an edit is made in the collection that a problem is in, at or around its place. */
function touches(edit: PlanEdit, place: { start: number; end: number }): boolean {
  const span =
    edit.kind === 'replace'
      ? edit.span
      : (edit.kind === 'set' ? edit.parent : edit.kind === 'append' ? edit.list : edit.node).span;
  const { start, end } = offsets(span);
  // Also just behind it: the dash of an item, say.
  return start <= place.end + 8 && place.start <= end + 8;
}

/** Edits that do not contradict each other: none inside a value that another one replaces. */
function editsFor(document: PlanDocument, wishes: readonly Wish[]): PlanEdit[] {
  const nodes = [...allNodes(document.root)];
  const maps = nodes.filter((node) => node.kind === 'map');
  const lists = nodes.filter((node) => node.kind === 'list');
  const edits: PlanEdit[] = [];
  const replaced: LocatedNode[] = [];
  const touched: LocatedNode[] = [];
  const replaces = (node: LocatedNode): boolean => {
    const { start, end } = offsets(node.span);
    // An anchor inside would leave its aliases behind.
    if (/&a\d/.test(document.source.text.slice(start, end))) return false;
    if (
      touched.some((other) => other === node || isInside(other, node)) ||
      replaced.some((other) => isInside(node, other))
    )
      return false;
    replaced.push(node);
    touched.push(node);
    return true;
  };
  const touches = (node: LocatedNode): boolean => {
    if (replaced.some((other) => isInside(node, other))) return false;
    touched.push(node);
    return true;
  };
  for (const { kind, pick, key, value } of wishes) {
    const map = maps[pick % maps.length] as MapNode;
    const list = lists[pick % Math.max(lists.length, 1)];
    const node = nodes[pick % nodes.length] as LocatedNode;
    if (kind === 'append' && list?.kind === 'list' && touches(list)) edits.push({ kind, list, value });
    else if (kind === 'write' && node !== document.root && replaces(node)) edits.push({ kind, node, value });
    else if (kind === 'set') {
      const old = map.entries.get(key)?.value;
      const entry = map.entries.get(key);
      const aliased = entry && isAliased(entry);
      const twice = edits.some((edit) => edit.kind === 'set' && edit.parent === map && edit.key === key);
      if (twice || (old && !aliased && !replaces(old)) || !touches(map)) continue;
      edits.push({ kind, parent: map, key, value });
    }
  }
  return edits;
}

function isInside(inner: LocatedNode, outer: LocatedNode): boolean {
  const [a, b] = [offsets(inner.span), offsets(outer.span)];
  return a.start >= b.start && a.end <= b.end;
}

/** The tree as plain values, with the edits made. */
function toJs(node: LocatedNode, edits: readonly PlanEdit[]): Js {
  for (const edit of edits) {
    if (edit.kind === 'write' && edit.node === node) return skeletonToJs(edit.value);
    if (edit.kind !== 'set') continue;
    const old = edit.parent.entries.get(edit.key);
    if (old?.value === node && !isAliased(old)) return skeletonToJs(edit.value);
  }
  if (node.kind === 'scalar') return node.broken ? BROKEN : node.value;
  if (node.kind === 'list') {
    const more = edits.flatMap((edit) =>
      edit.kind === 'append' && edit.list === node ? [skeletonToJs(edit.value)] : [],
    );
    return [...node.items.map((item) => toJs(item, edits)), ...more];
  }
  const entries = new Map(Array.from(node.entries, ([key, entry]) => [key, toJs(entry.value, edits)]));
  for (const edit of edits)
    if (edit.kind === 'set' && edit.parent === node) entries.set(edit.key, skeletonToJs(edit.value));
  return Object.fromEntries(entries);
}

function skeletonToJs(value: Skeleton): Js {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(skeletonToJs);
  if (isSlot(value)) return value.slot;
  return Object.fromEntries(Object.entries(value).map(([key, below]) => [key, skeletonToJs(below)]));
}

function commentsOutside(text: string, document: PlanDocument, edits: readonly PlanEdit[]): string[] {
  const gone = edits.flatMap((edit) => {
    const entry = edit.kind === 'set' ? edit.parent.entries.get(edit.key) : undefined;
    const node = edit.kind === 'write' ? edit.node : entry && !isAliased(entry) ? entry.value : undefined;
    return node ? [offsets(node.span)] : [];
  });
  const comments = [...text.matchAll(/(?<=^|[ \n])# (?:c\d+$|head|draft|low|how|canary \||abort \|)/gm)];
  void document;
  return comments
    .filter(({ index }) => !gone.some(({ start, end }) => index >= start && index < end))
    .map(([comment]) => comment);
}

function brief(edit: PlanEdit): unknown {
  if (edit.kind === 'set') return ['set', offsets(edit.parent.span), edit.key, edit.value];
  if (edit.kind === 'append') return ['append', offsets(edit.list.span), edit.value];
  return edit.kind === 'write' ? ['write', offsets(edit.node.span), edit.value] : edit;
}
