import { testRule } from '../../support/rule-tester.ts';

const flag = (value: string, type = 'release') =>
  `flags:\n  - { id: orders-write, type: ${type}, default: ${value}, owner: team-payments, removeBy: 2027-02-01 }\n`;
const section = (value: string, type = 'release') =>
  `# Migration plan\n\n## Feature flags\n\n### orders-write\n\n- **Type**: ${type}\n- **Default**: ${value}\n- **Owner**: team-payments\n- **Remove by**: 2027-02-01\n`;

testRule('flag-on-by-default', {
  artifact: 'MIGRATION_PLAN',
  clean: [
    { name: 'off', yaml: flag('false'), markdown: section('false') },
    {
      name: 'a switch for failure may be on',
      yaml: flag('true', 'operational'),
      markdown: section('true', 'operational'),
    },
    { name: 'a variant', yaml: flag('control') },
    { name: 'who knows what it is for', yaml: 'flags:\n  - { id: orders-write, default: true }\n' },
  ],
  faulty: [
    {
      name: 'on',
      yaml: flag('[|true|]'),
      markdown: section('[|true|]'),
      message:
        'The release flag "orders-write" starts on: the deployment releases to everybody at once, and so does every outage of the flag system. Let it start off.',
      fixed: { yaml: flag('false'), markdown: section('no') },
    },
    {
      name: 'one without a name',
      yaml: flag('[|true|]').replace('id: orders-write, ', ''),
      message: /^The release flag "without a name" starts on/,
    },
    { name: 'on, in words', yaml: flag('[|enabled|]'), fixed: { yaml: flag('false') } },
  ],
});
