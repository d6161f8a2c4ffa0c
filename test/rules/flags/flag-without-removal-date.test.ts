import { testRule } from '../../support/rule-tester.ts';

const flag = (facts: string, id = 'orders-write') => `flags:\n  - { id: ${id}, owner: team-payments${facts} }\n`;
const row = (type: string, day: string, id = 'orders-write') =>
  `# Migration plan\n\n## Feature flags\n\n| Id | Type | Owner | Remove by |\n| --- | --- | --- | --- |\n| ${id} | ${type} | team-payments | ${day} |\n`;

testRule('flag-without-removal-date', {
  artifact: 'MIGRATION_PLAN',
  clean: [
    { name: 'a day', yaml: flag(', removeBy: 2027-02-01'), markdown: row('release', '2027-02-01') },
    { name: 'an operational flag stays', yaml: flag(', type: operational'), markdown: row('operational', '') },
    { name: 'a permission stays', yaml: flag(', type: permission') },
    { name: 'a type of their own is another mistake', yaml: flag(', type: forever') },
    { name: 'a day that cannot be read is another mistake', yaml: flag(', removeBy: next spring') },
    { name: 'misspelt', yaml: flag(', removBy: 2027-02-01') },
  ],
  faulty: [
    {
      name: 'no day',
      yaml: flag(', type: release', '[|orders-write|]'),
      markdown: row('release', '', '[|orders-write|]'),
      message:
        'The flag "orders-write" has no day by which it is removed. Until then both branches run and have to be tested, and a flag without a day stays for years: write `removeBy`.',
      fixed: {
        yaml: flag(', type: release, removeBy: 2027-02-19'),
        markdown: row('release', ' 2027-02-19'),
      },
    },
    {
      name: 'no type, and stages that take their time',
      yaml: `${flag('', '[|orders-write|]')}rollout:\n  stages:\n    - { id: full, starts: 2027-03-01, ends: 2027-04-01 }\n`,
      fixed: {
        yaml: `${flag(', removeBy: 2027-06-30')}rollout:\n  stages:\n    - { id: full, starts: 2027-03-01, ends: 2027-04-01 }\n`,
      },
    },
    { name: 'an experiment ends', yaml: flag(', type: experiment', '[|orders-write|]') },
  ],
});
