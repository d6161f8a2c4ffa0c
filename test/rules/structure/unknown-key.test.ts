import { testRule } from '../../support/rule-tester.ts';

testRule('unknown-key', {
  artifact: 'ROLLOUT_PLAN',
  clean: [
    { name: 'known keys', yaml: 'rolloutPlan: 1\nrollback:\n  timeBudget: 10m\n' },
    { name: 'keys of your own begin with x-', yaml: 'rolloutPlan: 1\nx-cost-centre: 42\n' },
    { name: 'prose is prose', markdown: '# Rollout plan\n\n## Weather\n\nSunny.\n\n**Mood**: good\n' },
    {
      name: 'front matter of other tools',
      markdown: '---\nrolloutPlan: 1\nlayout: post\nlast-updated: 2026-11-01\nreviewers: [a]\n---\n\n# Rollout plan\n',
    },
    {
      name: 'short keys of other tools, which are not ours misspelt',
      markdown: '---\nrolloutPlan: 1\ndate: 2026-11-01\norder: 3\ntags: [orders]\n---\n\n# Rollout plan\n',
    },
  ],
  faulty: [
    {
      name: 'misspelt',
      yaml: 'rolloutPlan: 1\nrollback:\n  [|timeBugdet|]: 10m # ten\n',
      fixed: { yaml: 'rolloutPlan: 1\nrollback:\n  timeBudget: 10m # ten\n' },
    },
    {
      name: 'another case',
      yaml: 'rollout:\n  stages:\n    - { id: a, [|abort_criteria|]: ["smoke test fails -> rollback"] }\n',
      fixed: { yaml: 'rollout:\n  stages:\n    - { id: a, abortCriteria: ["smoke test fails -> rollback"] }\n' },
    },
    {
      name: 'misspelt in front matter',
      markdown: '---\nrolloutPlan: 1\n[|onwer|]: team-payments\n---\n\n# Rollout plan\n',
      fixed: { markdown: '---\nrolloutPlan: 1\nowner: team-payments\n---\n\n# Rollout plan\n' },
    },
    {
      name: 'two letters are wrong in a longer one',
      markdown: '---\nrolloutPlan: 1\n[|rolbak|]:\n  timeBudget: 10m\n---\n\n# Rollout plan\n',
      reveals: [
        'no-rollback-trigger',
        'roll-forward-not-considered',
        'rollback-missing-not-reverted',
        'rollback-missing-owner',
        'rollback-missing-reverts',
        'rollback-missing-verification',
        'rollback-not-concrete',
      ],
    },
    {
      name: 'nothing like it, in a part of front matter that is ours',
      markdown: '---\nrollback:\n  timeBudget: 10m\n  [|colour|]: blue\n---\n\n# Rollout plan\n',
    },
    { name: 'nothing like it', yaml: 'rolloutPlan: 1\n[|colour|]: blue\n' },
  ],
});
