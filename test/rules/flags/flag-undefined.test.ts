import { testRule } from '../../support/rule-tester.ts';

const steps = (...flags: readonly string[]) =>
  `migration:\n  steps:\n${flags.map((flag, at) => `    - { id: step-${at}, flag: ${flag} }\n`).join('')}`;
const FLAG = 'flags:\n  - { id: orders-write, type: release, owner: team-payments, removeBy: 2027-02-01 }\n';
const added = (id: string, owner = 'team-name') =>
  `  - id: ${id}\n    type: release\n    default: false\n    owner: ${owner}\n    removeBy: 2027-02-19\n`;

testRule('flag-undefined', {
  artifact: 'MIGRATION_PLAN',
  clean: [
    {
      name: 'declared',
      yaml: FLAG + steps('orders-write'),
      markdown:
        '# Migration plan\n\n## Feature flags\n\n- orders-write\n\n## Steps\n\n### 1. Migrate: write both\n\n- **Flag**: orders-write\n',
    },
    {
      name: 'declared by its mention',
      markdown: '# Migration plan\n\n## Steps\n\n### 1. Migrate: write both\n\n- **Flag**: orders-write\n',
    },
    { name: 'still open, or none', yaml: FLAG + steps('TBD', 'none') },
    { name: 'prose is no name', yaml: FLAG + steps('the one of the gateway') },
  ],
  faulty: [
    {
      name: 'misspelt',
      yaml: FLAG + steps('[|orders-wrte|]', 'orders-wrte'),
      markdown:
        '# Migration plan\n\n## Feature flags\n\n- orders-write\n\n## Steps\n\n### 1. Migrate: write both\n\n- **Flag**: [|orders-wrte|]\n',
      message:
        'The flag "orders-wrte" is declared nowhere, so nobody knows what it guards, who owns it and when it goes. Declare it under `flags`, or name one that is there.',
      fixed: {
        yaml: FLAG + steps('orders-write', 'orders-write'),
        markdown:
          '# Migration plan\n\n## Feature flags\n\n- orders-write\n\n## Steps\n\n### 1. Migrate: write both\n\n- **Flag**: orders-write\n',
      },
    },
    {
      name: 'another one, with a checklist',
      yaml: `owner: team-payments\n${FLAG}${steps('orders-write', '[|search-v2|]')}validation:\n  operations:\n    - { check: orders-write is removed, how: PAY-1 }\n`,
      fixed: {
        yaml: `owner: team-payments\n${FLAG}${added('search-v2', 'team-payments')}${steps('orders-write', 'search-v2')}validation:\n  operations:\n    - { check: orders-write is removed, how: PAY-1 }\n    - check: search-v2 is removed after full rollout\n      how: TICKET-1\n      owner: team-payments\n`,
      },
    },
    {
      name: 'none is declared, which is one mistake',
      yaml: steps('[|one|]', 'two'),
      message: /^The plan turns flags and declares none/,
      fixed: { yaml: `flags:\n${added('one')}${added('two')}${steps('one', 'two')}` },
    },
    {
      name: 'none is declared, and the checklist retires none; names that are no ids',
      yaml: `${steps('[|newCheckout_v2|]', '名前')}validation:\n  smoke:\n    - { check: a payment goes through, how: PAY-1 }\n`,
      fixed: {
        yaml: `flags:\n${added('new-checkout-v2')}${added('flag')}${steps('new-checkout-v2', 'flag')}validation:\n  smoke:\n    - { check: a payment goes through, how: PAY-1 }\n  cleanup:\n    - check: new-checkout-v2 is removed after full rollout\n      how: TICKET-1\n      owner: team-name\n    - check: flag is removed after full rollout\n      how: TICKET-1\n      owner: team-name\n`,
      },
    },
    {
      name: 'the key of the flag system',
      yaml: FLAG + steps('[|newCheckout_v2|]'),
      fixed: { yaml: FLAG + added('new-checkout-v2') + steps('new-checkout-v2') },
    },
  ],
});
