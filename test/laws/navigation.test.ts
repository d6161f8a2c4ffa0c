/** Whatever is asked, at any place of a plan in whatever state: nothing throws, and every place that is answered lies inside its text. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { PlanContext } from '../../server/src/features/context.ts';
import { documentLinks, pathsToFollow } from '../../server/src/features/document-links.ts';
import { type DocumentSymbol, documentSymbols } from '../../server/src/features/document-symbols.ts';
import { definitions, highlights, references } from '../../server/src/features/navigation.ts';
import { renamable, rename } from '../../server/src/features/rename.ts';
import { selectionRanges } from '../../server/src/features/selection-ranges.ts';
import type { Position, Range } from '../../server/src/features/types.ts';
import { workspaceSymbols } from '../../server/src/features/workspace-symbols.ts';
import type { NamedFiles } from '../../server/src/lint/named-files.ts';
import { serviceOver, uriOf } from '../support/checking.ts';
import { filesBelow, ROOT } from '../support/files.ts';

const FIXTURES = [
  'test/fixtures/reference/rollout-plan.yaml',
  ...filesBelow('examples', /\.(?:md|yaml)$/),
  ...filesBelow('test/fixtures/markdown', /\.md$/),
];
/** As if all paths led somewhere. */
const EVERYTHING: NamedFiles = { find: (path) => ({ exists: true, uri: uriOf(encodeURIComponent(path)) }) };
const VARIANTS: readonly (readonly [string, (text: string) => string])[] = [
  ['LF', (text) => text],
  ['CRLF', (text) => text.replace(/\r?\n/g, '\r\n')],
  ['BOM', (text) => `\uFEFF${text}`],
  ['characters of two units', (text) => text.replace(/(?<=[a-z]) (?=[a-z])/g, ' 🚀 全 ')],
  ['two documents', (text) => `${text}\n---\n${text}`],
];

function* rangesOf(context: PlanContext, position: Position): Generator<readonly [uri: string, range: Range]> {
  const { uri } = context.document;
  for (const found of definitions(context, position)) {
    yield [found.uri, found.range];
    yield [found.uri, found.whole];
    yield [uri, found.origin];
  }
  for (const found of references(context, position, true)) yield [found.uri, found.range];
  for (const { range } of highlights(context, position)) yield [uri, range];
  for (const range of selectionRanges(context, position)) yield [uri, range];
  const found = renamable(context, position);
  if (found) yield [uri, found.range];
}

function* rangesOfFile(context: PlanContext): Generator<readonly [uri: string, range: Range]> {
  const { uri } = context.document;
  for (const { range } of documentLinks(context, pathsToFollow(context), EVERYTHING)) yield [uri, range];
  for (const symbol of workspaceSymbols(context, '')) yield [symbol.uri, symbol.range];
  for (const symbol of documentSymbols(context)) for (const range of rangesOfSymbol(symbol)) yield [uri, range];
}

function* rangesOfSymbol({ range, selection, children }: DocumentSymbol): Generator<Range> {
  yield range;
  yield selection;
  for (const child of children) yield* rangesOfSymbol(child);
}

function isInside({ document, documentOf }: PlanContext, uri: string, { start, end }: Range): boolean {
  const text = uri === document.uri ? document : documentOf(uri);
  if (!text) return false;
  const isPlace = (place: Position): boolean => {
    const there = text.positionAt(text.offsetAt(place));
    return there.line === place.line && there.character === place.character;
  };
  return isPlace(start) && isPlace(end) && text.offsetAt(start) <= text.offsetAt(end);
}

async function contextOf(path: string, text: string): Promise<PlanContext | undefined> {
  const name = path.replace(
    /^.*\/(?=(?:rollback-rehearsals|migrations)\/)|^(?!.*\/(?:rollback-rehearsals|migrations)\/).*\//,
    '',
  );
  return serviceOver({ [name]: text }, { adopt: 'always' }).context(uriOf(name));
}

/** What no fixture has: anchors, aliases, merge keys, flow collections, block scalars, and ids beside characters of two units. */
const AWKWARD = `rolloutPlan: 1
name: "\u4e2dU0001F680"
metrics: [{ id: &m error-rate, query: "🚀" }, { id: 'p99-latency' }]
backups:
  - id: >-
      before-it
    ttl: 3d
migration: { steps: [{ id: "drop\u002dit", backup: before-it, up: { sql: &s "DROP TABLE a; -- drop-it" } }] }
rollout:
  templates: [&t { id: base, metrics: [*m], abortCriteria: &c ["🚀 全 error-rate > 1%", 'Error rate > 2% for 5m'] }]
  stages:
    - { <<: *t, id: canary, extends: base }
    - <<: [*t]
      id: full
      abortCriteria: *c
      entryCriteria: [ "drop-it is done 🚀", |
rollback:
  viableUntil: drop-it # error-rate, p99-latency
`;

describe.each([...FIXTURES, 'awkward/rollout-plan.yaml'])('%s', (path) => {
  const original = path.startsWith('awkward') ? AWKWARD : readFileSync(join(ROOT, path), 'utf8');
  const step = path.startsWith('awkward') ? 7 : 97;

  test.each(VARIANTS)('%s: at places all over the text', async (_, variant) => {
    const text = variant(original);
    const context = await contextOf(path, text);
    if (!context) throw new Error('not a plan');
    const outside: unknown[] = [];
    // The step is a prime, so that it meets all columns.
    for (let offset = 0; offset <= text.length; offset += step) {
      const position = context.document.positionAt(offset);
      for (const [uri, range] of rangesOf(context, position)) if (!isInside(context, uri, range)) outside.push(range);
    }
    for (const [uri, range] of rangesOfFile(context)) if (!isInside(context, uri, range)) outside.push(range);
    expect(outside).toEqual([]);
  });

  test('half typed', async () => {
    const outside: unknown[] = [];
    for (let length = 0; length < original.length; length += step * 10) {
      const context = await contextOf(path, original.slice(0, length));
      if (!context) continue;
      for (const offset of [length, length - 3, Math.floor(length / 2)]) {
        const position = context.document.positionAt(Math.max(0, offset));
        for (const [uri, range] of rangesOf(context, position)) if (!isInside(context, uri, range)) outside.push(range);
        rename(context, position, 'another-name');
      }
      for (const [uri, range] of rangesOfFile(context)) if (!isInside(context, uri, range)) outside.push(range);
    }
    expect(outside).toEqual([]);
  });
});
