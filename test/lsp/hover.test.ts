import { expect, it } from 'vitest';
import type { Hover } from 'vscode-languageserver';
import { positionOf, serving } from './places.ts';

it('a key is explained in the words of the schema', async () => {
  await serving(
    { 'rollout-plan.yaml': 'rolloutPlan: 1\nrollout:\n  stages:\n    - id: canary\n      so|ak: 30m\n' },
    async (editor) => {
      const hover = await editor.ask<Hover>('textDocument/hover', positionOf(editor));
      expect(hover.contents).toMatchObject({ kind: 'markdown', value: expect.stringMatching(/soak/i) });
    },
  );
});
