import { testRule } from '../../support/rule-tester.ts';

const yaml = (after: string, more = ''): string =>
  `migration:\n  steps:\n    - id: fill-amount\n      phase: migrate\n    - id: drop-cents\n      phase: contract\n      after: ${after}\n${more}`;
const markdown = (after: string): string =>
  `# Migration plan\n\n## Steps\n\n### 1. Migrate: fill amount\n\n- Id: fill-amount\n\n### 2. Contract: drop cents\n\n- Id: drop-cents\n- After: ${after}\n`;

testRule('unknown-step-reference', {
  artifact: 'MIGRATION_PLAN',
  clean: [
    {
      name: 'a step that is there',
      yaml: yaml('{ step: fill-amount, soak: 30d }'),
      markdown: markdown('fill-amount, soak 30d'),
    },
    { name: 'prose', markdown: markdown('the ledger team has said yes') },
    { name: 'a step by its title', yaml: yaml('{ step: write-both }').replace('phase: migrate', 'title: Write both') },
    { name: 'not known yet', yaml: yaml('{ step: TBD }') },
    {
      name: 'steps that an artifact beside it holds',
      yaml: 'rollback:\n  viableUntil: drop-cents\n',
      beside: { 'MIGRATION_PLAN.md': markdown('fill-amount') },
    },
    {
      name: 'a rollback alone, whose steps are elsewhere',
      yaml: 'migration:\n  steps:\n    - { id: a }\nrollback:\n  viableUntil: none\n',
    },
  ],
  faulty: [
    {
      name: 'a misspelt step',
      yaml: yaml('{ step: [|fil-amount|], soak: 30d }'),
      markdown: markdown('[|fil-amount|], soak 30d'),
      message:
        'There is no step "fil-amount". Whoever waits for it waits for nothing, and a rollback that counts on it ends at the wrong place: name a step that is there.',
      fixed: {
        yaml: `migration:
  steps:
    - id: fill-amount
      phase: migrate
    - id: drop-cents
      phase: contract
      after: { step: fill-amount, soak: 30d }
`,
        markdown: `# Migration plan

## Steps

### 1. Migrate: fill amount

- Id: fill-amount

### 2. Contract: drop cents

- Id: drop-cents
- After: fill-amount, soak 30d
`,
      },
    },
    {
      name: 'the last step of the rollback, and what stays',
      yaml: yaml(
        '{ step: fill-amount }',
        'rollback:\n  viableUntil: [|drop-amount|]\n  notReverted:\n    - { step: [|contract-orders|], why: gone }\n',
      ),
    },
    {
      name: 'a step of nobody',
      yaml: yaml('{ step: [|verify-everything|] }'),
      markdown: markdown('[|verify-everything|]'),
    },
  ],
});
