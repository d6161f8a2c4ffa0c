import { expect, test } from 'vitest';
import { type DocumentSymbol, documentSymbols } from '../../server/src/features/document-symbols.ts';
import { asking } from '../support/asking.ts';

function names(symbols: readonly DocumentSymbol[]): unknown[] {
  return symbols.map(({ name, detail, children }) => [[name, detail].join(' ').trim(), ...names(children)]);
}

async function outline(text: string): Promise<unknown[]> {
  return names(documentSymbols((await asking({ 'rollout-plan.yaml': text })).context));
}

test('each plan of a file is an item of its own, with a name or without', async () => {
  const text = 'rolloutPlan: 1\nname: one\ntitle: First\n---\nrolloutPlan: 1\ntitle: "  "\nmetrics: []\n';
  expect(await outline(text)).toEqual([['one First'], ['plan', ['metrics 0']]]);
});

test('what is written elsewhere stands there and not where an alias repeats it', async () => {
  const text =
    'rolloutPlan: 1\nx-canary: &canary { id: canary, weight: 1% }\nrollout:\n  stages:\n    - *canary\n    - id: full\n';
  expect(await outline(text)).toEqual([['rollout', ['stages 2', ['full']]]]);
});
