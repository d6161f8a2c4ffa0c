import { testRule } from '../../support/rule-tester.ts';

const BACKUP = `backups:
  - id: users-before-contract
    ref: s3://backups/users.dump
    covers: [users.email]
    ttl: 45d
    restore: pg_restore --dbname=restored users.dump
    verifiedOn: 2026-11-18
`;
const STEP = `      reversible: false
      approvers: ["@dba-oncall"]
`;

testRule('irreversible-step-without-backup', {
  artifact: 'MIGRATION_PLAN',
  clean: [
    {
      name: 'refers to a declared backup',
      yaml: `${BACKUP}migration:
  steps:
    - id: drop-email
${STEP}      backup: users-before-contract
`,
      markdown: `# Migration plan

## Backups

| Backup | Reference | TTL |
| --- | --- | --- |
| users-before-contract | s3://backups/users.dump | 45d |

## Steps

### 1. Contract: drop email

- Reversible: no
- Approvers: @dba-oncall
- Backup: users-before-contract
`,
    },
    {
      name: 'has its backup in place',
      yaml: `migration:
  steps:
    - id: drop-email
${STEP}      backup: { ref: "rds:snapshot/users-2027-05-31", ttl: 45d }
`,
      markdown: `# Migration plan

## Steps

### 1. Contract: drop email

- Irreversible: yes
- Backup: rds:snapshot/users-2027-05-31, kept 45d
`,
    },
    {
      name: 'can be undone, or does not say that it cannot',
      yaml: `migration:
  steps:
    - { id: add-email, phase: expand, reversible: true }
    - { id: fill-email, phase: migrate }
`,
      markdown: `# Migration plan

## Steps

### 1. Expand: add email

- Reversible: yes

### 2. Migrate: fill email

Fills the column. A backup cannot hurt.
`,
    },
    {
      name: 'declines a backup and says why',
      yaml: `migration:
  steps:
    - id: drop-cache
${STEP}      backup: "none: the cache is filled again from orders"
`,
      markdown: `# Migration plan

## Steps

### 1. Contract: drop cache

- Reversible: no
- Backup: none, the cache is filled again from orders
`,
    },
    {
      name: 'is still to be filled in, or cannot be read: others speak of that',
      yaml: `migration:
  steps:
    - { id: drop-email, reversible: false, backup: TBD }
    - { id: drop-phone, reversible: false, backup: [a, b] }
`,
    },
    {
      name: 'stays after a rollback and loses nothing',
      yaml: `migration:
  steps:
    - { id: drop-check, phase: contract }
rollback:
  notReverted:
    - { step: drop-check, dataLoss: none, why: the constraint is not needed }
`,
    },
  ],
  faulty: [
    {
      name: 'names no backup, and one is declared that holds what it drops',
      message:
        'The step "drop-email" is declared irreversible and names no backup. Once it has run, a restore is the only way back, and there would be nothing to restore: refer to a backup that holds what the step destroys.',
      yaml: `${BACKUP}migration:
  steps:
    # the last step
    - id: [|drop-email|]
${STEP}      up:
        sql: ALTER TABLE users DROP COLUMN email;
`,
      markdown: `# Migration plan

## Backups

| Backup | Reference | Covers | TTL | Restore | Verified |
| --- | --- | --- | --- | --- | --- |
| users-before-contract | s3://backups/users.dump | users.email | 45d | scripts/restore.sh | 2026-11-18 |

## Steps

### 1. Contract: [|drop email|]

- Reversible: no
- Approvers: @dba-oncall

\`\`\`sql
ALTER TABLE users DROP COLUMN email;
\`\`\`
`,
      fixed: {
        yaml: `${BACKUP}migration:
  steps:
    # the last step
    - id: drop-email
      reversible: false
      backup: users-before-contract
      approvers: ["@dba-oncall"]
      up:
        sql: ALTER TABLE users DROP COLUMN email;
`,
      },
    },
    {
      name: 'nothing is declared: a backup is declared and referred to',
      fix: 'Declare a backup and refer to it',
      yaml: `change:
  summary: Mail addresses move to the account service.
  environment: { database: { engine: postgresql } }
migration:
  steps:
    - id: [|drop-email|]
${STEP}      touches: [users.email]
`,
      markdown: `# Migration plan

## Steps

### 1. Contract: [|drop email|]

- Irreversible: yes
- Approvers: @dba-oncall
- Touches: users.email
`,
      fixed: {
        yaml: `change:
  summary: Mail addresses move to the account service.
  environment: { database: { engine: postgresql } }
backups:
  - id: before-drop-email
    ref: s3://backups/before-drop-email.dump
    covers: [users.email]
    ttl: 30d
    restore: pg_restore --dbname=restored before-drop-email.dump
    verifiedOn: 2026-11-21
migration:
  steps:
    - id: drop-email
      reversible: false
      backup: before-drop-email
      approvers: ["@dba-oncall"]
      touches: [users.email]
`,
      },
    },
    {
      name: 'the declared backup holds something else, and is not offered; the new one is kept as long as the plan needs it',
      yaml: `${BACKUP}migration:
  steps:
    - id: [|drop-tax|]
${STEP}      touches: [orders.tax]
    - id: clean-up
      phase: contract
      after: { step: drop-tax, soak: 60d }
`,
      fixed: {
        yaml: `${BACKUP}  - id: before-drop-tax
    ref: s3://backups/before-drop-tax.dump
    covers: [orders.tax]
    ttl: 90d
    restore: scripts/restore.sh before-drop-tax.dump
    verifiedOn: 2026-11-21
migration:
  steps:
    - id: drop-tax
      reversible: false
      backup: before-drop-tax
      approvers: ["@dba-oncall"]
      touches: [orders.tax]
    - id: clean-up
      phase: contract
      after: { step: drop-tax, soak: 60d }
`,
      },
    },
    {
      name: 'a bare "none" is no backup',
      yaml: `migration:
  steps:
    - id: [|drop-email|]
${STEP}      backup: none
`,
      markdown: `# Migration plan

## Steps

### 1. Contract: [|drop email|]

- Reversible: no
- Backup: none
`,
    },
    {
      name: 'found irreversible by what the rollback says of it',
      message: /"drop-email" loses data that no rollback brings back and names no backup/,
      yaml: `migration:
  steps:
    - id: [|drop-email|]
      phase: contract
rollback:
  notReverted:
    - { step: drop-email, why: the addresses are gone }
`,
      markdown: `# Migration plan

## Steps

### 1. Contract: [|drop email|]

Drops the column.
`,
      beside: {
        'ROLLBACK_PLAN.md': `# Rollback plan

## What is not reverted

| Step | Why |
| --- | --- |
| drop-email | the addresses are gone |
`,
      },
    },
    {
      name: 'other steps name backups that nobody lists: a list would make those undefined',
      markdown: `# Migration plan

## Steps

### 1. Contract: drop phone

- Reversible: no
- Approvers: @dba-oncall
- Backup: nightly-users

### 2. Contract: [|drop email|]

- Reversible: no
- Approvers: @dba-oncall
`,
    },
  ],
});
