import { testRule } from '../../support/rule-tester.ts';

const STAGES = '  stages:\n    - { id: canary, abortCriteria: ["smoke test fails -> rollback"] }\n';
const STAGE = '## Stage 1: canary (1%, 2h)\n\n**Abort criteria**:\n\n- smoke test fails -> rollback\n';

testRule('missing-communication', {
  artifact: 'ROLLOUT_PLAN',
  clean: [
    {
      name: 'somebody is told',
      yaml: `rollout:\n${STAGES}  communication:\n    - { audience: internal, channel: "#releases", when: every stage }\n`,
      markdown: `# Rollout plan\n\n${STAGE}\n## Communication\n\n| Audience | Channel | When |\n| --- | --- | --- |\n| internal | #releases | every stage |\n`,
    },
    {
      name: 'nobody, on purpose',
      yaml: `rollout:\n${STAGES}  communication: none\n`,
      markdown: `# Rollout plan\n\n${STAGE}\n## Communication\n\nNone: the service has no users yet.\n`,
    },
  ],
  faulty: [
    {
      name: 'nobody',
      yaml: `[|rollout|]:\n${STAGES}`,
      markdown: `# [|Rollout plan|]\n\n${STAGE}`,
      message:
        'Nobody is told of the rollout. Support and on-call then learn of it from its symptoms: say who is told, where, and when.',
    },
    {
      name: 'nothing behind the key',
      yaml: `rollout:\n${STAGES}  [|communication|]:\n`,
      markdown: `# Rollout plan\n\n${STAGE}\n## [|Communication|]\n`,
    },
  ],
});
