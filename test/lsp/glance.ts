/** A plan and an artifact with something to see at a glance, and a client that shows it. */
import { type ClientCapabilities, MarkupKind } from 'vscode-languageserver';
import { PULL } from '../support/lsp-client.ts';

export const GLANCE: ClientCapabilities = {
  ...PULL,
  textDocument: { ...PULL.textDocument, hover: { contentFormat: [MarkupKind.Markdown] } },
  workspace: {
    ...PULL.workspace,
    inlayHint: { refreshSupport: true },
    codeLens: { refreshSupport: true },
    semanticTokens: { refreshSupport: true },
  },
};

export const WHOLE = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } };

export const PLAN = `rolloutPlan: 1
metrics:
  - id: error-rate
  - id: unused
backups:
  - id: before-drop
    takenOn: 2026-11-01
    ttl: 45d
migration:
  steps:
    - id: fill
    - id: drop-email
      reversible: false
      backup: before-drop
      after: { step: fill }
rollout:
  unit: users
  abortCriteria: ["error-rate > 1% for 5m -> rollback"]
  stages:
    - { id: staging, environment: staging, weight: 100%, soak: 24h }
    - id: canary
      weight: 2%
      soak: 2h
      metrics: [error-rate]
      abortCriteria: [error-rate > 2% for 5m -> rollback, "🚀 smoke test fails"]
    - { id: ramp, extends: canary, weight: 25% }
rollback:
  viableUntil: drop-email
`;

export const ARTIFACT = `# Rollout plan

**Unit**: users

## Rollback triggers

- error rate > 1% for 5m

## Stages

### Stage 1: canary (2%, 2h)

### Stage 2: full (100%, 24h)
`;
