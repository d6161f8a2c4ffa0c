import { testRule } from '../../support/rule-tester.ts';

const backups = (id: string): string => `backups:
  - id: ${id}
    ref: s3://backups/users.dump
    covers: [users.email]
    ttl: 45d
    restore: pg_restore --dbname=restored users.dump
    verifiedOn: 2026-11-18
`;
const table = (id: string): string => `## Backups

| Backup | Reference | Covers | TTL | Restore | Verified |
| --- | --- | --- | --- | --- | --- |
| ${id} | s3://backups/users.dump | users.email | 45d | scripts/restore.sh | 2026-11-18 |
`;

testRule('backup-unused', {
  artifact: 'MIGRATION_PLAN',
  clean: [
    {
      name: 'a step refers to it',
      yaml: `${backups('users-before-contract')}migration:
  steps:
    - { id: drop-email, backup: users-before-contract }
`,
      markdown: `# Migration plan

${table('users-before-contract')}
## Steps

### 1. Contract: drop email

- Backup: users-before-contract
`,
    },
    {
      name: 'the rollback restores it, or names it',
      yaml: `${backups('users-before-contract')}migration:
  steps:
    - { id: drop-email }
rollback:
  restore: { backup: users-before-contract }
`,
      markdown: `# Migration plan

${table('users-before-contract')}
## Steps

### 1. Contract: drop email

Drops the column.
`,
      beside: {
        'ROLLBACK_PLAN.md':
          '# Rollback plan\n\n## What is not reverted\n\n- drop-email: restore users before contract\n',
      },
    },
    {
      name: 'the steps are not here',
      yaml: backups('users-before-contract'),
      markdown: `# Migration plan

${table('users-before-contract')}`,
    },
  ],
  faulty: [
    {
      name: 'no step refers to it, and one touches what it holds',
      message:
        'No step refers to the backup "users-before-contract". In an incident nobody will know what it is for: refer to it from the step that would be restored from it, or remove it.',
      yaml: `${backups('[|users-before-contract|]')}migration:
  steps:
    - { id: fill-email, touches: [users.email] } # in place
    - { id: fill-name, touches: [users.name] }
`,
      markdown: `# Migration plan

${table('[|users-before-contract|]')}
## Steps

### 1. Migrate: fill email

- Touches: users.email
`,
      fixed: {
        yaml: `${backups('users-before-contract')}migration:
  steps:
    - { id: fill-email, backup: users-before-contract, touches: [users.email] } # in place
    - { id: fill-name, touches: [users.name] }
`,
        markdown: `# Migration plan

## Backups

| Backup | Reference | Covers | TTL | Restore | Verified |
| --- | --- | --- | --- | --- | --- |
| users-before-contract | s3://backups/users.dump | users.email | 45d | scripts/restore.sh | 2026-11-18 |

## Steps

### 1. Migrate: fill email

- Backup: users-before-contract
- Touches: users.email
`,
      },
    },
    {
      name: 'a step that cannot be undone has none',
      yaml: `${backups('[|users-before-contract|]')}migration:
  steps:
    - { id: drop-email, reversible: false }
`,
      fixed: {
        yaml: `${backups('users-before-contract')}migration:
  steps:
    - { id: drop-email, reversible: false, backup: users-before-contract }
`,
      },
    },
    {
      name: 'another one is referred to',
      yaml: `${backups('users-before-contract').replace('backups:\n', 'backups:\n  - { id: [|nightly|], ref: "s3://backups/nightly" }\n')}migration:
  steps:
    - { id: drop-email, backup: users-before-contract }
`,
    },
  ],
});
