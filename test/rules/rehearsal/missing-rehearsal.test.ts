import { testRule } from '../../support/rule-tester.ts';

const METRICS = 'metrics: [{ id: error-rate, query: sum(errors), baseline: 0.1%, onNoData: abort }]\n';
const yaml = (rest: string, risk = 'high', key = 'rollback'): string =>
  `risk: ${risk}\n${METRICS}${key}:\n  timeBudget: 5m\n  triggers: ["error-rate > 1% for 5m"]\n${rest}`;
const markdown = (rest: string, risk = 'high'): string =>
  `---\nrisk: ${risk}\n---\n\n# Rollback plan\n\n## Steps\n\n1. \`kubectl rollout undo deployment/orders-api\`\n${rest}`;

testRule('missing-rehearsal', {
  artifact: 'ROLLBACK_PLAN',
  clean: [
    {
      name: 'tried once',
      yaml: yaml('  rehearsals: [{ date: 2026-11-18, took: 4m }]\n'),
      markdown: markdown('\n## Drill\n\n### 2026-11-18 (staging)\n\n**Took**: 4m\n'),
    },
    {
      name: 'a record of it',
      yaml: yaml(''),
      markdown: markdown(''),
      beside: { 'rollback-rehearsals/001.md': '# Rehearsal\n\n- **Date**: 2026-11-18\n' },
    },
    { name: 'low risk', yaml: yaml('', 'low'), markdown: markdown('', 'low') },
    {
      name: 'declined, and why',
      yaml: yaml('  rehearsals: "none: the rollback is the deployment of every day"\n'),
      markdown: markdown('\n## Dry run\n\nN/A, the rollback is the deployment of every day\n'),
    },
    {
      name: 'declined in the artifact beside it',
      yaml: yaml(''),
      beside: { 'ROLLBACK_PLAN.md': markdown('\n## Dry run\n\nN/A, the rollback is the deployment of every day\n') },
    },
    {
      name: 'told in prose',
      yaml: yaml('  notes: rehearsed in staging on Monday\n'),
      markdown: markdown('\n## Rollback testing\n\nWe ran it in staging on Monday, from 14:02 to 14:09.\n'),
    },
    { name: 'no risk is said', yaml: yaml('').replace('risk: high\n', '') },
    { name: 'no rollback at all', yaml: 'risk: high\n' },
    { name: 'there is no way back', yaml: yaml('  approach: roll-forward-only\n') },
    { name: 'a key that is misspelt', yaml: yaml('  rehearsal: [{ date: 2026-11-18 }]\n') },
  ],
  faulty: [
    {
      name: 'never tried',
      yaml: yaml('', 'high', '[|rollback|]'),
      message:
        'The risk is high, and going back was never tried. The first rehearsal finds the missing right, the wrong name, the step that takes an hour; better then than at night. Try it with a timer, and write it under `rehearsals`.',
      preferred: true,
      fixed: {
        yaml: yaml(
          '  rehearsals:\n    - date: 2026-11-21\n      environment: staging\n      trigger: error-rate > 1% for 5m\n      command: kubectl rollout undo deployment/orders-api --to-revision=41\n      started: "14:02"\n      restored: "14:07"\n      took: 5m\n      result: passed\n',
        ),
      },
    },
    { name: 'never, in a word', yaml: yaml('  rehearsals: [|none|]\n') },
    {
      name: 'never tried, in the artifact',
      markdown: markdown('').replace('Rollback plan', '[|Rollback plan|]'),
    },
    {
      name: 'a step that cannot be undone',
      yaml: 'migration:\n  steps:\n    - { id: drop-cents, reversible: false, backup: before-drop }\n[|rollback|]:\n  timeBudget: 5m\n',
      message: /^The step "drop-cents" cannot be undone, and going back was never tried\./,
    },
  ],
});
