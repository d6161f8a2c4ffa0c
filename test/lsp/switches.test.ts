/** Features that people may want off, and how much is told of prose. */
import { expect, it } from 'vitest';
import { serving } from './places.ts';

const PLAN = {
  'rollout-plan.yaml': 'rolloutPlan: 1\nrollout:\n  stages:\n    - id: canary\n      soak: 2|4h\n',
};
const NEW_LINE = { 'rollout-plan.yaml': 'rolloutPlan: 1\nrollout:\n  stages:\n    - id: canary\n    |' };
const OPTIONS = { tabSize: 2, insertSpaces: true };

it.each([true, false])('indentation while typing: %s', async (enable) => {
  await serving(
    NEW_LINE,
    async ({ client, uri, position }) => {
      const asked = { textDocument: { uri }, position, ch: '\n', options: OPTIONS };
      const edits = await client.request<unknown[] | null>('textDocument/onTypeFormatting', asked);
      expect((edits ?? []).length > 0).toBe(enable);
    },
    { settings: { onType: { enable } } },
  );
});

it.each([true, false])('refactorings: %s', async (enable) => {
  await serving(
    PLAN,
    async ({ client, uri, position }) => {
      const actions = await client.actions(uri, { start: position, end: position }, { only: ['refactor'] });
      expect(actions.length > 0).toBe(enable);
    },
    { settings: { refactorings: { enable } } },
  );
});

it.each([
  ['full', [1, 2, 3]],
  ['warnings', [1, 2]],
  ['errors', [1]],
])('of Markdown is told: %s', async (strictness, severities) => {
  const text = '---\nrolloutPlan: 1\n---\n\n# Rollout plan\n\n## Stage 1: canary (50%, 2h)\n\n|';
  await serving(
    { 'ROLLOUT_PLAN.md': text },
    async ({ client, uri }) => {
      const told = new Set((await client.pull(uri)).map(({ severity }) => severity));
      expect([...told].sort()).toEqual(severities);
    },
    { settings: { markdown: { strictness } } },
  );
});

it('YAML plans are judged in full however strict Markdown is', async () => {
  await serving(
    PLAN,
    async ({ client, uri }) => {
      expect((await client.pull(uri)).some(({ severity }) => severity === 2)).toBe(true);
    },
    { settings: { markdown: { strictness: 'errors' } } },
  );
});
