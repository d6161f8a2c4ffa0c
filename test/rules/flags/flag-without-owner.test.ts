import { testRule } from '../../support/rule-tester.ts';

const flag = (facts: string) =>
  `owner: team-payments\nflags:\n  - { id: orders-write, type: release, ${facts}removeBy: 2027-02-01 }\n`;
const row = (owner: string, id = 'orders-write') =>
  `# Migration plan\n\n## Feature flags\n\n| Id | Type | Owner | Remove by |\n| --- | --- | --- | --- |\n| ${id} | release | ${owner} | 2027-02-01 |\n`;

testRule('flag-without-owner', {
  artifact: 'MIGRATION_PLAN',
  clean: [
    { name: 'an owner', yaml: flag('owner: team-payments, '), markdown: row('team-payments') },
    { name: 'still open', yaml: flag('owner: TBD, ') },
    { name: 'misspelt', yaml: flag('ownr: team-payments, ') },
    { name: 'named by a step and declared nowhere', yaml: 'migration:\n  steps:\n    - { id: a, flag: x }\n' },
  ],
  faulty: [
    {
      name: 'nobody',
      yaml: flag('').replace('id: orders-write', 'id: [|orders-write|]'),
      markdown: row('', '[|orders-write|]'),
      message:
        'The flag "orders-write" has no owner. In an incident nobody knows who may turn it, and afterwards nobody removes it: name a team or a rota under `owner`.',
      fixed: {
        yaml: flag('').replace('removeBy', 'owner: team-payments, removeBy'),
        markdown: row(' team-name'),
      },
    },
    {
      name: 'nothing behind the key',
      yaml: 'flags:\n  - id: shed-exports\n    type: operational\n    [|owner|]:\n',
      fixed: { yaml: 'flags:\n  - id: shed-exports\n    type: operational\n    owner: team-name\n' },
    },
  ],
});
