import { testRule } from '../../support/rule-tester.ts';

testRule('yaml-syntax', {
  artifact: 'ROLLOUT_PLAN',
  clean: [
    { name: 'a plan', yaml: 'rolloutPlan: 1\nname: orders\n' },
    {
      name: 'anchors and merge keys',
      yaml: 'x-base: &base { soak: 2h }\nrollout:\n  stages:\n    - { <<: *base, id: canary }\n',
    },
    { name: 'several documents', yaml: 'rolloutPlan: 1\n---\nrolloutPlan: 1\n' },
  ],
  faulty: [
    {
      name: 'a second colon',
      yaml: 'rolloutPlan: 1 # one\nowner: [|team: payments|]\nrisk: low\n',
      message: /Quote the value/,
      fixed: { yaml: 'rolloutPlan: 1 # one\nowner: "team: payments"\nrisk: low\n' },
    },
    {
      name: 'PromQL in one line',
      yaml: 'metrics:\n  - { id: errors, query: [|sum(rate(http{code="5"}[5m]))|] }\n  - { id: other, query: up }\n',
      fixed: {
        yaml: 'metrics:\n  - { id: errors, query: \'sum(rate(http{code="5"}[5m]))\' }\n  - { id: other, query: up }\n',
      },
    },
    { name: 'two mistakes, two diagnostics', yaml: 'owner: [|@team|]\nrisk: low\ntitle: [|`x|]\n' },
    {
      name: 'a merge conflict is told once',
      yaml: 'a: 1\n[|<<<<<<< HEAD|]\nb: 2\n=======\nb: 3\n>>>>>>> theirs\n',
      message: /merge conflict/,
    },
    { name: 'one key twice', yaml: 'owner: a\n[|owner|]: b\n' },
  ],
});
