import { testRule } from '../../support/rule-tester.ts';

const BACKUP = `backups:
  - id: users-before-contract
    ref: s3://backups/users.dump
    covers: [users.email]
    ttl: 45d
    restore: pg_restore --dbname=restored users.dump
    verifiedOn: 2026-11-18
`;
const TABLE = `## Backups

| Backup | Reference | Covers | TTL | Restore | Verified |
| --- | --- | --- | --- | --- | --- |
| users-before-contract | s3://backups/users.dump | users.email | 45d | scripts/restore.sh | 2026-11-18 |
`;

/** What the fix declares. */
const added = (id: string, place?: string): string => `  - id: ${id}
    ref: ${place ?? `s3://backups/${id}.dump`}
    covers: [table.column]
    ttl: 30d
    restore: scripts/restore.sh ${place ?? `${id}.dump`}
    verifiedOn: 2026-11-21
`;

testRule('backup-undefined', {
  artifact: 'MIGRATION_PLAN',
  clean: [
    {
      name: 'is declared',
      yaml: `${BACKUP}migration:
  steps:
    - { id: drop-email, backup: users-before-contract }
rollback:
  restore: { backup: users-before-contract }
`,
      markdown: `# Migration plan

${TABLE}
## Steps

### 1. Contract: drop email

- Backup: users before contract
`,
    },
    {
      name: 'is written in place, declined, promised or still to be filled in',
      yaml: `${BACKUP}migration:
  steps:
    - { id: drop-email, backup: { ref: "s3://backups/users.dump" } }
    - { id: drop-cache, backup: "none, it is filled again" }
    - { id: drop-phone, backup: take a backup first }
    - { id: drop-fax, backup: "???" }
`,
      markdown: `# Migration plan

${TABLE}
## Steps

### 1. Contract: drop email

- Backup: s3://backups/users.dump, kept 45d

### 2. Contract: drop cache

- Backup: none, it is filled again

### 3. Contract: drop phone

- Backup: take a backup first
`,
    },
    {
      name: 'nobody lists backups: in prose a mention is enough',
      markdown: `# Migration plan

## Steps

### 1. Contract: drop email

- Backup: users-before-contract
`,
    },
    {
      name: 'a list of things to do declares nothing',
      markdown: `# Migration plan

## Backup

- Take a full database backup

## Steps

### 1. Contract: drop email

- Backup: users-before-contract
`,
    },
    {
      name: 'another artifact declares it',
      markdown: `# Migration plan

## Steps

### 1. Contract: drop email

- Backup: users-before-contract
`,
      beside: { 'ROLLBACK_PLAN.md': `# Rollback plan\n\n${TABLE}` },
    },
  ],
  faulty: [
    {
      name: 'a slip of the hand',
      message:
        'The backup "users-before-contarct" is declared nowhere, so nobody can find it when it has to be restored. Declare it under `backups`, or refer to one that is there.',
      yaml: `${BACKUP}migration:
  steps:
    - { id: drop-email, backup: [|users-before-contarct|] } # see the backups
rollback:
  restore: { backup: users-before-contarct }
`,
      markdown: `# Migration plan

${TABLE}
## Steps

### 1. Contract: drop email

- Backup: [|users-before-contarct|]
`,
      fixed: {
        yaml: `${BACKUP}migration:
  steps:
    - { id: drop-email, backup: users-before-contract } # see the backups
rollback:
  restore: { backup: users-before-contract }
`,
        markdown: `# Migration plan

${TABLE}
## Steps

### 1. Contract: drop email

- Backup: users-before-contract
`,
      },
    },
    {
      name: 'nothing is declared',
      yaml: `migration:
  steps:
    - id: drop-email
      touches: [users.email]
      backup: [|users-before-contract|]
`,
      fixed: {
        yaml: `backups:
  - id: users-before-contract
    ref: s3://backups/users-before-contract.dump
    covers: [users.email]
    ttl: 30d
    restore: scripts/restore.sh users-before-contract.dump
    verifiedOn: 2026-11-21
migration:
  steps:
    - id: drop-email
      touches: [users.email]
      backup: users-before-contract
`,
      },
    },
    {
      name: 'nothing near is declared',
      fix: 'Declare the backup "nightly"',
      yaml: `${BACKUP}migration:
  steps:
    - { id: drop-email, backup: [|nightly|] }
`,
      markdown: `# Migration plan

${TABLE}
## Steps

### 1. Contract: drop email

- Backup: [|nightly|]
`,
      fixed: {
        yaml: `${BACKUP}${added('nightly')}migration:
  steps:
    - { id: drop-email, backup: nightly }
`,
        markdown: `# Migration plan

${TABLE}| nightly               | s3://backups/nightly.dump | table.column | 30d | \`scripts/restore.sh nightly.dump\` | 2026-11-21 |

## Steps

### 1. Contract: drop email

- Backup: nightly
`,
      },
    },
    {
      name: 'words that are no id: what is declared gets one, and is referred to by it',
      message: /^The backup "The dump of Friday" is declared nowhere/,
      yaml: `migration:
  steps:
    - { id: drop-email, backup: [|The dump of Friday|] }
`,
      fixed: {
        yaml: `backups:
${added('the-dump-of-friday')}migration:
  steps:
    - { id: drop-email, backup: the-dump-of-friday }
`,
      },
    },
    {
      name: 'words that are read as an id stay as they are',
      fix: 'Declare the backup "nightly-users"',
      markdown: `# Migration plan

${TABLE}
## Steps

### 1. Contract: drop email

- Backup: [|Nightly users|]
`,
      fixed: {
        markdown: `# Migration plan

${TABLE}| nightly-users         | s3://backups/nightly-users.dump | table.column | 30d | \`scripts/restore.sh nightly-users.dump\` | 2026-11-21 |

## Steps

### 1. Contract: drop email

- Backup: Nightly users
`,
      },
    },
    {
      name: 'a place that several steps name is declared for all of them',
      yaml: `migration:
  steps:
    - { id: drop-email, backup: [|"s3://backups/users.dump"|] }
    - { id: drop-phone, backup: "s3://backups/users.dump" }
`,
      fixed: {
        yaml: `backups:
${added('s3-backups-users-dump', 's3://backups/users.dump')}migration:
  steps:
    - { id: drop-email, backup: "s3-backups-users-dump" }
    - { id: drop-phone, backup: "s3-backups-users-dump" }
`,
      },
    },
    {
      name: 'says where a backup is, and nothing more',
      message:
        '"rds:snapshot/users-2027-05-31" says where a backup is, and is not the id of one that the plan declares. Nothing says how long it is kept or how it is restored: write that beside it.',
      yaml: `migration:
  steps:
    - id: drop-email
      backup: [|rds:snapshot/users-2027-05-31|]
`,
      fixed: {
        yaml: `migration:
  steps:
    - id: drop-email
      backup:
        ref: rds:snapshot/users-2027-05-31
        covers: [table.column]
        ttl: 30d
        restore: scripts/restore.sh rds:snapshot/users-2027-05-31
        verifiedOn: 2026-11-21
`,
      },
    },
    {
      name: 'a place where the rollback restores from',
      yaml: 'rollback:\n  restore: { backup: [|"s3://backups/users.dump"|] }\n',
      fixed: {
        yaml: `backups:
${added('s3-backups-users-dump', 's3://backups/users.dump')}rollback:
  restore: { backup: "s3-backups-users-dump" }
`,
      },
    },
  ],
});
