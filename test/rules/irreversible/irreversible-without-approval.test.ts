import { testRule } from '../../support/rule-tester.ts';

testRule('irreversible-without-approval', {
  artifact: 'MIGRATION_PLAN',
  clean: [
    {
      name: 'the step has an approver',
      yaml: `migration:
  steps:
    - { id: drop-email, reversible: false, approvers: ["@dba-oncall"] }
`,
      markdown: `# Migration plan

## Steps

### 1. Contract: drop email

- Reversible: no
- Approvers: @dba-oncall
`,
    },
    {
      name: 'the plan has one',
      yaml: `approvers: ["@payments-lead"]
migration:
  steps:
    - { id: drop-email, reversible: false }
`,
      markdown: `---
approvers: ["@payments-lead"]
---

# Migration plan

## Steps

### 1. Contract: drop email

- Reversible: no
`,
    },
    {
      name: 'another artifact of the bundle has one',
      markdown: `# Migration plan

## Steps

### 1. Contract: drop email

- Reversible: no
`,
      beside: { 'ROLLOUT_PLAN.md': '---\napprovers: ["@payments-lead"]\n---\n\n# Rollout plan\n' },
    },
    {
      name: 'the gate that opens the step has one',
      yaml: `migration:
  steps:
    - { id: drop-email, reversible: false }
rollout:
  stages:
    - id: full
      gate: { what: nobody reads it, opens: drop-email, approvers: ["@dba-oncall"] }
`,
    },
    {
      name: 'the stage that runs the step has one',
      yaml: `migration:
  steps:
    - { id: drop-email, reversible: false }
rollout:
  stages:
    - { id: canary, approvers: ["@payments-lead"] }
    - { id: full, approvers: ["@dba-oncall"], steps: [drop-email] }
`,
    },
    {
      name: 'the step can be undone',
      yaml: `migration:
  steps:
    - { id: add-email, reversible: true }
`,
      markdown: `# Migration plan

## Steps

### 1. Expand: add email

- Reversible: yes
`,
    },
  ],
  faulty: [
    {
      name: 'nobody approves it',
      message:
        'The step "drop-email" is declared irreversible, and nobody approves it. A second person who knows the data is the last check before it is gone: name an approver of the step or of the plan.',
      yaml: `migration:
  steps:
    - id: [|drop-email|]
      reversible: false # for good
      backup: users-before-contract
`,
      markdown: `# Migration plan

## Steps

### 1. Contract: [|drop email|]

- Reversible: no
- Backup: users-before-contract
`,
      fixed: {
        yaml: `migration:
  steps:
    - id: drop-email
      reversible: false # for good
      backup: users-before-contract
      approvers: ["@dba-oncall"]
`,
        markdown: `# Migration plan

## Steps

### 1. Contract: drop email

- Reversible: no
- Backup: users-before-contract
- Approvers: @dba-oncall
`,
      },
    },
    {
      name: 'the stage that runs it has no approver, nor has the gate that opens it',
      yaml: `migration:
  steps:
    - { id: [|drop-email|], reversible: false }
    - { id: [|drop-phone|], reversible: false }
rollout:
  stages:
    - { id: canary, gate: { what: nobody reads it, opens: drop-phone } }
    - { id: full, steps: [drop-email] }
`,
    },
    {
      name: 'each of several steps; an empty list is nobody',
      yaml: `migration:
  steps:
    - { id: [|drop-email|], reversible: false }
    - { id: [|drop-phone|], reversible: false, approvers: [] }
`,
      markdown: `# Migration plan

## Steps

### 1. Contract: [|drop email|]

This step is irreversible.

### 2. Contract: [|drop phone|]

Point of no return: yes
`,
    },
  ],
});
