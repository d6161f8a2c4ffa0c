import { testRule } from '../../support/rule-tester.ts';

testRule('backup-without-ttl', {
  artifact: 'MIGRATION_PLAN',
  clean: [
    {
      name: 'says how long it is kept',
      yaml: `backups:
  - { id: users-before-contract, ref: "s3://backups/users.dump", ttl: 45d }
`,
      markdown: `# Migration plan

## Backups

| Backup | Reference | Kept for |
| --- | --- | --- |
| users-before-contract | s3://backups/users.dump | 45d |
`,
    },
    {
      name: 'in place; another notation is told by another rule',
      yaml: `migration:
  steps:
    - { id: drop-email, backup: { ref: "s3://backups/users.dump", ttl: 45d } }
    - { id: drop-phone, backup: { ref: "s3://backups/users.dump", ttl: 30 days } }
`,
      markdown: `# Migration plan

## Steps

### 1. Contract: drop email

- Backup: rds:snapshot/users-2027-05-31, kept 45d
`,
    },
  ],
  faulty: [
    {
      name: 'does not say it',
      fix: 'Keep the backup for 30 days',
      message:
        'The backup "users-before-contract" does not say how long it is kept. A retention policy deletes backups without asking, often before the damage is found: write `ttl`.',
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
    ttl: 30d
`,
        markdown: `# Migration plan

## Backups

| Backup | Reference | TTL |
| --- | --- | --- |
| users-before-contract | s3://backups/users.dump | 30d |
`,
      },
    },
    {
      name: 'is needed for longer than the usual 30 days',
      fix: 'Keep the backup for 120d',
      yaml: `backups:
  - id: [|users-before-contract|]
    ref: s3://backups/users.dump
migration:
  steps:
    - { id: drop-email, backup: users-before-contract }
    - { id: drop-name, after: { step: drop-email, soak: 90d } }
`,
      fixed: {
        yaml: `backups:
  - id: users-before-contract
    ref: s3://backups/users.dump
    ttl: 120d
migration:
  steps:
    - { id: drop-email, backup: users-before-contract }
    - { id: drop-name, after: { step: drop-email, soak: 90d } }
`,
      },
    },
    {
      name: 'in place',
      yaml: `migration:
  steps:
    - id: drop-email
      [|backup|]:
        ref: s3://backups/users.dump
`,
      markdown: `# Migration plan

## Steps

### 1. Contract: drop email

- [|Backup|]: s3://backups/users.dump
`,
      fixed: {
        yaml: `migration:
  steps:
    - id: drop-email
      backup:
        ref: s3://backups/users.dump
        ttl: 30d
`,
        markdown: `# Migration plan

## Steps

### 1. Contract: drop email

- Backup: s3://backups/users.dump, ttl: 30d
`,
      },
    },
  ],
});
