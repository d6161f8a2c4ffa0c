import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type DefinitionLink,
  type DocumentHighlight,
  DocumentHighlightKind,
  type Location,
  type Range,
} from 'vscode-languageserver';
import { type LspClient, PULL, startClient } from '../support/lsp-client.ts';
import { type Editor, opening, positionOf, serving } from './places.ts';

let client: LspClient;
beforeAll(async () => {
  client = await startClient();
});
afterAll(() => client.stop());

let folders = 0;
const editing = (files: Readonly<Record<string, string>>, test: (editor: Editor) => Promise<void>): Promise<void> =>
  test(opening(client, files, `file:///bundle/${++folders}`));

const PLAN = `rolloutPlan: 1
# error-rate comes from the gateway
metrics:
  - id: error-rate
    query: "x"
backups:
  - { id: orders-before-contract, ref: "s3://backups/orders-before-contract.dump" }
flags:
  - id: orders-write-currency
migration:
  steps:
    - id: drop-cents
      backup: orders-before-contract
      flag: orders-write-currency
      up: { command: flagctl set orders-write-currency --on }
rollout:
  templates:
    - { id: base, soak: 1h }
  stages:
    - id: canary
      extends: base
      metrics: [error-rate]
      abortCriteria: ["error-rate > 1% for 5m -> rollback", 'Error rate > 2%']
rollback:
  viableUntil: drop-cents
  notReverted: ["drop-cents removes data"]
`;

const STEPS = `# Migration plan

## Steps

### 1. Contract: Drop the old column (5.2.0)

- **Backup**: orders before contract

## Backups

\\| Id \\| Reference \\|
\\| --- \\| --- \\|
\\| orders-before-contract \\| rds:snapshot/orders \\|
`;

const WAY_BACK = `# Rollback plan

- **Viable until**: Drop the old column

Restore \`orders-before-contract\` beside production, never \`restore orders-before-contract --force\`.

## Rollback triggers

- error rate > 1% for 5m
`;

/** Where a cursor stands in the words of a text; the first ones unless others are asked for. */
const at = (text: string, words: string, which = 0): string => {
  const pieces = text.split(words);
  return [pieces.slice(0, which + 1).join(words), pieces.slice(which + 1).join(words)].join(`|${words}`);
};

/** `file:line words`, lines from 1. */
const place = ({ client }: Editor, uri: string, { start, end }: Range): string => {
  const lines = client.text(uri).split('\n');
  return `${uri.split('/').at(-1)}:${start.line + 1} ${lines[start.line]?.slice(start.character, end.character)}`;
};

async function definition(editor: Editor): Promise<string[]> {
  const links = await editor.ask<DefinitionLink[]>('textDocument/definition', positionOf(editor));
  return links.map(({ targetUri, targetSelectionRange }) => place(editor, targetUri, targetSelectionRange));
}

async function references(editor: Editor, includeDeclaration = true): Promise<string[]> {
  const params = { ...positionOf(editor), context: { includeDeclaration } };
  const found = await editor.ask<Location[]>('textDocument/references', params);
  return found.map(({ uri, range }) => place(editor, uri, range));
}

describe('definition', () => {
  it.each([
    ['a backup of a step', at(PLAN, 'orders-before-contract', 2), 'rollout-plan.yaml:7 orders-before-contract'],
    ['a flag of a step', at(PLAN, 'orders-write-currency', 1), 'rollout-plan.yaml:9 orders-write-currency'],
    ['a flag in a command', at(PLAN, 'orders-write-currency', 2), 'rollout-plan.yaml:9 orders-write-currency'],
    ['a metric of a stage', at(PLAN, 'error-rate', 2), 'rollout-plan.yaml:4 error-rate'],
    ['a metric in a criterion', at(PLAN, 'error-rate', 3), 'rollout-plan.yaml:4 error-rate'],
    ['a metric in words', at(PLAN, 'Error rate'), 'rollout-plan.yaml:4 error-rate'],
    ['a metric in a comment', at(PLAN, 'error-rate'), 'rollout-plan.yaml:4 error-rate'],
    ['the last step that can be taken back', at(PLAN, 'drop-cents', 1), 'rollout-plan.yaml:12 drop-cents'],
    ['a step in prose', at(PLAN, 'drop-cents', 2), 'rollout-plan.yaml:12 drop-cents'],
    ['a pattern for stages', at(PLAN, 'base', 1), 'rollout-plan.yaml:18 base'],
  ])('%s leads to where it is declared', (_, text, declared) =>
    editing({ 'rollout-plan.yaml': text }, async (editor) => expect(await definition(editor)).toEqual([declared])),
  );

  it('leads from one artifact to another', () =>
    editing({ 'ROLLBACK_PLAN.md': at(WAY_BACK, 'Drop the'), 'MIGRATION_PLAN.md': STEPS }, async (editor) =>
      expect(await definition(editor)).toEqual(['MIGRATION_PLAN.md:5 Drop the old column']),
    ));

  it('prefers the artifacts to a YAML plan beside them', () =>
    editing(
      {
        'ROLLBACK_PLAN.md': at(WAY_BACK, 'orders-before'),
        'MIGRATION_PLAN.md': STEPS,
        'rollout-plan.yaml': PLAN,
      },
      async (editor) => expect(await definition(editor)).toEqual(['MIGRATION_PLAN.md:13 orders-before-contract']),
    ));

  it('gives the whole of what is declared, around its name', () =>
    editing({ 'ROLLBACK_PLAN.md': at(WAY_BACK, 'Drop the'), 'MIGRATION_PLAN.md': STEPS }, async (editor) => {
      const [link] = await editor.ask<DefinitionLink[]>('textDocument/definition', positionOf(editor));
      expect(link?.targetRange.start.line).toBeLessThanOrEqual(4);
      expect(link?.targetRange.end.line).toBeGreaterThanOrEqual(6);
      expect(link?.originSelectionRange).toEqual({
        start: { line: 2, character: 20 },
        end: { line: 2, character: 39 },
      });
    }));

  it('is a plain place for clients that know no links', () =>
    serving(
      { 'rollout-plan.yaml': at(PLAN, 'base', 1) },
      async (editor) => {
        const found = await editor.ask<Location[]>('textDocument/definition', positionOf(editor));
        expect(found.map(({ uri, range }) => place(editor, uri, range))).toEqual(['rollout-plan.yaml:18 base']);
      },
      { capabilities: { ...PULL, textDocument: {} } },
    ));

  it.each([
    ['a key', at(PLAN, 'viableUntil')],
    ['part of a path', at(PLAN, 'orders-before-contract', 1)],
    ['a number', at(PLAN, '1%')],
  ])('%s leads nowhere', (_, text) =>
    editing({ 'rollout-plan.yaml': text }, async (editor) => expect(await definition(editor)).toEqual([])),
  );

  it('in a file of several plans stays in its own', () =>
    editing({ 'rollout-plan.yaml': `${PLAN}---\n${at(PLAN, 'base', 1)}` }, async (editor) =>
      expect(await definition(editor)).toEqual(['rollout-plan.yaml:45 base']),
    ));

  it.each([
    ['carriage returns', (text: string) => text.replaceAll('\n', '\r\n')],
    ['a byte order mark', (text: string) => `\uFEFF${text}`],
    ['characters of two units', (text: string) => text.replace('"error-rate >', '"👩‍🚀 全員 error-rate >')],
  ])('finds its way with %s', (_, variant) =>
    editing({ 'rollout-plan.yaml': at(variant(PLAN), 'error-rate', 2) }, async (editor) =>
      expect((await definition(editor)).map((one) => one.trim())).toEqual(['rollout-plan.yaml:4 error-rate']),
    ),
  );

  it('works in a document that has no file', async () => {
    const uri = 'untitled:Untitled-1';
    client.open(uri, PLAN);
    const line = PLAN.split('\n').indexOf('      extends: base');
    const position = { line, character: 16 };
    const links = await client.request<DefinitionLink[]>('textDocument/definition', {
      textDocument: { uri },
      position,
    });
    expect(links.map(({ targetUri }) => targetUri)).toEqual([uri]);
  });
});

describe('references', () => {
  it('are found in values, criteria, words and comments', () =>
    editing({ 'rollout-plan.yaml': at(PLAN, 'error-rate', 1) }, async (editor) =>
      expect(await references(editor)).toEqual([
        'rollout-plan.yaml:4 error-rate',
        'rollout-plan.yaml:22 error-rate',
        'rollout-plan.yaml:23 error-rate',
        'rollout-plan.yaml:23 Error rate',
        'rollout-plan.yaml:2 error-rate',
      ]),
    ));

  it('cross files, whichever syntax; a command is no place for a backup', () =>
    editing(
      {
        'ROLLBACK_PLAN.md': at(WAY_BACK, 'orders-before'),
        'MIGRATION_PLAN.md': STEPS,
        'rollout-plan.yaml': PLAN,
      },
      async (editor) =>
        expect((await references(editor, false)).sort()).toEqual([
          'MIGRATION_PLAN.md:7 orders before contract',
          'ROLLBACK_PLAN.md:5 orders-before-contract',
          'rollout-plan.yaml:13 orders-before-contract',
        ]),
    ));

  it('are one where an alias stands for the value', () => {
    const text =
      'rolloutPlan: 1\nmetrics:\n  - id: &m |error-rate\nrollout:\n  stages:\n    - { id: a, metrics: [*m] }\n';
    return editing({ 'rollout-plan.yaml': text }, async (editor) =>
      expect(await references(editor)).toEqual(['rollout-plan.yaml:3 error-rate']),
    );
  });
});

it('highlights tell the declaration from what refers to it, in this file alone', () =>
  editing(
    { 'rollout-plan.yaml': at(PLAN, 'drop-cents', 1), 'ROLLBACK_PLAN.md': '- **Viable until**: drop-cents\n' },
    async (editor) => {
      const found = await editor.ask<DocumentHighlight[]>('textDocument/documentHighlight', positionOf(editor));
      const { Read, Text, Write } = DocumentHighlightKind;
      expect(found.map(({ kind, range }) => [range.start.line + 1, kind])).toEqual([
        [12, Write],
        [25, Read],
        [26, Text],
      ]);
    },
  ));
