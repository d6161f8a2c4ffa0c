import { testRule } from '../../support/rule-tester.ts';

const flag = (id = 'orders-write', type = 'release') =>
  `flags:\n  - { id: ${id}, type: ${type}, owner: team-payments, removeBy: 2027-02-01 }\n`;
const list = (check: string) => `validation:\n  operations:\n    - { check: ${check}, how: PAY-1 }\n`;
const row = (id: string) =>
  `# Migration plan\n\n## Feature flags\n\n| Id | Type | Owner | Remove by |\n| --- | --- | --- | --- |\n| ${id} | release | team-payments | 2027-02-01 |\n`;
const checklist = (check: string) => `# Validation checklist\n\n## Clean-up\n\n- [ ] ${check}: \`scripts/check.sh\`\n`;

testRule('flag-not-removed-in-checklist', {
  artifact: 'MIGRATION_PLAN',
  clean: [
    {
      name: 'an item retires it',
      yaml: flag() + list('orders-write is removed after full rollout'),
      markdown: row('orders-write'),
      beside: { 'VALIDATION_CHECKLIST.md': checklist('the flag orders write is deleted') },
    },
    { name: 'one for all flags', yaml: flag() + list('all feature flags are cleaned up') },
    { name: 'an operational flag stays', yaml: flag('orders-write', 'operational') + list('the alarm fired') },
    { name: 'no checklist is another mistake', yaml: flag(), markdown: row('orders-write') },
    {
      name: 'a step removes it',
      yaml: `${flag()}migration:\n  steps:\n    - { id: remove-orders-write, title: Remove orders-write }\n${list('the alarm fired')}`,
    },
  ],
  faulty: [
    {
      name: 'no item does',
      yaml: flag('[|orders-write|]') + list('orders-write was on for an hour'),
      message:
        'No item of the checklist retires the flag "orders-write". A rollout is over when its flag is gone, and what is on no list is done by nobody: add an item.',
      fixed: {
        yaml: `${flag()}${list('orders-write was on for an hour')}    - check: orders-write is removed after full rollout\n      how: TICKET-1\n      owner: team-name\n`,
      },
    },
    {
      name: 'in the artifact beside it',
      markdown: row('[|orders-write|]'),
      beside: { 'VALIDATION_CHECKLIST.md': checklist('the dashboard is deleted') },
    },
    {
      name: 'a checklist without operations',
      yaml: `${flag('[|orders-write|]')}validation:\n  smoke:\n    - { check: place an order, run: smoke.sh }\n`,
      fixed: {
        yaml: `${flag()}validation:\n  smoke:\n    - { check: place an order, run: smoke.sh }\n  cleanup:\n    - check: orders-write is removed after full rollout\n      how: TICKET-1\n      owner: team-name\n`,
      },
    },
  ],
});
