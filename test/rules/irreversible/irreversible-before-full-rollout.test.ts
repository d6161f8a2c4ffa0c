import { testRule } from '../../support/rule-tester.ts';

const STAGES = `rollout:
  stages:
    - { id: staging, environment: staging, weight: 100% }
    - { id: canary, environment: production, weight: 1% }
    - { id: ramp, extends: canary, weight: 50% }
    - { id: full, extends: canary, weight: 100% }
`;
/** One step, in front of the stages that may list it. */
const STEP = `migration:
  steps:
    - { id: drop-email, reversible: false }
rollout:
  stages:
`;
const ROLLOUT = {
  'ROLLOUT_PLAN.md': `# Rollout plan

## Stages

| Stage | Weight |
| --- | --- |
| canary | 1% |
| full | 100% |
`,
};

testRule('irreversible-before-full-rollout', {
  artifact: 'MIGRATION_PLAN',
  clean: [
    {
      name: 'waits for the last stage',
      yaml: `migration:
  steps:
    - { id: drop-email, reversible: false, stage: full }
    - { id: drop-phone, reversible: false, after: { stage: full, soak: 30d } }
${STAGES}`,
      markdown: `# Migration plan

## Steps

### 1. Contract: drop email

- Reversible: no
- Stage: full
`,
      beside: ROLLOUT,
    },
    {
      name: 'comes after a step that waits for the last stage',
      yaml: `migration:
  steps:
    - { id: stop-writing, stage: full }
    - { id: drop-email, reversible: false, stage: canary, after: { step: stop-writing, soak: 30d } }
${STAGES}`,
    },
    {
      name: 'waits for the last stage and for an earlier one',
      yaml: `migration:
  steps:
    - { id: drop-email, reversible: false, stage: full, after: { stage: canary } }
${STAGES}`,
    },
    {
      name: 'the last of a chain of steps waits for the last stage, in whatever order they are written',
      yaml: `migration:
  steps:
    - { id: drop-email, reversible: false, stage: canary, after: { step: empty-email } }
    - { id: empty-email, after: { step: stop-writing } }
    - { id: stop-writing, stage: full }
${STAGES}`,
    },
    {
      name: 'the gate that opens it is passed before the stage that runs it',
      yaml: `${STEP}    - { id: canary, environment: production, weight: 1% }
    - { id: full, environment: production, weight: 100%, gate: { opens: drop-email } }
    - { id: watch, environment: production, weight: 100%, steps: [drop-email] }
`,
    },
    {
      name: 'a stage of another artifact lists it: that is told there',
      markdown: `# Migration plan

## Steps

### 1. Contract: drop email

- Reversible: no
`,
      beside: {
        'ROLLOUT_PLAN.md': `# Rollout plan

## Stages

| Stage | Weight | Steps |
| --- | --- | --- |
| canary | 1% | drop-email |
| full | 100% | none |
`,
      },
    },
    {
      name: 'everybody has the change when it runs, though there are stages after that',
      yaml: `migration:
  steps:
    - { id: drop-email, reversible: false, stage: full }
${STAGES}    - { id: watch, environment: production, weight: 100%, steps: [drop-email] }
`,
    },
    {
      name: 'a step that can be undone, or that no stage is named for',
      yaml: `migration:
  steps:
    - { id: fill-email, reversible: true, stage: canary }
    - { id: drop-email, reversible: false }
${STAGES}`,
      markdown: `# Migration plan

## Steps

### 1. Migrate: fill email

- Reversible: yes
- Stage: canary
`,
      beside: ROLLOUT,
    },
    {
      name: 'is tried out in staging',
      yaml: `${STEP}    - { id: staging, environment: staging, weight: 100%, steps: [drop-email] }
    - { id: canary, environment: production, weight: 1% }
    - { id: full, environment: production, weight: 100%, steps: [drop-email] }
`,
    },
  ],
  faulty: [
    {
      name: 'beside a step without a name that waits for the last stage',
      yaml: `migration:\n  steps:\n    - { title: Tidy up, stage: full }\n    - { id: drop-email, reversible: false, stage: [|canary|] }\n${STAGES}`,
    },
    {
      name: 'of two stages the later one holds it',
      yaml: `migration:
  steps:
    - { id: drop-email, reversible: false, stage: [|ramp|], after: { stage: canary } }
${STAGES}`,
      message: /may run after "ramp"/,
      fixed: {
        yaml: `migration:
  steps:
    - { id: drop-email, reversible: false, stage: full, after: { stage: full } }
${STAGES}`,
      },
    },
    {
      name: 'comes after a step that waits for nothing',
      yaml: `migration:
  steps:
    - { id: stop-writing }
    - { id: drop-email, reversible: false, stage: [|canary|], after: { step: stop-writing } }
${STAGES}`,
    },
    {
      name: 'waits for an earlier stage only',
      message:
        'The step "drop-email" cannot be undone and may run after "canary", before "full". Until everybody has the change you may have to go back, and this step takes that away: let it wait for "full".',
      yaml: `migration:
  steps:
    - { id: drop-email, reversible: false, stage: [|canary|] } # soon
    - { id: drop-phone, reversible: false, after: { stage: [|ramp|] } }
${STAGES}`,
      markdown: `# Migration plan

## Steps

### 1. Contract: drop email

- Reversible: no
- Stage: [|canary|]
`,
      beside: ROLLOUT,
      fixed: {
        yaml: `migration:
  steps:
    - { id: drop-email, reversible: false, stage: full } # soon
    - { id: drop-phone, reversible: false, after: { stage: full } }
${STAGES}`,
        markdown: `# Migration plan

## Steps

### 1. Contract: drop email

- Reversible: no
- Stage: full
`,
      },
    },
    {
      name: 'runs in an earlier stage, which others inherit from',
      message: /"drop-email" cannot be undone and runs in "canary", before "full"\./,
      yaml: `migration:
  steps:
    - { id: fill-email, reversible: true }
    - { id: drop-email, reversible: false }
rollout:
  stages:
    - { id: canary, environment: production, weight: 1%, steps: [fill-email, [|drop-email|]] }
    - { id: full, extends: canary, weight: 100% }
`,
      fixed: {
        yaml: `migration:
  steps:
    - { id: fill-email, reversible: true }
    - { id: drop-email, reversible: false }
rollout:
  stages:
    - { id: canary, environment: production, weight: 1%, steps: [fill-email] }
    - { id: full, extends: canary, weight: 100%, steps: [drop-email] }
`,
      },
    },
    {
      name: 'the only step of an earlier stage',
      yaml: `migration:
  steps:
    - { id: drop-email, reversible: false }
    - { id: fill-email, reversible: true }
rollout:
  stages:
    - { id: canary, environment: production, weight: 1%, steps: [[|drop-email|]] }
    - { id: full, environment: production, weight: 100%, steps: [fill-email] }
`,
      fixed: {
        yaml: `migration:
  steps:
    - { id: drop-email, reversible: false }
    - { id: fill-email, reversible: true }
rollout:
  stages:
    - { id: canary, environment: production, weight: 1%, steps: none }
    - { id: full, environment: production, weight: 100%, steps: [fill-email, drop-email] }
`,
      },
    },
    {
      name: 'the list of the last stage is empty',
      yaml: `${STEP}    - { id: canary, environment: production, weight: 1%, steps: [[|drop-email|]] }
    - { id: full, environment: production, weight: 100%, steps: [] }
`,
      fixed: {
        yaml: `${STEP}    - { id: canary, environment: production, weight: 1%, steps: none }
    - { id: full, environment: production, weight: 100%, steps: [drop-email] }
`,
      },
    },
    {
      name: 'beside something that names no step, which moving it would lose: there is no fix',
      yaml: `${STEP}    - { id: canary, environment: production, weight: 1%, steps: [[|drop-email|], { id: fill-email }] }
    - { id: full, environment: production, weight: 100% }
`,
      fixed: {
        yaml: `${STEP}    - { id: canary, environment: production, weight: 1%, steps: [drop-email, { id: fill-email }] }
    - { id: full, environment: production, weight: 100% }
`,
      },
    },
    {
      name: 'is opened by the gate of an earlier stage',
      message: /is opened by the gate of "canary", before "full"/,
      yaml: `${STEP}    - { id: canary, environment: production, weight: 1%, gate: { opens: [|drop-email|] } }
    - { id: full, environment: production, weight: 100% }
`,
    },
    {
      name: 'runs in the stage whose gate opens it',
      message: /runs in "full", whose gate is what opens it/,
      yaml: `${STEP}    - { id: canary, environment: production, weight: 1% }
    - { id: full, environment: production, weight: 100%, steps: [[|drop-email|]], gate: { opens: drop-email } }
`,
    },
  ],
});

testRule('irreversible-before-full-rollout', {
  artifact: 'ROLLOUT_PLAN',
  clean: [],
  faulty: ['- Steps: [|drop-email|]', '**Steps**:\n\n- [|drop-email|]'].map((steps) => ({
    name: `the only step of an earlier stage: ${steps.split('\n')[0]}`,
    markdown: `# Rollout plan\n\n## Stage 1: canary (1%)\n\n${steps}\n\n## Stage 2: full (100%)\n\n- Soak: 1h\n`,
    beside: {
      'MIGRATION_PLAN.md': '# Migration plan\n\n## Steps\n\n### 1. Contract: drop email\n\n- Reversible: no\n',
    },
    fixed: {
      markdown: `# Rollout plan\n\n## Stage 1: canary (1%)\n\n${steps.split(':')[0]}: none\n\n## Stage 2: full (100%)\n\n- Soak: 1h\n- Steps: drop-email\n`,
    },
  })),
});
