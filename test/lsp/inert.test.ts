/** Whatever a plan says, the Markdown of hovers and completions makes nothing of it: no HTML, no picture, no link but to our own pages. */
import MarkdownIt from 'markdown-it';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CompletionItem, CompletionList, Hover, InlayHint, MarkupContent } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type LspClient, PULL, startClient } from '../support/lsp-client.ts';

const EVIL =
  '[a](command:evil) <img src=x onerror=y> <b>&lt;b&gt; ![i](http://e.example/i) <http://e.example> https://e.example/x www.e.example me@e.example `` ` $(x)';
const quoted = JSON.stringify(EVIL);
const YAML = `rolloutPlan: 1
name: ${quoted}
title: ${quoted}
owner: ${quoted}
${quoted}: ${quoted}
metrics:
  - { id: error-rate, query: ${quoted}, description: ${quoted}, source: ${quoted} }
  - { id: ${quoted}, query: ${quoted} }
backups:
  - { id: before, ref: ${quoted}, ttl: 45d, location: ${quoted} }
flags:
  - { id: flag-a, owner: ${quoted}, default: ${quoted} }
migration:
  steps:
    - id: drop-it
      title: ${quoted}
      backup: before
      flag: flag-a
      up: { sql: ${JSON.stringify(`DROP TABLE "${EVIL.replaceAll('"', '')}"; ALTER TABLE a DROP COLUMN "<img src=x>"`)} }
    - id: tidy
      after: { step: drop-it }
      up: { command: ${JSON.stringify(`rm -rf '${EVIL}' && terraform destroy ${EVIL}`)} }
rollout:
  stages:
    - id: canary
      abortCriteria: [${JSON.stringify(`${EVIL} happens`)}, error-rate > 1% for 5m -> rollback]
    - { id: ${quoted}, extends: canary, soak: 30m }
`;
const MARKDOWN = `# Rollback plan

## Approach

${EVIL}

## Triggers

- ${EVIL} > 1% for 5m
- ${EVIL}

## Steps

1. ${EVIL}
2. \`helm uninstall "<img src=x>"\`
`;

const reader = new MarkdownIt({ html: true, linkify: true });
const OWN_LINK =
  /^(?:https:\/\/github\.com\/rollout-plan\/|https:\/\/(?:www\.postgresql|dev\.mysql|mariadb|www\.sqlite|learn\.microsoft)\.|file:\/\/\/)/;

/** Everything in a Markdown text that is more than words. */
function livelyIn(markdown: string): string[] {
  const tokens = reader.parse(markdown, {}).flatMap((block) => [block, ...(block.children ?? [])]);
  return tokens.flatMap((token) => {
    if (/^(?:html|image)/.test(token.type)) return [`${token.type}: ${token.content}`];
    const href = token.type === 'link_open' ? String(token.attrGet('href')) : undefined;
    return href !== undefined && !OWN_LINK.test(href) ? [`link: ${href}`] : [];
  });
}

const markdownOf = (said: Hover['contents'] | InlayHint['tooltip'] | CompletionItem['documentation']): string[] =>
  said !== undefined && (said as MarkupContent).kind === 'markdown' ? [(said as MarkupContent).value] : [];

let client: LspClient;
beforeAll(async () => {
  client = await startClient({
    folders: ['file:///inert'],
    capabilities: { ...PULL, textDocument: { ...PULL.textDocument, hover: { contentFormat: ['markdown'] } } },
  });
});
afterAll(() => client.stop());

it('the measure knows what is alive', () => {
  expect(livelyIn(EVIL).length).toBeGreaterThan(5);
});

describe.each([
  ['rollout-plan.yaml', YAML],
  ['ROLLBACK_PLAN.md', MARKDOWN],
])('in %s', (name, text) => {
  const uri = `file:///inert/${name}`;
  const document = TextDocument.create(uri, '', 0, text);
  const places = Array.from({ length: Math.ceil(text.length / 4) }, (_, at) => document.positionAt(at * 4));
  beforeAll(async () => {
    client.open(uri, text);
    // A hover tells of what the client was told.
    await client.pull(uri);
  });
  afterAll(() => client.close(uri));

  it('hovers are inert, everywhere', async () => {
    const said = new Set<string>();
    for (const position of places) {
      const hover = await client.request<Hover | null>('textDocument/hover', { textDocument: { uri }, position });
      for (const markdown of hover ? markdownOf(hover.contents) : []) said.add(markdown);
    }
    expect([...said].some((markdown) => markdown.includes('img'))).toBe(true);
    expect([...said].flatMap(livelyIn)).toEqual([]);
  });

  it('completions are inert, everywhere', async () => {
    const said = new Set<string>();
    for (const position of places) {
      const list = await client.request<CompletionList | null>('textDocument/completion', {
        textDocument: { uri },
        position,
      });
      for (const { documentation, command } of list?.items ?? []) {
        for (const markdown of markdownOf(documentation)) said.add(markdown);
        expect(command?.command ?? 'editor.action.triggerSuggest').toBe('editor.action.triggerSuggest');
      }
    }
    expect([...said].flatMap(livelyIn)).toEqual([]);
  });

  it('hints are inert', async () => {
    const range = { start: { line: 0, character: 0 }, end: document.positionAt(text.length) };
    const hints = await client.request<InlayHint[] | null>('textDocument/inlayHint', { textDocument: { uri }, range });
    expect((hints ?? []).flatMap(({ tooltip }) => markdownOf(tooltip)).flatMap(livelyIn)).toEqual([]);
  });
});
