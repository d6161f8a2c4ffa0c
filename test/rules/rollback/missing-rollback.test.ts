import { testRule } from '../../support/rule-tester.ts';

const CHANGE = `owner: team-orders
change:
  versions:
    - { component: orders-api, from: 4.18.2, to: 5.0.0 }
flags:
  - { id: orders-write-amount, owner: team-orders }
metrics:
  - { id: error-rate, baseline: 0.1%, onNoData: abort }
backups:
  - { id: before-drop, ref: s3 }
migration:
  steps:
    - { id: add-amount, phase: expand, reversible: true }
    - { id: drop-amount-cents, phase: contract, reversible: false, backup: before-drop }
`;
const VALIDATION = `validation:
  smoke:
    - { check: an order can be placed, run: scripts/smoke.sh }
`;

/** Of a plan that says nothing. */
const NEW = `rolloutPlan: 1
metrics:
  - id: error-rate
    query: sum(rate(http_requests_total{code=~"5.."}[5m])) / sum(rate(http_requests_total[5m]))
    dashboard: https://grafana.example.com/d/service
    baseline: 0.1%
    onNoData: abort
rollback:
  approach: rollback-first
  timeBudget: 30m
  owner: on-call
  triggers:
    - error-rate > 1% for 5m
  reverts:
    code: orders-api back to 4.18.2
    data: "none needed: the old shape is complete throughout"
  notReverted:
    - what: events already published in the new shape
      why: consumers have read them
      instead: consumers keep accepting both shapes until the window ends
  steps:
    - id: redeploy
      run: kubectl rollout undo deployment/orders-api --to-revision=41
      expected: 5m
  verify:
    - scripts/smoke.sh --target production exits 0
`;
const MADE = `rollback:
  approach: roll-forward-first
  viableUntil: drop-amount-cents
  timeBudget: 30m
  owner: team-orders
  triggers:
    - error-rate > 1% for 5m
  reverts:
    code: orders-api back to 4.18.2
    config: orders-write-amount off
    data: "none needed: the old shape is complete throughout"
  notReverted:
    - step: drop-amount-cents
      why: what it removed is gone
      instead: restore before-drop beside production and copy back what is missing
  steps:
    - id: redeploy
      run: kubectl rollout undo deployment/orders-api --to-revision=41
      expected: 5m
  verify:
    - scripts/smoke.sh exits 0
`;
const SECTIONS = `# Rollback plan

## Approach

roll-forward-first

## Viable until

drop-amount-cents

## Time budget

30m

## Owner

team-orders

## Triggers

- error-rate > 1% for 5m

## What is reverted

- **Code**: orders-api back to 4.18.2
- **Config**: orders-write-amount off
- **Data**: none needed: the old shape is complete throughout

## Not reverted

| Step              | Why                     | Instead                                                             |
| ----------------- | ----------------------- | ------------------------------------------------------------------- |
| drop-amount-cents | what it removed is gone | restore before-drop beside production and copy back what is missing |

## Steps

| Id       | Run                                                           | Expected |
| -------- | ------------------------------------------------------------- | -------- |
| redeploy | \`kubectl rollout undo deployment/orders-api --to-revision=41\` | 5m       |

## Verify

- scripts/smoke.sh exits 0
`;
const REHEARSED = { 'rollback-rehearsals/001.md': '# Rehearsal\n\n- **Date**: 2026-11-18\n' };

testRule('missing-rollback', {
  artifact: 'ROLLBACK_PLAN',
  clean: [
    { name: 'a rollback', yaml: 'rolloutPlan: 1\nrollback:\n  timeBudget: 10m\n' },
    { name: 'none, and why', yaml: 'rolloutPlan: 1\nrollback: "None: the change is additive and stays"\n' },
    {
      name: 'the artifact beside it has one',
      yaml: 'rolloutPlan: 1\nname: orders\n',
      beside: { 'ROLLBACK_PLAN.md': '# Rollback plan\n\n## Time budget\n\n10m\n' },
    },
    { name: 'words that no section holds', markdown: '# Rollback plan\n\nWe deploy 4.18.2 again.\n' },
    {
      name: 'the plan beside it has one',
      markdown: '# Rollback plan\n',
      beside: { 'rollout-plan.yaml': 'rolloutPlan: 1\nrollback:\n  timeBudget: 10m\n' },
    },
  ],
  faulty: [
    {
      name: 'not a word of it',
      yaml: '[|rolloutPlan|]: 1\nname: orders\n',
      markdown: '---\nrolloutPlan: 1\nowner: team-orders\n---\n\n# [|Rollback plan|]\n\n<!-- to be written -->\n',
      message:
        'The plan does not say how to go back. Under pressure a rollback is carried out as written or made up: write the steps, who decides, how long it takes, and what cannot be taken back.',
    },
    {
      name: 'nothing behind the key',
      yaml: 'rolloutPlan: 1\n[|rollback|]:\n',
      preferred: true,
      fixed: { yaml: NEW },
    },
    {
      name: 'made of what the plan says',
      yaml: `[|rolloutPlan|]: 1\n${CHANGE}${VALIDATION}`,
      beside: REHEARSED,
      fixed: { yaml: `rolloutPlan: 1\n${CHANGE}${MADE}${VALIDATION}` },
    },
    {
      name: 'an artifact, in sections',
      markdown: '# [|Rollback plan|]\n',
      beside: { ...REHEARSED, 'rollout-plan.yaml': `rolloutPlan: 1\n${CHANGE}${VALIDATION}` },
      fixed: { markdown: SECTIONS },
    },
  ],
});

testRule('missing-rollback', {
  artifact: 'ROLLOUT_PLAN',
  clean: [{ name: 'an artifact leaves it to the other', markdown: '# Rollout plan\n' }],
  faulty: [],
});
