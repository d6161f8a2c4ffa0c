import { testRule } from '../../support/rule-tester.ts';

const flag = (day: string, facts = '') =>
  `flags:\n  - { id: orders-write, type: release, owner: team-payments, removeBy: ${day}${facts} }\n`;
const row = (day: string) =>
  `# Migration plan\n\n## Feature flags\n\n| Id | Type | Owner | Remove by |\n| --- | --- | --- | --- |\n| orders-write | release | team-payments | ${day} |\n`;
const list = (done: boolean) =>
  `validation:\n  cleanup:\n    - { check: orders-write is removed, how: PAY-1, done: ${done} }\n`;

testRule('flag-overdue', {
  artifact: 'MIGRATION_PLAN',
  clean: [
    { name: 'there is time', yaml: flag('2027-02-01'), markdown: row('2027-02-01') },
    { name: 'today', yaml: flag('2026-11-21') },
    { name: 'it is gone', yaml: flag('2026-02-01') + list(true) },
    { name: 'nobody carries the plan out', yaml: `status: abandoned\n${flag('2026-02-01')}` },
    { name: 'an operational flag stays', yaml: flag('2026-02-01').replace('release', 'operational') },
  ],
  faulty: [
    {
      name: 'the day has passed',
      yaml: flag('[|2026-02-01|]', ', ticket: PAY-7').concat(
        'validation:\n  operations:\n    - { check: the alarm fired, how: x }\n',
      ),
      markdown: row('[|2026-02-01|]'),
      message:
        'The flag "orders-write" was to be removed by 2026-02-01. Code behind it that nobody turns any more still runs when somebody does: remove the flag and tick that it is gone, or write a day that holds.',
      fixed: {
        yaml: flag('2027-02-19', ', ticket: PAY-7').concat(
          'validation:\n  operations:\n    - { check: the alarm fired, how: x }\n    - check: orders-write is removed after full rollout\n      how: PAY-7\n      owner: team-name\n',
        ),
        markdown: row('2027-02-19'),
      },
    },
    {
      name: 'on the list, and not done',
      yaml: flag('[|2026-02-01|]') + list(false),
      fixed: { yaml: flag('2027-02-19') + list(false) },
    },
  ],
});
