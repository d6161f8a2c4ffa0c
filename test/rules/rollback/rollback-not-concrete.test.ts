import { testRule } from '../../support/rule-tester.ts';

const yaml = (steps: string): string => `rollback:\n  timeBudget: 10m\n  steps:\n    - ${steps}\n`;
const markdown = (steps: string): string => `# Rollback plan\n\n## Steps\n\n${steps}\n`;
const RUN = 'kubectl rollout undo deployment/orders-api --to-revision=41';

testRule('rollback-not-concrete', {
  artifact: 'ROLLBACK_PLAN',
  clean: [
    {
      name: 'a command',
      yaml: yaml('{ id: redeploy, run: kubectl rollout undo deployment/orders-api }'),
      markdown: markdown('1. `kubectl rollout undo deployment/orders-api`\n2. Tell everybody'),
    },
    { name: 'a version', yaml: yaml('{ manual: deploy 4.18.2 }'), markdown: markdown('1. Deploy 4.18.2') },
    {
      name: 'a link',
      yaml: yaml('{ manual: as in https://wiki.example.com/rollback }'),
      markdown: markdown('1. As in https://wiki.example.com/rollback'),
    },
    {
      name: 'the command stands in the plan',
      markdown: markdown('1. Revert the changes'),
      beside: { 'rollout-plan.yaml': yaml('{ id: redeploy, run: kubectl rollout undo deployment/orders-api }') },
    },
    {
      name: 'the command stands in the artifact',
      yaml: 'rollback:\n  timeBudget: 10m\n',
      beside: { 'ROLLBACK_PLAN.md': markdown('1. Deploy 4.18.2') },
    },
    {
      name: 'the plan, which has the steps, is asked for them',
      markdown: markdown('1. Revert the changes'),
      beside: { 'rollout-plan.yaml': yaml('{ manual: revert the changes }') },
    },
    {
      name: 'a flag of the plan',
      yaml: `flags: [{ id: orders-write }]\n${yaml('{ manual: turn orders-write off }')}`,
    },
    {
      name: 'what is done by hand, in full',
      yaml: yaml(
        '{ manual: open the console and choose the orders service and press Disable and wait for the green light }',
      ),
    },
    { name: 'still to be written', yaml: yaml('{ manual: TBD }'), markdown: markdown('1. TBD') },
    {
      name: 'a run book',
      yaml: 'rollback:\n  runbook: https://wiki.example.com/rollback\n',
      markdown: '# Rollback plan\n\n**Time budget**: 10m\n\n**Runbook**: https://wiki.example.com/rollback\n',
    },
    {
      name: 'commands under a heading that nobody knows',
      markdown: '# Rollback plan\n\n**RTO**: 10m\n\n## In an emergency\n\n```sh\nkubectl rollout undo\n```\n',
    },
    {
      name: 'the command of a sentence under a heading that nobody knows',
      markdown: '# Rollback plan\n\n**RTO**: 10m\n\n## In an emergency\n\nRun `make back` on the jump host.\n',
    },
    {
      name: 'an id that says what is run',
      yaml: yaml('{ id: helm-rollback }'),
    },
    {
      name: 'no steps, and a description that names the version',
      yaml: 'rollback:\n  description: Deploy 4.18.2 again.\n',
      markdown: '# Rollback plan\n\n**RTO**: 10m\n\n## Overview\n\nDeploy 4.18.2 again.\n',
    },
    {
      name: 'no steps, and a decision that names the version',
      yaml: 'rollback:\n  decisions: [{ failed: application bug, method: deploy 4.18.2 }]\n',
    },
    {
      name: 'no steps, and a precondition that names the command',
      yaml: 'rollback:\n  preconditions: [kubectl scale deployment/orders-backfill --replicas=0]\n',
    },
    { name: 'steps in a form that cannot be read', yaml: 'rollback:\n  steps: { first: as always }\n' },
    { name: 'there is no way back', yaml: 'rollback:\n  approach: roll-forward-only\n' },
  ],
  faulty: [
    {
      name: 'revert the changes',
      yaml: yaml('{ manual: [|revert the changes|] }'),
      message:
        '"revert the changes" says that something is done, and not what. At night that is worked out under pressure: write the command, the version, the flag or the link.',
      fixed: { yaml: yaml(`{ run: ${RUN}, manual: revert the changes }`) },
    },
    {
      name: 'nothing but words',
      markdown: markdown('1. [|Revert the changes|]\n2. Tell everybody'),
      fixed: { markdown: markdown(`1. Revert the changes\n   - **Run**: \`${RUN}\`\n2. Tell everybody`) },
    },
    {
      name: 'nothing but words, beside a plan that leaves the steps to the artifact',
      markdown: markdown('1. [|Revert the changes|]\n2. Tell everybody'),
      beside: { 'rollout-plan.yaml': 'rollback:\n  timeBudget: 10m\n' },
      fixed: { markdown: markdown(`1. Revert the changes\n   - **Run**: \`${RUN}\`\n2. Tell everybody`) },
    },
    {
      name: 'no steps at all',
      yaml: '[|rollback|]:\n  timeBudget: 10m\n',
      message:
        'The rollback says nothing that could be run. At night that is worked out under pressure: write the steps, each with its command, version, flag or link.',
      fixed: {
        yaml: `rollback:\n  timeBudget: 10m\n  steps:\n    - id: redeploy\n      run: ${RUN}\n      expected: 5m\n`,
      },
    },
    {
      name: 'no steps, and the code in the text is not of the rollback',
      yaml: 'change: { title: Adds `amount` }\n[|rollback|]:\n  timeBudget: 10m\n',
    },
    {
      name: 'nothing but an id',
      yaml: yaml('{ id: [|go-back|] }'),
      message: /^"go-back" says that something is done, and not what\./,
    },
    {
      name: 'a flag whose name is a word like any other',
      yaml: `flags: [{ id: orders }]\n${yaml('{ manual: [|turn orders off|] }')}`,
    },
    {
      name: 'a dozen words by hand',
      yaml: yaml('{ manual: [|open the console and choose the orders service and then press Disable.|] }'),
    },
    { name: 'a heading with nothing under it', markdown: '# Rollback plan\n\n**RTO**: 10m\n\n## [|Steps|]\n' },
  ],
});
