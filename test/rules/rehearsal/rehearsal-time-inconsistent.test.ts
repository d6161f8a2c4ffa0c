import { testRule } from '../../support/rule-tester.ts';

const WHAT = 'trigger: any data loss report, command: deploy 4.18.2';
const yaml = (times: string): string => `rollback:\n  rehearsals:\n    - { date: 2026-11-18, ${WHAT}, ${times} }\n`;
const markdown = (started: string, restored: string, took: string): string =>
  `# Rehearsal of the canary\n\n- **Date**: 2026-11-18\n- **Trigger**: any data loss report\n- **Command**: \`deploy 4.18.2\`\n- **Started**: ${started}\n- **Restored**: ${restored}\n- **Took**: ${took}\n`;

testRule('rehearsal-time-inconsistent', {
  artifact: 'rollback-rehearsals/001',
  clean: [
    {
      name: 'it is the difference',
      yaml: yaml('started: "14:02", restored: "14:09", took: 7m'),
      markdown: markdown('14:02', '14:09', '7m'),
    },
    { name: 'over midnight', yaml: yaml('started: "23:55", restored: "00:10", took: 15m') },
    { name: 'to the minute', yaml: yaml('started: "14:02", restored: "14:09", took: 6m40s') },
    { name: 'in another notation', yaml: yaml('started: "14:02", restored: "14:09", took: 12 minutes') },
    { name: 'less than a minute more', yaml: yaml('started: "14:02", restored: "14:09", took: 7m59s999ms') },
    { name: 'one time alone', yaml: yaml('started: "14:02", took: 12m') },
    { name: 'the other one alone', yaml: yaml('restored: "14:09", took: 12m') },
    { name: 'a time that cannot be read', yaml: yaml('started: "14:02", restored: soon after, took: 12m') },
  ],
  faulty: [
    {
      name: 'it is not the difference',
      yaml: yaml('started: "14:02", restored: "14:09", took: [|12m|]'),
      markdown: markdown('14:02', '14:09', '[|12m|]'),
      message:
        'From 14:02 to 14:09 is 7m, not 12m. Whoever compares it with the time budget compares the wrong number: write how long it took by the clock.',
      preferred: true,
      fixed: {
        yaml: yaml('started: "14:02", restored: "14:09", took: 7m'),
        markdown: markdown('14:02', '14:09', '7m'),
      },
    },
    {
      name: 'restored before it was started',
      yaml: yaml('started: "14:09", restored: [|"14:02"|], took: 7m'),
      markdown: markdown('14:09', '[|14:02|]', '7m'),
      message:
        'The service was restored at 14:02, before the clock was started at 14:09. One of the times is wrong, and what was measured proves nothing: correct them.',
      preferred: true,
      fixed: {
        yaml: yaml('started: "14:02", restored: "14:09", took: 7m'),
        markdown: markdown('14:02', '14:09', '7m'),
      },
    },
    {
      name: 'restored before it was started, and the same length in other words',
      yaml: yaml('started: "14:09", restored: [|"14:02"|], took: 420s'),
      fixed: { yaml: yaml('started: "14:02", restored: "14:09", took: 420s') },
    },
    {
      name: 'restored before it was started, and another length',
      yaml: yaml('started: "14:09", restored: [|"14:02"|], took: 12m'),
      fixed: { yaml: yaml('started: "14:02", restored: "14:09", took: 7m') },
    },
    {
      name: 'to the second',
      yaml: yaml('started: "14:02:30", restored: "14:09:30", took: [|6m40s|]'),
      fixed: { yaml: yaml('started: "14:02:30", restored: "14:09:30", took: 7m') },
    },
    {
      name: 'with its dates',
      yaml: yaml('started: 2026-11-18T14:09:00Z, restored: [|2026-11-18T14:02:00Z|]'),
    },
  ],
});
