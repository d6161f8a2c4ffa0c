import { testRule } from '../../support/rule-tester.ts';

testRule('missing-owner', {
  artifact: 'ROLLOUT_PLAN',
  clean: [
    {
      name: 'an owner',
      yaml: 'rolloutPlan: 1\nowner: team-payments\n',
      markdown: '---\nowner: team-payments\n---\n\n# Rollout plan\n',
    },
    { name: 'said in the text', markdown: '# Rollout plan\n\n**Owner**: team-payments\n' },
    {
      name: 'said in another artifact',
      markdown: '# Rollout plan\n',
      beside: { 'ROLLBACK_PLAN.md': '---\nowner: team-payments\n---\n\n# Rollback plan\n' },
    },
    {
      name: 'asked of one artifact alone',
      markdown: '# Rollout plan\n',
      beside: { 'rollout-plan.yaml': 'rolloutPlan: 1\n' },
    },
  ],
  faulty: [
    {
      name: 'nobody',
      yaml: '[|rolloutPlan|]: 1\nname: orders # currency\n',
      message:
        'The plan has no owner. When a stage goes wrong, somebody has to decide, and a plan without an owner finds that out during the incident: name a team or a rota under `owner`.',
      fixed: { yaml: 'rolloutPlan: 1\nname: orders # currency\nowner: team-name\n' },
    },
    { name: 'nobody in the artifact', markdown: '---\nplan: orders\n---\n\n# [|Rollout plan|]\n\nText.\n' },
    {
      name: 'nothing behind the key',
      yaml: 'rolloutPlan: 1\n[|owner|]: # who?\n',
      fixed: { yaml: 'rolloutPlan: 1\nowner: team-name # who?\n' },
    },
  ],
});
