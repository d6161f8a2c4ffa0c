import { testRule } from '../../support/rule-tester.ts';

testRule('missing-rollback', {
  artifact: 'ROLLOUT_PLAN',
  clean: [
    { name: 'a rollback', yaml: 'rolloutPlan: 1\nrollback:\n  timeBudget: 10m\n' },
    { name: 'none, and why', yaml: 'rolloutPlan: 1\nrollback: "None: the change is additive and stays"\n' },
    { name: 'an artifact leaves it to the other', markdown: '# Rollout plan\n' },
  ],
  faulty: [
    {
      name: 'not a word of it',
      yaml: '[|rolloutPlan|]: 1\nname: orders\n',
      message:
        'The plan does not say how to go back. Under pressure a rollback is carried out as written or made up: write the steps, who decides, how long it takes, and what cannot be taken back.',
    },
    { name: 'nothing behind the key', yaml: 'rolloutPlan: 1\n[|rollback|]:\n' },
  ],
});
