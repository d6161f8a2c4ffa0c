import { expect, test } from 'vitest';
import { checkAll, quickFixesOf } from '../../support/checking.ts';
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
      name: 'the rollback names it in words of its own',
      yaml: `${backups('users-before-contract')}migration:
  steps:
    - { id: drop-email }
rollback:
  notReverted:
    - { step: drop-email, why: "kept in the dump (Users, before contract)" }
`,
    },
    {
      name: 'has no name to refer to',
      yaml: 'backups:\n  - { ref: "s3://backups/users.dump" }\nmigration:\n  steps:\n    - { id: drop-email }\n',
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
      name: 'it is offered to steps that have none and whose data it holds, those that cannot be undone first',
      fix: 'Refer to it from the step "fill-email"',
      preferred: true,
      yaml: `${backups('[|users-before-contract|]')}migration:
  steps:
    - { id: drop-cache, reversible: false, backup: "none, it is filled again" }
    - { id: drop-tax, reversible: false, touches: [orders.tax] }
    - { id: check-email, backup: "none, it only reads", touches: [users.email] }
    - { id: tidy-up }
    - { id: fill-email, touches: [users.email] }
    - { id: trim-email, touches: [users.email] }
`,
    },
    {
      name: 'is declared twice: the second one is told by another rule',
      yaml: `${backups('[|users-before-contract|]')}  - { id: users-before-contract, ref: "s3://backups/users.dump" }
migration:
  steps:
    - { id: drop-email }
`,
    },
    {
      name: 'the artifact beside it has no steps, and does not name it',
      markdown: `# Migration plan

${table('[|users-before-contract|]')}
## Steps

### 1. Contract: drop email

Drops the column.
`,
      beside: {
        'ROLLBACK_PLAN.md': '# Rollback plan\n\n## What is not reverted\n\n- drop-email: the column is gone\n',
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

test('three steps are offered, however many there are', async () => {
  const steps = ['a', 'b', 'c', 'd'].map((id) => `    - { id: fill-${id}, touches: [users.email] }\n`).join('');
  const files = { 'rollout-plan.yaml': `${backups('users-before-contract')}migration:\n  steps:\n${steps}` };
  const problem = (await checkAll(files)).find(({ code }) => code === 'backup-unused');
  const titles = problem && (await quickFixesOf(files, problem)).map(({ title }) => title);
  expect(titles?.filter((title) => title.startsWith('Refer'))).toEqual(
    ['a', 'b', 'c'].map((id) => `Refer to it from the step "fill-${id}"`),
  );
});
