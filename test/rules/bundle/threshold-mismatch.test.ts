import { testRule } from '../../support/rule-tester.ts';

const PLAN = `rolloutPlan: 1
migration:
  steps:
    - { id: backfill, stopWhen: ["p99-latency > 400ms for 10m"] }
rollout:
  stages:
    - id: canary
      weight: 5%
      successCriteria: ["error-rate < 0.5% for 1h"]
      abortCriteria: ["error-rate > 1% for 5m -> rollback", "p99-latency > 400ms for 10m -> pause"]
rollback:
  triggers: ["error-rate > 1% for 5m"]
`;
const beside = { 'rollout-plan.yaml': PLAN };
const stage = (abort: string, success = 'error-rate < 0.5% for 1h'): string =>
  `# Rollout plan\n\n## Stages\n\n### Stage 1: canary (5%, 2h)\n\n**Success criteria**:\n\n- ${success}\n\n**Abort criteria**:\n\n- ${abort}\n`;

testRule('threshold-mismatch', {
  artifact: 'ROLLOUT_PLAN',
  clean: [
    { name: 'the same limit', markdown: stage('error-rate > 1% for 5m -> rollback'), beside },
    { name: 'the same in another unit', markdown: stage('p99-latency > 0.4s for 10m -> pause'), beside },
    { name: 'a metric that the plan does not compare', markdown: stage('cpu > 80% for 5m -> pause'), beside },
    { name: 'no window', markdown: stage('error-rate > 1% -> rollback'), beside },
    { name: 'another stage', markdown: stage('error-rate > 2% for 5m').replace('canary', 'staging'), beside },
    {
      name: 'two limits within one plan have two reasons',
      yaml: PLAN.replace('["error-rate > 1% for 5m"]', '["error-rate > 3% for 5m"]'),
    },
  ],
  faulty: [
    {
      name: 'another limit',
      markdown: stage('error-rate > [|2%|] for 5m -> rollback'),
      message:
        '"error-rate" has the limit 2% here and 1% in rollout-plan.yaml. With two numbers for one alarm nobody knows when to act: write the same in both.',
      fixed: { markdown: stage('error-rate > 1% for 5m -> rollback') },
      beside,
    },
    {
      name: 'another window',
      markdown: stage('error-rate > 1% for 5m -> rollback', 'error-rate < 0.5% [|for 30m|]'),
      fixed: { markdown: stage('error-rate > 1% for 5m -> rollback') },
      beside,
    },
  ],
});

const triggers = (limit: string): string =>
  `# Rollback plan\n\n## Rollback triggers\n\n- error-rate > ${limit} for 5m\n- any report of a wrong amount\n`;

testRule('threshold-mismatch', {
  artifact: 'ROLLBACK_PLAN',
  clean: [
    {
      name: 'as the stages abort',
      markdown: triggers('1%'),
      beside: { 'ROLLOUT_PLAN.md': stage('error-rate > 1% for 5m -> rollback') },
    },
    {
      name: 'what pauses is no rollback',
      markdown: triggers('3%'),
      beside: { 'ROLLOUT_PLAN.md': stage('error-rate > 1% for 5m -> pause') },
    },
  ],
  faulty: [
    {
      name: 'another trigger than in the plan',
      markdown: triggers('[|3%|]'),
      fixed: { markdown: triggers('1%') },
      beside,
    },
    {
      name: 'another trigger than in the other artifact',
      markdown: triggers('[|3%|]'),
      message: /has the limit 3% here and 1% in ROLLOUT_PLAN\.md/,
      fixed: { markdown: triggers('1%') },
      beside: { 'ROLLOUT_PLAN.md': stage('error-rate > 1% for 5m -> rollback') },
    },
  ],
});
