import { testRule } from '../../support/rule-tester.ts';

const yaml = (weight: string): string =>
  `rollout:\n  stages:\n    - { id: staging, environment: staging, soak: 1h, weight: ${weight}, abortCriteria: ["smoke test fails -> rollback"] }\n`;
const markdown = (weight: string): string =>
  `# Rollout plan\n\n## Stage 1: staging\n\n**Environment**: staging\n\n**Weight**: ${weight}\n\n**Abort criteria**:\n\n- smoke test fails -> rollback\n`;
const both = (weight: string): { yaml: string; markdown: string } => ({
  yaml: yaml(weight),
  markdown: markdown(weight),
});

testRule('invalid-percentage', {
  artifact: 'ROLLOUT_PLAN',
  clean: [
    { name: 'percent', ...both('5%') },
    { name: 'a number', ...both('5') },
    { name: 'less than one percent, said so', ...both('0.5%') },
  ],
  faulty: [
    { name: 'a fraction', ...both('[|0.05|]'), fixed: both('5%') },
    { name: 'more than everything', ...both('[|101%|]') },
    { name: 'in words', ...both('[|5 percent|]'), fixed: both('5%') },
  ],
});
