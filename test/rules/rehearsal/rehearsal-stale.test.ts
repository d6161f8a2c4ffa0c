import { limitedBy, testRule } from '../../support/rule-tester.ts';

const REST = 'trigger: any data loss report, command: deploy 4.18.2, started: "14:02", restored: "14:09"';
const yaml = (date: string, more = '', status = 'approved'): string =>
  `status: ${status}\nrollback:\n  timeBudget: 5m\n  triggers: [any data loss report]\n  steps: [{ id: redeploy, run: deploy 4.18.2 }]\n  rehearsals:\n    - { date: ${date}, ${REST} }\n${more}`;
const markdown = (date: string): string =>
  `# Rollback plan\n\n## Rehearsals\n\n### ${date} (staging)\n\n- **Trigger**: any data loss report\n- **Command**: \`deploy 4.18.2\`\n- **Started**: 14:02\n- **Restored**: 14:09\n`;

testRule('rehearsal-stale', {
  artifact: 'ROLLBACK_PLAN',
  clean: [
    { name: 'three days ago', yaml: yaml('2026-11-18'), markdown: markdown('2026-11-18') },
    { name: 'thirty days ago', yaml: yaml('2026-10-22') },
    {
      name: 'within what the policy takes',
      yaml: yaml('2026-09-01'),
      beside: limitedBy('rehearsal-stale', 'oldest: 90d'),
    },
    { name: 'again since then', yaml: yaml('2026-09-01', `    - { date: 2026-11-18, ${REST} }\n`) },
    { name: 'written above the older one', yaml: yaml('2026-11-18', `    - { date: 2026-09-01, ${REST} }\n`) },
    { name: 'planned again', yaml: yaml('2026-09-01', '    - { date: 2026-12-01, environment: staging }\n') },
    {
      name: 'the record of another one',
      yaml: yaml('2026-09-01'),
      beside: { 'rollback-rehearsals/002.md': '# Rehearsal\n\n- **Date**: 2026-11-18\n' },
    },
    { name: 'the rollout is done', yaml: yaml('2026-09-01', '', 'done') },
    {
      name: 'the rollout is done, as the plan beside it says',
      markdown: markdown('2026-09-01'),
      beside: { 'rollout-plan.yaml': 'status: done\n' },
    },
    { name: 'one without a day may be newer', yaml: yaml('2026-09-01', `    - { environment: staging, ${REST} }\n`) },
  ],
  faulty: [
    {
      name: 'long ago',
      yaml: yaml('[|2026-10-20|]'),
      message:
        'The last rehearsal was on 2026-10-20, 32 days ago. Since then code, rights and names have moved on, and nobody knows whether it would still work: rehearse again, and write that down.',
      preferred: true,
      fixed: {
        yaml: yaml(
          '2026-10-20',
          '    - date: 2026-11-21\n      environment: staging\n      trigger: any data loss report\n      command: deploy 4.18.2\n      started: "14:02"\n      restored: "14:07"\n      took: 5m\n      result: passed\n',
        ),
      },
    },
    {
      name: 'older than the policy takes',
      yaml: yaml('[|2026-11-10|]'),
      beside: limitedBy('rehearsal-stale', 'oldest: 1w'),
      message: /11 days ago/,
    },
    {
      name: 'yesterday, where the policy takes hours',
      yaml: yaml('[|2026-11-20|]'),
      beside: limitedBy('rehearsal-stale', 'oldest: 12h'),
      message: /, 1 day ago\./,
    },
    { name: 'long ago, in the artifact', markdown: markdown('[|2026-10-20|]') },
    { name: 'twice on one day', yaml: yaml('[|2026-10-20|]', `    - { date: 2026-10-20, ${REST} }\n`) },
    {
      name: 'long ago, and there is a record of it',
      yaml: yaml('[|2026-10-20|]'),
      beside: { 'rollback-rehearsals/001.md': '# Rehearsal\n\n- **Date**: 2026-10-20\n' },
    },
  ],
});

testRule('rehearsal-stale', {
  artifact: 'rollback-rehearsals/001',
  clean: [
    {
      name: 'told at the plan',
      markdown: '# Rehearsal\n\n- **Date**: 2026-10-20\n',
      beside: { 'rollout-plan.yaml': yaml('2026-10-20') },
    },
    {
      name: 'told at the next record of that day',
      markdown: '# Rehearsal\n\n- **Date**: 2026-10-20\n',
      beside: { 'rollback-rehearsals/002.md': '# Rehearsal\n\n- **Date**: 2026-10-20\n' },
    },
  ],
  faulty: [
    { name: 'a record', markdown: '# Rehearsal\n\n- **Date**: [|2026-10-20|]\n' },
    {
      name: 'a record, newer than what the plan tells of',
      markdown: '# Rehearsal\n\n- **Date**: [|2026-10-20|]\n',
      beside: { 'rollout-plan.yaml': yaml('2026-09-01') },
    },
    {
      name: 'the last record of that day',
      markdown: '# Rehearsal\n\n- **Date**: [|2026-10-20|]\n',
      beside: { 'rollback-rehearsals/000.md': '# Rehearsal\n\n- **Date**: 2026-10-20\n' },
    },
  ],
});
