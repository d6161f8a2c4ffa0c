/** A repository on disk with policies in it, one of each thing that a policy can say. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const PLAN = `rolloutPlan: 1
owner: team-payments
rollout:
  abortCriteria: ["error-rate > 1% for 5m -> rollback"]
  stages:
    - { id: canary, environment: production, weight: 4%, soak: 30m }
    - { id: ramp, extends: canary, weight: 30% }
`;

export const POLICY_FILES: Readonly<Record<string, string>> = {
  '.git/HEAD': 'ref: refs/heads/main\n',
  'rollout-plan.config.yaml': `extends: policies/base.yaml
rules:
  missing-canary: { severity: error, largest: 1% }
  no-gradual-ramp: { largest: 5 }
  soak-shorter-than-window: { shortest: 1h }
  missing-abort-criteria: { perStage: true }
  missing-cannary: hint
ignore: ["plans/archive/**", "a***b*"]
files:
  - plans/*.plan.yaml
  - { glob: "plans/*/back.md", as: rollback }
headings: { abortCriteria: [Stop the line] }
adopt: always
`,
  'policies/base.yaml': 'rules: { missing-section: off, stage-missing-metrics: hint, missing-ownr: off }\n',
  'plans/orders/rollout-plan.yaml': PLAN,
  'plans/orders/MIGRATION_PLAN.md': '# Migration plan\n\n## Steps\n\nTBD\n',
  'plans/ledger/ROLLOUT_PLAN.md':
    '# Rollout plan\n\n## Stage 1: canary (1%, 2h)\n\n**Stop the line**:\n- error-rate > 1% for 5m -> rollback\n',
  'plans/ledger/back.md': '# Going back\n\n## Steps\n\n1. Revert the changes.\n',
  'plans/users.plan.yaml': PLAN.replace('rolloutPlan: 1\n', ''),
  'plans/archive/rollout-plan.yaml': PLAN,
  'plans/strict/rollout-plan.config.json': '{ "rules": { "missing-owner": "eror", "no-gradual-ramp": "off" } }\n',
  'plans/strict/rollout-plan.yaml': PLAN,
  'notes.md': '# Notes\n',
  'values.yaml': 'replicas: 3\n',
};

/** The folder's path; whoever made it removes it. */
export function policyFolder(files: Readonly<Record<string, string>> = POLICY_FILES): string {
  const folder = mkdtempSync(join(tmpdir(), 'rollout-plan-policy-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}
