import { expect, test } from 'vitest';
import { checkAll } from '../../support/checking.ts';
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
const yaml = (step: string, before = ''): string => `${before}migration:
  steps:
    # the last step
${step}`;
const markdown = (step: string, before = ''): string => `# Migration plan

${before}## Steps

### 1. Contract: ${step}`;
const SAID = `      reversible: false
      approvers: ["@dba-oncall"]
`;
const database = (engine: string): string => `change:\n  environment: { database: { engine: ${engine} } }\n`;
const READ_BACK = [
  ['mysql', 'before-drop-email.sql', 'mysql restored < before-drop-email.sql'],
  ['mariadb', 'before-drop-email.sql', 'mariadb restored < before-drop-email.sql'],
  ['mongodb', 'before-drop-email.archive', 'mongorestore --archive=before-drop-email.archive'],
] as const;

testRule('irreversible-step-without-backup', {
  artifact: 'MIGRATION_PLAN',
  clean: [
    {
      name: 'under a label within a line',
      markdown: markdown('drop mail\n\nIrreversible. **Backup**: snapshot `users-before-drop`, kept for 90 days.\n'),
    },
    {
      name: 'refers to a declared backup',
      yaml: yaml(`    - id: drop-email\n${SAID}      backup: users-before-contract\n`, BACKUP),
      markdown: markdown('drop email\n\n- Reversible: no\n- Backup: users-before-contract\n', TABLE),
    },
    {
      name: 'has its backup in place',
      yaml: yaml('    - { id: drop-email, reversible: false, backup: { ref: "rds:snapshot/users", ttl: 45d } }\n'),
      markdown: markdown('drop email\n\n- Irreversible: yes\n- Backup: rds:snapshot/users, kept 45d\n'),
    },
    {
      name: 'can be undone, or does not say that it cannot',
      yaml: yaml(
        '    - { id: add-email, phase: expand, reversible: true }\n    - { id: fill-email, phase: migrate }\n',
      ),
      markdown: markdown('drop email\n\n- Reversible: yes\n\n### 2. Contract: drop phone\n\nA backup cannot hurt.\n'),
    },
    {
      name: 'declines a backup and says why',
      yaml: yaml('    - { id: drop-cache, reversible: false, backup: "none: it is filled again from orders" }\n'),
      markdown: markdown('drop cache\n\n- Reversible: no\n- Backup: none, it is filled again from orders\n'),
    },
    {
      name: 'is still to be filled in, or cannot be read: others speak of that',
      yaml: yaml(
        '    - { id: drop-email, reversible: false, backup: TBD }\n    - { id: drop-phone, reversible: false, backup: [a, b] }\n',
      ),
    },
    {
      name: 'promises one: another rule speaks of that',
      yaml: yaml('    - { id: drop-email, reversible: false, backup: take a backup first }\n'),
      markdown: markdown('drop email\n\n- Reversible: no\n- Backup: take a backup first\n'),
    },
    {
      name: 'stays after a rollback and loses nothing',
      yaml: `${yaml('    - { id: drop-check, phase: contract }\n')}rollback:
  notReverted:
    - { step: drop-check, dataLoss: none, why: the constraint is not needed }
`,
    },
  ],
  faulty: [
    {
      name: 'a label within a line with nothing behind it',
      markdown: markdown('[|drop mail|]\n\nIrreversible. **Backup**:\n'),
    },
    {
      name: 'names no backup, and one is declared that holds what it drops',
      message:
        'The step "drop-email" is declared irreversible, and names no backup. Once it has run, a restore is the only way back, and there would be nothing to restore: refer to a backup that holds what the step destroys.',
      yaml: yaml(`    - id: [|drop-email|]\n${SAID}      up: { sql: ALTER TABLE users DROP COLUMN email; }\n`, BACKUP),
      markdown: markdown('[|drop email|]\n\n- Reversible: no\n- Approvers: @dba-oncall\n', TABLE),
      fixed: {
        yaml: yaml(
          `    - id: drop-email
      reversible: false
      backup: users-before-contract
      approvers: ["@dba-oncall"]
      up: { sql: ALTER TABLE users DROP COLUMN email; }
`,
          BACKUP,
        ),
        markdown: markdown(
          'drop email\n\n- Reversible: no\n- Backup: users-before-contract\n- Approvers: @dba-oncall\n',
          TABLE,
        ),
      },
    },
    {
      name: 'nothing is declared: a backup is declared and referred to',
      fix: 'Declare a backup and refer to it',
      yaml: yaml(
        `    - id: [|drop-email|]\n${SAID}      touches: [users.email]\n`,
        'change:\n  environment: { database: { engine: postgresql } }\n',
      ),
      markdown: markdown('[|drop email|]\n\n- Irreversible: yes\n- Approvers: @dba-oncall\n- Touches: users.email\n'),
      fixed: {
        yaml: `change:
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
    # the last step
    - id: drop-email
      reversible: false
      backup: before-drop-email
      approvers: ["@dba-oncall"]
      touches: [users.email]
`,
        markdown: `# Migration plan

## Backups

| Id                | Reference                           | Covers      | TTL | Restore                                     | Verified on |
| ----------------- | ----------------------------------- | ----------- | --- | ------------------------------------------- | ----------- |
| before-drop-email | s3://backups/before-drop-email.dump | users.email | 30d | \`scripts/restore.sh before-drop-email.dump\` | 2026-11-21  |

## Steps

### 1. Contract: drop email

- Irreversible: yes
- Backup: before-drop-email
- Approvers: @dba-oncall
- Touches: users.email
`,
      },
    },
    ...READ_BACK.map(([engine, file, restore]) => ({
      name: `the dump is read back as ${engine} does`,
      fix: 'Declare a backup and refer to it',
      yaml: yaml(`    - id: [|drop-email|]\n${SAID}      touches: [users.email]\n`, database(engine)),
      fixed: {
        yaml: yaml(
          `    - id: drop-email
      reversible: false
      backup: before-drop-email
      approvers: ["@dba-oncall"]
      touches: [users.email]
`,
          `${database(engine)}backups:
  - id: before-drop-email
    ref: s3://backups/${file}
    covers: [users.email]
    ttl: 30d
    restore: ${restore}
    verifiedOn: 2026-11-21
`,
        ),
      },
    })),
    {
      name: 'the declared backup holds something else; the new one is kept as long as the plan needs it',
      yaml: `${yaml(`    - id: [|drop-tax|]\n${SAID}      touches: [orders.tax]\n`, BACKUP)}    - id: clean-up
      after: { step: drop-tax, soak: 60d }
`,
      fixed: {
        yaml: yaml(
          `    - id: drop-tax
      reversible: false
      backup: before-drop-tax
      approvers: ["@dba-oncall"]
      touches: [orders.tax]
    - id: clean-up
      after: { step: drop-tax, soak: 60d }
`,
          `${BACKUP}  - id: before-drop-tax
    ref: s3://backups/before-drop-tax.dump
    covers: [orders.tax]
    ttl: 90d
    restore: scripts/restore.sh before-drop-tax.dump
    verifiedOn: 2026-11-21
`,
        ),
      },
    },
    {
      name: 'a bare "none" is no backup',
      yaml: yaml(`    - id: [|drop-email|]\n${SAID}      backup: none\n`, BACKUP),
      markdown: markdown('[|drop email|]\n\n- Reversible: no\n- Backup: none\n', TABLE),
      fixed: {
        yaml: yaml(`    - id: drop-email\n${SAID}      backup: users-before-contract\n`, BACKUP),
        markdown: markdown('drop email\n\n- Reversible: no\n- Backup: users-before-contract\n', TABLE),
      },
    },
    {
      name: 'found irreversible by what the rollback says of it',
      message: /"drop-email" loses data that no rollback brings back, and names no backup/,
      yaml: `${yaml('    - id: [|drop-email|]\n')}rollback:
  notReverted:
    - { step: drop-email, why: the addresses are gone }
`,
      markdown: markdown('[|drop email|]\n\nDrops the column.\n'),
      beside: {
        'ROLLBACK_PLAN.md':
          '# Rollback plan\n\n## What is not reverted\n\n| Step | Why |\n| --- | --- |\n| drop-email | the addresses are gone |\n',
      },
    },
    {
      name: 'other steps name backups that nobody lists: a list would make those undefined',
      markdown: markdown(
        'drop phone\n\n- Reversible: no\n- Backup: nightly-users\n\n### 2. Contract: [|drop email|]\n\n- Reversible: no\n',
      ),
      fixed: {
        markdown: markdown(`drop phone

- Reversible: no
- Backup: nightly-users

### 2. Contract: drop email

- Reversible: no
- Backup:
  - **Reference**: s3://backups/before-drop-email.dump
  - **Covers**: table.column
  - **TTL**: 30d
  - **Restore**: \`scripts/restore.sh before-drop-email.dump\`
  - **Verified on**: 2026-11-21
`),
      },
    },
  ],
});

test('points to the words that say so', async () => {
  const lost = '    - { step: drop-email, why: the addresses are gone }\n';
  const text = `${yaml('    - id: drop-email\n')}rollback:\n  notReverted:\n${lost}`;
  const problem = (await checkAll({ 'rollout-plan.yaml': text })).find(
    ({ code }) => code === 'irreversible-step-without-backup',
  );
  const line = text.split('\n').indexOf(lost.trimEnd());
  expect(problem?.related).toMatchObject([{ message: 'It is said here.', range: { start: { line } } }]);
});
