/**
 * Completion at every position: it never throws, and whatever is taken leaves a text that is no worse than before: in syntax, against the
 * schema, and under the rules that find errors. A build looks at a sample, each time at another: `ROLLOUT_PLAN_SEED` is the one to look at
 * again. `ROLLOUT_PLAN_EVERY_POSITION=1` looks at every position and all that is offered there, `=50` at each fiftieth.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Completion } from '../../../server/src/features/completion/types.ts';
import { closersOf } from '../../../server/src/model/yaml/cursor/closers.ts';
import { filesBelow, ROOT } from '../../support/files.ts';
import { Typing, type Verdict } from './completing.ts';

/** Each so many characters are looked at, with all that is offered there. */
const EVERY = Number(process.env.ROLLOUT_PLAN_EVERY_POSITION ?? 0);
const SEED = Number(process.env.ROLLOUT_PLAN_SEED ?? Date.now() % 1e6);
const FILES = ['test/fixtures/reference/rollout-plan.yaml', ...filesBelow('examples/orders-currency', /\.md$/)];
const POSITIONS = 25;
const OFFERS = 4;

interface Asked {
  readonly text: string;
  readonly offset: number;
}

/** How a text looks while somebody is at an offset of it. */
const STATES: Readonly<Record<string, (whole: string, at: number) => Asked>> = {
  'in the text as it is': (whole, at) => ({ text: whole, offset: at }),
  'with the rest of the line not written yet': (whole, at) => {
    const end = whole.indexOf('\n', at);
    return { text: closed(whole.slice(0, at)) + (end < 0 ? '' : whole.slice(end)), offset: at };
  },
  'at the end of what is written so far': (whole, at) => ({ text: closed(whole.slice(0, at)), offset: at }),
  'with Windows line ends': (whole, at) => {
    const before = whole.slice(0, at).replaceAll('\n', '\r\n');
    return { text: before + whole.slice(at).replaceAll('\n', '\r\n'), offset: before.length };
  },
};

/** Editors close brackets and quotes as they are opened. */
function closed(text: string): string {
  return text + closersOf(text.slice(text.lastIndexOf('\n') + 1));
}

describe.each(FILES)(`%s (ROLLOUT_PLAN_SEED=${SEED})`, (path) => {
  test.each(Object.keys(STATES))('%s', { timeout: EVERY ? 36_000_000 : 60_000 }, async (name) => {
    const whole = readFileSync(join(ROOT, path), 'utf8');
    const state = STATES[name] as (typeof STATES)[string];
    const typing = new Typing(
      path
        .split('/')
        .slice(path.includes('rehearsals') ? -2 : -1)
        .join('/'),
    );
    const step = EVERY || Math.max(1, Math.floor(whole.length / POSITIONS));
    const worse: string[] = [];
    for (let at = SEED % step; at <= whole.length; at += step) {
      const { text, offset } = state(whole, at);
      const offers = await typing.at(text, offset);
      worse.push(...twice(offers).map((label) => `${at} "${label}" is offered twice`));
      for (const offer of EVERY ? offers : sample(offers, at)) {
        const after = typing.judge(typing.take(text, offer));
        const faults = isClean(after) ? [] : faultsOf(after, typing.judge(text), offer);
        worse.push(...faults.map((fault) => `${at} "${offer.label}": ${fault}`));
      }
    }
    expect(worse).toEqual([]);
  });
});

function twice(offers: readonly Completion[]): string[] {
  const labels = offers.map(({ label }) => label);
  return labels.filter((label, at) => labels.indexOf(label) < at);
}

function isClean({ mistakes, errors }: Verdict): boolean {
  return mistakes.length === 0 && errors.length === 0;
}

function faultsOf(after: Verdict, before: Verdict, offer: Completion): readonly string[] {
  const { mistakes, errors } = after;
  if (mistakes.length > before.mistakes.length)
    return [mistakes.find((message) => !before.mistakes.includes(message)) ?? 'one mistake more'];
  // Of what cannot be read the rules do not speak: then there is nothing to compare with.
  if (mistakes.length > 0 || before.mistakes.length > 0) return [];
  const count = (verdict: Verdict, id: string): number => verdict.errors.filter(({ rule }) => rule === id).length;
  return errors
    .filter(({ rule }) => count(after, rule) > count(before, rule))
    .filter(({ rule }) => !isForTheAuthor(rule, offer))
    .map(({ rule, message }) => `${rule}: ${message}`);
}

const UNKNOWN_NAMES = /^(?:metric-undefined|flag-undefined|backup-undefined|unknown-step-reference)$/;

/** What an offer cannot know: what is still to come, which facts are true, and what the example in a skeleton stands for. */
function isForTheAuthor(rule: string, { kind }: Completion): boolean {
  if (/^missing-|^rollback-missing-/.test(rule)) return true;
  if (kind === 'skeleton') return UNKNOWN_NAMES.test(rule);
  return /^(?:enum|value|reference)$/.test(kind) && !UNKNOWN_NAMES.test(rule) && rule !== 'duplicate-id';
}

function sample(offers: readonly Completion[], at: number): readonly Completion[] {
  const step = Math.ceil(offers.length / OFFERS);
  return offers.filter((_, index) => (index + at + SEED) % step === 0);
}
