import { testRule } from '../../support/rule-tester.ts';

const yaml = (date: string): string => `flags:\n  - id: a\n    removeBy: ${date} # then\n`;
const markdown = (date: string): string =>
  `# Rollout plan\n\n## Feature flags\n\n### checkout-v5\n\n- **Remove by**: ${date}\n`;
const both = (date: string): { yaml: string; markdown: string } => ({ yaml: yaml(date), markdown: markdown(date) });

testRule('invalid-date', {
  artifact: 'ROLLOUT_PLAN',
  clean: [
    { name: 'a day', ...both('2026-12-01') },
    { name: 'a moment', yaml: yaml('2026-12-01T10:00:00+01:00') },
    { name: 'a leap day', ...both('2028-02-29') },
  ],
  faulty: [
    { name: 'in words', ...both('[|1 Dec 2026|]'), fixed: both('2026-12-01') },
    { name: 'which is the month?', ...both('[|12/01/2026|]') },
    { name: 'a day that no calendar has', ...both('[|2026-02-30|]') },
  ],
});
