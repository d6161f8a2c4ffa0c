import { testRule } from '../../support/rule-tester.ts';

const METRICS = 'metrics:\n  - { id: error-rate, query: sum(errors), baseline: 0.1%, onNoData: abort }\n';
const yaml = (triggers: string, key = 'rollback'): string => `${METRICS}${key}:\n  timeBudget: 10m\n${triggers}`;
const markdown = (trigger: string): string => `# Rollback plan\n\n## When to roll back\n\n- ${trigger}\n`;

testRule('no-rollback-trigger', {
  artifact: 'ROLLBACK_PLAN',
  clean: [
    {
      name: 'a number',
      yaml: yaml('  triggers: ["error-rate > 1% for 5m"]\n'),
      markdown: markdown('error-rate > 1% for 5m'),
    },
    {
      name: 'something that is seen or not, beside a feeling',
      yaml: yaml('  triggers: [when something is wrong, any data loss report]\n'),
      markdown: `${markdown('when something is wrong')}- any data loss report\n`,
    },
    {
      name: 'triggers above the stages of another artifact',
      markdown: '# Rollback plan\n\n## Time budget\n\n10m\n',
      beside: {
        'ROLLOUT_PLAN.md':
          '# Rollout plan\n\n## Rollback triggers\n\n- error-rate > 1% for 5m\n\n## Stage 1: canary (1%, 2h)\n\n**Environment**: production\n',
      },
    },
    {
      name: 'triggers above the stages of another artifact, one of them a feeling',
      markdown: '# Rollback plan\n\n## Time budget\n\n10m\n',
      beside: {
        'ROLLOUT_PLAN.md': '# Rollout plan\n\n## Rollback triggers\n\n- error-rate > 1% for 5m\n- something is wrong\n',
      },
    },
    {
      name: 'a feeling where there is no way back',
      yaml: yaml('  approach: roll-forward-only\n  triggers: [something is wrong]\n'),
      markdown: `# Rollback plan\n\n**Approach**: forward-only\n\n## When to roll back\n\n- something is wrong\n`,
    },
    { name: 'still to be written', yaml: yaml('  triggers: [TBD]\n'), markdown: markdown('TBD') },
  ],
  faulty: [
    {
      name: 'none',
      yaml: yaml('', '[|rollback|]'),
      message:
        'Nothing sets a rollback off for the change as a whole, so harm that shows after the last stage is argued about while it lasts. Write at least one measurable condition under `triggers`.',
      fixed: { yaml: yaml('  triggers:\n    - error-rate > 1% for 5m\n') },
    },
    {
      name: 'none in the artifact',
      markdown: '# [|Rollback plan|]\n\n## Time budget\n\n10m\n',
      fixed: { markdown: '# Rollback plan\n\n## Time budget\n\n10m\n\n## Triggers\n\n- error-rate > 1% for 5m\n' },
    },
    {
      name: 'a feeling',
      yaml: yaml('  triggers: ["[|something is wrong|]"]\n'),
      markdown: markdown('when [|something is wrong|]'),
      message: /^No trigger of the rollback can be measured: "something is wrong"/,
      fixed: {
        yaml: yaml('  triggers: ["error-rate > 1% for 5m"]\n'),
        markdown: markdown('error-rate > 1% for 5m'),
      },
    },
    {
      name: 'a feeling here, and another above the stages of another artifact',
      markdown: markdown('when [|something is wrong|]'),
      beside: { 'ROLLOUT_PLAN.md': '# Rollout plan\n\n## Rollback triggers\n\n- users are unhappy\n' },
    },
    {
      name: 'a feeling, and an artifact that says nothing of triggers',
      yaml: yaml('  triggers: ["[|something is wrong|]"]\n'),
      beside: { 'ROLLBACK_PLAN.md': '# Rollback plan\n\n## Time budget\n\n10m\n' },
    },
    {
      name: 'a feeling, and several metrics: the first is enough',
      yaml: `${METRICS}  - { id: amount-mismatch, query: sum(mismatches), onNoData: abort }\nrollback:\n  triggers: ["[|something is wrong|]"]\n`,
      fixed: {
        yaml: `${METRICS}  - { id: amount-mismatch, query: sum(mismatches), onNoData: abort }\nrollback:\n  triggers: ["error-rate > 1% for 5m"]\n`,
      },
    },
    {
      name: 'an error rate for which no limit is known',
      yaml: 'metrics:\n  - { id: error-rate, signal: usage, query: sum(errors), onNoData: abort }\n[|rollback|]:\n  timeBudget: 10m\n',
      fixed: {
        yaml: 'metrics:\n  - { id: error-rate, signal: usage, query: sum(errors), onNoData: abort }\nrollback:\n  timeBudget: 10m\n  triggers:\n    - any data loss report\n',
      },
    },
    {
      name: 'what the stages roll back for',
      yaml: `rollout:\n  stages:\n    - { id: canary, abortCriteria: [smoke test fails -> rollback, "amount-mismatch > 0 for 5m -> rollback"] }\n[|rollback|]:\n  timeBudget: 10m\n`,
      fixed: {
        yaml: `rollout:\n  stages:\n    - { id: canary, abortCriteria: [smoke test fails -> rollback, "amount-mismatch > 0 for 5m -> rollback"] }\nrollback:\n  timeBudget: 10m\n  triggers:\n    - amount-mismatch > 0 for 5m\n`,
      },
    },
  ],
});
