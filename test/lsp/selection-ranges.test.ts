import { describe, expect, it } from 'vitest';
import type { SelectionRange } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Editor, serving } from './places.ts';

/** The words that the selection takes in, from the cursor outwards. */
async function steps(editor: Editor): Promise<string[]> {
  const params = { positions: [editor.position] };
  const [first] = await editor.ask<SelectionRange[]>('textDocument/selectionRange', params);
  const document = TextDocument.create(editor.uri, '', 0, editor.client.text(editor.uri));
  const found: string[] = [];
  for (let at = first; at; at = at.parent) found.push(document.getText(at.range));
  return found;
}

describe('a selection grows', () => {
  it('from words to the whole plan', () => {
    const text = `rolloutPlan: 1\nrollout:\n  stages:\n    - id: "can|ary"\n      soak: 2h\n    - id: full\n`;
    const plain = text.replace('|', '');
    return serving({ 'rollout-plan.yaml': text }, async (editor) =>
      expect(await steps(editor)).toEqual([
        'canary',
        '"canary"',
        'id: "canary"',
        'id: "canary"\n      soak: 2h',
        '- id: "canary"\n      soak: 2h\n    - id: full',
        'stages:\n    - id: "canary"\n      soak: 2h\n    - id: full',
        plain.slice(plain.indexOf('rollout:')).trimEnd(),
        plain.trimEnd(),
        plain,
      ]),
    );
  });

  it('from a key to its entry', () =>
    serving(
      { 'rollout-plan.yaml': 'rolloutPlan: 1\nrollback:\n  own|er: payments\n  timeBudget: 5m\n' },
      async (editor) =>
        expect((await steps(editor)).slice(0, 3)).toEqual([
          'owner',
          'owner: payments',
          'owner: payments\n  timeBudget: 5m',
        ]),
    ));

  it('in Markdown', () =>
    serving(
      { 'ROLLOUT_PLAN.md': '# Rollout plan\n\n## Stages\n\n### canary (5%)\n\n- **Soak**: 2|h\n\nMore.\n' },
      async (editor) => {
        const found = await steps(editor);
        expect(found.slice(0, 2)).toEqual(['2h', expect.stringContaining('Soak')]);
        expect(found.at(-2)).toContain('canary');
        expect(found.at(-1)).toContain('More.');
      },
    ));

  it('is the whole text where nothing is', () =>
    serving({ 'rollout-plan.yaml': '# noth|ing\n' }, async (editor) =>
      expect(await steps(editor)).toEqual(['# nothing\n']),
    ));
});
