/** Code lenses: what they say above which line, and what a click brings. */
import { describe, expect, it } from 'vitest';
import type { CodeLens } from 'vscode-languageserver';
import type { ShowReferencesArgument } from '../../server/src/protocol.ts';
import { ARTIFACT, GLANCE, PLAN } from './glance.ts';
import { type Editor, serving } from './places.ts';

const COMMANDS = { commands: ['rolloutPlan.showReferences', 'rolloutPlan.startRehearsal'] };

async function lenses(editor: Editor): Promise<CodeLens[]> {
  const found = await editor.ask<CodeLens[]>('textDocument/codeLens');
  return Promise.all(
    found.map((lens) => (lens.command ? lens : editor.client.request<CodeLens>('codeLens/resolve', lens))),
  );
}

/** The words under each lens, and its title. */
function shown({ client, uri }: Editor, all: readonly CodeLens[]): string[] {
  return all.map(({ range, command }) => `${client.textIn(uri, range)}: ${command?.title}`);
}

describe('code lenses', () => {
  it('tell what a stage has and how often something is referred to', async () => {
    await serving(
      { 'rollout-plan.yaml': PLAN },
      async (editor) => {
        expect(shown(editor, await lenses(editor))).toEqual([
          'staging: 1 abort criterion · 24h',
          'canary: 2 abort criteria · 1 metric · 2h',
          'ramp: 2 abort criteria · 1 metric · 2h',
          'error-rate: referenced 3 times',
          'unused: not referenced',
          'before-drop: referenced once',
          'fill: referenced once',
          'drop-email: referenced once',
          'canary: referenced once',
          'rollback: Start rehearsal timer',
        ]);
      },
      { initializationOptions: COMMANDS },
    );
  });

  it('stand in artifacts too', async () => {
    await serving({ 'ROLLOUT_PLAN.md': ARTIFACT }, async (editor) => {
      expect(shown(editor, await lenses(editor))).toEqual([
        'canary: 1 abort criterion · 2h',
        'full: 1 abort criterion · 24h',
      ]);
    });
  });

  it('bring the references on a click, in every file', async () => {
    await serving(
      { 'rollout-plan.yaml': PLAN, 'ROLLBACK_PLAN.md': '# Rollback plan\n\n**Viable until**: drop-email\n' },
      async (editor) => {
        const lens = (await lenses(editor)).find(({ command }) => command?.title === 'referenced 2 times');
        expect(lens?.command?.command).toBe('rolloutPlan.showReferences');
        const [argument] = (lens?.command?.arguments ?? []) as ShowReferencesArgument[];
        const { uri, position, locations = [] } = argument ?? {};
        expect({ uri, position }).toEqual({ uri: editor.uri, position: lens?.range.start });
        expect(locations.map((location) => location.uri.split('/').at(-1))).toEqual([
          'rollout-plan.yaml',
          'ROLLBACK_PLAN.md',
        ]);
      },
      { initializationOptions: COMMANDS },
    );
  });

  it('promise nothing to a client that has no commands for them', async () => {
    await serving({ 'rollout-plan.yaml': PLAN }, async (editor) => {
      const all = await lenses(editor);
      expect(all.map(({ command }) => command?.command)).toEqual(all.map(() => ''));
      expect(shown(editor, all).join()).not.toContain('rehearsal');
    });
  });

  it.each([
    ['stages', / · /],
    ['references', /referenced/],
    ['rehearsal', /timer/],
  ])('of the kind %s can be switched off', async (kind, pattern) => {
    await serving(
      { 'rollout-plan.yaml': PLAN },
      async (editor) => {
        const all = shown(editor, await lenses(editor));
        expect(all.filter((line) => pattern.test(line))).toEqual([]);
        expect(all.length).toBeGreaterThan(3);
      },
      { settings: { codeLens: { [kind]: false } }, initializationOptions: COMMANDS },
    );
  });
});

describe('what is shown', () => {
  it('is asked for again when the settings change', async () => {
    await serving(
      { 'rollout-plan.yaml': PLAN },
      async ({ client }) => {
        client.settings = { codeLens: { stages: false } };
        client.notify('workspace/didChangeConfiguration', { settings: null });
        await client.until(() => client.refreshed.length === 3);
        expect([...client.refreshed].sort()).toEqual(['codeLens', 'inlayHint', 'semanticTokens']);
      },
      { capabilities: GLANCE },
    );
  });

  it('is asked for again when a neighbour changes it, and only then', async () => {
    const artifact = '# Rollback plan\n\nGo back before drop-email.\n';
    await serving(
      { 'rollout-plan.yaml': PLAN, 'ROLLBACK_PLAN.md': artifact },
      async (editor) => {
        const { client, uriOf } = editor;
        await client.until(() => client.refreshed.includes('codeLens'));
        await lenses(editor);
        client.refreshed.length = 0;
        client.edit(uriOf('ROLLBACK_PLAN.md'), 'Go back', 'Turn back');
        client.edit(uriOf('ROLLBACK_PLAN.md'), 'before drop-email', 'before drop-email, and error-rate');
        await client.until(() => client.refreshed.length > 0);
        expect(client.refreshed).toEqual(['codeLens']);
      },
      { capabilities: GLANCE },
    );
  });
});
