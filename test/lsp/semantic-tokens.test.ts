/** Semantic tokens, decoded: the words, their type and their modifiers. */
import { describe, expect, it } from 'vitest';
import type { SemanticTokens, SemanticTokensDelta } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import manifest from '../../package.json';
import { TOKEN_MODIFIERS, TOKEN_TYPES } from '../../server/src/features/semantic-tokens.ts';
import { ARTIFACT, PLAN, WHOLE } from './glance.ts';
import { type Editor, serving } from './places.ts';

const FULL = 'textDocument/semanticTokens/full';

function decoded({ client, uri }: Editor, data: readonly number[]): string[] {
  const document = TextDocument.create(uri, '', 0, client.text(uri));
  const tokens: string[] = [];
  let [line, character] = [0, 0];
  for (let at = 0; at < data.length; at += 5) {
    const [down = 0, right = 0, length = 0, type = 0, bits = 0] = data.slice(at, at + 5);
    line += down;
    character = down > 0 ? right : character + right;
    const words = document.getText({ start: { line, character }, end: { line, character: character + length } });
    const modifiers = TOKEN_MODIFIERS.filter((_, bit) => bits & (1 << bit));
    tokens.push([`${words}: ${TOKEN_TYPES[type]?.replace('rollout', '').toLowerCase()}`, ...modifiers].join('.'));
  }
  return tokens;
}

describe('semantic tokens', () => {
  it.each([['\n'], ['\r\n']])('tell ids, parts of criteria and what is irreversible, with %j', async (eol) => {
    await serving({ 'rollout-plan.yaml': PLAN.replaceAll('\n', eol) }, async (editor) => {
      const { data } = await editor.ask<SemanticTokens>(FULL);
      expect(decoded(editor, data)).toEqual([
        'error-rate: metric.declaration',
        'unused: metric.declaration',
        'before-drop: backup.declaration',
        'fill: step.declaration',
        'drop-email: step.declaration.irreversible',
        'false: action.irreversible',
        'before-drop: backup',
        'fill: step',
        'error-rate: metric',
        '>: operator',
        '1%: number',
        'for 5m: duration',
        'rollback: action',
        'staging: stage.declaration',
        'canary: stage.declaration',
        'error-rate: metric',
        'error-rate: metric',
        '>: operator',
        '2%: number',
        'for 5m: duration',
        'rollback: action',
        'ramp: stage.declaration',
        'canary: stage',
        'drop-email: step.irreversible',
      ]);
    });
  });

  it('colour artifacts, and steps by what other files say of them', async () => {
    const rollback = '# Rollback plan\n\n**Viable until**: drop-email\n';
    const migration = '# Migration plan\n\n## Steps\n\n### 1. Contract: drop email\n\n**Reversible**: no\n';
    await serving({ 'ROLLBACK_PLAN.md': rollback, 'MIGRATION_PLAN.md': migration }, async (editor) => {
      expect(decoded(editor, (await editor.ask<SemanticTokens>(FULL)).data)).toEqual(['drop-email: step.irreversible']);
      const steps = { ...editor, uri: editor.uriOf('MIGRATION_PLAN.md') };
      const { data } = await editor.ask<SemanticTokens>(FULL, { textDocument: { uri: steps.uri } });
      expect(decoded(steps, data)).toEqual(['drop email: step.declaration.irreversible', 'no: action.irreversible']);
    });
    await serving({ 'ROLLOUT_PLAN.md': ARTIFACT }, async (editor) => {
      const { data } = await editor.ask<SemanticTokens>('textDocument/semanticTokens/range', {
        range: { ...WHOLE, start: { line: 7, character: 0 } },
      });
      expect(decoded(editor, data)).toEqual(['canary: stage.declaration', 'full: stage.declaration']);
    });
  });

  it('are sent as what has changed', async () => {
    await serving({ 'rollout-plan.yaml': PLAN }, async (editor) => {
      const { resultId, data } = await editor.ask<SemanticTokens>(FULL);
      editor.client.edit(editor.uri, '- id: unused', '# none');
      const { edits } = await editor.ask<SemanticTokensDelta>(`${FULL}/delta`, { previousResultId: resultId });
      const now = [...data];
      for (const { start, deleteCount, data: put = [] } of [...edits].reverse()) now.splice(start, deleteCount, ...put);
      expect(now).toEqual((await editor.ask<SemanticTokens>(FULL)).data);
      expect(edits.flatMap((edit) => edit.data ?? []).length).toBeLessThan(data.length / 2);
    });
  });

  it('can be switched off', async () => {
    await serving(
      { 'rollout-plan.yaml': PLAN },
      async (editor) => expect((await editor.ask<SemanticTokens>(FULL)).data).toEqual([]),
      { settings: { semanticTokens: { enable: false } } },
    );
  });

  it('are known to the manifest', () => {
    const { semanticTokenTypes, semanticTokenModifiers } = manifest.contributes;
    const own = TOKEN_TYPES.filter((type) => type.startsWith('rollout'));
    expect(semanticTokenTypes.map(({ id }) => id)).toEqual(own);
    expect(semanticTokenModifiers.map(({ id }) => id)).toEqual(['irreversible']);
  });
});
