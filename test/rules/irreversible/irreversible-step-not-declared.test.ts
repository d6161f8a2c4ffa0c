import { testRule } from '../../support/rule-tester.ts';

testRule('irreversible-step-not-declared', {
  artifact: 'MIGRATION_PLAN',
  clean: [
    {
      name: 'declares itself irreversible',
      yaml: `migration:
  steps:
    - { id: drop-email, phase: contract, reversible: false }
rollback:
  notReverted:
    - { step: drop-email, why: the addresses are gone }
`,
      markdown: `# Migration plan

## Steps

### 1. Contract: drop email

This step is irreversible.
`,
      beside: { 'ROLLBACK_PLAN.md': '# Rollback plan\n\n## What is not reverted\n\n- drop-email\n' },
    },
    {
      name: 'stays because it does no harm',
      yaml: `migration:
  steps:
    - { id: add-email, phase: expand }
    - { id: drop-check, phase: contract }
rollback:
  notReverted:
    - { step: add-email, why: nothing is lost by an empty column }
    - { step: drop-check, dataLoss: none }
`,
    },
    {
      name: 'says that it can be undone, and the rollback does not contradict it',
      yaml: `migration:
  steps:
    - { id: drop-view, phase: contract, reversible: true }
rollback:
  viableUntil: drop-view
  notReverted:
    - { step: drop-view, why: old code no longer reads it }
`,
    },
    {
      name: 'its statements destroy nothing that was there before, or keep a copy',
      yaml: `migration:
  steps:
    - { id: make, phase: expand, up: { sql: CREATE TABLE copy (a int) } }
    - { id: take, phase: contract, up: { sql: "DROP TABLE copy; DELETE FROM orders WHERE a < 5" } }
    - { id: swap, reversible: true, up: { sql: "CREATE TABLE kept AS SELECT * FROM orders; DROP TABLE orders" } }
`,
    },
    {
      name: 'nothing else is said of it',
      yaml: `migration:
  steps:
    - { id: drop-email, phase: contract }
`,
      markdown: `# Migration plan

## Steps

### 1. Contract: drop email

Drops the column.
`,
    },
  ],
  faulty: [
    {
      name: 'a contract step that the rollback leaves as it is',
      message:
        'The step "drop-email" is not taken back by the rollback, yet it does not say that it cannot be undone. Whoever carries it out learns of it when it is too late: declare the step irreversible.',
      yaml: `migration:
  steps:
    - id: [|drop-email|]
      phase: contract
      backup: { ref: "s3://backups/users.dump", ttl: 45d, restore: scripts/restore.sh, verifiedOn: 2026-11-18 }
rollback:
  notReverted:
    - { step: drop-email }
`,
      markdown: `# Migration plan

## Steps

### 1. Contract: [|drop email|]

- Backup: s3://backups/users.dump, kept 45d
`,
      beside: { 'ROLLBACK_PLAN.md': '# Rollback plan\n\n## What is not reverted\n\n- drop-email\n' },
      fixed: {
        yaml: `migration:
  steps:
    - id: drop-email
      phase: contract
      reversible: false
      backup: { ref: "s3://backups/users.dump", ttl: 45d, restore: scripts/restore.sh, verifiedOn: 2026-11-18 }
rollback:
  notReverted:
    - { step: drop-email }
`,
        markdown: `# Migration plan

## Steps

### 1. Contract: drop email

- Reversible: no
- Backup: s3://backups/users.dump, kept 45d
`,
      },
    },
    {
      name: 'claims to be reversible, and the rollback says what is lost',
      message: /"shorten-names" loses data that no rollback brings back, yet it claims to be reversible\./,
      yaml: `migration:
  steps:
    - { id: shorten-names, phase: migrate, reversible: [|true|] }
rollback:
  notReverted:
    - { step: shorten-names, dataLoss: low }
`,
      fixed: {
        yaml: `migration:
  steps:
    - { id: shorten-names, phase: migrate, reversible: false }
rollback:
  notReverted:
    - { step: shorten-names, dataLoss: low }
`,
      },
    },
    {
      name: 'what is done instead is a restore',
      yaml: `migration:
  steps:
    - { id: [|fill-email|], phase: migrate }
rollback:
  notReverted:
    - { step: fill-email, instead: restore the snapshot beside production and copy the column back }
`,
    },
    {
      name: 'its statements destroy',
      message:
        'The step "drop-email" runs "ALTER TABLE users DROP COLUMN email", which drops the column and its values, yet it claims to be reversible. Whoever carries it out learns of it when it is too late: declare the step irreversible.',
      yaml: `migration:
  steps:
    - id: drop-email
      phase: contract
      reversible: [|true|]
      backup: { ref: "s3://backups/users.dump", ttl: 45d, restore: scripts/restore.sh, verifiedOn: 2026-11-18 }
      up: { sql: ALTER TABLE users DROP COLUMN email; }
      down: { sql: ALTER TABLE users ADD COLUMN email text; }
    - { id: [|empty|], backup: { ref: "s3://backups/users.dump", ttl: 45d }, up: { command: "psql shop -c 'TRUNCATE users'" } }
`,
      markdown: `# Migration plan

## Steps

### 1. Contract: drop email

- Reversible: [|yes|]
- Backup: s3://backups/users.dump, kept 45d

**Up**:

\`\`\`sql
ALTER TABLE users DROP COLUMN email;
\`\`\`
`,
    },
    {
      name: "the rollback's point of no return",
      related: ['drop-email'],
      message: /"drop-email" is the rollback's point of no return, yet/,
      yaml: `migration:
  steps:
    - { id: [|drop-email|], phase: contract }
rollback:
  viableUntil: drop-email
`,
    },
  ],
});
