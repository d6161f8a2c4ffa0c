/** The record of a timed rehearsal, as a client asks for it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NewRehearsalParams, NewRehearsalResult } from '../../server/src/protocol.ts';
import { type LspClient, startClient } from '../support/lsp-client.ts';

const PLAN = `rolloutPlan: 1
name: orders
title: Move the orders
rollback:
  timeBudget: 10m
  owner: team-orders
  triggers: ["error-rate > 1% for 5m"]
  steps:
    - { id: back, run: kubectl rollout undo deployment/orders --to-revision=4 }
`;

const TIMED = {
  started: '2026-11-18T14:02:31+01:00',
  ended: '2026-11-18T14:09:05+01:00',
  environment: 'staging',
  result: 'passed',
} as const;

let root: string;
let client: LspClient;
let plans = 0;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'rehearsal-'));
  client = await startClient({ folders: [pathToFileURL(root).href] });
});
afterAll(async () => {
  expect(await client.stop()).toBe(0);
  rmSync(root, { recursive: true });
});

/** A folder with a plan in it, and with rehearsals of these names. */
function bundle(text: string, rehearsals: readonly string[] = []): string {
  const folder = join(root, `plan-${plans++}`);
  mkdirSync(join(folder, 'rollback-rehearsals'), { recursive: true });
  for (const name of rehearsals) writeFileSync(join(folder, 'rollback-rehearsals', name), '# Rehearsal\n');
  writeFileSync(join(folder, 'rollout-plan.yaml'), text);
  const uri = pathToFileURL(join(folder, 'rollout-plan.yaml')).href;
  client.open(uri, text);
  return uri;
}

const ask = (uri: string, params: Partial<NewRehearsalParams> = {}) =>
  client.request<NewRehearsalResult | null>('rolloutPlan/newRehearsal', { uri, ...TIMED, ...params });

async function record(params: Partial<NewRehearsalParams> = {}, text = PLAN): Promise<NewRehearsalResult> {
  const made = await ask(bundle(text), params);
  if (!made) throw new Error('no record');
  return made;
}

describe('the record of a rehearsal', () => {
  it('holds what the clock and the plan say, and no rule has anything to say of it', async () => {
    const { folder, file } = await record();
    expect(file.name).toBe('001.md');
    for (const words of [
      'plan: orders',
      '# Rehearsal: Move the orders',
      '**Date**: 2026-11-18',
      '**Environment**: staging',
      '**Trigger**: error-rate > 1% for 5m',
      'kubectl rollout undo deployment/orders --to-revision=4',
      '**Started**: 14:02',
      '**Restored**: 14:09',
      '**Took**: 7m',
      '**Result**: passed',
    ]) {
      expect(file.text).toContain(words);
    }
    expect(file.placeholders).toEqual([]);
    const uri = `${folder}/${file.name}`;
    client.open(uri, file.text);
    expect(await client.pull(uri)).toEqual([]);
    client.close(uri);
  });

  it('has a name that is free', async () => {
    const made = await ask(bundle(PLAN, ['001.md', '007.md', 'notes.md']));
    expect(made?.file.name).toBe('008.md');
    expect(made?.folder).toMatch(/\/plan-\d+\/rollback-rehearsals$/);
  });

  it.each([
    ['over midnight', '2026-11-18T23:58:10+01:00', '2026-11-19T00:04:59+01:00', ['23:58', '00:04', '6m']],
    ['within a minute', '2026-11-18T14:02:05+01:00', '2026-11-18T14:02:25+01:00', ['14:02', '14:02', '20s']],
    [
      'for days',
      '2026-11-18T08:00:00+01:00',
      '2026-11-19T09:30:00+01:00',
      ['2026-11-18T08:00+01:00', '2026-11-19T09:30+01:00', '1d1h30m'],
    ],
  ])('agrees with itself when it ran %s', async (_, started, ended, [from = '', to = '', took = '']) => {
    const { folder, file } = await record({ started, ended }, PLAN.replace('10m', '5d'));
    expect(file.text).toContain(`**Started**: ${from}\n`);
    expect(file.text).toContain(`**Restored**: ${to}\n`);
    expect(file.text).toContain(`**Took**: ${took}\n`);
    const uri = `${folder}/${file.name}`;
    client.open(uri, file.text);
    expect(await client.pull(uri)).toEqual([]);
    client.close(uri);
  });

  it('leaves open what the plan does not say', async () => {
    const { file } = await record({}, 'rolloutPlan: 1\nname: orders\nrollback: {}\n');
    expect(file.placeholders.map(({ start, end }) => file.text.slice(start, end))).toEqual(['TBD', 'TBD']);
  });

  it('is none where there is no plan', async () => {
    expect(await ask(`${pathToFileURL(root).href}/compose.yaml`)).toBeNull();
  });
});
