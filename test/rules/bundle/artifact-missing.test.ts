import { testRule } from '../../support/rule-tester.ts';

const PLAN = `rolloutPlan: 1
name: orders
compatibility:
  window: 30d
migration:
  downtime: none
rollout:
  unit: requests
rollback:
  owner: oncall
validation:
  smoke: [a, b, c]
`;
const ARTIFACTS = {
  'COMPATIBILITY_CONTRACT.md': '# Compatibility contract\n',
  'MIGRATION_PLAN.md': '# Migration plan\n',
  'ROLLBACK_PLAN.md': '# Rollback plan\n',
  'VALIDATION_CHECKLIST.md': '# Validation checklist\n',
};
const { 'ROLLBACK_PLAN.md': _, 'VALIDATION_CHECKLIST.md': __, ...TWO } = ARTIFACTS;
const ROLLOUT = '# Rollout plan\n';

testRule('artifact-missing', {
  artifact: 'ROLLOUT_PLAN',
  clean: [
    { name: 'all five', yaml: PLAN, markdown: ROLLOUT, beside: { ...ARTIFACTS, 'ROLLOUT_PLAN.md': ROLLOUT } },
    { name: 'a YAML plan needs no artifacts, and one artifact no others', yaml: PLAN, markdown: ROLLOUT },
    { name: 'not twice: the first one speaks', markdown: ROLLOUT, beside: TWO },
    {
      name: 'what the plan does not say has its own rules',
      yaml: PLAN.replace(/rollback:\n.*\n/, ''),
      beside: { ...TWO, 'ROLLOUT_PLAN.md': ROLLOUT, 'VALIDATION_CHECKLIST.md': '' },
    },
  ],
  faulty: [
    {
      name: 'two of five are not there',
      yaml: PLAN.replace('orders', '[|orders|]'),
      message:
        '3 of the five artifacts are here, and ROLLBACK_PLAN.md and VALIDATION_CHECKLIST.md are not. Who reads the artifacts takes what is not there for not thought of. Write them from the plan.',
      beside: { ...TWO, 'ROLLOUT_PLAN.md': ROLLOUT },
    },
  ],
});

testRule('artifact-missing', {
  artifact: 'COMPATIBILITY_CONTRACT',
  clean: [{ name: 'alone', markdown: '# Compatibility contract\n' }],
  faulty: [
    {
      name: 'among artifacts the first one speaks',
      markdown: '# [|Compatibility contract|]\n',
      message:
        /^3 of the five artifacts are here, and VALIDATION_CHECKLIST\.md is not\. .* Write it, if only to say that there is nothing to say\.$/,
      beside: { ...TWO, 'ROLLBACK_PLAN.md': '---\nrolloutPlan: off\n---\n', 'ROLLOUT_PLAN.md': ROLLOUT },
    },
  ],
});
