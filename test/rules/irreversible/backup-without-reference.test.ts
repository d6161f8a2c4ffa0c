import { testRule } from '../../support/rule-tester.ts';

testRule('backup-without-reference', {
  artifact: 'MIGRATION_PLAN',
  clean: [
    {
      name: 'says where it is',
      yaml: `backups:
  - { id: users-before-contract, ref: "rds:snapshot/users-2027-05-31", ttl: 45d }
`,
      markdown: `# Migration plan

## Backups

| Backup | Reference | TTL |
| --- | --- | --- |
| users-before-contract | rds:snapshot/users-2027-05-31 | 45d |
`,
    },
    {
      name: 'in place, with a snapshot id or a path',
      yaml: `migration:
  steps:
    - { id: drop-email, backup: { ref: snap-0a1b2c, ttl: 45d } }
    - { id: drop-phone, backup: { ref: /backups/full backup of users.dump } }
`,
      markdown: `# Migration plan

## Steps

### 1. Contract: drop email

- Backup: rds:snapshot/users-2027-05-31, kept 45d
`,
    },
    {
      name: 'a place of a wrong type is told by another rule',
      yaml: 'backups:\n  - { id: users-before-contract, ref: ["s3://backups/users.dump"] }\n',
    },
    {
      name: 'a list of things to do is no list of backups',
      markdown: `# Migration plan

## Backup

- Take a full database backup
- Store the dump in the bucket of the team
`,
    },
    {
      name: 'a bare name that another artifact declares in full',
      markdown: `# Migration plan

## Backups

- users-before-contract
`,
      beside: {
        'ROLLBACK_PLAN.md': `# Rollback plan

## Backups

| Backup | Reference |
| --- | --- |
| users-before-contract | s3://backups/users.dump |
`,
      },
    },
    {
      name: 'a reference to a declared one, whatever its name',
      yaml: `backups:
  - { id: snapshot, ref: "s3://backups/users.dump", ttl: 45d }
migration:
  steps:
    - { id: drop-email, backup: snapshot }
`,
      markdown: `# Migration plan

## Steps

### 1. Contract: drop email

- Backup: users-before-contract
`,
    },
  ],
  faulty: [
    {
      name: 'a backup in place that says only what it holds, at a step without an id',
      yaml: 'migration:\n  steps:\n    - { title: drop email, reversible: false, [|backup|]: { covers: [users.email] } }\n',
    },
    {
      name: 'a name and what it holds: the rest is written beside that',
      message: /^The backup "users-before-contract" is a name and nothing else\./,
      yaml: `backups:
  - id: [|users-before-contract|]
    covers: [users.email]
`,
      fixed: {
        yaml: `backups:
  - id: users-before-contract
    ref: s3://backups/users-before-contract.dump
    covers: [users.email]
    ttl: 30d
    restore: scripts/restore.sh users-before-contract.dump
    verifiedOn: 2026-11-21
`,
      },
    },
    {
      name: 'says that it was restored, in a word that would promise a backup elsewhere: that is more than a name',
      message: /^The backup "users-before-contract" does not say where the backup is\./,
      yaml: 'backups:\n  - { id: [|users-before-contract|], verifiedOn: done }\n',
    },
    {
      name: 'is not said',
      message:
        'The backup "users-before-contract" does not say where the backup is. Whoever restores it at night needs a snapshot id, a path or a URI: write it under `ref`.',
      yaml: `backups:
  - id: [|users-before-contract|]
    ttl: 45d
`,
      markdown: `# Migration plan

## Backups

| Backup | TTL |
| --- | --- |
| [|users-before-contract|] | 45d |
`,
      fixed: {
        yaml: `backups:
  - id: users-before-contract
    ref: rds:snapshot/orders-2027-05-31
    ttl: 45d
`,
        markdown: `# Migration plan

## Backups

| Backup | TTL | Reference                      |
| --- | --- | ------------------------------ |
| users-before-contract | 45d | rds:snapshot/orders-2027-05-31 |
`,
      },
    },
    {
      name: 'a step promises one',
      message:
        '"take a full backup first" says that there is a backup, and not where it is. Whoever restores it at night needs a snapshot id, a path or a URI: write that.',
      yaml: `migration:
  steps:
    - id: drop-email
      touches: [users.email]
      backup: [|take a full backup first|] # before
`,
      markdown: `# Migration plan

## Steps

### 1. Contract: drop email

- Touches: users.email
- Backup: [|take a full backup first|]
`,
      fixed: {
        yaml: `backups:
  - id: before-drop-email
    ref: s3://backups/before-drop-email.dump
    covers: [users.email]
    ttl: 30d
    restore: scripts/restore.sh before-drop-email.dump
    verifiedOn: 2026-11-21
migration:
  steps:
    - id: drop-email
      touches: [users.email]
      backup: before-drop-email # before
`,
        markdown: `# Migration plan

## Backups

| Id                | Reference                           | Covers      | TTL | Restore                                     | Verified on |
| ----------------- | ----------------------------------- | ----------- | --- | ------------------------------------------- | ----------- |
| before-drop-email | s3://backups/before-drop-email.dump | users.email | 30d | \`scripts/restore.sh before-drop-email.dump\` | 2026-11-21  |

## Steps

### 1. Contract: drop email

- Touches: users.email
- Backup: before-drop-email
`,
      },
    },
    {
      name: 'a sentence in place of a place',
      yaml: `backups:
  - { id: users-before-contract, ref: [|we take a snapshot before the migration|], ttl: 45d, restore: scripts/restore.sh }
`,
      fixed: {
        yaml: `backups:
  - { id: users-before-contract, ref: s3://backups/users-before-contract.dump, ttl: 45d, restore: scripts/restore.sh }
`,
      },
    },
    {
      name: 'nothing but a name is one mistake',
      message:
        'The backup "users-before-contract" is a name and nothing else. Whoever restores it at night needs to know where it is, how long it is kept and how it is restored: write that.',
      yaml: `backups:
  - id: [|users-before-contract|]
`,
      markdown: `# Migration plan

## Backups

- [|users-before-contract|]
`,
      fixed: {
        yaml: `backups:
  - id: users-before-contract
    ref: s3://backups/users-before-contract.dump
    covers: [table.column]
    ttl: 30d
    restore: scripts/restore.sh users-before-contract.dump
    verifiedOn: 2026-11-21
`,
        markdown: `# Migration plan

## Backups

- users-before-contract
  - **Reference**: s3://backups/users-before-contract.dump
  - **Covers**: table.column
  - **TTL**: 30d
  - **Restore**: \`scripts/restore.sh users-before-contract.dump\`
  - **Verified on**: 2026-11-21
`,
      },
    },
    {
      name: 'a list item that says how long it is kept, and no name',
      message: /^The backup "TTL: 45d" does not say where the backup is\./,
      markdown: '# Migration plan\n\n## Backups\n\n- [|TTL: 45d|]\n',
    },
    {
      name: 'a bare name that the other artifact only repeats',
      message: /^The backup "users-before-contract" is a name and nothing else\./,
      markdown: '# Migration plan\n\n## Backups\n\n- [|users-before-contract|]\n',
      beside: { 'ROLLBACK_PLAN.md': '# Rollback plan\n\n## Backups\n\n- users-before-contract\n' },
    },
    {
      name: 'a long promise in place is one mistake',
      markdown: `# Migration plan

## Steps

### 1. Contract: drop email

- Backup: [|take a full backup of the users database before this step|]
`,
      fixed: {
        markdown: `# Migration plan

## Steps

### 1. Contract: drop email

- Backup:
  - **Reference**: s3://backups/before-drop-email.dump
  - **Covers**: table.column
  - **TTL**: 30d
  - **Restore**: \`scripts/restore.sh before-drop-email.dump\`
  - **Verified on**: 2026-11-21
`,
      },
    },
  ],
});
