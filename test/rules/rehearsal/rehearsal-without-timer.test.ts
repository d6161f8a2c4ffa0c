import { testRule } from '../../support/rule-tester.ts';

const WHAT = 'trigger: any data loss report, command: kubectl rollout undo deployment/orders-api';
const yaml = (rehearsal: string): string => `rollback:\n  rehearsals:\n    - ${rehearsal}\n`;
const markdown = (rest: string, head = '2026-11-18 (staging)'): string =>
  `# Rollback plan\n\n## Rehearsals\n\n### ${head}\n\n- **Trigger**: any data loss report\n- **Command**: \`kubectl rollout undo deployment/orders-api\`\n${rest}`;
const MESSAGE =
  'The rehearsal does not say when the clock was started, nor when the service was back. Without a timer it proves that the commands exist, not that they are fast enough: write `started` and `restored`, to the minute.';

testRule('rehearsal-without-timer', {
  artifact: 'ROLLBACK_PLAN',
  clean: [
    {
      name: 'to the minute',
      yaml: yaml(`{ date: 2026-11-18, ${WHAT}, started: "14:02", restored: "14:09" }`),
      markdown: markdown('- **Started**: 14:02\n- **Restored**: 14:09\n'),
    },
    {
      name: 'by a timeline',
      yaml: yaml('{ date: 2026-11-18, timeline: [{ at: "14:02", what: pager }, { at: "14:09", what: back }] }'),
    },
    {
      name: 'in words',
      yaml: yaml(`{ date: 2026-11-18, ${WHAT}, notes: "from 14:02 to 14:09" }`),
      markdown: '# Rollback plan\n\n## Rehearsals\n\n- 2026-11-18 in staging, from 14:02 to 14:09\n',
    },
    {
      name: 'a list of things to do, and one rehearsal in pieces',
      markdown:
        '# Rollback plan\n\n## Rollback testing\n\n- [ ] Try it in staging\n- [x] Ask for the rights\n\n## Drill\n\n- **Date**: 2026-11-18\n- **Trigger**: any data loss report\n',
    },
    { name: 'planned', yaml: yaml('{ date: 2026-12-18, environment: staging }') },
    {
      name: 'the record says it',
      markdown: markdown(''),
      yaml: yaml(`{ date: 2026-11-18, ${WHAT} }`),
      beside: {
        'rollback-rehearsals/001.md':
          '# Rehearsal\n\n- **Date**: 2026-11-18\n- **Started**: 14:02\n- **Restored**: 14:09\n',
      },
    },
    { name: 'still to be written', yaml: yaml(`{ date: 2026-11-18, ${WHAT}, started: TBD }`) },
  ],
  faulty: [
    {
      name: 'how long, and not by which clock',
      yaml: yaml(`{ [|date|]: 2026-11-18, ${WHAT}, took: 5m }`),
      markdown: markdown('- **Took**: 5m\n', '[|2026-11-18 (staging)|]'),
      message: MESSAGE,
      preferred: true,
      fixed: {
        yaml: yaml(`{ date: 2026-11-18, ${WHAT}, started: "14:02", restored: "14:07", took: 5m }`),
        markdown: markdown('- **Started**: 14:02\n- **Restored**: 14:07\n- **Took**: 5m\n'),
      },
    },
    {
      name: 'no end',
      yaml: yaml(`{ [|date|]: 2026-11-18, ${WHAT}, started: "09:58", took: 5m }`),
      message: /^The rehearsal does not say when the service was back\./,
      fixed: { yaml: yaml(`{ date: 2026-11-18, ${WHAT}, started: "09:58", restored: "10:03", took: 5m }`) },
    },
    {
      name: 'the record says no more than when it was started',
      yaml: yaml(`{ [|date|]: 2026-11-18, ${WHAT} }`),
      beside: { 'rollback-rehearsals/001.md': '# Rehearsal\n\n- **Date**: 2026-11-18\n- **Started**: 14:02\n' },
    },
    {
      name: 'no start, and how long cannot be read',
      yaml: yaml(`{ [|date|]: 2026-11-18, ${WHAT}, restored: "10:03", took: not long }`),
      message: /^The rehearsal does not say when the clock was started\./,
      fixed: {
        yaml: yaml(`{ date: 2026-11-18, ${WHAT}, started: "09:56", restored: "10:03", took: not long }`),
      },
    },
    {
      name: 'nothing but a day: one mistake, mended as one',
      yaml: yaml('{ [|date|]: 2026-11-18 }').replace('rollback:', 'metrics: [{ id: error-rate }]\nrollback:'),
      fixed: {
        yaml: yaml(
          '{ date: 2026-11-18, trigger: error-rate > 1% for 5m, command: kubectl rollout undo deployment/orders-api --to-revision=41, started: "14:02", restored: "14:09", took: 7m }',
        ).replace('rollback:', 'metrics: [{ id: error-rate }]\nrollback:'),
      },
    },
  ],
});

testRule('rehearsal-without-timer', {
  artifact: 'rollback-rehearsals/001',
  clean: [
    { name: 'a record', markdown: '# Rehearsal\n\n- **Started**: 14:02\n- **Restored**: 14:09\n' },
    { name: 'a record in prose', markdown: '# Rehearsal\n\nThe pager rang at 14:02. At 14:09 we were back.\n' },
  ],
  faulty: [
    {
      name: 'a record',
      markdown:
        '# [|Rehearsal of the canary|]\n\n- **Date**: 2026-11-18\n- **Trigger**: any data loss report\n- **Took**: 7m\n',
      message: MESSAGE,
      fixed: {
        markdown:
          '# Rehearsal of the canary\n\n- **Date**: 2026-11-18\n- **Trigger**: any data loss report\n- **Started**: 14:02\n- **Restored**: 14:09\n- **Took**: 7m\n',
      },
    },
  ],
});
