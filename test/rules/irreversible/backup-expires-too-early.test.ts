import { testRule } from '../../support/rule-tester.ts';

const backup = (ttl: string, more = ''): string => `backups:
  - id: users-before-contract
    ref: s3://backups/users.dump
    ttl: ${ttl}
    restore: pg_restore --dbname=restored users.dump
    verifiedOn: 2026-11-18
${more}`;
const table = (ttl: string): string => `# Migration plan

## Backups

| Backup | Reference | TTL | Restore | Verified |
| --- | --- | --- | --- | --- |
| users-before-contract | s3://backups/users.dump | ${ttl} | scripts/restore.sh | 2026-11-18 |

## Steps

### 1. Contract: drop email

- Reversible: no
- Backup: users-before-contract
- Approvers: @dba-oncall

`;

testRule('backup-expires-too-early', {
  artifact: 'MIGRATION_PLAN',
  clean: [
    {
      name: 'is kept for as long as the step is checked',
      yaml: `${backup('14d')}migration:
  steps:
    - { id: drop-email, backup: users-before-contract, verify: [email-readers = 0 for 14d] }
`,
      markdown: `${table('14d')}**Verify**: email-readers = 0 for 14d
`,
    },
    {
      name: 'the wait before the step does not count: the backup is taken after it',
      yaml: `${backup('7d')}migration:
  steps:
    - { id: fill-name }
    - { id: drop-email, backup: users-before-contract, after: { step: fill-name, soak: 90d } }
`,
      markdown: `${table('7d')}- After: fill-name, soak: 90d
`,
    },
    {
      name: 'how long it is needed is not said',
      yaml: `${backup('1d')}migration:
  steps:
    - { id: drop-email, backup: users-before-contract }
rollout:
  stages:
    - { id: full, weight: 100%, soak: 72h }
`,
      markdown: table('1d'),
    },
    {
      name: 'no step refers to it',
      yaml: `${backup('1h')}migration:
  steps:
    - { id: drop-email, verify: [email-readers = 0 for 14d] }
`,
    },
    {
      name: 'a length that cannot be read is told by another rule',
      yaml: `${backup('one day')}migration:
  steps:
    - { id: drop-email, backup: users-before-contract, verify: [email-readers = 0 for 14d] }
`,
    },
  ],
  faulty: [
    {
      name: 'the step alone runs for longer than any usual length',
      yaml: `${backup('[|90d|]')}migration:
  steps:
    - { id: drop-email, backup: users-before-contract, expected: 400d }
`,
      message: /is kept for 90d, but "drop-email" alone runs for 400d\. .* keep it for 430d\.$/,
      fixed: {
        yaml: `${backup('430d')}migration:
  steps:
    - { id: drop-email, backup: users-before-contract, expected: 400d }
`,
      },
    },
    {
      name: 'the longest of several checks, some of which say no time',
      yaml: `${backup('[|7d|]')}migration:
  steps:
    - id: drop-email
      backup: users-before-contract
      verify:
        - { check: email-readers = 0 for 20d }
        - { run: scripts/check.sh }
        - email-readers = 0 for 2d
`,
      message: /"drop-email" is checked for 20d/,
    },
    {
      name: 'the check of the step runs for longer',
      related: ['email-readers = 0 for 14d'],
      message:
        'The backup "users-before-contract" is kept for 7d, but "drop-email" is checked for 14d. It would be deleted while it may still be needed, and nobody is told: keep it for 30d.',
      yaml: `${backup('[|7d|] # the default')}migration:
  steps:
    - { id: drop-email, backup: users-before-contract, verify: [email-readers = 0 for 14d] }
`,
      markdown: `${table('[|7d|]')}**Verify**: email-readers = 0 for 14d
`,
      fixed: {
        yaml: `${backup('30d # the default')}migration:
  steps:
    - { id: drop-email, backup: users-before-contract, verify: [email-readers = 0 for 14d] }
`,
        markdown: `# Migration plan

## Backups

| Backup | Reference | TTL | Restore | Verified |
| --- | --- | --- | --- | --- |
| users-before-contract | s3://backups/users.dump | 30d | scripts/restore.sh | 2026-11-18 |

## Steps

### 1. Contract: drop email

- Reversible: no
- Backup: users-before-contract
- Approvers: @dba-oncall

**Verify**: email-readers = 0 for 14d
`,
      },
    },
    {
      name: 'a step after it waits for longer',
      message: /kept for 30d, but "drop-name" waits 90d after "drop-email"\..* keep it for 120d\./,
      yaml: `${backup('[|30d|]')}migration:
  steps:
    - { id: drop-email, backup: users-before-contract }
    - { id: drop-name, after: { step: drop-email, soak: 90d } }
`,
      markdown: `${table('[|30d|]')}### 2. Contract: drop name

- After: drop-email, soak: 90d
`,
      fixed: {
        yaml: `${backup('120d')}migration:
  steps:
    - { id: drop-email, backup: users-before-contract }
    - { id: drop-name, after: { step: drop-email, soak: 90d } }
`,
      },
    },
    {
      name: 'a step that needs it too runs after it is gone',
      message: /"drop-name" needs it too, 67d after "drop-email"/,
      yaml: `${backup('[|45d|]')}migration:
  steps:
    - { id: drop-email, backup: users-before-contract }
    - { id: watch, after: { step: drop-email, soak: 7d } }
    - { id: drop-name, backup: users-before-contract, after: { step: watch, soak: 60d } }
`,
    },
    {
      name: 'the stages from the step on soak for longer',
      message: /the stages from "drop-email" on soak for 4d,? ?/,
      yaml: `${backup('[|3d|]')}migration:
  steps:
    - { id: drop-email, backup: users-before-contract }
rollout:
  stages:
    - { id: canary, environment: production, weight: 1%, soak: 12h }
    - { id: ramp, environment: production, weight: 50%, soak: 24h, steps: [drop-email] }
    - { id: full, environment: production, weight: 100%, soak: 72h }
`,
      fixed: {
        yaml: `${backup('7d')}migration:
  steps:
    - { id: drop-email, backup: users-before-contract }
rollout:
  stages:
    - { id: canary, environment: production, weight: 1%, soak: 12h }
    - { id: ramp, environment: production, weight: 50%, soak: 24h, steps: [drop-email] }
    - { id: full, environment: production, weight: 100%, soak: 72h }
`,
      },
    },
    {
      name: 'is gone before the contract allows the removal',
      message: /"drop-email" may not run before 2027-06-01/,
      yaml: `${backup('[|30d|]', '    takenOn: 2026-12-01\n')}compatibility:
  deprecations:
    - { what: email, announced: 2026-12-01, removeAfter: 2027-06-01 }
migration:
  steps:
    - { id: drop-email, phase: contract, backup: users-before-contract, touches: [users.email] }
`,
    },
    {
      name: 'a restore takes longer, of a backup in place',
      message:
        'The backup of "drop-email" is kept for 1h, but restoring it alone takes 6h. It would be deleted while it may still be needed, and nobody is told: keep it for 7d.',
      yaml: `migration:
  steps:
    - { id: drop-email, backup: { ref: "s3://backups/users.dump", ttl: [|1h|], restoreTime: 6h } }
`,
      markdown: `# Migration plan

## Steps

### 1. Contract: drop email

- Backup: s3://backups/users.dump, kept [|1h|], restore time: 6h
`,
      fixed: {
        markdown: `# Migration plan

## Steps

### 1. Contract: drop email

- Backup: s3://backups/users.dump, kept 7d, restore time: 6h
`,
      },
    },
  ],
});
