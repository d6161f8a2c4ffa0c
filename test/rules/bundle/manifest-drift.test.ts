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
const inheriting = (weight: string, soak: string): string => `rollout:
  manifest: rollout-orders.yaml
  templates:
    - { id: first, weight: ${weight}, soak: ${soak} }
  stages:
    - id: canary
      extends: first
      environment: production
    - id: full
      environment: production
      weight: 100%
`;
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
      name: 'a template of one weight',
      yaml: plan('5%', '2h'),
      beside: { 'rollout-orders.yaml': argo('setWeight: 5', 'setWeight: "{{ .Values.canary }}"') },
    },
    {
      name: 'the same weight again, and none at first',
      yaml: plan('5%', '2h'),
      beside: {
        'rollout-orders.yaml': argo(
          'setWeight: 0',
          'setWeight: 5',
          'pause: { duration: 1h }',
          'setWeight: 5',
          'pause: { duration: 1h }',
          ...STEPS.slice(2),
          'setWeight: 100',
        ),
      },
    },
    {
      name: 'a length of several units',
      yaml: plan('5%', '3h'),
      beside: { 'rollout-orders.yaml': argo('setWeight: 5', 'pause: { duration: 1h30m }', ...STEPS.slice(2)) },
    },
    {
      name: 'two rollouts in one file',
      yaml: plan('10%', '2h'),
      beside: { 'rollout-orders.yaml': `${argo(...STEPS)}---\n${argo(...STEPS)}` },
    },
    {
      name: 'the rollout of another tool',
      yaml: plan('10%', '2h'),
      beside: { 'rollout-orders.yaml': argo(...STEPS).replace('argoproj.io/v1alpha1', '[argoproj.io/, flagger.app/]') },
    },
    {
      name: 'a stage of some people, which no controller weighs',
      yaml: plan('5%', '2h').replace('weight: 5%', 'weight: 5%, audience: employees'),
      beside: { 'rollout-orders.yaml': argo(...STEPS) },
    },
    {
      name: 'stages without shares',
      yaml: 'rollout:\n  manifest: rollout-orders.yaml\n  stages:\n    - { id: canary }\n    - { id: full }\n',
      beside,
    },
    {
      name: 'told at the plan that links it too',
      markdown: artifact('10%', '2h'),
      beside: { ...beside, 'rollout-plan.yaml': `rolloutPlan: 1\n${plan('10%', '2h')}` },
    },
    {
      name: 'Flagger, how often it looks is not known, and a stage that says no soak',
      yaml: plan('5%', '2h').replace('soak: 12h', 'notes: short'),
      beside: { 'rollout-orders.yaml': flagger('interval: often, stepWeight: 5, maxWeight: 50') },
    },
    ...[
      'stepWeight: 5',
      'stepWeight: 0, maxWeight: 50',
      'stepWeight: 0.01, maxWeight: 50',
      'stepWeights: [often]',
      'mirror: true',
    ].map((analysis) => ({
      name: `Flagger without steps: ${analysis}`,
      yaml: plan('7%', '2h'),
      beside: { 'rollout-orders.yaml': flagger(analysis) },
    })),
    {
      name: 'a service of Flagger without an analysis',
      yaml: plan('7%', '2h'),
      beside: { 'rollout-orders.yaml': 'apiVersion: flagger.app/v1beta1\nkind: Canary\nspec: {}\n' },
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
      name: 'what runs is changed',
      yaml: plan('[|10%|]', '2h'),
      message: /^"canary" is for 10%/,
      fix: 'Write 10% in rollout-orders.yaml',
      fixedBeside: { 'rollout-orders.yaml': argo('setWeight: 10', ...STEPS.slice(1)) },
      beside,
    },
    ...[
      ['3h', '3h'],
      ['90m', '90m'],
      ['45s', '45s'],
    ].map(([soak, written]) => ({
      name: `the pause is changed to ${soak}`,
      yaml: plan('5%', `[|${soak}|]`),
      message: /^"canary" soaks for/,
      fix: `Write ${written} in rollout-orders.yaml`,
      fixedBeside: {
        'rollout-orders.yaml': argo('setWeight: 5', `pause: { duration: ${written} }`, ...STEPS.slice(2)),
      },
      beside,
    })),
    {
      name: 'no pause at all, which the criteria of the stage could not bear',
      yaml: plan('5%', '[|2h|]').replace(
        'soak: [|2h|]',
        'soak: [|2h|], abortCriteria: ["error-rate > 1% for 5m -> rollback"]',
      ),
      message:
        '"canary" soaks for 2h, and rollout-orders.yaml does not pause at 5%. What runs is the manifest: write the same in both.',
      beside: { 'rollout-orders.yaml': argo('setWeight: 5', ...STEPS.slice(2)) },
    },
    {
      name: 'two pauses are one soak',
      yaml: plan('5%', '[|3h|]'),
      fix: /as in/,
      fixed: { yaml: plan('5%', '2h') },
      beside: {
        'rollout-orders.yaml': argo(
          'setWeight: 5',
          'pause: { duration: 1h }',
          'pause: { duration: 1h }',
          ...STEPS.slice(2),
        ),
      },
    },
    {
      name: 'what the controller does at the end by itself',
      yaml: plan('5%', '2h').replace('100%', '[|75%|]'),
      message: /^"full" is for 75%, and rollout-orders.yaml sets 100%\./,
      fix: /as in/,
      fixed: { yaml: plan('5%', '2h') },
      beside,
    },
    {
      name: 'an inherited weight',
      yaml: inheriting('10%', '2h').replace('id: canary', 'id: [|canary|]'),
      fix: /as in/,
      fixed: {
        yaml: inheriting('10%', '2h').replace(
          'environment: production\n',
          'environment: production\n      weight: 5%\n',
        ),
      },
      beside: { 'rollout-orders.yaml': argo(...STEPS.slice(0, 2)) },
    },
    {
      name: 'an inherited soak',
      yaml: inheriting('5%', '[|30m|]'),
      fix: /as in/,
      fixed: {
        yaml: inheriting('5%', '30m').replace('environment: production\n', 'environment: production\n      soak: 2h\n'),
      },
      beside: { 'rollout-orders.yaml': argo(...STEPS.slice(0, 2)) },
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
      name: 'Flagger goes on too soon with an inherited soak, and at the last share',
      yaml: inheriting('5%', '[|2h|]').replace(/ {4}- id: full[\s\S]*/, ''),
      fixed: {
        yaml: inheriting('5%', '2h')
          .replace(/ {4}- id: full[\s\S]*/, '')
          .replace('environment: production\n', 'environment: production\n      soak: 10m\n'),
      },
      beside: { 'rollout-orders.yaml': flagger('interval: 1m, stepWeight: 5, maxWeight: 50') },
    },
    {
      name: 'Flagger goes in more steps than can be told',
      yaml: plan('[|7%|]', '2h').replace('soak: 12h', 'soak: 1m'),
      message: /: it goes 5% → 10% → 15% → … → 50% → 100%\./,
      beside: {
        'rollout-orders.yaml': flagger('interval: 1m, stepWeight: 5, maxWeight: 50').replace(
          'analysis',
          'canaryAnalysis',
        ),
      },
    },
    {
      name: 'Flagger never stops there',
      yaml: plan('[|7%|]', '2h'),
      beside: { 'rollout-orders.yaml': flagger('interval: 12h, stepWeights: [5, 50], maxWeight: 50') },
    },
  ],
});
