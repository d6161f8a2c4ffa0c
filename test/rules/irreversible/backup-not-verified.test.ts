import { testRule } from '../../support/rule-tester.ts';

testRule('backup-not-verified', {
  artifact: 'MIGRATION_PLAN',
  clean: [
    {
      name: 'was restored once',
      yaml: `backups:
  - { id: users-before-contract, ref: "s3://backups/users.dump", verifiedOn: 2026-11-18 }
`,
      markdown: `# Migration plan

## Backups

| Backup | Reference | Restore tested |
| --- | --- | --- |
| users-before-contract | s3://backups/users.dump | 2026-11-18 |
`,
    },
    {
      name: 'was restored today; a day that no calendar has is told by another rule',
      yaml: `backups:
  - { id: users-before-contract, ref: "s3://backups/users.dump", verifiedOn: 2026-11-21 }
  - { id: orders-before-contract, ref: "s3://backups/orders.dump", verifiedOn: 2027-02-30 }
`,
      markdown: `# Migration plan

## Steps

### 1. Contract: drop email

- Backup: s3://backups/users.dump, kept 45d, verified: 2026-11-21
`,
    },
  ],
  faulty: [
    {
      name: 'is not said to be',
      fix: 'Say when a restore was tried',
      message:
        'The backup "users-before-contract" was never restored, or does not say when. An untested backup is a hope: restore it once beside production and write the day under `verifiedOn`.',
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
    verifiedOn: 2026-11-21
`,
        markdown: `# Migration plan

## Backups

| Backup | Reference | Verified on |
| --- | --- | ----------- |
| users-before-contract | s3://backups/users.dump | 2026-11-21  |
`,
      },
    },
    {
      name: 'will be, on a day to come',
      message:
        'The backup "users-before-contract" is verified on 2027-01-15, which is still to come. An untested backup is a hope: restore it once beside production, and write the day when that was.',
      yaml: `backups:
  - { id: users-before-contract, ref: "s3://backups/users.dump", verifiedOn: [|2027-01-15|] }
`,
      markdown: `# Migration plan

## Backups

| Backup | Reference | Restore tested |
| --- | --- | --- |
| users-before-contract | s3://backups/users.dump | [|2027-01-15|] |
`,
      fix: 'Say that it was restored today',
      fixed: {
        markdown: `# Migration plan

## Backups

| Backup | Reference | Restore tested |
| --- | --- | --- |
| users-before-contract | s3://backups/users.dump | 2026-11-21 |
`,
      },
    },
    {
      name: 'in place',
      yaml: `migration:
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

- Backup: s3://backups/users.dump, ttl: 45d, verified on: 2026-11-21
`,
      },
    },
  ],
});
