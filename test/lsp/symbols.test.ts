import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type DocumentSymbol, type Range, type SymbolInformation, SymbolKind } from 'vscode-languageserver';
import { ROOT } from '../support/files.ts';
import { PULL, startClient } from '../support/lsp-client.ts';
import { serving } from './places.ts';

const PLAN = `rolloutPlan: 1
name: orders
title: Orders get a currency
metrics:
  - id: error-rate
    baseline: 0.1%
backups: [{ id: before, ttl: 45d }]
migration:
  steps:
    - id: drop-cents
      phase: contract
      reversible: false
    - title: Look at it
rollout:
  soak: 2h
  stages:
    - &c
      id: canary
      weight: 5%
      abortCriteria: ["error-rate > 1%", { when: data loss, then: rollback }]
    - { id: full, weight: 100%, soak: 1d }
`;

/** One line a symbol, indented, with what stands beside it. */
const outline = (symbols: readonly DocumentSymbol[], depth = ''): string[] =>
  symbols.flatMap(({ name, detail, kind, children }) => [
    `${depth}${name}${detail ? ` (${detail})` : ''} ${Object.keys(SymbolKind).find((key) => SymbolKind[key as 'File'] === kind)}`,
    ...outline(children ?? [], `${depth}  `),
  ]);

const symbols = 'textDocument/documentSymbol';

describe('the outline', () => {
  it('shows the structure with what is worth knowing', () =>
    serving({ 'rollout-plan.yaml': PLAN }, async ({ ask }) => {
      expect(outline(await ask<DocumentSymbol[]>(symbols))).toEqual([
        'metrics (1) Array',
        '  error-rate (0.1%) Number',
        'backups (1) Array',
        '  before (45d) Key',
        'migration Namespace',
        '  steps (2) Array',
        '    drop-cents (contract · irreversible) Function',
        '    Look at it Function',
        'rollout Namespace',
        '  stages (2) Array',
        '    canary (5% · 2h) Event',
        '      abortCriteria (2) Array',
        '        data loss Object',
        '    full (100% · 1d) Event',
      ]);
    }));

  it.each(['\n', '\r\n'])('has ranges that nest and names that stand in them', (eol) =>
    serving({ 'rollout-plan.yaml': PLAN.replaceAll('\n', eol) }, async ({ ask, client, uri }) => {
      const lines = client.text(uri).split(eol);
      const check = (all: readonly DocumentSymbol[], outer?: Range): void => {
        for (const { range, selectionRange, children, name } of all) {
          if (outer) expect(holds(outer, range), name).toBe(true);
          expect(holds(range, selectionRange), name).toBe(true);
          const { start, end } = selectionRange;
          expect(lines[start.line]?.slice(start.character, end.character)).toBe(name);
          check(children ?? [], range);
        }
      };
      check(await ask<DocumentSymbol[]>(symbols));
    }),
  );

  it('has a root for each plan of a file', () =>
    serving({ 'rollout-plan.yaml': `${PLAN}---\nname: second\nmetrics: []\n` }, async ({ ask }) => {
      const found = await ask<DocumentSymbol[]>(symbols);
      expect(found.map(({ name, detail }) => [name, detail])).toEqual([
        ['orders', 'Orders get a currency'],
        ['second', undefined],
      ]);
    }));

  it('lists what an alias stands for once, where it is written', () => {
    const text =
      'rolloutPlan: 1\nrollout:\n  stages:\n    - &a { id: a, abortCriteria: &x [ b ] }\n    - { id: c, abortCriteria: *x }\n    - *a\n';
    return serving({ 'rollout-plan.yaml': text }, async ({ ask }) =>
      expect(outline(await ask<DocumentSymbol[]>(symbols))).toEqual([
        'rollout Namespace',
        '  stages (3) Array',
        '    a Event',
        '      abortCriteria (1) Array',
        '    c Event',
      ]),
    );
  });

  it('leaves Markdown to its headings', () =>
    serving({ 'ROLLOUT_PLAN.md': '# Rollout plan\n\n## Stages\n\n### canary (5%)\n' }, async ({ ask }) =>
      expect(await ask(symbols)).toEqual([]),
    ));

  it('is a list for clients that know no trees', () =>
    serving(
      { 'rollout-plan.yaml': PLAN },
      async ({ ask }) => {
        const found = await ask<SymbolInformation[]>(symbols);
        expect(found.find(({ name }) => name === 'canary')).toMatchObject({ containerName: 'stages' });
      },
      { capabilities: { ...PULL, textDocument: {} } },
    ));
});

function holds(outer: Range, inner: Range): boolean {
  const number = ({ line, character }: Range['start']): number => line * 10_000 + character;
  return number(outer.start) <= number(inner.start) && number(inner.end) <= number(outer.end);
}

describe('the symbols of the workspace', () => {
  const found = async (query: string): Promise<string[]> => {
    const client = await startClient({ folders: [pathToFileURL(join(ROOT, 'examples/orders-currency')).href] });
    const answer = await client.request<SymbolInformation[]>('workspace/symbol', { query });
    await client.stop();
    return answer.map(
      ({ name, containerName, location }) => `${location.uri.split('/').at(-1)} ${containerName}: ${name}`,
    );
  };

  it('are found in files that are not open, by some letters', async () => {
    expect((await found('drpamt')).sort()).toEqual([
      'MIGRATION_PLAN.md orders-currency: drop-amount-cents',
      'rollout-plan.yaml orders-currency: drop-amount-cents',
    ]);
  });

  it('are found by their titles', async () => {
    expect(await found('add nullable')).toContain('rollout-plan.yaml orders-currency: Add nullable columns');
    expect(await found('explicit currency')).toContain(
      'rollout-plan.yaml orders-currency: Give every order an explicit currency',
    );
  });

  it('stand at the words that name them', async () => {
    const client = await startClient();
    client.open('untitled:plan', readFileSync(join(ROOT, 'test/fixtures/reference/rollout-plan.yaml'), 'utf8'));
    const [first] = await client.request<SymbolInformation[]>('workspace/symbol', { query: 'orders-before' });
    await client.stop();
    expect(first?.location.uri).toBe('untitled:plan');
    const { start, end } = first?.location.range ?? {
      start: { line: 0, character: 0 },
      end: { line: 0, character: 0 },
    };
    expect(end.character - start.character).toBe('orders-before-contract'.length);
  });

  it('are none where nothing fits', async () => expect(await found('zzzz')).toEqual([]));
});
