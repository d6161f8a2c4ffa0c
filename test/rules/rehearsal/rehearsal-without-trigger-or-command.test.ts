import { testRule } from '../../support/rule-tester.ts';

const TIMES = 'started: "14:02", restored: "14:09"';
const yaml = (rehearsal: string): string =>
  `rollback:\n  triggers: [any data loss report]\n  steps:\n    - { id: flag-off, run: flagctl set orders --off }\n    - { id: redeploy, run: deploy 4.18.2 }\n  rehearsals:\n    - ${rehearsal}\n`;
const markdown = (rest: string, head = '2026-11-18 (staging)'): string =>
  `# Rollback plan\n\n## Triggers\n\n- any data loss report\n\n## Steps\n\n1. \`deploy 4.18.2\`\n\n## Rehearsals\n\n### ${head}\n\n${rest}- **Started**: 14:02\n- **Restored**: 14:09\n`;

testRule('rehearsal-without-trigger-or-command', {
  artifact: 'ROLLBACK_PLAN',
  clean: [
    {
      name: 'both',
      yaml: yaml(`{ date: 2026-11-18, trigger: any data loss report, command: deploy 4.18.2, ${TIMES} }`),
      markdown: markdown('- **Trigger**: any data loss report\n- **Command**: `deploy 4.18.2`\n'),
    },
    {
      name: 'in words',
      yaml: yaml(`{ date: 2026-11-18, scenario: we stopped the primary, notes: back by \`deploy 4.18.2\`, ${TIMES} }`),
    },
    { name: 'planned', yaml: yaml('{ date: 2026-12-18, trigger: any data loss report }') },
    { name: 'nothing but a day: that is one mistake, and another rule tells it', yaml: yaml('{ date: 2026-11-18 }') },
    {
      name: 'the record says it',
      yaml: yaml(`{ date: 2026-11-18, ${TIMES} }`),
      markdown: markdown(''),
      beside: {
        'rollback-rehearsals/001.md':
          '# Rehearsal\n\n- **Date**: 2026-11-18\n- **Trigger**: any data loss report\n- **Command**: `deploy 4.18.2`\n',
      },
    },
  ],
  faulty: [
    {
      name: 'neither',
      yaml: yaml(`{ [|date|]: 2026-11-18, ${TIMES} }`),
      markdown: markdown('', '[|2026-11-18 (staging)|]'),
      message:
        'The rehearsal does not say what set it off, nor what restored service. Nobody can repeat it, or tell whether it was the plan that was tried: write `trigger` and `command`.',
      preferred: true,
      fixed: {
        yaml: yaml(`{ date: 2026-11-18, trigger: any data loss report, command: deploy 4.18.2, ${TIMES} }`),
        markdown: markdown('- **Trigger**: any data loss report\n- **Command**: `deploy 4.18.2`\n'),
      },
    },
    {
      name: 'no trigger',
      yaml: yaml(`{ [|date|]: 2026-11-18, command: deploy 4.17.9, ${TIMES} }`),
      message: /^The rehearsal does not say what set it off\..*: write `trigger`\.$/,
      fixed: { yaml: yaml(`{ date: 2026-11-18, trigger: any data loss report, command: deploy 4.17.9, ${TIMES} }`) },
    },
    {
      name: 'no command',
      yaml: yaml(`{ [|date|]: 2026-11-18, trigger: any customer complaint, ${TIMES} }`),
      message: /^The rehearsal does not say what restored service\..*: write `command`\.$/,
      fixed: { yaml: yaml(`{ date: 2026-11-18, trigger: any customer complaint, command: deploy 4.18.2, ${TIMES} }`) },
    },
  ],
});

testRule('rehearsal-without-trigger-or-command', {
  artifact: 'rollback-rehearsals/001',
  clean: [
    {
      name: 'a fence in an item, not closed yet',
      markdown: '# Rehearsal\n\n- **Trigger**: any data loss report\n- **Notes**: back by\n  ```\n  deploy 4.18.2\n',
    },
    { name: 'a timeline tells it', markdown: '# Rehearsal\n\n## Timeline\n\n- 14:02 the pager rang\n- 14:09 back\n' },
  ],
  faulty: [
    {
      name: 'a record',
      markdown:
        '# [|Rehearsal of the canary|]\n\n- **Date**: 2026-11-18\n- **Started**: 14:02\n- **Restored**: 14:09\n',
    },
  ],
});
