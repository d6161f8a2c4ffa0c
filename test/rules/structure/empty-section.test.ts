import { testRule } from '../../support/rule-tester.ts';

const STAGE = '## Stage 1: canary (1%, 2h)\n\n**Abort criteria**:\n\n- smoke test fails -> rollback\n';

testRule('empty-section', {
  artifact: 'ROLLOUT_PLAN',
  clean: [
    {
      name: 'something under each',
      yaml: 'rolloutPlan: 1\nrollback:\n  description: Back to 4.18.\n',
      markdown: `# Rollout plan\n\n${STAGE}\n## Runbook\n\nhttps://wiki.example.com/runbook\n`,
    },
    {
      name: 'None is an answer',
      yaml: 'rolloutPlan: 1\nflags: none\n',
      markdown: `# Rollout plan\n\n${STAGE}\n## Runbook\n\nNone\n`,
    },
    {
      name: 'another rule has the better words',
      yaml: 'rollout:\n  stages:\n    - id: canary\n      abortCriteria:\n',
    },
    { name: 'a heading that nobody knows', markdown: `# Rollout plan\n\n${STAGE}\n## Thanks\n` },
  ],
  faulty: [
    {
      name: 'nothing behind it',
      yaml: 'rolloutPlan: 1\nrollback:\n  [|description|]:\n  timeBudget: 10m\n',
      markdown: `# Rollout plan\n\n${STAGE}\n## [|Runbook|]\n\n## Notes\n\nSome.\n`,
      fixed: { yaml: 'rolloutPlan: 1\nrollback:\n  description: None\n  timeBudget: 10m\n' },
    },
    {
      name: 'a comment alone',
      yaml: 'rolloutPlan: 1\n[|flags|]: # which?\n',
      markdown: `# Rollout plan\n\n${STAGE}\n## [|Runbook|]\n\n<!-- where? -->\n`,
    },
    {
      name: 'filled in',
      yaml: 'rolloutPlan: 1\nrollback:\n  [|rpo|]: # how much?\n',
      fixed: { yaml: 'rolloutPlan: 1\nrollback:\n  rpo: 5m # how much?\n' },
    },
  ],
});
