import { testRule } from '../../support/rule-tester.ts';

const backup = (covers: string): string => `backups:
  - id: users-before-contract
    ref: s3://backups/users.dump
${covers}
    ttl: 45d
    restore: pg_restore --dbname=restored users.dump
    verifiedOn: 2026-11-18
migration:
  steps:
    - id: drop-email
      backup: users-before-contract
`;
const table = (covers: string, touches: string): string => `# Migration plan

## Backups

| Backup | Reference | Covers | TTL | Restore | Verified |
| --- | --- | --- | --- | --- | --- |
| users-before-contract | s3://backups/users.dump | ${covers} | 45d | scripts/restore.sh | 2026-11-18 |

## Steps

### 1. Contract: drop email

- Reversible: no
- Backup: users-before-contract
- Approvers: @dba-oncall
- Touches: ${touches}
`;

testRule('backup-scope-mismatch', {
  artifact: 'MIGRATION_PLAN',
  clean: [
    { name: 'the step touches nothing', yaml: `${backup('    covers: [users.phone]')}      touches: [none]\n` },
    {
      name: 'holds what the step touches',
      yaml: `${backup('    covers: [users.email, users.phone]')}      touches: [users.email]
`,
      markdown: table('users.email, users.phone', 'users.email'),
    },
    {
      name: 'holds the whole table',
      yaml: `${backup('    covers: [public.users]')}      up: { sql: 'ALTER TABLE "users" DROP COLUMN "email";' }
`,
      markdown: table('users', 'public.users.email'),
    },
    {
      name: 'holds the table under the name that it had before',
      yaml: `${backup('    covers: [users]').replace('migration:\n  steps:\n', "migration:\n  steps:\n    - { id: swap, up: { sql: 'ALTER TABLE users RENAME TO users_old; ALTER TABLE users_new RENAME TO users;' } }\n")}      up: { sql: DROP TABLE users_old }
`,
    },
    {
      name: 'the same, as MySQL says it',
      yaml: `${backup('    covers: [shop.users]').replace('migration:\n  steps:\n', "migration:\n  steps:\n    - { id: swap, up: { sql: 'RENAME TABLE users TO users_old, users_new TO users' } }\n")}      up: { sql: DROP TABLE users_old }
`,
    },
    {
      name: 'a column without its table may be in anything',
      yaml: `${backup('    covers: [users.phone]')}      touches: [email]
`,
      markdown: table('users.phone', 'email'),
    },
    {
      name: 'a phrase may mean everything',
      yaml: `${backup('    covers: [the whole database]')}      touches: [users.email]
`,
      markdown: table('the whole database', 'users.email'),
    },
    {
      name: 'a name that nothing tells to be a table may be the database',
      yaml: `${backup('    covers: [shop]')}      touches: [users.email]
`,
    },
    {
      name: 'nothing is said of what it covers, or of what the step touches',
      yaml: `${backup('    method: snapshot')}      touches: [users.email]
    - { id: tidy-up, backup: users-before-contract, title: Remove the old code path }
`,
    },
    {
      name: 'what stands in comments and texts is not dropped',
      yaml: `${backup('    covers: [users.email]')}      up:
        sql: |
          -- DROP TABLE orders;
          UPDATE users SET note = 'DROP TABLE orders';
`,
    },
  ],
  faulty: [
    {
      name: 'another table than the one that was renamed',
      yaml: `${backup('    [|covers|]: [orders]').replace('migration:\n  steps:\n', "migration:\n  steps:\n    - { id: swap, up: { sql: 'ALTER TABLE users RENAME TO users_old; ALTER TABLE orders ADD a int' } }\n")}      up: { sql: DROP TABLE users_old }
`,
    },
    {
      name: 'a table that the change names',
      yaml: `change:\n  data: { tables: [shop.users, orders] }\n${backup('    [|covers|]: [orders]')}      touches: [users]\n`,
    },
    {
      name: 'the step touches something else',
      message:
        'The backup "users-before-contract" does not cover users.email, which "drop-email" changes for good. A restore would bring back something else: add it to what the backup covers, or refer to one that holds it.',
      yaml: `${backup('    [|covers|]: [users.phone] # what we had')}      touches: [users.email, users.phone]
`,
      markdown: table('[|users.phone|]', 'users.email, users.phone'),
      fixed: {
        yaml: `${backup('    covers: [users.phone, users.email] # what we had')}      touches: [users.email, users.phone]
`,
        markdown: `# Migration plan

## Backups

| Backup | Reference | Covers | TTL | Restore | Verified |
| --- | --- | --- | --- | --- | --- |
| users-before-contract | s3://backups/users.dump | users.phone, users.email | 45d | scripts/restore.sh | 2026-11-18 |

## Steps

### 1. Contract: drop email

- Reversible: no
- Backup: users-before-contract
- Approvers: @dba-oncall
- Touches: users.email, users.phone
`,
      },
    },
    {
      name: 'the SQL drops something else',
      message: /does not cover users\.email and users\.name, which "drop-email"/,
      yaml: `${backup('    [|covers|]:\n      - orders.total\n      - accounts')}      up:
        sql: |
          ALTER TABLE accounts DROP COLUMN fax;
          ALTER TABLE users DROP COLUMN IF EXISTS email, DROP COLUMN name;
`,
      fixed: {
        yaml: `${backup('    covers:\n      - orders.total\n      - accounts\n      - users.email\n      - users.name')}      up:
        sql: |
          ALTER TABLE accounts DROP COLUMN fax;
          ALTER TABLE users DROP COLUMN IF EXISTS email, DROP COLUMN name;
`,
      },
    },
    {
      name: 'the title names it',
      related: ['drop-email'],
      yaml: `${backup('    [|covers|]: [orders.total]')}      title: Drop users.email
`,
    },
    {
      name: 'a backup in place',
      message: /^The backup of "drop-email" does not cover orders\.tax,/,
      yaml: `migration:
  steps:
    - id: drop-email
      touches: [orders.tax]
      backup: { ref: "s3://backups/users.dump", [|covers|]: [users.email] }
`,
    },
  ],
});
