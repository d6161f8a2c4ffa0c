import { testRule } from '../../support/rule-tester.ts';

testRule('backup-without-restore', {
  artifact: 'MIGRATION_PLAN',
  clean: [
    {
      name: 'has its command',
      yaml: `backups:
  - { id: users-before-contract, ref: "s3://backups/users.dump", restore: scripts/restore.sh users.dump }
`,
      markdown: `# Migration plan

## Backups

| Backup | Reference | Restore command |
| --- | --- | --- |
| users-before-contract | s3://backups/users.dump | scripts/restore.sh users.dump |
`,
    },
    {
      name: 'in place',
      yaml: `migration:
  steps:
    - { id: drop-email, backup: { ref: "s3://backups/users.dump", restore: scripts/restore.sh users.dump } }
`,
      markdown: `# Migration plan

## Steps

### 1. Contract: drop email

#### Backup

- Snapshot: s3://backups/users.dump

**Restore**:

\`\`\`sh
scripts/restore.sh users.dump
\`\`\`
`,
    },
  ],
  faulty: [
    {
      name: 'has none',
      message:
        'The backup "users-before-contract" has no restore command. A backup is worth what its restore is worth, and nobody should have to look the command up during an incident: write it under `restore`.',
      yaml: `backups:
  - id: [|users-before-contract|]
    ref: s3://backups/users.dump # the bucket of the team
`,
      markdown: `# Migration plan

## Backups

| Backup | Reference |
| --- | --- |
| [|users-before-contract|] | s3://backups/users.dump |
`,
      fixed: {
        yaml: `backups:
  - id: users-before-contract
    ref: s3://backups/users.dump # the bucket of the team
    restore: pg_restore --dbname=orders_restore orders.dump
`,
        markdown: `# Migration plan

## Backups

| Backup | Reference | Restore                                          |
| --- | --- | ------------------------------------------------ |
| users-before-contract | s3://backups/users.dump | \`pg_restore --dbname=orders_restore orders.dump\` |
`,
      },
    },
    {
      name: 'in place, or with nothing behind it',
      yaml: `backups:
  - id: users-before-contract
    ref: s3://backups/users.dump
    [|restore|]:
migration:
  steps:
    - { id: drop-email, [|backup|]: { ref: "s3://backups/users.dump" } }
`,
      markdown: `# Migration plan

## Steps

### 1. Contract: drop email

- [|Backup|]: s3://backups/users.dump, kept 45d
`,
      fixed: {
        markdown: `# Migration plan

## Steps

### 1. Contract: drop email

- Backup: s3://backups/users.dump, ttl: 45d, restore: \`pg_restore --dbname=orders_restore orders.dump\`
`,
      },
    },
  ],
});
