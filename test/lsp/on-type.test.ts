/** What is typed after Enter stands below the first key of the item. */
import { describe, expect, it } from 'vitest';
import type { TextEdit } from 'vscode-languageserver';
import { positionOf, serving } from './places.ts';

const PLAN = 'rolloutPlan: 1\nrollout:\n  stages:\n';

async function indented(text: string, name = 'rollout-plan.yaml'): Promise<string | undefined> {
  let line: string | undefined;
  await serving({ [name]: text }, async (editor) => {
    const edits = await editor.ask<TextEdit[] | null>('textDocument/onTypeFormatting', {
      ...positionOf(editor),
      ch: '\n',
      options: { tabSize: 2, insertSpaces: true },
    });
    line = edits?.[0]?.newText;
    expect(edits?.length ?? 0).toBeLessThanOrEqual(1);
  });
  return line;
}

describe('after Enter', () => {
  it.each([
    ['behind the first key of an item', `${PLAN}    - id: canary\n    |`, '      '],
    ['in CRLF', `${PLAN}    - id: canary\n    |`.replaceAll('\n', '\r\n'), '      '],
    ['before other items', `${PLAN}    - id: canary\n    |\n    - id: full\n`, '      '],
    ['behind a wider dash', `${PLAN}    -   id: canary\n    |`, '        '],
  ])('%s', async (_, text, indentation) => expect(await indented(text)).toBe(indentation));

  it.each([
    ['behind a key of a mapping', `${PLAN}    - id: canary\n      soak: 2h\n      |`],
    ['behind a word of a list', `${PLAN}    - id: canary\n      metrics:\n        - error-rate\n        |`],
    ['where the editor has indented enough', `${PLAN}    - id: canary\n      |`],
    ['where something is written already', `${PLAN}    - id: canary\n    so|ak: 2h\n`],
    ['in a text of several lines', 'rolloutPlan: 1\ntitle: \\|\n  - id: canary\n  |'],
    ['behind a block scalar', `${PLAN}    - title: >-\n    |`],
  ])('nothing is done %s', async (_, text) => expect(await indented(text)).toBeUndefined());

  it('Markdown is left to the editor', async () => {
    expect(await indented('# Rollout plan\n\n- id: canary\n|', 'ROLLOUT_PLAN.md')).toBeUndefined();
  });
});
