/** Settings, as far as the wire: where they come from, when they change, what a wrong one does. */
import { describe, expect, it } from 'vitest';
import manifest from '../../package.json';
import { readSettings } from '../../server/src/lsp/settings.ts';
import { DEFAULT_SETTINGS } from '../../server/src/workspace/host.ts';
import { PULL, PUSH, startClient } from '../support/lsp-client.ts';
import { of, PLAN, TEXT } from './plans.ts';

const severity = (level: string) => ({ rules: { 'invalid-duration': level } });

describe('settings', () => {
  it('are asked for before the first diagnostics', async () => {
    const client = await startClient({ settings: severity('hint') });
    client.open(PLAN, TEXT);
    expect(of('invalid-duration', await client.pull(PLAN))[0]?.severity).toBe(4);
    await client.stop();
  });

  it('are not asked for when they came with the handshake', async () => {
    const client = await startClient({
      settings: severity('hint'),
      initializationOptions: { settings: severity('off') },
    });
    client.open(PLAN, TEXT);
    expect(of('invalid-duration', await client.pull(PLAN))).toEqual([]);
    await client.stop();
  });

  it('are asked for again when they change, and the client is told to look again', async () => {
    const client = await startClient();
    client.open(PLAN, TEXT);
    expect(of('invalid-duration', await client.pull(PLAN))).toHaveLength(1);
    client.settings = { enable: false };
    client.notify('workspace/didChangeConfiguration', { settings: null });
    await client.until(() => client.refreshes === 1);
    expect(await client.pull(PLAN)).toEqual([]);
    await client.stop();
  });

  it('are taken from the notification of a client that cannot be asked', async () => {
    const client = await startClient({ capabilities: PUSH });
    client.open(PLAN, TEXT);
    expect(of('invalid-duration', await client.pushed(PLAN))).toHaveLength(1);
    client.notify('workspace/didChangeConfiguration', { settings: { rolloutPlan: { enable: false } } });
    await client.until(() => client.published.at(-1)?.diagnostics.length === 0);
    await client.stop();
  });

  it('that are wrong are named once, and the rest holds', async () => {
    const client = await startClient({ settings: { enable: 'yes', ...severity('hint') } });
    client.open(PLAN, TEXT);
    expect(of('invalid-duration', await client.pull(PLAN))[0]?.severity).toBe(4);
    const message = 'Rollout Plan: rolloutPlan.enable must be true or false, not "yes". Using true.';
    expect(client.shown).toEqual([{ type: 2, message }]);
    client.notify('workspace/didChangeConfiguration', {});
    await client.until(() => client.refreshes === 1);
    expect(client.shown).toHaveLength(1);
    await client.stop();
  });

  it('cannot harm: a client that answers nonsense gets the defaults', async () => {
    for (const settings of [7, 'on', [], [[]], { rules: [] }, { rules: 1, maxProblems: '5' }, null]) {
      const client = await startClient({ settings, capabilities: PULL });
      client.open(PLAN, TEXT);
      expect(of('invalid-duration', await client.pull(PLAN))[0]?.severity).toBe(1);
      expect(await client.stop()).toBe(0);
    }
  });
});

describe('reading settings', () => {
  const read = (raw: unknown) => readSettings(raw, (id) => id === 'a-rule');

  it('gives the defaults of the manifest for nothing', () => {
    const { properties } = manifest.contributes.configuration;
    const declared: Record<string, unknown> = {};
    for (const [key, { default: value }] of Object.entries(properties)) {
      const [, group = '', name] = key.split('.');
      // These are the client's own.
      if (group === 'trace' || group === 'outline') continue;
      declared[group] = name === undefined ? value : { ...(declared[group] as object), [name]: value };
    }
    expect(declared).toEqual(DEFAULT_SETTINGS);
    for (const nothing of [undefined, null, {}]) {
      expect(read(nothing)).toEqual({ settings: DEFAULT_SETTINGS, problems: [] });
    }
  });

  it('takes the values that the manifest allows', () => {
    const { properties } = manifest.contributes.configuration;
    for (const adopt of properties['rolloutPlan.adopt'].enum) expect(read({ adopt }).problems).toEqual([]);
    const levels = Object.values(properties['rolloutPlan.rules'].patternProperties)[0]?.enum ?? [];
    expect(levels).toHaveLength(5);
    for (const level of levels) expect(read({ rules: { 'a-rule': level } })).toMatchObject({ problems: [] });
  });

  it.each([
    [{ enable: 1 }, 'rolloutPlan.enable must be true or false, not 1. Using true.'],
    [{ adopt: 'never' }, 'rolloutPlan.adopt must be one of auto, always, frontMatter, not "never". Using "auto".'],
    [{ maxProblems: 0 }, 'rolloutPlan.maxProblems must be a whole number of at least 1, not 0. Using 500.'],
    [{ rules: 'off' }, 'rolloutPlan.rules must be an object from rule ids to severities, not "off". Using {}.'],
    [{ rules: { 'b-rule': 'off' } }, 'rolloutPlan.rules: there is no rule "b-rule".'],
    [
      { rules: { 'a-rule': 'warn' } },
      'rolloutPlan.rules["a-rule"] must be one of error, warning, information, hint, off, not "warn". The rule keeps its own severity.',
    ],
    [{ codeLens: { stages: 'no' } }, 'rolloutPlan.codeLens.stages must be true or false, not "no". Using true.'],
    [
      { markdown: { strictness: 'lax' } },
      `rolloutPlan.markdown.strictness must be one of full, warnings, errors, not "lax". Using "full".`,
    ],
    [{ markdown: 1 }, `rolloutPlan.markdown must be an object of settings, not 1. Using {"strictness":"full"}.`],
    [{ hover: false }, 'rolloutPlan.hover must be an object of settings, not false. Using {"enable":true}.'],
    [[], 'rolloutPlan must be an object of settings, not [].'],
    [{ enable: 'x'.repeat(100) }, `rolloutPlan.enable must be true or false, not "${'x'.repeat(39)}…. Using true.`],
  ])('names what is wrong in %j', (raw, problem) => {
    expect(read(raw).problems).toEqual([problem]);
  });
});
