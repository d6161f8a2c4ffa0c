import { testRule } from '../../support/rule-tester.ts';

const METRIC = 'metrics:\n  - { id: cents-readers, query: reads }\n';
const yaml = (keys: string, id = 'drop-cents'): string =>
  `${METRIC}migration:\n  steps:\n    - { id: add-amount, phase: expand }\n    - { id: fill, phase: migrate }\n    - id: ${id}\n      phase: contract\n      title: Drop cents\n      verify: [cents-readers = 0 for 14d]\n${keys}`;
const markdown = (keys: string): string =>
  `# Migration plan\n\n## Steps\n\n### 1. Migrate: fill amount\n\n- Id: fill\n\n### 2. Contract: drop cents\n\n- Id: drop-cents\n- Verify: nobody reads cents\n${keys}`;

testRule('contract-without-soak', {
  artifact: 'MIGRATION_PLAN',
  clean: [
    {
      name: 'a soak',
      yaml: yaml('      after: { step: fill, soak: 30d }\n'),
      markdown: markdown('- After: fill, soak 30d\n'),
    },
    { name: 'a day', yaml: yaml('      after: { step: fill, date: 2027-06-01 }\n') },
    { name: 'a condition', yaml: yaml('      after: { step: fill, when: [cents-readers = 0 for 14d] }\n') },
    {
      name: 'in a sentence',
      markdown: markdown('\nThirty days after the backfill, not before 30 days have passed.\n'),
    },
    {
      name: 'nothing was moved before',
      yaml: 'migration:\n  steps:\n    - { id: drop-cents, phase: contract, title: Drop cents, verify: [nobody reads cents] }\n',
    },
    { name: 'no shape', yaml: yaml('').replace('Drop cents', 'Remove the flag').replace('drop-cents', 'remove-flag') },
    {
      name: 'of another table',
      yaml: 'migration:\n  steps:\n    - { id: fill, phase: migrate, touches: [orders.amount] }\n    - { id: drop-tally, phase: contract, touches: [tally.sum], verify: [nobody reads tally] }\n',
    },
    {
      name: 'after a step for another table',
      yaml: 'migration:\n  steps:\n    - { id: fill, phase: migrate, touches: [orders.amount] }\n    - { id: drop-tally, phase: contract, touches: [tally.sum], after: { step: fill }, verify: [nobody reads tally] }\n',
    },
    { name: 'not known yet', yaml: yaml('      after: TBD\n') },
  ],
  faulty: [
    {
      name: 'at once',
      yaml: yaml('', '[|drop-cents|]'),
      markdown: markdown('').replace('### 2. Contract: drop cents', '### [|2. Contract: drop cents|]'),
      message:
        'The step "drop-cents" may run as soon as "fill" is done. A wrong copy is noticed days later, and by then the right one is gone: write under `after` how long the old shape stays.',
      fixed: {
        yaml: `metrics:
  - { id: cents-readers, query: reads }
migration:
  steps:
    - { id: add-amount, phase: expand }
    - { id: fill, phase: migrate }
    - id: drop-cents
      phase: contract
      title: Drop cents
      after:
        step: fill
        soak: 30d
      verify: [cents-readers = 0 for 14d]
`,
        markdown: `# Migration plan

## Steps

### 1. Migrate: fill amount

- Id: fill

### 2. Contract: drop cents

- Id: drop-cents
- After: fill, soak: 30d
- Verify: nobody reads cents
`,
      },
    },
    {
      name: 'of those that move data the last one that may be of the same table',
      yaml: `migration:
  steps:
    - { id: fill, phase: migrate }
    - { id: fill-tally, phase: migrate, touches: [tally.sum] }
    - { id: fill-orders, phase: migrate, touches: [orders.amount] }
    - { id: [|drop-tally|], phase: contract, touches: [tally.total], verify: [nobody reads tally] }
`,
      message: /^The step "drop-tally" may run as soon as "fill-tally" is done\./,
    },
    {
      name: 'after a step, and no time',
      yaml: yaml('      [|after|]: { step: fill }\n'),
      markdown: markdown('- [|After|]: fill\n'),
      fixed: {
        yaml: `metrics:
  - { id: cents-readers, query: reads }
migration:
  steps:
    - { id: add-amount, phase: expand }
    - { id: fill, phase: migrate }
    - id: drop-cents
      phase: contract
      title: Drop cents
      verify: [cents-readers = 0 for 14d]
      after: { step: fill, soak: 30d }
`,
        markdown: `# Migration plan

## Steps

### 1. Migrate: fill amount

- Id: fill

### 2. Contract: drop cents

- Id: drop-cents
- Verify: nobody reads cents
- After: fill, soak: 30d
`,
      },
    },
  ],
});
