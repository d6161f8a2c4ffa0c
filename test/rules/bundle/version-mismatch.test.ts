import { testRule } from '../../support/rule-tester.ts';

const PLAN = `rolloutPlan: 1
change:
  versions:
    - { component: orders-api, kind: service, from: 4.18.2, to: 5.0.0 }
`;
const beside = { 'rollout-plan.yaml': PLAN };
const row = (from: string, to: string): string =>
  `# Compatibility contract\n\n## Change\n\n### Versions\n\n| Component | From | To |\n| --- | --- | --- |\n| orders-api | ${from} | ${to} |\n`;

testRule('version-mismatch', {
  artifact: 'COMPATIBILITY_CONTRACT',
  clean: [
    { name: 'the same versions', markdown: row('4.18.2', 'v5.0.0'), beside },
    { name: 'less exact', markdown: row('4.18', '5.x'), beside },
    { name: 'another component', markdown: row('1.0', '2.0').replace('orders-api', 'ledger'), beside },
    { name: 'the plan is the reference', yaml: PLAN, beside: { 'COMPATIBILITY_CONTRACT.md': row('4.17.0', '5.0.0') } },
  ],
  faulty: [
    {
      name: 'another version to go back to',
      markdown: row('[|4.17.0|]', '5.0.0'),
      message:
        '"orders-api" goes from 4.17.0 here and from 4.18.2 in rollout-plan.yaml. A rollback goes back to one of them: write the same in both.',
      fixed: { markdown: row('4.18.2', '5.0.0') },
      beside,
    },
    {
      name: 'another version to go to',
      markdown: row('4.18.2', '[|5.1.0|]'),
      fixed: { markdown: row('4.18.2', '5.0.0') },
      beside,
    },
  ],
});

testRule('version-mismatch', {
  artifact: 'MIGRATION_PLAN',
  clean: [{ name: 'alone', markdown: row('4.17.0', '5.0.0') }],
  faulty: [
    {
      name: 'another version than in the contract',
      markdown: row('4.18.2', '[|5.1.0|]'),
      message: /goes to 5\.1\.0 here and to 5\.0\.0 in COMPATIBILITY_CONTRACT\.md/,
      beside: { 'COMPATIBILITY_CONTRACT.md': row('4.18.2', '5.0.0') },
    },
  ],
});

testRule('version-mismatch', {
  artifact: 'ROLLBACK_PLAN',
  clean: [],
  faulty: [
    {
      name: 'another version than in the artifact whose name comes first',
      markdown: row('4.18.2', '[|5.1.0|]'),
      message: /goes to 5\.1\.0 here and to 5\.0\.0 in MIGRATION_PLAN\.md/,
      beside: { 'ROLLOUT_PLAN.md': row('4.18.2', '5.1.0'), 'MIGRATION_PLAN.md': row('4.18.2', '5.0.0') },
    },
  ],
});
