/** Texts for the tests of the server, and what they look at in its answers: single rules, so that new rules break no test. */
import type { CodeAction, Diagnostic } from 'vscode-languageserver/node';

export const PLAN = 'file:///work/orders/rollout-plan.yaml';

/** A plan that says a duration in words, on line 4, and has something left to fill in, on line 9. */
export const TEXT = `rolloutPlan: 1
name: orders
owner: team-payments
compatibility:
  window: 2 hours
rollout:
  stages:
    - id: canary
      weight: 5%
      soak: TODO
`;

export const WORDS = { start: { line: 4, character: 10 }, end: { line: 4, character: 17 } };

export const of = (rule: string, diagnostics: readonly Diagnostic[]): Diagnostic[] =>
  diagnostics.filter(({ code }) => code === rule);

export const fixing = (rule: string, actions: readonly CodeAction[]): CodeAction | undefined =>
  actions.find(({ diagnostics }) => diagnostics?.[0]?.code === rule);
