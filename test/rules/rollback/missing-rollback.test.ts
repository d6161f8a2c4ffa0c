import { testRule } from '../../support/rule-tester.ts';

testRule('missing-rollback', {
  artifact: 'ROLLBACK_PLAN',
  clean: [
    { name: 'a rollback', yaml: 'rolloutPlan: 1\nrollback:\n  timeBudget: 10m\n' },
    { name: 'none, and why', yaml: 'rolloutPlan: 1\nrollback: "None: the change is additive and stays"\n' },
    {
      name: 'the artifact beside it has one',
      yaml: 'rolloutPlan: 1\nname: orders\n',
      beside: { 'ROLLBACK_PLAN.md': '# Rollback plan\n\n## Time budget\n\n10m\n' },
    },
    { name: 'words that no section holds', markdown: '# Rollback plan\n\nWe deploy 4.18.2 again.\n' },
    {
      name: 'the plan beside it has one',
      markdown: '# Rollback plan\n',
      beside: { 'rollout-plan.yaml': 'rolloutPlan: 1\nrollback:\n  timeBudget: 10m\n' },
    },
  ],
  faulty: [
    {
      name: 'not a word of it',
      yaml: '[|rolloutPlan|]: 1\nname: orders\n',
      markdown: '---\nrolloutPlan: 1\nowner: team-orders\n---\n\n# [|Rollback plan|]\n\n<!-- to be written -->\n',
      message:
        'The plan does not say how to go back. Under pressure a rollback is carried out as written or made up: write the steps, who decides, how long it takes, and what cannot be taken back.',
    },
    { name: 'nothing behind the key', yaml: 'rolloutPlan: 1\n[|rollback|]:\n' },
  ],
});

testRule('missing-rollback', {
  artifact: 'ROLLOUT_PLAN',
  clean: [{ name: 'an artifact leaves it to the other', markdown: '# Rollout plan\n' }],
  faulty: [],
});
