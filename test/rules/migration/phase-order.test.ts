import { testRule } from '../../support/rule-tester.ts';

const yaml = (...steps: readonly string[]): string =>
  `migration:\n  steps:\n${steps.map((step) => `    - ${step}\n`).join('')}`;
const EXPAND = 'id: add-amount\n      phase: expand\n      release: 5.0.0';
const MIGRATE = 'id: fill-amount\n      phase: migrate # in batches\n      release: 5.0.1';
const CONTRACT = 'id: drop-cents\n      phase: contract\n      reversible: false';
const markdown = (...titles: readonly string[]): string =>
  `# Migration plan\n\n## Steps\n\n${titles.map((title, at) => `### ${at + 1}. ${title}\n\n- Release: 5.${at}.0\n`).join('\n')}`;

testRule('phase-order', {
  artifact: 'MIGRATION_PLAN',
  clean: [
    {
      name: 'in order',
      yaml: yaml(EXPAND, MIGRATE, CONTRACT),
      markdown: markdown('Expand: add amount', 'Migrate: fill amount', 'Contract: drop cents'),
    },
    {
      name: 'two changes, one after the other',
      yaml: yaml(
        '{ id: a1, phase: expand, touches: [a.x] }',
        '{ id: a2, phase: contract, touches: [a.y] }',
        '{ id: b1, phase: expand, touches: [b.x] }',
        '{ id: b2, phase: contract, touches: [b.y] }',
      ),
      markdown: markdown(
        'Expand: add a',
        'Migrate: fill a',
        'Contract: drop old a',
        'Expand: add b',
        'Contract: drop old b',
      ),
    },
    { name: 'another round of filling', yaml: yaml(EXPAND, MIGRATE, CONTRACT, '{ id: fill-more, phase: migrate }') },
    {
      name: 'no phases',
      yaml: yaml('id: drop-cents', 'id: add-amount'),
      markdown: markdown('Drop cents', 'Add amount'),
    },
  ],
  faulty: [
    {
      name: 'the drop comes first',
      yaml: yaml(CONTRACT.replace('drop-cents', '[|drop-cents|]'), EXPAND, MIGRATE.replace(' # in batches', '')),
      markdown: markdown('Contract: [|drop cents|]', 'Expand: add amount', 'Migrate: fill amount'),
      message:
        /^"drop-cents" contracts before "fill-amount" has moved what is there\. Whoever goes through the steps from the top removes what is still in use: put it behind that step\.$/,
      fixed: {
        yaml: `migration:
  steps:
    - id: add-amount
      phase: expand
      release: 5.0.0
    - id: fill-amount
      phase: migrate
      release: 5.0.1
    - id: drop-cents
      phase: contract
      reversible: false
`,
        markdown: `# Migration plan

## Steps

### 1. Expand: add amount

- Release: 5.1.0

### 2. Migrate: fill amount

- Release: 5.2.0

### 3. Contract: drop cents

- Release: 5.0.0
`,
      },
    },
    {
      name: 'the drop comes before the copy',
      yaml: yaml(EXPAND, CONTRACT.replace('drop-cents', '[|drop-cents|]'), MIGRATE.replace(' # in batches', '')),
      markdown: markdown('Expand: add amount', 'Contract: [|drop cents|]', 'Migrate: fill amount'),
      fixed: {
        yaml: `migration:
  steps:
    - id: add-amount
      phase: expand
      release: 5.0.0
    - id: fill-amount
      phase: migrate
      release: 5.0.1
    - id: drop-cents
      phase: contract
      reversible: false
`,
        markdown: `# Migration plan

## Steps

### 1. Expand: add amount

- Release: 5.0.0

### 2. Migrate: fill amount

- Release: 5.2.0

### 3. Contract: drop cents

- Release: 5.1.0
`,
      },
    },
    {
      name: 'before the step that it waits for',
      yaml: yaml(
        EXPAND,
        '{ id: first, phase: migrate }',
        `${CONTRACT.replace('drop-cents', '[|drop-cents|]')}\n      after: { step: fill-amount }`,
        MIGRATE.replace(' # in batches', ''),
      ),
      fixed: {
        yaml: `migration:
  steps:
    - id: add-amount
      phase: expand
      release: 5.0.0
    - { id: first, phase: migrate }
    - id: fill-amount
      phase: migrate
      release: 5.0.1
    - id: drop-cents
      phase: contract
      reversible: false
      after: { step: fill-amount }
`,
      },
    },
    {
      name: 'flow mappings',
      yaml: yaml('{ id: [|drop-cents|], phase: contract }', '{ id: add-amount, phase: expand }'),
      message: /brought the new shape/,
      fixed: {
        yaml: `migration:
  steps:
    - { id: add-amount, phase: expand }
    - { id: drop-cents, phase: contract }
`,
      },
    },
    {
      name: 'a comment behind a step would be left behind: no fix',
      yaml: yaml(CONTRACT.replace('drop-cents', '[|drop-cents|]'), '{ id: add-amount, phase: expand } # reviewed'),
    },
  ],
});
