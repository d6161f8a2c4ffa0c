/** Ids of rules where they are written: in suppressions, in both syntaxes, and in policies. */
import { describe, expect, it } from 'vitest';
import type { CompletionItem, CompletionList } from 'vscode-languageserver';
import { positionOf, serving } from './places.ts';

async function offered(name: string, text: string): Promise<CompletionItem[]> {
  let items: CompletionItem[] = [];
  await serving({ [name]: text }, async (editor) => {
    items = (await editor.ask<CompletionList | null>('textDocument/completion', positionOf(editor)))?.items ?? [];
  });
  return items;
}
const labels = async (name: string, text: string): Promise<string[]> =>
  (await offered(name, text)).map(({ label }) => label);

const PLAN = 'rolloutPlan: 1\nrollout:\n  stages:\n    ';
const ARTIFACT = '# Rollout plan\n\n## Stages\n\n';

describe('a suppression', () => {
  it.each([
    ['rollout-plan.yaml', `${PLAN}# rollout-plan-disable-next-line missing-ab|\n    - id: a\n`],
    ['rollout-plan.yaml', `${PLAN}# rollout-plan-disable-next-line placeholder-left, |\n    - id: a\n`],
    ['ROLLOUT_PLAN.md', `${ARTIFACT}<!-- rollout-plan-disable-next-line | -->\n### Canary\n`],
  ])('of %s names rules: %s', async (name, text) => {
    const found = await labels(name, text);
    expect(found).toContain('missing-abort-criteria');
    expect(found).toContain('sql-drop-column');
    expect(found.includes('placeholder-left')).toBe(!text.includes('placeholder-left'));
  });

  it.each([
    ['rollout-plan.yaml', `${PLAN}# roll|\n    - id: a\n`],
    ['ROLLOUT_PLAN.md', `${ARTIFACT}<!-- rollout-plan-dis|\n`],
  ])('is begun in %s', async (name, text) => {
    const items = await offered(name, text);
    expect(items.map(({ label }) => label)).toEqual([
      'rollout-plan-disable-line',
      'rollout-plan-disable-next-line',
      'rollout-plan-disable',
      'rollout-plan-enable',
      'rollout-plan-disable-file',
    ]);
  });

  it.each([`${PLAN}# |\n`, `${PLAN}# see the roll|\n`, `${PLAN}# rollout-plan-disable-next-line a -- because |\n`])(
    'is not offered in prose: %s',
    async (text) => {
      const found = await labels('rollout-plan.yaml', text);
      expect(found.filter((label) => label.startsWith('rollout-plan-') || label === 'missing-abort-criteria')).toEqual(
        [],
      );
    },
  );
});

describe('a policy', () => {
  it('names rules, and the severities that they may have', async () => {
    expect(await labels('rollout-plan.config.yaml', 'rules:\n  missing-ab|\n')).toContain('missing-abort-criteria');
    expect(await labels('rollout-plan.config.yaml', 'rules:\n  missing-canary: |\n')).toEqual(
      expect.arrayContaining(['error', 'warning', 'information', 'hint', 'off']),
    );
    expect(await labels('rollout-plan.config.yaml', '|\n')).toEqual(expect.arrayContaining(['rules', 'extends']));
  });
});
