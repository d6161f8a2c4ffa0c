/** Inlay hints: what they say, and behind which words. */
import { describe, expect, it } from 'vitest';
import type { InlayHint } from 'vscode-languageserver';
import { ARTIFACT, GLANCE, PLAN, WHOLE } from './glance.ts';
import { type Editor, serving } from './places.ts';

const ask = (editor: Editor, range = WHOLE) => editor.ask<InlayHint[]>('textDocument/inlayHint', { range });

/** Each hint in brackets where it stands. */
function shown(text: string, hints: readonly InlayHint[]): string[] {
  const lines = text.split('\n');
  const byPlace = [...hints].sort(
    (a, b) => b.position.line - a.position.line || b.position.character - a.position.character,
  );
  for (const { position, label } of byPlace) {
    const line = lines[position.line] ?? '';
    lines[position.line] = `${line.slice(0, position.character)} [${label}]${line.slice(position.character)}`;
  }
  return [...new Set(hints.map(({ position }) => position.line))]
    .sort((a, b) => a - b)
    .map((line) => lines[line]?.trim() ?? '');
}

const IN_PLAN = [
  'ttl: 45d [until 2026-12-16]',
  '- { id: staging [1 abort criterion from the rollout], environment: staging, weight: 100% [0% of production], soak: 24h }',
  'weight: 2% [of users]',
  'soak: 2h [begins after 1d]',
  '- { id: ramp [begins after 1d2h], extends: canary [2 abort criteria], weight: 25% [of users, ×13] }',
];

describe('inlay hints', () => {
  it.each([['\n'], ['\r\n']])('stand behind what they add to, with lines that end in %j', async (eol) => {
    const text = PLAN.replaceAll('\n', eol);
    await serving({ 'rollout-plan.yaml': text.replaceAll('|', '\\|') }, async (editor) => {
      expect(shown(text, await ask(editor))).toEqual(IN_PLAN);
    });
  });

  it('stand in artifacts too', async () => {
    await serving({ 'ROLLOUT_PLAN.md': ARTIFACT }, async (editor) => {
      expect(shown(ARTIFACT, await ask(editor))).toEqual([
        '### Stage 1: canary [1 abort criterion from the rollout] (2% [of users], 2h)',
        '### Stage 2: full [1 abort criterion from the rollout] (100% [of users, ×50], 24h [begins after 2h])',
      ]);
    });
  });

  it('tell more when somebody points at them', async () => {
    await serving(
      { 'rollout-plan.yaml': PLAN },
      async (editor) => {
        const hints = await ask(editor);
        const inherited = hints.find(({ label }) => label === '2 abort criteria');
        expect(inherited?.tooltip).toEqual({
          kind: 'markdown',
          value: expect.stringMatching(/^- Aborts when error-rate stays above 2 % for five minutes, then rolls back/),
        });
      },
      { capabilities: GLANCE },
    );
  });

  it('are given for the part that is asked for', async () => {
    await serving({ 'rollout-plan.yaml': PLAN }, async (editor) => {
      const hints = await ask(editor, { start: { line: 5, character: 0 }, end: { line: 9, character: 0 } });
      expect(hints.map(({ label }) => label)).toEqual(['until 2026-12-16']);
    });
  });

  it.each([
    ['inheritedCriteria', /abort/],
    ['elapsedTime', /begins/],
    ['exposedShare', /of /],
    ['computedEnd', /until/],
  ])('of the kind %s can be switched off', async (kind, pattern) => {
    await serving(
      { 'rollout-plan.yaml': PLAN },
      async (editor) => {
        const labels = (await ask(editor)).map(({ label }) => String(label));
        expect(labels.filter((label) => pattern.test(label) && !/from/.test(label))).toEqual([]);
        expect(labels.length).toBeGreaterThan(3);
      },
      { settings: { inlayHints: { [kind]: false } } },
    );
  });

  it('say nothing of what is not known', async () => {
    const text =
      'rolloutPlan: 1\nrollout:\n  stages:\n    - { id: a, weight: 5%, soak: soon }\n    - { id: b, weight: half }\n    - { id: c }\nbackups:\n  - { id: d, ttl: 45d }\n';
    await serving({ 'rollout-plan.yaml': text }, async (editor) => expect(await ask(editor)).toEqual([]));
  });
});
