import { testRule } from '../../support/rule-tester.ts';

const stage = (name: string): string => `## ${name}\n\n**Abort criteria**:\n\n- smoke test fails -> rollback\n\n`;

testRule('duplicate-id', {
  artifact: 'ROLLOUT_PLAN',
  clean: [
    {
      name: 'two names',
      yaml: 'flags:\n  - { id: a }\n  - { id: b }\n',
      markdown: `# Rollout plan\n\n${stage('Stage 1: canary (1%)')}${stage('Stage 2: full (100%)')}`,
    },
    { name: 'a stage and a step may share one', yaml: 'flags:\n  - { id: a }\nmetrics:\n  - { id: a, query: up }\n' },
    { name: 'one that is written once and stands in two places', yaml: 'flags:\n  - &a { id: a }\n  - *a\n' },
    { name: 'half typed', yaml: 'flags:\n  - id:\n  - id:\n' },
  ],
  faulty: [
    {
      name: 'two flags',
      yaml: 'flags:\n  - { id: a }\n  - { id: [|a|] } # again\n  - { id: a-2 }\n',
      message: 'Two flags are called "a", so a reference to it can mean either. Give each an id of its own.',
      related: ['a'],
      fixed: { yaml: 'flags:\n  - { id: a }\n  - { id: a-3 } # again\n  - { id: a-2 }\n' },
    },
    {
      name: 'three metrics',
      yaml: 'metrics:\n  - { id: a, query: up }\n  - { id: [|a|], query: up }\n  - { id: [|a|], query: up }\n',
      fixed: { yaml: 'metrics:\n  - { id: a, query: up }\n  - { id: a-2, query: up }\n  - { id: a-3, query: up }\n' },
    },
    {
      name: 'numbers in the name: the one at its end is counted on',
      yaml: 'flags:\n  - { id: wave-10 }\n  - { id: [|wave-10|] }\n  - { id: wave-1-eu }\n  - { id: [|wave-1-eu|] }\n',
      fixed: {
        yaml: 'flags:\n  - { id: wave-10 }\n  - { id: wave-2 }\n  - { id: wave-1-eu }\n  - { id: wave-1-eu-2 }\n',
      },
    },
    {
      name: 'two stages',
      markdown: `# Rollout plan\n\n${stage('Stage 1: canary (1%)')}${stage('Stage 2: [|canary|] (10%)')}`,
    },
  ],
});
