import { testRule } from '../../support/rule-tester.ts';

testRule('plan-schema', {
  artifact: 'ROLLOUT_PLAN',
  clean: [
    {
      name: 'values as they should be',
      yaml: 'rolloutPlan: 1\nstatus: draft\nrisk: low\n',
      markdown: '---\nrolloutPlan: 1\nstatus: draft\n---\n\n# Rollout plan\n',
    },
    ...['roll back first', 'Roll forward only', 'rollback-only, and never forward'].map((approach) => ({
      name: approach,
      markdown: `---\nrolloutPlan: 1\n---\n\n# Rollback plan\n\n**Approach**: ${approach}\n`,
    })),
    { name: 'None where a list is expected', yaml: 'rolloutPlan: 1\nflags: none\n' },
    { name: 'a placeholder has a rule of its own', yaml: 'rolloutPlan: 1\nstatus: TBD\n' },
    { name: 'nothing behind a key has a rule of its own', yaml: 'rolloutPlan: 1\nstatus:\n' },
  ],
  faulty: [
    {
      name: 'a value that is not in the list',
      yaml: 'rolloutPlan: 1\nstatus: [|drft|] # soon\n',
      markdown: '---\nrolloutPlan: 1\nstatus: [|drft|]\n---\n\n# Rollout plan\n',
      fixed: {
        yaml: 'rolloutPlan: 1\nstatus: draft # soon\n',
        markdown: '---\nrolloutPlan: 1\nstatus: draft\n---\n\n# Rollout plan\n',
      },
    },
    {
      name: 'one for a list',
      yaml: 'rolloutPlan: 1\nchange:\n  surfaces: [|database|]\n',
      fixed: { yaml: 'rolloutPlan: 1\nchange:\n  surfaces: [database]\n' },
    },
    {
      name: 'a number for text',
      yaml: 'rolloutPlan: 1\nchange:\n  versions:\n    - { component: api, from: [|4.10|], to: 5.0.0 }\n',
      fixed: { yaml: 'rolloutPlan: 1\nchange:\n  versions:\n    - { component: api, from: "4.10", to: 5.0.0 }\n' },
    },
    {
      name: 'a mapping for a list of stages',
      yaml: 'rolloutPlan: 1\nrollout:\n  [|stages|]: { canary: { weight: 1% } }\n',
    },
    { name: 'a list for a plan', yaml: '[|- a|]\n' },
  ],
});
