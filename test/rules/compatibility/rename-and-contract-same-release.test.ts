import { testRule } from '../../support/rule-tester.ts';

const yaml = (release: string, more = ''): string =>
  `migration:\n  steps:\n    - { id: add-amount, phase: expand, release: 5.0.0 }\n    - { id: fill-amount, phase: migrate, release: 5.0.1 }\n    - id: drop-cents\n      phase: contract\n      release: ${release}\n${more}`;
const markdown = (release: string): string =>
  `# Migration plan\n\n## Steps\n\n### 1. Expand: add amount (5.0.0)\n\n- Release: 5.0.0\n\n### 2. Contract: drop cents\n\n- Release: ${release}\n`;

testRule('rename-and-contract-same-release', {
  artifact: 'MIGRATION_PLAN',
  clean: [
    { name: 'a later release', yaml: yaml('5.2.0'), markdown: markdown('5.2.0') },
    {
      name: 'not said',
      yaml: yaml('TBD'),
      markdown: '# Migration plan\n\n### 1. Expand: a (5.0.0)\n\n### 2. Contract: b\n',
    },
    {
      name: 'another table',
      yaml: 'migration:\n  steps:\n    - { id: add-amount, phase: expand, release: 5.0.0, touches: [orders.amount] }\n    - { id: drop-vat, phase: contract, release: 5.0.0, touches: [customers.vat] }\n',
    },
    {
      name: 'it waits for an expand step of an earlier release',
      yaml: 'migration:\n  steps:\n    - { id: add-amount, phase: expand, release: 5.0.0 }\n    - { id: add-index, phase: expand, release: 5.2.0 }\n    - { id: drop-cents, phase: contract, release: 5.2.0, after: { step: add-amount } }\n',
    },
    {
      name: 'one of several is earlier',
      yaml: 'migration:\n  steps:\n    - { id: add-amount, phase: expand, release: 5.0.0 }\n    - { id: add-index, phase: expand, release: 5.2.0 }\n    - { id: drop-cents, phase: contract, release: 5.2.0 }\n',
    },
  ],
  faulty: [
    {
      name: 'one release',
      yaml: yaml('[|5.0.0|] # all at once'),
      markdown: markdown('[|5.0.0|]'),
      message:
        'The step "drop-cents" removes the old shape in 5.0.0, the same release that adds the new one. While it is rolled out some instances still need what is already gone, and there is no version to go back to that knows both shapes: remove it in a later release.',
      fixed: { yaml: yaml('5.1.0 # all at once'), markdown: markdown('5.1.0') },
    },
    {
      name: 'a release that nobody can count on from: no fix',
      yaml: 'migration:\n  steps:\n    - { id: add-amount, phase: expand, release: next }\n    - { id: drop-cents, phase: contract, release: [|next|] }\n',
    },
    {
      name: 'the last of several of its tables',
      yaml: 'migration:\n  steps:\n    - { id: a, phase: expand, release: 5.0.0, touches: [customers.vat] }\n    - { id: b, phase: expand, release: 5.0.0, touches: [orders.amount] }\n    - { id: c, phase: contract, release: [|5.0.0|], touches: [orders.cents, customers.tax] }\n',
      fixed: {
        yaml: 'migration:\n  steps:\n    - { id: a, phase: expand, release: 5.0.0, touches: [customers.vat] }\n    - { id: b, phase: expand, release: 5.0.0, touches: [orders.amount] }\n    - { id: c, phase: contract, release: 5.1.0, touches: [orders.cents, customers.tax] }\n',
      },
    },
    {
      name: 'by way of another step',
      yaml: 'migration:\n  steps:\n    - { id: add-old, phase: expand, release: "3" }\n    - { id: add-amount, phase: expand, release: "4" }\n    - { id: fill, phase: migrate, after: { step: add-amount } }\n    - { id: drop-cents, phase: contract, release: [|"v4"|], after: { step: fill } }\n',
      fixed: {
        yaml: 'migration:\n  steps:\n    - { id: add-old, phase: expand, release: "3" }\n    - { id: add-amount, phase: expand, release: "4" }\n    - { id: fill, phase: migrate, after: { step: add-amount } }\n    - { id: drop-cents, phase: contract, release: "v5", after: { step: fill } }\n',
      },
    },
  ],
});

const record = (contract: string): string =>
  `# Orders in cents\n\n## Expand\n\n- **Release**: 5.0.0\n\n## Contract\n\n- **Release**: ${contract}\n`;

testRule('rename-and-contract-same-release', {
  artifact: 'migrations/001',
  clean: [{ name: 'a record of two releases', markdown: record('5.2.0') }],
  faulty: [
    {
      name: 'a record of one release',
      markdown: record('[|5.0.0|]'),
      message: /^The record removes the old shape in 5\.0\.0, the same release that adds the new one\./,
    },
  ],
});
