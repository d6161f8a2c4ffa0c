/** Refactorings over the protocol: when they are offered, and that the edit can be taken. */
import { expect, it } from 'vitest';
import { type CodeAction, CodeActionTriggerKind } from 'vscode-languageserver';
import { serving } from './places.ts';

const PLAN = 'rolloutPlan: 1\nrollout:\n  stages:\n    - id: canary\n      soak: 2|4h\n';
const files = { 'rollout-plan.yaml': PLAN };

it('a person who opens the list sees them, and the edit is for the text as it is', async () => {
  await serving(files, async ({ client, uri, position }) => {
    const actions = await client.actions(uri, { start: position, end: position });
    const action = actions.find(({ title }) => title === 'Write "24h" as "1d"') as CodeAction;
    expect(action).toMatchObject({ kind: 'refactor.rewrite' });
    if (action.edit) client.apply(action.edit);
    expect(client.text(uri)).toBe(PLAN.replace('2|4h', '1d'));
  });
});

it('a lightbulb that looks by itself does not make them, a menu of refactorings has nothing else', async () => {
  await serving(files, async ({ client, uri, position }) => {
    const range = { start: position, end: position };
    const kinds = (actions: readonly CodeAction[]): Set<string | undefined> => new Set(actions.map(({ kind }) => kind));
    const byItself = await client.actions(uri, range, { triggerKind: CodeActionTriggerKind.Automatic });
    expect([...kinds(byItself)].filter((kind) => kind?.startsWith('refactor'))).toEqual([]);
    expect(kinds(await client.actions(uri, range, { only: ['refactor'] }))).toEqual(new Set(['refactor.rewrite']));
  });
});
