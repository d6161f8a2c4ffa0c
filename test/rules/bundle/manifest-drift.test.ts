import { testRule } from '../../support/rule-tester.ts';

const argo = (...steps: readonly string[]): string =>
  `apiVersion: argoproj.io/v1alpha1\nkind: Rollout\nspec:\n  strategy:\n    canary:\n      steps:\n${steps.map((step) => `        - ${step}\n`).join('')}`;
const flagger = (analysis: string): string =>
  `apiVersion: flagger.app/v1beta1\nkind: Canary\nspec:\n  analysis: { ${analysis} }\n`;
const plan = (weight: string, soak: string): string => `rollout:
  manifest: rollout-orders.yaml
  stages:
    - { id: canary, environment: production, weight: ${weight}, soak: ${soak} }
    - { id: half, environment: production, weight: 50%, soak: 12h }
    - { id: full, environment: production, weight: 100%, soak: 24h }
`;
const artifact = (weight: string, soak: string): string =>
  `# Rollout plan\n\nCarried out by [the manifest](rollout-orders.yaml).\n\n## Stages\n\n### Stage 1: canary (${weight}, ${soak})\n\n### Stage 2: half (50%, 12h)\n\n### Stage 3: full (100%, 24h)\n`;
const STEPS = ['setWeight: 5', 'pause: { duration: 2h }', 'setWeight: 50', 'pause: { duration: 12h }'] as const;
const beside = { 'rollout-orders.yaml': argo(...STEPS) };

testRule('manifest-drift', {
  artifact: 'ROLLOUT_PLAN',
  clean: [
    { name: 'the same steps', yaml: plan('5%', '2h'), markdown: artifact('5%', '2h'), beside },
    {
      name: 'a person goes on',
      yaml: plan('5%', '3h'),
      beside: { 'rollout-orders.yaml': argo('setWeight: 5', 'pause: {}', 'setWeight: 50', 'pause: {}') },
    },
    {
      name: 'an analysis takes its time',
      yaml: plan('5%', '3h'),
      beside: { 'rollout-orders.yaml': argo('setWeight: 5', 'analysis: { templates: [] }', ...STEPS.slice(2)) },
    },
    {
      name: 'several pauses, seconds as numbers',
      yaml: plan('5%', '2h'),
      beside: {
        'rollout-orders.yaml': argo(
          'setWeight: 5',
          'pause: { duration: 3600 }',
          'pause: { duration: "60m" }',
          ...STEPS.slice(2),
        ),
      },
    },
    {
      name: 'a template',
      yaml: plan('5%', '2h'),
      beside: { 'rollout-orders.yaml': argo('setWeight: {{ .Values.canary }}') },
    },
    {
      name: 'another manifest',
      yaml: plan('5%', '2h'),
      beside: { 'rollout-orders.yaml': 'apiVersion: apps/v1\nkind: Deployment\n' },
    },
    {
      name: 'Flagger stops there, and long enough',
      yaml: plan('5%', '2h'),
      beside: { 'rollout-orders.yaml': flagger('interval: 4h, stepWeight: 5, maxWeight: 50').replace('4h', '12h') },
    },
  ],
  faulty: [
    {
      name: 'another weight',
      yaml: plan('[|10%|]', '2h'),
      markdown: artifact('[|10%|]', '2h'),
      message:
        '"canary" is for 10%, and rollout-orders.yaml sets 5%. What runs is the manifest: write the same in both.',
      fix: /as in/,
      fixed: { yaml: plan('5%', '2h'), markdown: artifact('5%', '2h') },
      beside,
    },
    {
      name: 'another pause',
      yaml: plan('5%', '[|30m|]'),
      markdown: artifact('5%', '[|30m|]'),
      message:
        '"canary" soaks for 30m, and rollout-orders.yaml pauses for 2h at 5%. What runs is the manifest: write the same in both.',
      fix: /as in/,
      fixed: { yaml: plan('5%', '2h'), markdown: artifact('5%', '2h') },
      beside,
    },
    {
      name: 'more steps',
      yaml: plan('5%', '2h').replace('rollout-orders.yaml', '[|rollout-orders.yaml|]'),
      markdown: artifact('5%', '2h').replace('(rollout-orders.yaml)', '([|rollout-orders.yaml|])'),
      message:
        'rollout-orders.yaml goes 5% → 25% → 50% → 100%, the plan 5% → 50% → 100%. What runs is the manifest, and its steps have no criteria of their own here: give both the same steps.',
      beside: {
        'rollout-orders.yaml': argo('setWeight: 5', 'pause: {}', 'setWeight: 25', 'pause: {}', 'setWeight: 50'),
      },
    },
    {
      name: 'Flagger goes on too soon',
      yaml: plan('5%', '[|2h|]').replace('soak: 12h', 'soak: 1m'),
      message:
        '"canary" soaks for 2h, and rollout-orders.yaml is at 50% after 9m. What runs is the manifest: raise its interval, or write what it does.',
      fixed: { yaml: plan('5%', '9m').replace('soak: 12h', 'soak: 1m') },
      beside: { 'rollout-orders.yaml': flagger('interval: 1m, stepWeight: 5, maxWeight: 50') },
    },
    {
      name: 'Flagger never stops there',
      yaml: plan('[|7%|]', '2h'),
      beside: { 'rollout-orders.yaml': flagger('interval: 12h, stepWeights: [5, 50], maxWeight: 50') },
    },
  ],
});
