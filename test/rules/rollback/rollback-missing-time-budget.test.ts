import { testRule } from '../../support/rule-tester.ts';

const yaml = (budget: string, key = 'rollback', expected = '5m'): string =>
  `${key}:\n${budget}  steps:\n    - { id: redeploy, run: kubectl rollout undo deployment/orders-api, expected: ${expected} }\n`;
const STEPS = '## Steps\n\n1. `kubectl rollout undo deployment/orders-api`\n';

testRule('rollback-missing-time-budget', {
  artifact: 'ROLLBACK_PLAN',
  clean: [
    {
      name: 'ten minutes',
      yaml: yaml('  timeBudget: 10m\n'),
      markdown: `# Rollback plan\n\n- **RTO**: 10m\n\n${STEPS}`,
    },
    { name: 'in another notation', yaml: yaml('  timeBudget: 10 minutes\n') },
    { name: 'a key that is misspelt', yaml: yaml('  timeBugdet: 10m\n') },
    { name: 'there is no way back', yaml: yaml('  approach: roll-forward-only\n') },
  ],
  faulty: [
    {
      name: 'none: as long as the steps, and some more',
      yaml: yaml('', '[|rollback|]'),
      message:
        'The rollback has no time budget, so nobody can tell a rollback that is slow from one that has failed, and no rehearsal can be too long. Write how long it may take under `timeBudget`.',
      fixed: { yaml: yaml('  timeBudget: 10m\n') },
    },
    {
      name: 'steps that take an hour',
      yaml: yaml('', '[|rollback|]', '1h'),
      fixed: { yaml: yaml('  timeBudget: 1h30m\n', 'rollback', '1h') },
    },
    {
      name: 'steps that take longer than any usual budget: whole hours',
      yaml: yaml('', '[|rollback|]', '3h'),
      fixed: { yaml: yaml('  timeBudget: 5h\n', 'rollback', '3h') },
    },
    {
      name: 'none in the artifact',
      markdown: `# [|Rollback plan|]\n\n${STEPS}`,
      fixed: { markdown: `# Rollback plan\n\n## Time budget\n\n30m\n\n${STEPS}` },
    },
  ],
});
