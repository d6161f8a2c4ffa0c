/** Whatever is asked, anywhere in any text, is answered, and about places that are in the text. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { codeLenses, referencesAt, saidByNeighbours } from '../../server/src/features/code-lenses.ts';
import type { PlanContext } from '../../server/src/features/context.ts';
import { hover } from '../../server/src/features/hover/index.ts';
import { inlayHints } from '../../server/src/features/inlay-hints.ts';
import { irreversibleByNeighbours, semanticTokens } from '../../server/src/features/semantic-tokens.ts';
import type { Range } from '../../server/src/features/types.ts';
import { createLanguageService } from '../../server/src/service.ts';
import { memoryHost } from '../support/memory-host.ts';

const FILES = [
  'orders-currency/rollout-plan.yaml',
  'orders-currency/ROLLOUT_PLAN.md',
  'orders-currency/MIGRATION_PLAN.md',
  'orders-currency/ROLLBACK_PLAN.md',
  'orders-currency/VALIDATION_CHECKLIST.md',
  'orders-currency/COMPATIBILITY_CONTRACT.md',
  'orders-currency/rollback-rehearsals/001.md',
  'risky/rollout-plan.yaml',
  'risky/ROLLOUT_PLAN.md',
].map((path) => ({ path, text: readFileSync(`examples/${path}`, 'utf8') }));

async function contextOf(path: string, text: string): Promise<PlanContext | undefined> {
  const service = createLanguageService(memoryHost());
  const uri = `file:///work/${path}`;
  service.open(uri, path.endsWith('.md') ? 'markdown' : 'yaml', 1, text);
  return service.context(uri);
}

function expectInside({ start, end }: Range, document: TextDocument): void {
  for (const place of [start, end]) expect(document.positionAt(document.offsetAt(place))).toEqual(place);
  expect(document.offsetAt(start)).toBeLessThanOrEqual(document.offsetAt(end));
}

const WHOLE = { start: { line: 0, character: 0 }, end: { line: 1e6, character: 0 } };

/** Everything that is asked without a place. */
function lookAt(context: PlanContext): void {
  const { document } = context;
  for (const { range } of codeLenses(context)) {
    expectInside(range, document);
    for (const location of referencesAt(context, range.start).locations) expectInside(location.range, document);
  }
  for (const { position, label } of inlayHints(context, WHOLE)) {
    expectInside({ start: position, end: position }, document);
    expect(label).not.toMatch(/undefined|NaN|\n/);
  }
  let last = 0;
  for (const { position, length } of semanticTokens(context)) {
    const start = document.offsetAt(position);
    expect(start).toBeGreaterThanOrEqual(last);
    last = start + length;
    expect(document.positionAt(last).line).toBe(position.line);
  }
  saidByNeighbours(context);
  irreversibleByNeighbours(context);
}

function pointAt(context: PlanContext, offset: number): void {
  const { document } = context;
  const found = hover(context, document.positionAt(offset));
  if (!found) return;
  expectInside(found.range, document);
  expect(found.text.plain.trim()).not.toBe('');
  expect(found.text.markdown).not.toMatch(/undefined|\]\(command:/);
}

describe.each(FILES)('$path', ({ path, text }) => {
  it.each([['\n'], ['\r\n']])('at every place of its lines, which end in %j', async (eol) => {
    const context = await contextOf(path, text.replaceAll('\n', eol));
    if (!context) throw new Error('it is a plan');
    lookAt(context);
    for (let offset = 0; offset <= context.document.getText().length; offset += 23) pointAt(context, offset);
  });

  it('half typed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(text.length), fc.nat(400), async (length, back) => {
        const context = await contextOf(path, text.slice(0, length));
        if (!context) return;
        lookAt(context);
        for (const offset of [length, length - back, length - 1]) pointAt(context, Math.max(0, offset));
      }),
      { numRuns: 10 },
    );
  });
});
