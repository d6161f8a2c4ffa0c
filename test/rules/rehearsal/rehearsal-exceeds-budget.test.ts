import { expect, test } from 'vitest';
import { checkAll } from '../../support/checking.ts';
import { testRule } from '../../support/rule-tester.ts';

const WHAT = 'trigger: any data loss report, command: deploy 4.18.2';
const yaml = (rehearsals: string, budget = '10m'): string =>
  `rollback:\n  timeBudget: ${budget} # agreed\n  rehearsals:\n    - ${rehearsals}\n`;
const markdown = (took: string, budget = '10m'): string =>
  `# Rollback plan\n\n- **Time budget**: ${budget}\n\n## Rehearsals\n\n### 2026-11-18 (staging)\n\n- **Trigger**: any data loss report\n- **Command**: \`deploy 4.18.2\`\n- **Started**: 14:02\n- **Restored**: 14:14\n- **Took**: ${took}\n`;
const FAST = `${WHAT}, started: "14:02", restored: "14:09" }`;
const SLOW = `{ date: 2026-11-10, ${WHAT}, started: "14:02", restored: "14:40", took: 38m, result: failed }`;

testRule('rehearsal-exceeds-budget', {
  artifact: 'ROLLBACK_PLAN',
  clean: [
    {
      name: 'within it',
      yaml: yaml(`{ date: 2026-11-18, ${WHAT}, started: "14:02", restored: "14:09", took: 7m }`),
      markdown: markdown('12m', '15m'),
    },
    {
      name: 'fast enough the next time',
      yaml: yaml(`${SLOW}\n    - { date: 2026-11-18, ${WHAT}, started: "14:02", restored: "14:09" }`),
    },
    {
      name: 'fast enough the next time, in whatever order they stand',
      yaml: yaml(`{ date: 2026-11-18, ${FAST}\n    - ${SLOW}\n    - { date: 2026-11-05, ${FAST}`),
    },
    { name: 'fast enough on the same day', yaml: yaml(`${SLOW}\n    - { date: 2026-11-10, ${FAST}`) },
    { name: 'all of it', yaml: yaml(`{ ${WHAT}, started: "14:02", restored: "14:12", took: 10m }`) },
    { name: 'a length that cannot be read', yaml: yaml(`{ date: 2026-11-18, ${WHAT}, took: not long }`) },
    {
      name: 'one without a day may be the older one',
      yaml: yaml(`{ ${WHAT}, started: "14:02", restored: "14:40" }\n    - { date: 2026-11-18, ${FAST}`),
    },
    {
      name: 'a restore, which is another way back',
      yaml: `migration:\n  steps: [{ id: drop-cents, reversible: false, backup: b }]\n${yaml(SLOW.replace('result', 'step: drop-cents, result'))}`,
    },
    { name: 'no budget', yaml: `rollback:\n  rehearsals:\n    - ${SLOW}\n` },
    {
      name: 'seconds that a minute does not show',
      yaml: yaml(`{ ${WHAT}, started: "14:02", restored: "14:12", took: 9m30s }`),
    },
  ],
  faulty: [
    {
      name: 'too slow',
      yaml: yaml(`{ date: 2026-11-18, ${WHAT}, started: "14:02", restored: "14:14", took: [|12m|] }`),
      markdown: markdown('[|12m|]'),
      message:
        'The rehearsal took 12m, and the rollback may take 10m. In an incident it would be given up halfway, or awaited too long: make it faster and try again, or raise the budget to 15m.',
      preferred: true,
      fixed: {
        yaml: yaml(`{ date: 2026-11-18, ${WHAT}, started: "14:02", restored: "14:14", took: 12m }`, '15m'),
        markdown: markdown('12m', '15m'),
      },
    },
    {
      name: 'longer than any usual budget',
      yaml: yaml(`{ date: 2026-11-18, ${WHAT}, started: "08:00", restored: [|"13:10"|] }`),
      fixed: { yaml: yaml(`{ date: 2026-11-18, ${WHAT}, started: "08:00", restored: "13:10" }`, '6h') },
    },
    {
      name: 'too slow by the clock',
      yaml: yaml(`{ date: 2026-11-18, ${WHAT}, started: "23:50", restored: [|"00:10"|] }`),
      fixed: { yaml: yaml(`{ date: 2026-11-18, ${WHAT}, started: "23:50", restored: "00:10" }`, '20m') },
    },
    {
      name: 'fast enough the time before',
      yaml: yaml(`{ date: 2026-11-05, ${FAST}\n    - ${SLOW.replace('38m', '[|38m|]')}`),
    },
    {
      name: 'too slow, and there is a record of it',
      yaml: yaml(SLOW.replace('38m', '[|38m|]')),
      beside: { 'rollback-rehearsals/001.md': '# Rehearsal\n\n- **Date**: 2026-11-10\n- **Took**: 38m\n' },
    },
  ],
});

testRule('rehearsal-exceeds-budget', {
  artifact: 'rollback-rehearsals/001',
  clean: [
    {
      name: 'told at the plan',
      markdown: '# Rehearsal\n\n- **Date**: 2026-11-10\n- **Took**: 38m\n',
      beside: { 'rollout-plan.yaml': yaml(SLOW) },
    },
  ],
  faulty: [
    {
      name: 'a record',
      markdown: '# Rehearsal\n\n- **Date**: 2026-11-10\n- **Took**: [|38m|]\n',
      beside: { 'rollout-plan.yaml': 'rollback:\n  timeBudget: 10m\n' },
    },
    {
      name: 'the plan tells of it, and not how long it took',
      markdown: '# Rehearsal\n\n- **Date**: 2026-11-10\n- **Took**: [|38m|]\n',
      beside: { 'rollout-plan.yaml': yaml(`{ date: 2026-11-10, ${WHAT} }`) },
    },
  ],
});

test('the budget is shown beside it', async () => {
  const found = await checkAll({ 'rollout-plan.yaml': `rolloutPlan: 1\n${yaml(SLOW)}` });
  const problem = found.find(({ code }) => code === 'rehearsal-exceeds-budget');
  expect(problem?.related).toMatchObject([
    { message: 'This is how long it may take.', range: { start: { line: 2, character: 14 }, end: { character: 17 } } },
  ]);
});
