import { testRule } from '../../support/rule-tester.ts';

const yaml = (soak: string): string =>
  `rollout:\n  stages:\n    - id: canary\n      soak: ${soak} # long\n      abortCriteria: ["smoke test fails -> rollback"]\n`;
const markdown = (soak: string): string =>
  `# Rollout plan\n\n## Stage 1: canary (1%)\n\n**Soak**: ${soak}\n\n**Abort criteria**:\n\n- smoke test fails -> rollback\n`;
const both = (soak: string): { yaml: string; markdown: string } => ({ yaml: yaml(soak), markdown: markdown(soak) });

testRule('invalid-duration', {
  artifact: 'ROLLOUT_PLAN',
  clean: [
    { name: 'minutes', ...both('30m') },
    { name: 'hours and minutes', ...both('1h30m') },
    { name: 'weeks', ...both('2w') },
    { name: 'a placeholder has its own rule', ...both('TBD') },
  ],
  faulty: [
    { name: 'words', ...both('[|2 hours|]'), fixed: both('2h') },
    { name: 'ISO 8601', ...both('[|PT30M|]'), fixed: both('30m') },
    {
      name: 'nothing, which is nothing in any unit',
      ...both('[|0|]'),
      message: /^"0" is not a duration as plans write it\. Write 0s\.$/,
      fixed: both('0s'),
    },
    { name: 'a bare number', yaml: yaml('[|30|]') },
    { name: 'a capital M', ...both('[|30M|]') },
    { name: 'no duration at all', ...both('[|a while|]') },
  ],
});
