import { testRule } from '../../support/rule-tester.ts';

const yaml = (approach: string, key = 'rollback'): string => `${key}:\n${approach}  timeBudget: 10m\n`;
const BUDGET = '## Time budget\n\n10m\n';

testRule('roll-forward-not-considered', {
  artifact: 'ROLLBACK_PLAN',
  clean: [
    {
      name: 'a choice',
      yaml: yaml('  approach: rollback-first\n'),
      markdown: `# Rollback plan\n\n- **Strategy**: fix forward\n\n${BUDGET}`,
    },
    {
      name: 'a choice in words',
      yaml: yaml('  description: We roll forward unless money is wrong.\n'),
      markdown: `# Rollback plan\n\n${BUDGET}\n## Overview\n\nWe roll forward unless money is wrong.\n`,
    },
    { name: 'a value that is misspelt', yaml: yaml('  approach: rolback-first\n') },
  ],
  faulty: [
    {
      name: 'no choice',
      yaml: yaml('', '[|rollback|]'),
      message:
        'The plan does not choose between rolling back and rolling forward. In an incident the two camps argue while users are hurt: decide now, and write which is tried first under `approach`.',
      fixed: { yaml: yaml('  approach: rollback-first\n') },
    },
    {
      name: 'no choice in the artifact',
      markdown: `# [|Rollback plan|]\n\n${BUDGET}`,
      fixed: { markdown: `# Rollback plan\n\n## Approach\n\nrollback-first\n\n${BUDGET}` },
    },
    {
      name: 'where a step cannot be undone, forward first',
      yaml: `migration:\n  steps:\n    - { id: drop-cents, reversible: false, backup: before-drop }\n${yaml('', '[|rollback|]')}`,
      fixed: {
        yaml: `migration:\n  steps:\n    - { id: drop-cents, reversible: false, backup: before-drop }\n${yaml('  approach: roll-forward-first\n')}`,
      },
    },
  ],
});
