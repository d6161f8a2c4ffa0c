import { testRule } from '../../support/rule-tester.ts';

const PLAN = `rolloutPlan: 1
name: orders
rollout:
  stages:
    - { id: canary, environment: production, weight: 5%, soak: 2h }
    - { id: half, extends: canary, weight: 50% }
    - { id: full, extends: canary, weight: 100%, soak: 24h }
`;
const artifact = (canary: string, ...more: readonly string[]): string =>
  `---\nrolloutPlan: 1\n---\n\n# Rollout plan\n\n## Stages\n\n### Stage 1: ${canary}\n\n**Environment**: production\n${more.map((heading, at) => `\n### Stage ${at + 2}: ${heading}\n`).join('')}`;
const beside = { 'rollout-plan.yaml': PLAN };

testRule('stage-mismatch', {
  artifact: 'ROLLOUT_PLAN',
  clean: [
    { name: 'the same stages', markdown: artifact('canary (5%, 2h)', 'half (50%, 2h)', 'full (100%, 24h)'), beside },
    { name: 'no more than the plan says', markdown: artifact('canary (5%)', 'half (50%)', 'full'), beside },
    {
      name: 'two plans, and nobody knows which is meant',
      markdown: artifact('pilot (1%)'),
      beside: { ...beside, 'b.rollout-plan.yaml': PLAN, 'rollout-plan.yml': PLAN },
    },
    {
      name: 'another change',
      markdown: artifact('pilot (1%)').replace('rolloutPlan: 1', 'rolloutPlan: 1\nplan: payments'),
      beside,
    },
    { name: 'called by their shares', markdown: '# Rollout plan\n\n## Stages\n\n5% → 50% → 100%\n', beside },
    { name: 'the plan itself is not measured', yaml: PLAN, beside: { 'ROLLOUT_PLAN.md': artifact('pilot (1%)') } },
  ],
  faulty: [
    {
      name: 'another weight and another soak',
      markdown: artifact('canary ([|10%|], [|30m|])', 'half (50%)', 'full (100%, 24h)'),
      message:
        '"canary" is for 10% here and for 5% in rollout-plan.yaml. Whoever carries it out follows one of the two: write the same in both.',
      fixed: { markdown: artifact('canary (5%, 2h)', 'half (50%)', 'full (100%, 24h)') },
      beside,
    },
    {
      name: 'the other plan says it in another notation',
      markdown: artifact('canary ([|10%|], 2h)', 'half (50%)', 'full (100%, 24h)'),
      beside: { 'rollout-plan.yaml': PLAN.replace('weight: 5%', 'weight: 0.05') },
    },
    {
      name: 'another name',
      markdown: artifact('[|pilot|] (5%, 2h)', 'half (50%)', 'full (100%, 24h)').concat('\n**Extends**: pilot\n'),
      message:
        'This stage is "pilot" here and "canary" in rollout-plan.yaml, so reports and approvals speak of two stages. Give it one name.',
      fixed: {
        markdown: artifact('canary (5%, 2h)', 'half (50%)', 'full (100%, 24h)').concat('\n**Extends**: canary\n'),
      },
      beside,
    },
    {
      name: 'a soak that the stage here inherits',
      markdown: artifact('canary (5%, [|2h|])', 'half (50%)', 'full (100%)').concat('\n**Extends**: canary\n'),
      message: /^"full" soaks for 2h here and for 1d in rollout-plan\.yaml\./,
      beside,
    },
    {
      name: 'a stage left out',
      markdown: artifact('[|canary|] (5%, 2h)', 'full (100%, 24h)'),
      message:
        'rollout-plan.yaml also has the stage "half". Whoever follows this file goes further in one stage than was agreed: add it here, or take it out there.',
      fixed: {
        markdown: artifact('canary (5%, 2h)', 'half (50%)\n\n- **Extends**: canary', 'full (100%, 24h)'),
      },
      beside,
    },
    {
      name: 'the first stages left out',
      reveals: ['rollout-unit-unstated', 'missing-abort-criteria'],
      markdown: artifact('[|full|] (100%, 24h)'),
      message: /^rollout-plan\.yaml also has the stages "canary", "half"\. .* add them here, or take them out there\.$/,
      beside,
    },
    {
      name: 'one left out that would inherit nothing here',
      markdown: artifact('[|pilot|] (5%, 2h)', 'full (100%, 24h)')
        .replace('pilot', 'pilot|] ([|canary')
        .replace('[|canary|] (', 'canary, '),
      beside,
    },
    {
      name: 'a stage more',
      markdown: artifact('canary (5%, 2h)', '[|ramp|] (25%, 2h)', 'half (50%)', 'full (100%, 24h)'),
      message:
        '"ramp" is no stage in rollout-plan.yaml. Whoever follows that plan skips it: add it there, or take it out here.',
      beside,
    },
  ],
});
